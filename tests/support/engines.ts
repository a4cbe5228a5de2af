import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import type { CardElement } from '../../src/cards/card-tree.ts';
import { FONT_FILES, type FontFile, fontFiles, INDIC, LATIN_AND_MORE } from '../../src/cards/fonts.ts';
import { renderWithSatori } from '../../src/cards/satori-renderer.ts';
import { openTakumi } from '../../src/cards/takumi-renderer.ts';

/** A line of text, black on white. */
export interface Sample {
  text: string;
  family: string;
  language: string;
  direction: 'ltr' | 'rtl';
  weight: 400 | 700;
}

/** Darkness of each pixel, 0 to 255, row by row. */
export type Ink = Uint8Array;

export const WIDTH = 900;
export const HEIGHT = 160;
const SIZE = 48;
const LEADING = 2.5;
const PADDING = 20;

/** The sample as the browser draws it: the reference. The page is set up once with the fonts of cards. */
export async function openReference(browser: Browser): Promise<{ draw(sample: Sample): Promise<Ink>; page: Page }> {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } });
  const faces = TRIED_FONTS.map(({ family, weight, path, ranges }) => {
    const range = ranges.map(([from, to]) => `U+${from.toString(16)}-${to.toString(16)}`).join(',');
    const data = readFileSync(path).toString('base64');
    return `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2");unicode-range:${range}}`;
  });
  await page.setContent(`<style>${faces.join('')}
    body{margin:0;background:#fff;color:#000} p{margin:0;padding:${PADDING}px;font-size:${SIZE}px;line-height:${LEADING};white-space:nowrap}</style><p></p>`);
  return {
    page,
    async draw({ text, family, language, direction, weight }) {
      await page.evaluate(
        async (sample) => {
          const line = document.querySelector('p');
          if (!line) throw new Error('no line');
          line.textContent = sample.text;
          line.lang = sample.language;
          line.dir = sample.direction;
          line.style.fontFamily = `"${sample.family}"`;
          line.style.fontWeight = String(sample.weight);
          await document.fonts.load(`${sample.weight} 48px "${sample.family}"`, sample.text);
          await document.fonts.ready;
        },
        { text, family, language, direction, weight },
      );
      return inkOf(await page.screenshot());
    },
  };
}

/** The fonts of cards, and those of scripts that a desk may add. */
const TRIED_FONTS: readonly FontFile[] = [
  ...FONT_FILES,
  ...fontFiles([
    {
      family: 'Noto Sans Devanagari',
      name: 'noto-sans-devanagari',
      subsets: { devanagari: INDIC, latin: LATIN_AND_MORE },
    },
    { family: 'Hind Siliguri', name: 'hind-siliguri', subsets: { bengali: INDIC, latin: LATIN_AND_MORE } },
  ]),
];

const takumi = openTakumi(TRIED_FONTS);

export async function drawWithTakumi(sample: Sample): Promise<Ink> {
  return inkOf(await (await takumi).draw(treeOf(sample), WIDTH, HEIGHT, sample.language));
}

/** takumi's vectors. */
export async function drawVectorsWithTakumi(sample: Sample): Promise<Ink> {
  const svg = await (await takumi).drawSvg(treeOf(sample), WIDTH, HEIGHT, sample.language);
  return inkOf(new Resvg(svg).render().asPng());
}

export async function drawWithSatori(sample: Sample): Promise<Ink> {
  const svg = await renderWithSatori(treeOf(sample), WIDTH, HEIGHT, TRIED_FONTS);
  return inkOf(new Resvg(svg).render().asPng());
}

/**
 * How much of the ink of two pictures lies where the other has none within three pixels: 0 where they are the same to the
 * eye, about 0.5 and more where letters are misplaced.
 */
export function difference(one: Ink, other: Ink): number {
  const [only, ink] = [strayInk(one, other), strayInk(other, one)].reduce(
    ([strays, total], [stray, all]) => [strays + stray, total + all],
    [0, 0],
  );
  return ink === 0 ? 0 : only / ink;
}

function strayInk(of: Ink, besides: Ink): [stray: number, all: number] {
  const REACH = 3;
  let stray = 0;
  let all = 0;
  for (let y = REACH; y < HEIGHT - REACH; y += 1) {
    for (let x = REACH; x < WIDTH - REACH; x += 1) {
      if ((of[y * WIDTH + x] ?? 0) < 160) continue;
      all += 1;
      let near = false;
      for (let dy = -REACH; dy <= REACH && !near; dy += 1)
        for (let dx = -REACH; dx <= REACH && !near; dx += 1) near = (besides[(y + dy) * WIDTH + x + dx] ?? 0) >= 60;
      if (!near) stray += 1;
    }
  }
  return [stray, all];
}

function treeOf({ text, family, direction, weight }: Sample): CardElement {
  const line = {
    display: 'flex',
    width: WIDTH - 2 * PADDING,
    fontFamily: family,
    fontSize: SIZE,
    fontWeight: weight,
    lineHeight: LEADING,
    color: '#000000',
    direction,
    textAlign: direction === 'rtl' ? 'right' : 'left',
  };
  const page = { display: 'flex', width: WIDTH, height: HEIGHT, padding: PADDING, backgroundColor: '#ffffff' };
  return { type: 'div', props: { style: page, children: [{ type: 'div', props: { style: line, children: text } }] } };
}

async function inkOf(png: Uint8Array): Promise<Ink> {
  const pixels = await sharp(png).flatten({ background: '#ffffff' }).greyscale().raw().toBuffer();
  return pixels.map((value) => 255 - value);
}
