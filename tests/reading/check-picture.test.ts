import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { findPictureFault, PICTURE_START_BYTES } from '../../src/reading/check-picture.ts';

describe('a picture', () => {
  it.each(['png', 'jpeg', 'webp', 'avif'] as const)('is known by its first bytes: %s', async (kind) => {
    const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .toFormat(kind)
      .toBuffer();
    expect(findPictureFault(picture.subarray(0, PICTURE_START_BYTES))).toBeUndefined();
  });

  it('is the one of the small desk', () => {
    const file = path.resolve(import.meta.dirname, '../fixtures/desk/campaigns/clean-water/tap.png');
    expect(findPictureFault(readFileSync(file).subarray(0, PICTURE_START_BYTES))).toBeUndefined();
  });

  it('is not what only points at one', () => {
    expect(findPictureFault(Buffer.from('version https://git-lfs.github.com/spec/v1'))).toEqual({
      ruleId: 'image/unreadable',
      message: 'Unexpected content: this is no picture of the kinds png, jpg, webp and avif, whatever its name says',
      hint: 'fetch the picture itself with `git lfs pull`',
    });
  });

  it.each(['<svg xmlns="http://www.w3.org/2000/svg"/>', 'GIF89a', 'RIFF____WAVE', '____ftypheic', '\x89PN'])(
    'is not %j',
    (bytes) => {
      expect(findPictureFault(Buffer.from(bytes, 'latin1'))?.ruleId).toBe('image/unreadable');
    },
  );
});
