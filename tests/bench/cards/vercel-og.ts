import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { task } from './bench-cards.ts';

// Its bundle asks for these even as a module, and looks for the shaper's file beside it, where it is not shipped.
const require = createRequire(import.meta.resolve('@vercel/og'));
Object.assign(globalThis, { require, __dirname: path.dirname(require.resolve('harfbuzzjs')) });
const { ImageResponse } = await import('@vercel/og');

const { folder, cards } = task();
const fonts = await Promise.all(
  ([400, 700] as const).map(async (weight) => ({
    name: 'Noto Sans',
    weight,
    data: await readFile(
      fileURLToPath(import.meta.resolve(`@fontsource/noto-sans/files/noto-sans-latin-${weight}-normal.woff`)),
    ),
  })),
);
const box = (style: object, children: unknown) => ({
  type: 'div',
  key: null,
  props: { style: { display: 'flex', ...style }, children },
});

for (const [index, { brand, kicker, headline, hashtag, organisation, host }] of cards.entries()) {
  const row = { justifyContent: 'space-between', fontSize: 30 };
  const image = new ImageResponse(
    box(
      {
        width: 1200,
        height: 630,
        flexDirection: 'column',
        justifyContent: 'space-between',
        padding: 64,
        color: brand.text,
        backgroundImage: `linear-gradient(135deg, ${brand.primary}, ${brand.secondary})`,
        fontFamily: 'Noto Sans',
      },
      [
        box(row, [box({ fontWeight: 700 }, organisation), box({}, 'Demonstration')]),
        box({ flexDirection: 'column' }, [
          box({ color: brand.accent, fontSize: 34, fontWeight: 700 }, kicker),
          box({ fontSize: 72, fontWeight: 700, lineHeight: 1.16 }, headline),
        ]),
        box(row, [box({ color: brand.accent, fontWeight: 700 }, `#${hashtag}`), box({}, host)]),
      ],
    ) as never,
    { width: 1200, height: 630, fonts },
  );
  await writeFile(path.join(folder, `${index}.png`), Buffer.from(await image.arrayBuffer()));
}
