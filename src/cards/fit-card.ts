import type { MeasuredNode } from '@takumi-rs/core';
import type { Fault } from '../model/problem.ts';
import { CARD_SIZES, type Card, type CardField } from './card.ts';
import {
  type CardElement,
  cardTree,
  type FittedText,
  fittedElement,
  fittedTexts,
  MARGIN,
  typographyOf,
} from './card-tree.ts';
import { uncovered } from './fonts.ts';
import type { TakumiRenderer } from './takumi-renderer.ts';

/** A text of a card that cannot be drawn as it is. */
export interface CardFault extends Fault {
  field: CardField;
}

export type FittedCard = { tree: CardElement; faults?: never } | { tree?: never; faults: CardFault[] };

/**
 * The card's tree with each text as large as its box allows, or what stands in the way: a character the font lacks, or
 * a text too long at the smallest size that can still be read. Nothing is ever cut off.
 */
export async function fitCard(card: Card, renderer: TakumiRenderer): Promise<FittedCard> {
  const faults = await findUncovered(card);
  const sizes: Partial<Record<CardField, number>> = {};
  for (const text of fittedTexts(card)) {
    const size = await largestThatFits(card, text, renderer);
    if (size === undefined) faults.push(await tooLong(card, text, renderer));
    else sizes[text.field] = size;
  }
  return faults.length > 0 ? { faults } : { tree: cardTree(card, sizes) };
}

async function findUncovered(card: Card): Promise<CardFault[]> {
  const { family } = typographyOf(card);
  const fields: [CardField, string | undefined][] = [
    ['kicker', card.kicker],
    ['headline', card.headline],
    ['message', card.message],
    ['hashtag', card.hashtag],
  ];
  const faults: CardFault[] = [];
  for (const [field, text] of fields) {
    const [character] = await uncovered(text ?? '', family);
    if (character === undefined) continue;
    const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    faults.push({
      field,
      ruleId: 'card/missing-glyph',
      message: `Unexpected character \`${character}\` (U+${code}): the card’s font ${family} cannot draw it`,
      hint: /\p{Extended_Pictographic}/u.test(character)
        ? 'leave the picture character out of the card’s words'
        : 'write it with letters of the language',
    });
  }
  return faults;
}

async function largestThatFits(card: Card, text: FittedText, renderer: TakumiRenderer): Promise<number | undefined> {
  if (!(await fits(card, text, text.smallest, renderer))) return undefined;
  let low = Math.floor(text.smallest);
  let high = Math.floor(text.largest);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (await fits(card, text, middle, renderer)) low = middle;
    else high = middle - 1;
  }
  return Math.max(low, text.smallest);
}

async function fits(card: Card, text: FittedText, size: number, renderer: TakumiRenderer): Promise<boolean> {
  const measured = await renderer.measure(fittedElement(card, text, size), text.width, text.height * 8, card.language);
  return measured.height <= text.height + 0.5 && widest(measured) <= text.width + 0.5;
}

/** The widest line: a word that cannot be broken may stand out of its box. */
function widest(node: MeasuredNode): number {
  const own = node.runs.reduce(
    (most, run) => Math.max(most, run.width, run.x < 0 ? run.width - run.x : run.x + run.width),
    0,
  );
  return node.children.reduce((most, child) => Math.max(most, widest(child)), own);
}

async function tooLong(card: Card, text: FittedText, renderer: TakumiRenderer): Promise<CardFault> {
  const letters = [...new Intl.Segmenter(card.language).segment(text.text)].map(({ segment }) => segment);
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const shorter = { ...text, text: letters.slice(0, middle).join('') };
    if (await fits(card, shorter, text.smallest, renderer)) low = middle;
    else high = middle - 1;
  }
  const { width, height } = CARD_SIZES[card.size];
  return {
    field: text.field,
    ruleId: 'card/too-long',
    message: `Unexpected length: this text of ${letters.length} characters does not fit on the card of ${width}×${height}`,
    hint: `shorten it by about ${letters.length - low} characters, to ${low} or fewer`,
  };
}

/**
 * How far the ink of the fitted texts leaves the card's safe area, in pixels; 0 where none does. Nastaliq's letters leave
 * the boxes of their lines, so boxes alone say too little.
 */
export async function inkOutside(card: Card, renderer: TakumiRenderer): Promise<number> {
  const fitted = await fitCard(card, renderer);
  if (fitted.faults) return 0;
  const { width, height } = CARD_SIZES[card.size];
  const pixels = await renderer.drawPixels(onlyText(fitted.tree), width, height, card.language);
  let outside = 0;
  const edge = MARGIN / 3;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((pixels[(y * width + x) * 4 + 3] ?? 0) < 64) continue;
      outside = Math.max(outside, edge - x, edge - y, x - (width - edge), y - (height - edge));
    }
  }
  return outside;
}

function onlyText({ type, props: { style, children } }: CardElement): CardElement {
  const { backgroundImage: _image, backgroundColor: _colour, border: _border, ...rest } = style;
  return { type, props: { style: rest, children: typeof children === 'string' ? children : children.map(onlyText) } };
}
