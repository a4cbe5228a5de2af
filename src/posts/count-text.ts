import type { Network } from '../model/network.ts';
import { type Segment, shownText } from './segment.ts';

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });
const EMOJI = /^\p{RGI_Emoji}$/v;
/** Code points that X counts once; every other one counts twice. From the configuration, version 3, of its twitter-text. */
const X_SINGLE: readonly (readonly [number, number])[] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
];

/** The length of a text as the network counts it, in the network's unit. */
export function countText(segments: readonly Segment[], { text: { unit, link } }: Network): number {
  const counted = segments
    .map((segment) => (segment.kind === 'link' && typeof link === 'number' ? '-'.repeat(link) : shownText(segment)))
    .join('');
  switch (unit) {
    case 'grapheme':
      return countGraphemes(counted);
    case 'code-point':
      return [...counted].length;
    case 'utf-16':
      return counted.length;
    case 'x-weighted':
      return countForX(counted);
  }
}

function countGraphemes(text: string): number {
  // Printable ASCII and line feeds are a grapheme each; asking about every one takes long.
  if (/^[\n\x20-\x7e]*$/.test(text)) return text.length;
  let count = 0;
  for (const _ of GRAPHEMES.segment(text)) count += 1;
  return count;
}

/** X normalises a text first (NFC), counts an emoji as two however it is composed, and most letters as one. */
function countForX(text: string): number {
  let count = 0;
  for (const { segment } of GRAPHEMES.segment(text.normalize('NFC'))) {
    if (EMOJI.test(segment)) count += 2;
    else for (const character of segment) count += isSingleForX(character.codePointAt(0) ?? 0) ? 1 : 2;
  }
  return count;
}

function isSingleForX(codePoint: number): boolean {
  return X_SINGLE.some(([from, until]) => codePoint >= from && codePoint <= until);
}
