import type { MeasuredNode } from '@takumi-rs/core';
import type { Fault } from '../model/problem.ts';
import { balancedWidth, largestSize, measureText } from './break-lines.ts';
import type { Card, CardField } from './card.ts';
import { CARD_SIZES } from './card-sizes.ts';
import {
  type CardElement,
  cardTree,
  type FittedField,
  type FittedText,
  fittedElement,
  fittedTexts,
  plainSetting,
  type SetText,
  type Setting,
} from './card-tree.ts';
import { uncovered } from './fonts.ts';
import { findInk, type Ink } from './ink.ts';
import { isolate } from './isolate.ts';
import type { TakumiRenderer } from './takumi-renderer.ts';
import { LATIN, typographyOf } from './typography.ts';
import { wordWidths } from './word-widths.ts';

/** A text of a card that cannot be drawn as it is. */
export interface CardFault extends Fault {
  /** `brand`: the organisation's colours. */
  field: CardField | 'brand';
}

export type FittedCard = { setting: Setting; faults?: never } | { setting?: never; faults: CardFault[] };

/** Each step down from a size at which ink leaves its room. */
const SHRINK = 0.94;
/** Room at the start of lines for letters that reach out of them, as a multiple of the size. */
const START_ROOM = 0.25;
/** Width of a space as a multiple of the font size; no font here has a wider one. */
const HANGING_SPACE = 0.3;
/** How the middle of a card is shared out between the headline and the rest, one after the other until all have room. */
const LEANS = [0, 0.3, -0.4] as const;

/**
 * How each text of a card is set, as large as its box allows, or what stands in the way: a character the font lacks, or
 * a text too long at the smallest size that can still be read. Nothing is ever cut off.
 */
export async function fitCard(card: Card, renderer: TakumiRenderer): Promise<FittedCard> {
  const faults = await findUncovered(card);
  const { setting, tooLong } = await setTexts(card, renderer);
  for (const text of tooLong) faults.push(await lengthFault(card, text, renderer));
  return faults.length > 0 ? { faults } : { setting };
}

/**
 * What stands in the way of drawing a card, without looking for the best setting: enough to know whether it can be drawn.
 */
export async function findCardFaults(card: Card, renderer: TakumiRenderer): Promise<CardFault[]> {
  const faults = await findUncovered(card);
  const surely = await Promise.all(fittedTexts(card).map((text) => surelyFits(card, text)));
  if (surely.every(Boolean)) return faults;
  const { tooLong } = await setTexts(card, renderer);
  for (const text of tooLong) faults.push(await lengthFault(card, text, renderer));
  return faults;
}

type TextOfContent = FittedText & { field: CardField };

/** Texts that are no field of content are set as small as need be. */
function isOfContent(text: FittedText): text is TextOfContent {
  return CONTENT_FIELDS.has(text.field);
}

const CONTENT_FIELDS: ReadonlySet<string> = new Set<CardField>([
  'headline',
  'message',
  'kicker',
  'hashtag',
  'detail',
  'credit',
]);

async function setTexts(card: Card, renderer: TakumiRenderer): Promise<{ setting: Setting; tooLong: TextOfContent[] }> {
  let first: { setting: Setting; tooLong: TextOfContent[] } | undefined;
  for (const lean of LEANS) {
    const texts = fittedTexts(card, lean);
    const setting = await quickSetting(card, texts, renderer);
    const tooLong: TextOfContent[] = [];
    for (const text of texts) {
      if (setting[text.field]) continue;
      const set = await setText(card, text, renderer);
      if (set) setting[text.field] = set;
      else if (isOfContent(text)) tooLong.push(text);
    }
    if (tooLong.length === 0) return { setting, tooLong };
    first ??= { setting, tooLong };
    // Only texts that share their room have something to give each other.
    const sharing = texts.filter(({ isOneLine }) => !isOneLine);
    if (sharing.length < 2 || tooLong.some(({ isOneLine }) => isOneLine)) break;
  }
  return first ?? { setting: {}, tooLong: [] };
}

/**
 * The settings that follow from the widths of words. The renderer lays them out once, all together: what it sets otherwise, it is
 * left out here and has to be tried.
 */
