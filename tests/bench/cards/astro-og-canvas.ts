import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateOpenGraphImage } from 'astro-og-canvas';
import { task } from './bench-cards.ts';

const { folder, cards } = task();
const fonts = [400, 700].map((weight) =>
  fileURLToPath(import.meta.resolve(`@fontsource/noto-sans/files/noto-sans-latin-${weight}-normal.woff2`)),
);
for (const [index, { headline, kicker }] of cards.entries()) {
  const image = await generateOpenGraphImage({
    title: headline,
    description: kicker ?? '',
    bgGradient: [
      [11, 79, 85],
      [18, 53, 91],
    ],
    padding: 64,
    font: {
      title: { size: 72, weight: 'Bold', families: ['Noto Sans'], lineHeight: 1.16 },
      description: { size: 34, families: ['Noto Sans'] },
    },
    fonts,
    // It keeps pictures between runs; so does the desk, and neither is what is measured here.
    cacheDir: false,
  });
  await writeFile(path.join(folder, `${index}.png`), Buffer.from(image as unknown as Uint8Array));
}
