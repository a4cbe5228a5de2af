import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { metadataKinds } from '../../src/reading/picture-metadata.ts';
import { runScript } from '../support/run-script.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

describe('npm run clean-picture', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    'leaves nothing in the file but the picture: %s',
    async (format) => {
      const file = path.join(folder, `photo.${format}`);
      const exif = {
        IFD0: { Artist: 'S. Iqbal' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '31/1 32/1 59/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '74/1 20/1 37/1',
        },
      };
      await sharp({ create: { width: 60, height: 40, channels: 3, background: '#0b4f55' } })
        .withExif(exif)
        .toFormat(format)
        .toFile(file);
      const { code, stdout, stderr } = runScript('clean-picture', [`photo.${format}`], folder);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(
        new RegExp(
          `^photo\\.${format}: took out the place where it was taken and the name of the camera’s owner \\(\\d+ kB → \\d+ kB\\)\\n$`,
        ),
      );
      expect(kindsOf(file)).toEqual([]);
      const { width, height, dominant } = { ...(await sharp(file).metadata()), ...(await sharp(file).stats()) };
      expect([width, height]).toEqual([60, 40]);
      expect(dominant).toEqual({ r: 8, g: 72, b: 88 });
      expect(readdirSync(folder)).toEqual([`photo.${format}`]);
    },
  );

  it('turns a picture upright that only a note of the camera’s turned', async () => {
    const file = path.join(folder, 'photo.jpg');
    await sharp({ create: { width: 60, height: 40, channels: 3, background: 'red' } })
      .withExif({ IFD0: { Artist: 'S. Iqbal' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toFile(file);
    expect(runScript('clean-picture', ['photo.jpg'], folder).code).toBe(0);
    const { width, height, orientation } = await sharp(file).metadata();
    expect({ width, height, orientation }).toEqual({ width: 40, height: 60, orientation: undefined });
  });

  it('leaves a picture as it is that tells nothing', async () => {
    const file = path.join(folder, 'drawing.png');
    await sharp({ create: { width: 6, height: 4, channels: 3, background: 'red' } })
      .png()
      .toFile(file);
    const before = readFileSync(file);
    expect(runScript('clean-picture', ['drawing.png'], folder)).toEqual({
      code: 0,
      stdout: 'drawing.png: holds nothing but the picture\n',
      stderr: '',
    });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it.each([
    [[], 'Say which pictures: npm run clean-picture -- FILE'],
    [['nowhere.jpg'], 'There is no file nowhere.jpg.'],
    [['broken.jpg'], 'broken.jpg cannot be read as a picture; copy the whole file again.'],
    [
      ['words.jpg'],
      'words.jpg: Unexpected content: this is no picture of the kinds png, jpg, webp and avif, whatever its name says; save the picture again as png, jpg, webp or avif, or delete the file.',
    ],
  ])('%j: says what is wrong, and changes nothing', (args, said) => {
    const broken = Buffer.from('\xff\xd8\xff\xfe\0\x0aTaken by\xff\xda no picture \xff\xd9', 'latin1');
    writeFileSync(path.join(folder, 'broken.jpg'), broken);
    writeFileSync(path.join(folder, 'words.jpg'), 'Only words.');
    const { code, stderr } = runScript('clean-picture', args, folder);
    expect(stderr.split('\n')[0]).toBe(said);
    expect(code).toBe(2);
    expect(readFileSync(path.join(folder, 'broken.jpg')).equals(broken)).toBe(true);
  });
});

function kindsOf(file: string) {
  const bytes = readFileSync(file);
  return metadataKinds({ size: bytes.length, read: (from, length) => bytes.subarray(from, from + length) });
}
