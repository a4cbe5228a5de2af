/**
 * The words of a text as they are looked for: what a reader types and what a page says become the same, however either was
 * written. The index and the query go through this one function, and nothing else does.
 *
 * Urdu and Arabic keyboards have different signs for the same letter (ي ى ی, ك ک, ه ہ ة ھ), marks are written by some and left out
 * by most, and digits come in three scripts. Endings are cut lightly: “boiling” and “boiled” are “boil”, “مچھروں” is “مچھر”.
 */
export function searchWords(text: string): string[] {
  return plainWords(text).map(stemOf);
}

/** The same with the endings left on. */
export function plainWords(text: string): string[] {
  return plainText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A text in small letters, without marks, each letter in its one form and each digit in Latin. */
export function plainText(text: string): string {
  return (
    text
      .normalize('NFKD')
      // Vowel signs and hamza above or below, in any script; the stretching sign; what joins, parts and turns letters unseen.
      .replace(/(?:\p{M}|\u200D|[\u0640\u0621\u200B\u200E\u200F\u2060-\u2069\uFEFF])/gu, '')
      .replaceAll('\u200C', ' ')
      .replace(/['’ʼ]/g, '')
      .toLowerCase()
      .replace(/[\u064A\u0649\u06CC\u06D0]/g, 'ی')
      .replace(/[\u0643\u06AA]/g, 'ک')
      .replace(/[\u0647\u0629\u06C1\u06C3\u06BE\u06D5]/g, 'ہ')
      .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
      .replace(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
  );
}

const IS_LATIN = /^[a-z]+$/;
const IS_ARABIC = /^[\u0600-\u06FF]+$/;

/** A word of `plainWords` without its ending. */
export function stemOf(word: string): string {
  if (IS_LATIN.test(word)) return stemOfLatin(word);
  if (IS_ARABIC.test(word)) return stemOfArabic(word);
  return word;
}

function stemOfLatin(word: string): string {
  if (word.length < 4) return word;
  let stem = word;
  if (stem.endsWith('ies') && stem.length > 4) stem = `${stem.slice(0, -3)}y`;
  else if (/(?:ss|x|ch|sh|o)es$/.test(stem)) stem = stem.slice(0, -2);
  else if (/[^sui]s$/.test(stem)) stem = stem.slice(0, -1);
  const cut = /^(.*[aeiouy].*?)(?:ing|ed)$/.exec(stem)?.[1];
  if (cut !== undefined && cut.length >= 3) stem = cut.replace(/([bdgmnprt])\1$/, '$1');
  return stem.length > 4 ? stem.replace(/e$/, '') : stem;
}

/** Urdu’s plurals and cases, Arabic’s article and plurals. At least two letters stay. */
function stemOfArabic(word: string): string {
  // Vomiting (الٹی) is no article.
  const bare = word.length > 4 && /^ال(?!ٹ)/.test(word) ? word.slice(2) : word;
  const ending = ENDINGS.find((one) => bare.endsWith(one) && bare.length - one.length >= 2);
  const stem = ending === undefined ? bare : bare.slice(0, -ending.length);
  // A short word that ends in alef keeps it: medicine (دوا) is not two (دو).
  if (stem.endsWith('ا')) return stem.length > 3 ? stem.slice(0, -1) : stem;
  return ending === undefined && stem.length > 2 ? stem.replace(/[ہیے]$/, '') : stem;
}

// The longer ones first.
const ENDINGS = ['یوں', 'یاں', 'ییں', 'وں', 'یں', 'ات', 'ون', 'ین'];
