import type { Network } from '../model/network.ts';
import type { Segment } from './segment.ts';
import { shortenAddress } from './shorten-address.ts';

// Invisible marks of direction end an address: they are never part of one.
const ADDRESS = /https?:\/\/[^\s<>"«»“”\u200E\u200F\u202A-\u202E\u2066-\u2069]+/giu;
// Bidi marks may stand right before `#`; a letter, a digit, `&` (as in &#39;), `/` or `#` may not.
const HASHTAG = /(?<![\p{L}\p{M}\p{N}_&/#])#([\p{L}\p{M}\p{N}_]+)/gu;
/** Bluesky's limit, the smallest of those known. */
const LONGEST_TAG = 64;

/**
 * Splits a text into words, links and hashtags. Only addresses with `https://` (or `http://`) are links: networks
 * disagree about the others. Punctuation after an address is not part of it.
 */
export function segmentText(text: string, network: Network): Segment[] {
  const marks = [...addressesIn(text, network), ...hashtagsIn(text)].toSorted((a, b) => a.start - b.start);
  const segments: Segment[] = [];
  let end = 0;
  for (const { start, length, segment } of marks) {
    // A `#` inside an address belongs to the address.
    if (start < end) continue;
    if (start > end) segments.push({ kind: 'text', text: text.slice(end, start) });
    segments.push(segment);
    end = start + length;
  }
  if (end < text.length) segments.push({ kind: 'text', text: text.slice(end) });
  return segments;
}

/**
 * The segment of an address as this network shows it. `href`: where it leads, if elsewhere than the address says; a network
 * that shows nothing but addresses shows that one.
 */
export function linkSegment(address: string, network: Network, href: string = address): Segment {
  const { link, linkWords } = network.text;
  const visible = linkWords === 'free' ? address : href;
  return { kind: 'link', shown: link === 'shortened' ? shortenAddress(visible) : visible, href };
}

interface Mark {
  start: number;
  length: number;
  segment: Segment;
}

function addressesIn(text: string, network: Network): Mark[] {
  return [...text.matchAll(ADDRESS)].flatMap(({ 0: found, index }) => {
    const address = withoutTrailingPunctuation(found);
    if (!URL.canParse(address)) return [];
    return [{ start: index, length: address.length, segment: linkSegment(address, network) }];
  });
}

function hashtagsIn(text: string): Mark[] {
  return [...text.matchAll(HASHTAG)].flatMap(({ 0: shown, 1: tag = '', index }): Mark[] =>
    /^\p{N}+$/u.test(tag) || [...tag].length > LONGEST_TAG
      ? []
      : [{ start: index, length: shown.length, segment: { kind: 'hashtag', shown, tag } }],
  );
}

function withoutTrailingPunctuation(address: string): string {
  const trimmed = address.replace(/[.,:;!?'’…،؛؟۔]+$/u, '');
  if (trimmed.endsWith(')') && !trimmed.includes('(')) return withoutTrailingPunctuation(trimmed.slice(0, -1));
  return trimmed;
}