async function quickSetting(
  card: Card,
  texts: readonly FittedText[],
  renderer: TakumiRenderer,
): Promise<Partial<Record<FittedField, SetText>>> {
  const setting: Partial<Record<FittedField, SetText>> = {};
  const lines = new Map<FittedField, number>();
  for (const text of texts) {
    const quick = await quickText(card, text, renderer);
    if (!quick) continue;
    setting[text.field] = quick.set;
    lines.set(text.field, quick.lines);
  }
  const { width, height } = CARD_SIZES[card.size];
  const tree = cardTree(card, setting);
  const laid = await renderer.measure(tree, width, height, card.language);
  for (const [{ field }, measured] of fieldsIn(tree, laid)) {
    const set = field && setting[field];
    if (!field || !set) continue;
    const expected = (lines.get(field) ?? 1) * set.leading * set.size;
    const isAsExpected = measured.height <= expected + 1 && widest(measured, set.size) <= set.width + 0.5;
    if (!isAsExpected) delete setting[field];
  }
  return setting;
}

async function quickText(
  card: Card,
  text: FittedText,
  renderer: TakumiRenderer,
): Promise<{ set: SetText; lines: number } | undefined> {
  const measured = measureText(isolate(text.text), await wordWidths(familyOf(card, text), text.weight));
  const checksInk = typographyOf(card).leavesLines && !text.isOneLine;
  const startRoom = checksInk ? START_ROOM : 0;
  let size = largestSize(measured, text, startRoom);
  while (size !== undefined) {
    const { width, lines } = text.isOneLine
      ? { width: text.width / size, lines: 1 }
      : balancedWidth(measured, text.width / size - startRoom);
    const set = { ...plainSetting(text, size), width: width * size };
    if (!checksInk) return { set, lines };
    const inked = withInk(set, await findInk(card, text, set, renderer));
    if (lines * inked.leading * size + inked.inkAbove + inked.inkBelow <= text.height + 0.5)
      return { set: inked, lines };
    size = size > text.smallest ? Math.max(text.smallest, size * SHRINK) : undefined;
  }
  return undefined;
}

/** The elements with a text of the card, each with what the renderer made of it. */
function fieldsIn(element: CardElement, measured: MeasuredNode): [CardElement, MeasuredNode][] {
  if (element.field) return [[element, measured]];
  const { children } = element.props;
  if (typeof children === 'string') return [];
  return children.flatMap((child, index) => {
    const laid = measured.children[index];
    return laid ? fieldsIn(child, laid) : [];
  });
}

function familyOf(card: Card, { field }: FittedText): string {
  return field === 'host' ? LATIN.family : typographyOf(card).family;
}

/** Whether a text fits at its smallest size beyond doubt, be its lines ever so far apart; `false` where only trying tells. */
async function surelyFits(card: Card, text: FittedText): Promise<boolean> {
  if (!isOfContent(text)) return true;
  const measured = measureText(isolate(text.text), await wordWidths(familyOf(card, text), text.weight));
  const checksInk = typographyOf(card).leavesLines && !text.isOneLine;
  const room = {
    ...text,
    width: text.width * 0.98,
    largest: text.smallest,
    leading: text.leading * (checksInk ? 1.5 : 1),
  };
  return largestSize(measured, room, checksInk ? START_ROOM : 0) !== undefined;
}

async function findUncovered(card: Card): Promise<CardFault[]> {
  const { family } = typographyOf(card);
  const fields: [CardField, string | undefined][] = [
    ['kicker', card.kicker],
    ['headline', card.headline],
    ['message', card.message],
    ['hashtag', card.hashtag],
    ['detail', card.detail],
    ['credit', card.credit],
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
    const set = { ...lines, width: await triedWidth(card, text, lines, renderer) };
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
  const inked = withInk(set, await findInk(card, text, set, renderer));
  const { height } = await measure(card, text, inked, renderer);
  return height + inked.inkAbove + inked.inkBelow <= text.height + 0.5 ? inked : undefined;
}

function withInk(set: SetText, ink: Ink): SetText {
  const leading = Math.max(set.leading, ink.leading);
  return {
    ...set,
    leading,
    shift: Math.min(ink.start, START_ROOM) * set.size,
    inkAbove: Math.max(0, ink.aboveMiddle - leading / 2) * set.size,
    inkBelow: Math.max(0, ink.belowMiddle - leading / 2) * set.size,
  };
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
async function triedWidth(card: Card, text: FittedText, set: SetText, renderer: TakumiRenderer): Promise<number> {
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

async function lengthFault(card: Card, text: TextOfContent, renderer: TakumiRenderer): Promise<CardFault> {
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
