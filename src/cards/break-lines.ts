import type { WordWidth } from './word-widths.ts';

/** A text as its words, measured once, to try sizes and widths on. */
export interface MeasuredText {
  /** As multiples of the font size. */
  words: readonly number[];
  space: number;
  widest: number;
}

export function measureText(text: string, widthOf: WordWidth): MeasuredText {
  const words = text.trim().split(/\s+/u).map(widthOf);
  return { words, space: widthOf(' '), widest: Math.max(...words) };
}

/** Number of lines of a text in a width, which is a multiple of the font size: each takes as many words as it holds. */
export function countLines({ words, space }: MeasuredText, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of words) {
    const needed = used === 0 ? word : used + space + word;
    if (used > 0 && needed > width) {
      lines += 1;
      used = word;
    } else used = needed;
  }
  return lines;
}

/** Shaping a text whole may come to a little more than its words one by one. */
const SLACK = 1.006;

/**
 * The largest whole size in pixels at which a text has room, at least `smallest`; `undefined` where it has none.
 *
 * @param startRoom Room left free at the start of lines, as a multiple of the size.
 */
export function largestSize(
  text: MeasuredText,
  room: { width: number; height: number; leading: number; largest: number; smallest: number; isOneLine: boolean },
  startRoom: number,
): number | undefined {
  const { width, height, leading, largest, smallest, isOneLine } = room;
  const fits = (size: number) => {
    const line = (width / size - startRoom) / SLACK;
    if (text.widest > line) return false;
    const lines = countLines(text, line);
    return isOneLine ? lines === 1 : lines * leading * size <= height + 0.5;
  };
  if (fits(largest)) return largest;
  if (!fits(smallest)) return undefined;
  let low = Math.floor(smallest);
  let high = Math.floor(largest);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return Math.max(low, smallest);
}

/** The narrowest width, as a multiple of the size, at which a text has no more lines than in `width`: none ends on a lone word. */
export function balancedWidth(text: MeasuredText, width: number): { width: number; lines: number } {
  const line = width / SLACK;
  const lines = countLines(text, line);
  if (lines === 1) return { width, lines };
  let low = text.widest;
  let high = line;
  while (high - low > 0.02) {
    const middle = (low + high) / 2;
    if (countLines(text, middle) <= lines) high = middle;
    else low = middle;
  }
  return { width: Math.min(width, high * SLACK + 0.02), lines };
}
