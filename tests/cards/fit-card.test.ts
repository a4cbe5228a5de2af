import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { allCards, CARD_SIZES, type Card } from '../../src/cards/card.ts';
import { type CardElement, fittedTexts, MARGIN } from '../../src/cards/card-tree.ts';
import { fitCard } from '../../src/cards/fit-card.ts';
import { openTakumi, type TakumiRenderer } from '../../src/cards/takumi-renderer.ts';
import { readContent } from '../../src/reading/read-content.ts';

let renderer: TakumiRenderer;
let cards: Card[];
beforeAll(async () => {
  renderer = await openTakumi();
  const { content } = await readContent(path.resolve(import.meta.dirname, '../..'));
  if (!content) throw new TypeError('the demonstration has faults');
  cards = allCards(content);
});

describe('the cards of the demonstration', () => {
  it('keep their ink inside the card, away from its edges', async () => {
    for (const card of cards) {
      const { width, height } = CARD_SIZES[card.size];
      const edge = MARGIN / 3;
      const ink = await inkOf(card);
      const outside = ink.filter(([x, y]) => x < edge || y < edge || x >= width - edge || y >= height - edge);
      expect(outside.length, card.headline).toBe(0);
    }
  });

  it('let no two texts touch', async () => {
    for (const card of cards.filter(({ direction }) => direction === 'rtl')) {
      const { width } = CARD_SIZES[card.size];
      const whole = new Set((await inkOf(card)).map(([x, y]) => y * width + x));
      let sum = 0;
      for (const { field } of fittedTexts(card)) sum += (await inkOf(card, field)).length;
      // What overlaps is drawn once in the whole and twice in the parts; faint edges differ a little.
      expect(sum - whole.size, card.headline).toBeLessThanOrEqual(whole.size * 0.001);
    }
  });

  it('set headlines in lines of like length', async () => {
    for (const card of cards) {
      const { tree } = await fitCard(card, renderer);
      const headline = tree && find(tree, card.headline);
      if (!headline) throw new TypeError(card.headline);
      const { width } = CARD_SIZES[card.size];
      const measured = await renderer.measure(headline, width, 5000, card.language);
      const lines = linesIn(measured);
      if (lines.length < 2) continue;
      expect(Math.min(...lines) / Math.max(...lines), card.headline).toBeGreaterThan(0.25);
    }
  });
});

/** The pixels with ink of a card's texts, or of one of them alone. */
async function inkOf(card: Card, only?: string): Promise<[x: number, y: number][]> {
  const { tree } = await fitCard(card, renderer);
  if (!tree) throw new TypeError(`${card.headline} does not fit`);
  const { width, height } = CARD_SIZES[card.size];
  const wanted = only === undefined ? undefined : fittedTexts(card).find(({ field }) => field === only)?.text;
  const texts = fittedTexts(card).map(({ text }) => text);
  const pixels = await renderer.drawPixels(textOnly(tree, wanted, texts), width, height, card.language);
  const ink: [number, number][] = [];
  for (let at = 0; at < width * height; at += 1)
    if ((pixels[at * 4 + 3] ?? 0) >= 128) ink.push([at % width, Math.floor(at / width)]);
  return ink;
}

/** The tree with nothing but its texts, those that are not wanted invisible. */
function textOnly(
  { props: { style, children } }: CardElement,
  wanted: string | undefined,
  fitted: readonly string[],
): CardElement {
  const { backgroundImage: _image, backgroundColor: _colour, border: _border, opacity: _opacity, ...rest } = style;
  if (typeof children !== 'string')
    return { type: 'div', props: { style: rest, children: children.map((child) => textOnly(child, wanted, fitted)) } };
  const text = children.replace(/[\u2066-\u2069]/g, '');
  const isShown = fitted.includes(text) && (wanted === undefined || text === wanted);
  return { type: 'div', props: { style: { ...rest, color: isShown ? '#000000' : 'rgba(0,0,0,0)' }, children } };
}

function find(element: CardElement, text: string): CardElement | undefined {
  const { children } = element.props;
  if (typeof children === 'string') return children.replace(/[\u2066-\u2069]/g, '') === text ? element : undefined;
  for (const child of children) {
    const found = find(child, text);
    if (found) return found;
  }
  return undefined;
}

interface Measured {
  runs: { y: number; width: number }[];
  children: Measured[];
}

/** The width of each line. */
function linesIn(measured: Measured): number[] {
  const widths = new Map<number, number>();
  const visit = ({ runs, children }: Measured) => {
    for (const { y, width } of runs) widths.set(Math.round(y), (widths.get(Math.round(y)) ?? 0) + width);
    children.forEach(visit);
  };
  visit(measured);
  return [...widths.values()];
}
