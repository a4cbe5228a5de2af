import type { CountUnit, Network } from '../model/network.ts';
import type { Segment } from './split-segments.ts';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Length of a post's text as the network counts it. */
export function countSegments(segments: readonly Segment[], { unit, link }: Network['text']): number {
  return segments.reduce(
    (sum, segment) =>
      sum + (segment.kind === 'link' && typeof link === 'number' ? link : countText(segment.text, unit)),
    0,
  );
}

export function countText(text: string, unit: CountUnit): number {
  switch (unit) {
    case 'grapheme':
      return [...graphemes.segment(text)].length;
    case 'code-point':
      return [...text].length;
    case 'utf-16':
      return text.length;
    case 'x-weighted':
      return weighX(text);
  }
}

// docs.x.com, "Counting characters", configuration v3: these code points weigh 1, all others 2; an emoji weighs 2 as a whole.
const LIGHT: readonly [number, number][] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
];

function weighX(text: string): number {
  let weight = 0;
  for (const { segment } of graphemes.segment(text.normalize('NFC'))) {
    if (/\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u.test(segment)) weight += 2;
    else for (const character of segment) weight += isLight(character.codePointAt(0) ?? 0) ? 1 : 2;
  }
  return weight;
}

function isLight(code: number): boolean {
  return LIGHT.some(([from, to]) => code >= from && code <= to);
}
