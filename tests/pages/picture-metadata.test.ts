import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metadataKinds } from '../../src/reading/picture-metadata.ts';
import { type BuiltSite, buildSample } from '../support/built-site.ts';

const FORMATS = ['jpg', 'png', 'webp', 'avif'] as const;
const PICTURE = /\.(?:png|jpe?g|webp|avif|gif|svg|ico)$/;

describe('pictures of a built site', { timeout: 180_000 }, () => {
  let site: BuiltSite;
  let content: string;

  beforeAll(async () => {
    mkdirSync('.aagahi/tests', { recursive: true });
    content = mkdtempSync('.aagahi/tests/content-');
    cpSync('tests/fixtures/desk', content, { recursive: true });
    const folder = path.join(content, 'campaigns/clean-water');
    for (const format of FORMATS) await writePhotograph(path.join(folder, `photo-${format}.${format}`));
    const page = path.join(folder, 'en.mdx');
    const figures = FORMATS.map(
      (format) => `<Figure src="./photo-${format}.${format}" alt="A pump in ${format}" people="none" />`,
    );
    writeFileSync(page, readFileSync(page, 'utf8').replace('## Boil it', `${figures.join('\n\n')}\n\n## Boil it`));
    site = await buildSample(content, '2026-11-23T12:00:00+05:00');
  }, 180_000);
  afterAll(() => {
    site?.remove();
    if (content) rmSync(content, { recursive: true, force: true });
  });

  it('hold the picture and nothing else: no owner, no place, no comment', async () => {
    const files = readdirSync(site.folder, { recursive: true, encoding: 'utf8' }).filter((name) => PICTURE.test(name));
    const telling = files.filter((name) => kindsIn(path.join(site.folder, name)).length > 0);
    expect(telling).toEqual([]);
    for (const name of files.filter((one) => !one.endsWith('.svg'))) {
      const { exif, xmp, iptc, comments } = await sharp(path.join(site.folder, name)).metadata();
      expect({ exif, xmp, iptc, comments }, name).toEqual({});
    }
    // Each photograph in its widths, and the cards.
    for (const format of FORMATS)
      expect(files.filter((name) => name.includes(`photo-${format}`)).length).toBeGreaterThan(0);
    expect(files.some((name) => name.startsWith('cards/'))).toBe(true);
  });

  it('are none of the files that the desk keeps', () => {
    const kept = FORMATS.map((format) =>
      readFileSync(path.join(content, `campaigns/clean-water/photo-${format}.${format}`)),
    );
    const built = readdirSync(site.folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => PICTURE.test(name))
      .map((name) => readFileSync(path.join(site.folder, name)));
    expect(built.filter((bytes) => kept.some((original) => original.equals(bytes)))).toEqual([]);
  });
});

/** A photograph as a camera writes it; not where it was taken, for that is not built at all. */
async function writePhotograph(file: string): Promise<void> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 30 };
  await sharp({ create: { width: 1200, height: 700, channels: 3, background: '#0b4f55', noise } })
    .withExif({
      IFD0: { Artist: 'S. Iqbal' },
      IFD2: { DateTimeOriginal: '2026:03:02 10:00:00', BodySerialNumber: '0041' },
    })
    .toFile(file);
}

function kindsIn(file: string) {
  const bytes = readFileSync(file);
  return metadataKinds({ size: bytes.length, read: (from, length) => bytes.subarray(from, from + length) });
}
