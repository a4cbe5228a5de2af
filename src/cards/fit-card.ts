import type { MeasuredNode } from '@takumi-rs/core';
import type { Fault } from '../model/problem.ts';
import { CARD_SIZES, type Card, type CardField } from './card.ts';
import {
  type CardElement,
  cardTree,
  type FittedText,
  fittedElement,
  fittedTexts,
  plainSetting,
  type SetText,
} from './card-tree.ts';
import { uncovered } from './fonts.ts';
import { findInk } from './ink.ts';
import type { TakumiRenderer } from './takumi-renderer.ts';
import { typographyOf } from './typography.ts';

/** A text of a card that cannot be drawn as it is. */
export interface CardFault extends Fault {
  field: CardField;
}

export type FittedCard = { tree: CardElement; faults?: never } | { tree?: never; faults: CardFault[] };

/** Each step down from a size at which ink leaves its room. */
const SHRINK = 0.94;
/** Room at the start of lines for letters that reach out of them, as a multiple of the size. */
const START_ROOM = 0.25;
/** Width of a space as a multiple of the font size; no font here has a wider one. */
const HANGING_SPACE = 0.3;

/**
 * The card's tree with each text as large as its box allows, or what stands in the way: a character the font lacks, or
 * a text too long at the smallest size that can still be read. Nothing is ever cut off.
 */
export async function fitCard(card: Card, renderer: TakumiRenderer): Promise<FittedCard> {
  const faults = await findUncovered(card);
  const setting: Partial<Record<FittedText['field'], SetText>> = {};
  for (const text of fittedTexts(card)) {
    const set = await setText(card, text, renderer);
    if (set) setting[text.field] = set;
    // The organisation's name is no field of this content: it is set as small as need be.
    else if (text.field !== 'organisation') faults.push(await tooLong(card, { ...text, field: text.field }, renderer));
  }
  return faults.length > 0 ? { faults } : { tree: cardTree(card, setting) };
}

/**
 * What stands in the way of drawing a card, without looking for the best setting: enough to know whether it can be drawn.
 */
export async function findCardFaults(card: Card, renderer: TakumiRenderer): Promise<CardFault[]> {
  const faults = await findUncovered(card);
  for (const text of fittedTexts(card)) {
    if (text.field === 'organisation' || (await fitsAtSmallest(card, text, renderer))) continue;
    if (await setText(card, text, renderer)) continue;
    faults.push(await tooLong(card, { ...text, field: text.field }, renderer));
  }
  return faults;
}

/** Whether a text has room at its smallest size, be its lines ever so far apart; `false` where only trying tells. */
async function fitsAtSmallest(card: Card, text: FittedText, renderer: TakumiRenderer): Promise<boolean> {
  const checksInk = typographyOf(card).leavesLines && !text.isOneLine;
  const width = text.width - (checksInk ? START_ROOM * text.smallest : 0);
  const set = plainSetting({ ...text, width });
  const measured = await measure(card, text, checksInk ? { ...set, leading: set.leading * 1.5 } : set, renderer);
  const room = text.isOneLine ? text.smallest * text.leading * 1.5 : text.height;
  return measured.height <= room && widest(measured, text.smallest) <= width;
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
        : /\p{L}|\p{M}/u.test(character)
          ? 'write it with letters of the language; a language in another script needs a font in src/cards/fonts.ts'
          : 'leave it out of the card’s words',
    });
  }
  return faults;
}

/** The largest setting at which a text and its ink stand in their room; `undefined` where none does. */
async function setText(card: Card, text: FittedText, renderer: TakumiRenderer): Promise<SetText | undefined> {
  const checksInk = typographyOf(card).leavesLines && !text.isOneLine;
  let size = await largestThatFits(card, text, checksInk ? START_ROOM : 0, renderer);
  while (size !== undefined) {
    const lines = plainSetting({ ...text, width: text.width - (checksInk ? START_ROOM * size : 0) }, size);
    const set = { ...lines, width: await balancedWidth(card, text, lines, renderer) };
    const inked = checksInk ? await keepInk(card, text, set, renderer) : set;
    if (inked) return inked;
    size = size > text.smallest ? Math.max(text.smallest, size * SHRINK) : undefined;
  }
  return undefined;
}

