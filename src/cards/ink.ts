import type { Card } from './card.ts';
import { type FittedText, fittedElement, type SetText } from './card-tree.ts';
import type { TakumiRenderer } from './takumi-renderer.ts';

/** Where the ink of a text is, as multiples of the font size. */
export interface Ink {
  /** Least distance from one line to the next at which no word touches another; 0 for a single line. */
  leading: number;
  /** How far ink reaches above and below the middle of the first and the last line. */
  aboveMiddle: number;
  belowMiddle: number;
  /** How far ink reaches out of the side at which lines start; 0 where it keeps within. */
  start: number;
}

/** Fainter than this no reader sees it: of 255. */
const VISIBLE = 48;
/** Font size it is drawn at, in pixels: what is found holds for any. */
const DRAWN_SIZE = 48;
/** Lines are drawn so far apart that none reaches into another. */
const APART = 5;
/** Room kept free between the ink of two lines. */
const CLEARANCE = 0.08;

/**
 * Draws a text by itself, its lines far apart, and looks where their ink is. Nastaliq's words hang from above their line
 * and end below it, so the boxes of lines say too little.
 */
export async function findInk(card: Card, text: FittedText, set: SetText, renderer: TakumiRenderer): Promise<Ink> {
  const scale = DRAWN_SIZE / set.size;
  const side = DRAWN_SIZE;
  const lineWidth = Math.ceil(set.width * scale);
  const width = lineWidth + 2 * side;
  const drawn = { ...set, size: DRAWN_SIZE, width: lineWidth, leading: APART, shift: 0 };
  const element = fittedElement(card, { ...text, width: lineWidth }, drawn, { color: '#000000' });
  const { height: measured } = await renderer.measure(element, lineWidth, 100_000, card.language);
  const band = DRAWN_SIZE * APART;
  const lines = Math.max(1, Math.round(measured / band));
  const height = lines * band;
  const page = { width, height, display: 'flex', paddingLeft: side, paddingRight: side };
  const pixels = await renderer.drawPixels(
    { type: 'div', props: { style: page, children: [element] } },
    width,
    height,
    card.language,
  );
  const columns = Array.from({ length: lines }, (_, line) => inkColumns(pixels, width, line * band, band));
  const ends = columns.map(({ first, last }) =>
    card.direction === 'rtl' ? last - (side + lineWidth - 1) : side - first,
  );
  const [top] = columns;
  const bottom = columns.at(-1);
  return {
    leading: Math.max(0, ...columns.slice(1).map((lower, index) => distance(columns[index], lower))) / DRAWN_SIZE,
    aboveMiddle: top ? (band / 2 - Math.min(...top.tops)) / DRAWN_SIZE : 0,
    belowMiddle: bottom ? (Math.max(...bottom.bottoms) + 1 - band / 2) / DRAWN_SIZE : 0,
    start: Math.max(0, ...ends) / DRAWN_SIZE,
  };
}

/** The ink of one line: by column its highest and lowest row, and the first and last column that has any. */
interface Columns {
  tops: Float64Array;
  bottoms: Float64Array;
  first: number;
  last: number;
}

function inkColumns(pixels: Buffer, width: number, from: number, rows: number): Columns {
  const tops = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  const bottoms = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
  let first = width;
  let last = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((pixels[((from + row) * width + x) * 4 + 3] ?? 0) < VISIBLE) continue;
      if (row < (tops[x] ?? 0)) tops[x] = row;
      bottoms[x] = row;
      if (x < first) first = x;
      if (x > last) last = x;
    }
  }
  return { tops, bottoms, first, last };
}

/** Pixels from one line to the next at which the ink of the two keeps clear of each other, above and beside. */
function distance(upper: Columns | undefined, lower: Columns): number {
  if (!upper) return 0;
  const clearance = DRAWN_SIZE * CLEARANCE;
  const beside = Math.round(clearance);
  let most = 0;
  for (let x = 0; x < lower.tops.length; x += 1) {
    const top = lower.tops[x] ?? Number.POSITIVE_INFINITY;
    if (top === Number.POSITIVE_INFINITY) continue;
    for (let near = Math.max(0, x - beside); near <= x + beside; near += 1) {
      const bottom = upper.bottoms[near] ?? Number.NEGATIVE_INFINITY;
      if (bottom - top + clearance > most) most = bottom - top + clearance;
    }
  }
  return most;
}
