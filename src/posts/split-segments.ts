/** A piece of a post's text: plain words, a link, or a hashtag. */
export type Segment =
  | { kind: 'text'; text: string }
  /** `text` is what readers see; it may be shorter than the address. */
  | { kind: 'link'; text: string; href: string }
  /** `text` starts with `#`; `tag` does not. */
  | { kind: 'hashtag'; text: string; tag: string };

const ADDRESS = /https:\/\/[^\s<>"“”()[\]]*[^\s<>"“”()[\].,;:!?،؛؟۔'’…]/u;
// As networks read them: after a space or at the start, letters of any script, not digits alone.
const HASHTAG = /(?<=^|[\s(“"'،؛])#(?!\p{N}+(?![\p{L}\p{M}\p{N}_]))[\p{L}\p{M}\p{N}_\u200C]+/u;
const EITHER = new RegExp(`${ADDRESS.source}|${HASHTAG.source}`, 'gu');

/** The text in pieces; joined, they are the text again. */
export function splitSegments(text: string): Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const match of text.matchAll(EITHER)) {
    if (match.index > end) segments.push({ kind: 'text', text: text.slice(end, match.index) });
    const [found] = match;
    segments.push(
      found.startsWith('#')
        ? { kind: 'hashtag', text: found, tag: found.slice(1) }
        : { kind: 'link', text: found, href: found },
    );
    end = match.index + found.length;
  }
  if (end < text.length) segments.push({ kind: 'text', text: text.slice(end) });
  return segments;
}
