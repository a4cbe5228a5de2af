/** A text in which one thing is written one way only, and where its signs stand in the text as it was. */
export interface NormalText {
  /** Latin digits, one hyphen, one apostrophe, one space, one form of each Urdu letter; no marks. */
  text: string;
  /** `text` in small letters, of the same length. */
  lower: string;
  /** The offset in the original of a sign of `text`. */
  originalOffset(offset: number): number;
}

/**
 * Digits of Urdu, Arabic and full width become Latin; hyphens, dashes and the minus become `-`; spaces of all widths one
 * space; ي ك ه ة and their like the letters of Urdu. What no reader sees goes: marks of direction, joiners and
 * non-joiners, soft hyphens, vowel marks.
 */
export function normaliseText(original: string): NormalText {
  if (!NEEDS_WORK.test(original)) return { text: original, lower: original.toLowerCase(), originalOffset: same };
  const removed: number[] = [];
  const text = original.replace(ODD, (sign, at: number) => {
    const plain = PLAIN_SIGNS.get(sign) ?? sign;
    if (plain === '') removed.push(at);
    return plain;
  });
  const lower = text.toLowerCase();
  return {
    text,
    lower: lower.length === text.length ? lower : lowerKeepingLength(text),
    originalOffset: removed.length === 0 ? same : (offset) => offsetBefore(removed, offset),
  };
}

// Most English text is plain already.
const NEEDS_WORK = /[^\x20-\x7e\n]/;

const DIGITS = '\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19';
const HYPHENS = '\u02D7\u2010-\u2015\u2212\uFE58\uFE63\uFF0D';
const SPACES = '\\t\u00A0\u2000-\u200A\u202F\u205F\u3000';
const UNSEEN = '\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF';
// Tatweel among them, which only stretches a word.
const VOWEL_MARKS = '\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED';

/** By sign, so that the Arabic letters are told apart here, where they look alike. */
const PLAIN: Readonly<Record<string, string>> = {
  '\u0622': '\u0627', // alef with madda → alef
  '\u0623': '\u0627', // alef with hamza above
  '\u0625': '\u0627', // alef with hamza below
  '\u0671': '\u0627', // alef wasla
  '\u0624': '\u0648', // waw with hamza → waw
  '\u0626': '\u06CC', // yeh with hamza → Farsi yeh
  '\u0649': '\u06CC', // alef maksura
  '\u064A': '\u06CC', // Arabic yeh
  '\u06D3': '\u06D2', // yeh barree with hamza → yeh barree
  '\u0643': '\u06A9', // Arabic kaf → keheh
  '\u0629': '\u06C1', // teh marbuta → heh goal
  '\u0647': '\u06C1', // Arabic heh
  '\u06C0': '\u06C1', // heh with yeh above
  '\u06C2': '\u06C1', // heh goal with hamza
  '\u06D5': '\u06C1', // ae
  '\u2018': "'",
  '\u2019': "'",
  '\u02BC': "'",
  '\uFF20': '@',
};

const ODD = new RegExp(`[${DIGITS}${HYPHENS}${SPACES}${UNSEEN}${VOWEL_MARKS}${Object.keys(PLAIN).join('')}]`, 'g');

/** What stands in the place of each odd sign; nothing for those that go. */
const PLAIN_SIGNS = new Map<string, string>(Object.entries(PLAIN));
for (let code = 0; code < 0x1_0000; code += 1) {
  const sign = String.fromCharCode(code);
  if (PLAIN_SIGNS.has(sign) || !new RegExp(ODD.source).test(sign)) continue;
  PLAIN_SIGNS.set(sign, digitOf(code) ?? (within(HYPHENS, sign) ? '-' : within(SPACES, sign) ? ' ' : ''));
}

function digitOf(code: number): string | undefined {
  const zero = [0x660, 0x6f0, 0xff10].find((first) => code >= first && code < first + 10);
  return zero === undefined ? undefined : String(code - zero);
}

function within(range: string, sign: string): boolean {
  return new RegExp(`[${range}]`).test(sign);
}

function same(offset: number): number {
  return offset;
}

/** `removed` holds the original offsets of signs that went, in order. */
function offsetBefore(removed: readonly number[], offset: number): number {
  let low = 0;
  let high = removed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((removed[middle] ?? 0) - middle <= offset) low = middle + 1;
    else high = middle;
  }
  return offset + low;
}

/** A few letters have no small form of the same length (İ): they stay as they are. */
function lowerKeepingLength(text: string): string {
  return text.replace(/\p{Lu}/gu, (letter) => {
    const lower = letter.toLowerCase();
    return lower.length === letter.length ? lower : letter;
  });
}
