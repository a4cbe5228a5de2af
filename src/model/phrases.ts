/** A text as words are compared: small letters, one form of each letter, no vowel signs, hyphens as spaces. */
export interface FoldedText {
  text: string;
  /** Offset in the original of each code unit of `text`, and its length as the last. */
  offsets: Uint32Array;
}

/** Where a phrase stands in a text: offsets in UTF-16 code units, the end excluded. */
export interface PhraseMatch<T> {
  value: T;
  from: number;
  to: number;
}

/**
 * Finds phrases as whole words, in any script: capitals, vowel signs (خُودکُشی), Arabic forms of Urdu letters (ي for ی, ك for
 * ک), hyphens and line breaks make no difference. Of phrases that start at the same word the longest counts.
 */
export function phraseFinder<T>(
  phrases: Iterable<readonly [phrase: string, value: T]>,
): (text: string) => PhraseMatch<T>[] {
  const byFirstWord = new Map<string, { rest: string; value: T }[]>();
  const firstWords = new Set<number>();
  /** Signs of a text that a phrase may take. */
  let reach = 0;
  for (const [phrase, value] of phrases) {
    const { text } = foldText(phrase);
    const from = firstWordStart(text);
    if (from === text.length) continue;
    const end = wordEnd(text, from);
    const word = text.slice(from, end);
    const same = byFirstWord.get(word) ?? [];
    same.push({ rest: text.slice(end, lastWordEnd(text)), value });
    byFirstWord.set(word, same);
    firstWords.add(hashOf(word));
    reach = Math.max(reach, MARKS * text.length);
  }
  for (const same of byFirstWord.values()) same.sort((a, b) => b.rest.length - a.rest.length);

  /** The phrase whose first word starts at an offset of the text as it is written. */
  const matchAt = (original: string, from: number): PhraseMatch<T> | undefined => {
    const { text, offsets } = foldText(original.slice(from, from + reach));
    const end = wordEnd(text, 0);
    const found = byFirstWord
      .get(text.slice(0, end))
      ?.find(({ rest }) => text.startsWith(rest, end) && !isOfWord(text.charCodeAt(end + rest.length)));
    return found && { value: found.value, from, to: from + (offsets[end + found.rest.length - 1] ?? 0) + 1 };
  };

  // Nearly all of the time goes by here, and hardly any word is one that a phrase starts with: words are told apart by a
  // number that is made as their letters pass, and nothing is cut out or copied before one is met.
  return (original) => {
    const matches: PhraseMatch<T>[] = [];
    let hash = 0;
    let start = -1;
    for (let at = 0; at <= original.length; at += 1) {
      const code = at < original.length ? foldedCode(original.charCodeAt(at)) : SPACE;
      if (code === DROPPED) continue;
      if (isOfWord(code)) {
        if (start < 0) start = at;
        hash = nextHash(hash, code);
        continue;
      }
      const match = start >= 0 && firstWords.has(hash) ? matchAt(original, start) : undefined;
      if (match) {
        matches.push(match);
        at = match.to - 1;
      }
      start = -1;
      hash = 0;
    }
    return matches;
  };
}

/** A phrase takes at most so many times its length, with vowel signs, joiners and spaces. */
const MARKS = 3;

function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at += 1) hash = nextHash(hash, word.charCodeAt(at));
  return hash;
}

function nextHash(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

function firstWordStart(text: string): number {
  let start = 0;
  while (start < text.length && !isOfWord(text.charCodeAt(start))) start += 1;
  return start;
}

function wordEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && isOfWord(text.charCodeAt(end))) end += 1;
  return end;
}

/** Where the last word ends: a full stop after it is no part of a phrase. */
function lastWordEnd(text: string): number {
  let end = text.length;
  while (end > 0 && !isOfWord(text.charCodeAt(end - 1))) end -= 1;
  return end;
}

/** For each code unit: 1 where words are made of it, 2 where not, 0 where nobody has asked yet. */
const OF_WORD = new Uint8Array(0x10000);

function isOfWord(code: number): boolean {
  // Half of a pair counts as a letter: most of what stands there in a text on health is none, and harms nothing.
  if (OF_WORD[code] === 0) OF_WORD[code] = /[\p{L}\p{N}\uD800-\uDFFF]/u.test(String.fromCharCode(code)) ? 1 : 2;
  return OF_WORD[code] === 1;
}

/** The text as words are compared. */
export function foldText(text: string): FoldedText {
  const codes = new Uint16Array(text.length);
  const offsets = new Uint32Array(text.length + 1);
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = foldedCode(text.charCodeAt(index));
    if (code === DROPPED) continue;
    // Spaces, line breaks and hyphens beside each other are one space.
    if (code === SPACE && length > 0 && codes[length - 1] === SPACE) continue;
    codes[length] = code;
    offsets[length] = index;
    length += 1;
  }
  offsets[length] = text.length;
  return { text: decode(codes.subarray(0, length)), offsets: offsets.subarray(0, length + 1) };
}

const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });
const decode = (codes: Uint16Array) => utf16.decode(codes);

const DROPPED = 0xffff;
const SPACE = 0x20;
/** What is not known yet is 0. */
const FOLDED = new Uint16Array(0x10000);

function foldedCode(code: number): number {
  const known = FOLDED[code] ?? 0;
  if (known !== 0) return known;
  const folded = foldCharacter(code);
  FOLDED[code] = folded;
  return folded;
}

/** Letters that are written in one way on Urdu keyboards and in another on Arabic ones, or with a sign that many leave out. */
const SAME_LETTER: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ه: 'ہ',
  ة: 'ہ',
  ۃ: 'ہ',
  ە: 'ہ',
  '’': "'",
  ʼ: "'",
};

function foldCharacter(code: number): number {
  const character = String.fromCharCode(code);
  // Half of a pair: letters outside of the first plane are compared as they are.
  if (/[\uD800-\uDFFF]/.test(character)) return code;
  if (/[\s\p{Pd}]/u.test(character)) return SPACE;
  // Vowel signs, joiners, the stretched line inside a word, soft hyphens; and the marks of emphasis inside a phrase.
  if (/[\p{M}\p{Cf}\u0640*_~]/u.test(character)) return DROPPED;
  const [letter = character] = character.normalize('NFKD').toLowerCase();
  const same = SAME_LETTER[letter] ?? letter;
  return same.charCodeAt(0);
}
