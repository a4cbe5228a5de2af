import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { qrPath } from '../../src/components/qr-path.ts';

const ADDRESS = 'https://desk.example/awareness/ur/campaigns/clean-water/';

describe('qrPath', () => {
  it('paints the dark squares of the code, and no others', () => {
    const { size, d } = qrPath(ADDRESS);
    const painted = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
    for (const [, x, y, width] of d.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+/g))
      for (let step = 0; step < Number(width); step += 1) {
        const row = painted[Number(y)];
        if (row) row[Number(x) + step] = true;
      }
    expect(painted).toEqual(encode(ADDRESS, { ecc: 'M', border: 0, maskPattern: 3 }).data);
  });

  it('has the three corners by which a reader finds it', () => {
    const { size, d } = qrPath(ADDRESS);
    for (const [x, y] of [
      [0, 0],
      [size - 7, 0],
      [0, size - 7],
    ])
      expect(d).toContain(`M${x} ${y}h7v1H${x}`);
  });
});
