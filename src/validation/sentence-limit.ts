/** Words of a sentence after which many readers of English have lost its beginning. */
const ENGLISH_LIMIT = 20;

/**
 * Words that a language takes for what English says in a hundred: those of the Universal Declaration of Human Rights in
 * that language against its English text, counted by `Intl.Segmenter`. Urdu parts what English writes as one word (“کر رہے
 * ہیں”), Arabic joins article, “and” and “his” to their word. In this desk's own pages Urdu takes 123.
 */
const WORDS_FOR_A_HUNDRED: Readonly<Record<string, number>> = {
  en: 100,
  ar: 76,
  bn: 81,
  es: 109,
  fa: 104,
  fr: 111,
  hi: 112,
  pa: 115,
  ps: 127,
  skr: 123,
  ur: 121,
};
/** Of a language that is not among them: rather too long a sentence unsaid than a good one blamed. */
const UNKNOWN = 127;

/** The most words that a sentence of a language should have. */
export function sentenceLimit(language: string): number {
  const [base = ''] = language.split('-');
  const ratio = Object.hasOwn(WORDS_FOR_A_HUNDRED, base) ? WORDS_FOR_A_HUNDRED[base] : undefined;
  return Math.ceil((ENGLISH_LIMIT * (ratio ?? UNKNOWN)) / 100);
}