/** The setting with its lines as far apart as their ink asks for; `undefined` where it then needs more than its room. */
async function keepInk(
  card: Card,
  text: FittedText,
  set: SetText,
  renderer: TakumiRenderer,
): Promise<SetText | undefined> {
  const ink = await findInk(card, text, set, renderer);
  const leading = Math.max(set.leading, ink.leading);
  const inked = {
    ...set,
    leading,
    shift: Math.min(ink.start, START_ROOM) * set.size,
    inkAbove: Math.max(0, ink.aboveMiddle - leading / 2) * set.size,
    inkBelow: Math.max(0, ink.belowMiddle - leading / 2) * set.size,
  };
  const { height } = await measure(card, text, inked, renderer);
  return height + inked.inkAbove + inked.inkBelow <= text.height + 0.5 ? inked : undefined;
}

/** @param startRoom Room left free at the start of lines, as a multiple of the size. */
async function largestThatFits(
  card: Card,
  text: FittedText,
  startRoom: number,
  renderer: TakumiRenderer,
): Promise<number | undefined> {
  const fits = async (size: number) => {
    const set = plainSetting({ ...text, width: text.width - startRoom * size }, size);
    const measured = await measure(card, text, set, renderer);
    const room = text.isOneLine ? size * text.leading * 1.5 : text.height;
    return measured.height <= room + 0.5 && widest(measured, size) <= set.width + 0.5;
  };
  // Most texts that stand on one line have room for the largest size.
  if (await fits(text.largest)) return text.largest;
  if (!(await fits(text.smallest))) return undefined;
  let low = Math.floor(text.smallest);
  let high = Math.floor(text.largest) - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (await fits(middle)) low = middle;
    else high = middle - 1;
  }
  return Math.max(low, text.smallest);
}

/** The narrowest width at which a text has no more lines than at its whole width: so none ends on a lone word. */
async function balancedWidth(card: Card, text: FittedText, set: SetText, renderer: TakumiRenderer): Promise<number> {
  const whole = await measure(card, text, set, renderer);
  if (text.isOneLine || whole.height < set.size * set.leading * 1.5) return set.width;
  // Lines of the same length would be as wide as the mean.
  const lines = Math.round(whole.height / (set.size * set.leading));
  let low = Math.floor(totalWidth(whole) / lines) - 1;
  let high = Math.min(set.width, Math.ceil(widest(whole, set.size) + HANGING_SPACE * set.size));
  while (high - low > 8) {
    const middle = Math.ceil((low + high) / 2);
    const measured = await measure(card, text, { ...set, width: middle }, renderer);
    if (measured.height <= whole.height + 0.5 && widest(measured, set.size) <= middle + 0.5) high = middle;
    else low = middle;
  }
  return high;
}

function measure(card: Card, text: FittedText, set: SetText, renderer: TakumiRenderer): Promise<MeasuredNode> {
  return renderer.measure(fittedElement(card, text, set), text.width, text.height * 8, card.language);
}

/** The widest line, in pixels: a word that cannot be broken may stand out of its box. */
function widest(node: MeasuredNode, size: number): number {
  const own = node.runs.map(({ text, x, width }) => {
    const reach = x < 0 ? width - x : x + width;
    // The space at which a line breaks hangs out of it and has no ink.
    return /\s$/.test(text) ? reach - size * HANGING_SPACE : reach;
  });
  return Math.max(0, ...own, ...node.children.map((child) => widest(child, size)));
}

function totalWidth({ runs, children }: MeasuredNode): number {
  return runs.reduce((sum, { width }) => sum + width, 0) + children.reduce((sum, child) => sum + totalWidth(child), 0);
}

async function tooLong(
  card: Card,
  text: FittedText & { field: CardField },
  renderer: TakumiRenderer,
): Promise<CardFault> {
  const letters = [...new Intl.Segmenter(card.language).segment(text.text)].map(({ segment }) => segment);
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const shorter = { ...text, text: letters.slice(0, middle).join('') };
    if (await setText(card, shorter, renderer)) low = middle;
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
