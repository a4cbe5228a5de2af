import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import {
  findPictureFault,
  PICTURE_END_BYTES,
  PICTURE_START_BYTES,
  type PictureEnds,
} from '../../src/reading/check-picture.ts';

describe('a picture', () => {
  it.each(['png', 'jpeg', 'webp', 'avif'] as const)('is known by its ends: %s', async (kind) => {
    expect(findPictureFault(endsOf(await pictureAs(kind)))).toBeUndefined();
  });

  it.each(['png', 'jpeg', 'webp'] as const)('is refused when it was cut off: %s', async (kind) => {
    const whole = await pictureAs(kind);
    expect(findPictureFault(endsOf(whole.subarray(0, whole.length - 40)))).toEqual({
      ruleId: 'image/cut-off',
      message: 'Unexpected end: this picture was cut off, and no page can show it',
      hint: 'copy the whole file again, or save the picture anew',
    });
  });

  it('may carry what a camera writes after it', async () => {
    const trailer = Buffer.from('SEFT'.repeat(100));
    expect(findPictureFault(endsOf(Buffer.concat([await pictureAs('jpeg'), trailer])))).toBeUndefined();
  });

  it('is the one of the small desk', () => {
    const file = path.resolve(import.meta.dirname, '../fixtures/desk/campaigns/clean-water/tap.png');
    expect(findPictureFault(endsOf(readFileSync(file)))).toBeUndefined();
  });

  it('is not what only points at one', () => {
    expect(findPictureFault(endsOf(Buffer.from('version https://git-lfs.github.com/spec/v1')))).toEqual({
      ruleId: 'image/unreadable',
      message: 'Unexpected content: this is no picture of the kinds png, jpg, webp and avif, whatever its name says',
      hint: 'fetch the picture itself with `git lfs pull`',
    });
  });

  it.each(['<svg xmlns="http://www.w3.org/2000/svg"/>', 'GIF89a', 'RIFF____WAVE', '____ftypheic', '\x89PN'])(
    'is not %j',
    (bytes) => {
      expect(findPictureFault(endsOf(Buffer.from(bytes, 'latin1')))?.ruleId).toBe('image/unreadable');
    },
  );
});

/** Noise, so that the file is longer than its ends. */
function pictureAs(kind: 'png' | 'jpeg' | 'webp' | 'avif'): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 };
  return sharp({ create: { width: 300, height: 300, channels: 3, background: 'red', noise } })
    .toFormat(kind)
    .toBuffer();
}

function endsOf(file: Buffer): PictureEnds {
  return { start: file.subarray(0, PICTURE_START_BYTES), end: file.subarray(-PICTURE_END_BYTES), size: file.length };
}
