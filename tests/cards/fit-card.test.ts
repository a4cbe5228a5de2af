import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { allCards, CARD_SIZES, type Card } from '../../src/cards/card.ts';
import { type Area, safeArea } from '../../src/cards/card-sizes.ts';
import { type CardElement, cardTree, fittedTexts } from '../../src/cards/card-tree.ts';
import { fitCard } from '../../src/cards/fit-card.ts';
import { openTakumi, type TakumiRenderer } from '../../src/cards/takumi-renderer.ts';
import { readContent } from '../../src/reading/read-content.ts';
import { inkOf } from '../support/card-ink.ts';

let renderer: TakumiRenderer;
let cards: Card[];
beforeAll(async () => {
  renderer = await openTakumi();
  const { content } = await readContent(path.resolve(import.meta.dirname, '../..'));
  if (!content) throw new TypeError('the demonstration has faults');
  cards = allCards(content);
});

describe('the cards of the demonstration', () => {
  it('keep their ink where no network cuts or covers it', async () => {
    for (const card of cards) expect(await inkOutside(card), card.headline).toEqual([]);
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
      const headline = find(await treeOf(card), card.headline);
      if (!headline) throw new TypeError(card.headline);
      const { width } = CARD_SIZES[card.size];
      const measured = await renderer.measure(headline, width, 5000, card.language);
      const lines = linesIn(measured);
      if (lines.length < 2) continue;
      expect(Math.min(...lines) / Math.max(...lines), card.headline).toBeGreaterThan(0.25);
    }
  });
});

/** Ink that networks cut off or cover. */
async function inkOutside(card: Card): Promise<[x: number, y: number][]> {
  const { words, covered } = safeArea(card.size);
  const isIn = ({ x, y, width, height }: Area, [px, py]: [number, number]) =>
    px >= x && py >= y && px < x + width && py < y + height;
  return (await inkOf(card)).filter((at) => !isIn(words, at) || covered.some((area) => isIn(area, at)));
}

async function treeOf(card: Card): Promise<CardElement> {
  const { setting } = await fitCard(card, renderer);
  if (!setting) throw new TypeError(`${card.headline} does not fit`);
  return cardTree(card, setting);
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
