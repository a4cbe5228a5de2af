import type { PersonalDataKind, PersonalDataOptions } from './kinds.ts';
import { classesIn, type Passage } from './passage.ts';
import { anyOf } from './phrases.ts';
import type { Sentence } from './sentence-reader.ts';
import { ONE_PERSON, WORD, type WordClasses } from './words/word-classes.ts';

/** Something found in a sentence. Offsets are those of the normal text. */
export interface Find {
  kind: PersonalDataKind;
  start: number;
  end: number;
}

/** A sentence to look into, with what stands around it. */
export interface Spot {
  sentence: Sentence;
  options: PersonalDataOptions;
  /** The sentence, in the letters it was written in, and in small ones. */
  text: string;
  lower: string;
  /** What the words of the sentence tell. */
  own: WordClasses;
  /** What the words of the sentence and of its neighbours tell. */
  near: WordClasses;
  /** The sentence and its neighbours, in small letters. */
  around: string;
}

/** A family of identifiers: what of it stands in a sentence. */
export type Family = (spot: Spot) => Find[];

/** The sentence at an index of a passage. */
export function spotAt({ normal, sentences }: Passage, index: number, options: PersonalDataOptions): Spot {
  const sentence = sentences[index];
  if (!sentence) throw new RangeError(`a passage of ${sentences.length} sentences has none at ${index}`);
  const before = sentences[index - 1] ?? sentence;
  const after = sentences[index + 1] ?? sentence;
  return {
    sentence,
    options,
    text: normal.text.slice(sentence.start, sentence.end),
    lower: normal.lower.slice(sentence.start, sentence.end),
    own: sentence.classes,
    near: sentence.classes | before.classes | after.classes,
    around: normal.lower.slice(before.start, after.end),
  };
}

/** A find at offsets of the sentence. */
export function found({ sentence }: Spot, kind: PersonalDataKind, start: number, end: number): Find {
  return { kind, start: sentence.start + start, end: sentence.start + end };
}

/** Whether somebody in particular is spoken of. */
export function isAboutOne({ near }: Spot): boolean {
  return (near & ONE_PERSON) !== 0;
}

export function isAboutHealth({ near }: Spot): boolean {
  return (near & WORD.health) !== 0;
}

/** Whether a name stands in the sentence that is not said to be an official's. */
export function namesSomebody({ own }: Spot): boolean {
  return (own & WORD.name) !== 0 && (own & WORD.role) === 0;
}

/** What the words tell that stand up to `reach` signs before an offset of the sentence. */
export function classesBefore({ lower }: Spot, at: number, reach: number): WordClasses {
  return classesIn(lower, at - reach, at);
}

export function classesAfter({ lower }: Spot, at: number, reach: number): WordClasses {
  return classesIn(lower, at, at + reach);
}

/** Whether a number is only shown as a pattern to fill in: zeros, one digit again and again, or said to be an example. */
export function isPattern({ lower }: Spot, start: number, number: string): boolean {
  const digits = number.replace(/\D/g, '');
  if (/^(?:0*|(\d)\1{3,}|0?1234567890?\d*|\d{1,5}0{6,})$/.test(digits)) return true;
  return EXAMPLE.test(lower.slice(Math.max(0, start - 40), start));
}

const EXAMPLE = anyOf([
  `(?:${[
    'for example|e\\.g\\.?|for instance|such as|in the (?:style|form|format)(?: of)?',
    'جیسے|مثلا|مثال|نمونے کے طور پر|کی شکل میں|کی طرز پر|jaise|maslan',
  ].join('|')})[^\\d]{0,14}$`,
]);
