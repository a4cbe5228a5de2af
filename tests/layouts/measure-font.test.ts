import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { adjustmentTo, measureFont } from '../../src/layouts/measure-font.ts';

const font = (name: string) => createRequire(import.meta.url).resolve(`@fontsource/${name}`);
const NASKH = font('noto-naskh-arabic/files/noto-naskh-arabic-arabic-400-normal.woff2');

describe('measureFont', () => {
  it('measures words as they are joined: a longer word is not as wide as its letters apart', async () => {
    const joined = await measureFont(NASKH, 'پانی', 'ur');
    const apart = await measureFont(NASKH, 'پ ا ن ی', 'ur');
    const space = await measureFont(NASKH, ' ', 'ur');
    expect(joined.width).toBeLessThan(apart.width - 3 * space.width);
    expect(joined.ascent).toBeGreaterThan(0.5);
    expect(joined.descent).toBeGreaterThan(0.2);
  });
});

describe('adjustmentTo', () => {
  it('scales to the width, and gives the lines the other’s height whatever the scale', () => {
    const wanted = { width: 10, ascent: 1.9, descent: 0.6, lineGap: 0 };
    expect(adjustmentTo(wanted, { width: 20, ascent: 1, descent: 0.5, lineGap: 0.1 })).toEqual({
      sizeAdjust: '50.00%',
      ascentOverride: '380.00%',
      descentOverride: '120.00%',
      lineGapOverride: '0.00%',
    });
  });
});
