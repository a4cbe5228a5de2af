import { forEachWord, isInArabicScript } from '../letters.ts';
import { anyWordOf } from '../phrases.ts';
import type { Spot } from '../spot.ts';
import { classesOfWord } from '../words/classes-of-words.ts';
import { FUNCTION_WORDS_URDU, NO_NAMES } from '../words/no-names.ts';
import { WORD, type WordClasses } from '../words/word-classes.ts';

/** A word with its place in the sentence, in small letters. */
export interface PlacedWord {
  start: number;
  end: number;
  word: string;
  classes: WordClasses;
}

/** Words that follow each other and may be one person's name. Offsets are those of the sentence. */
export interface NameRun {
  start: number;
  end: number;
  words: readonly PlacedWord[];
  /** Whether it stands where only a name stands, whatever it is: after `ولد`, before `نامی`. */
  isCued: boolean;
}

const ANY_NAME = WORD.name | WORD.maybeName;

/** Everything in a sentence that may be a name: runs of capitals, known names in Arabic script, and what stands at a cue. */
export function nameRunsIn(spot: Spot): NameRun[] {
  if (spot.options.where === 'file-name') return knownRuns(wordsIn(spot), spot);
  const arabic = isInArabicScript(spot.lower) ? runsInArabicScript(spot) : [];
  return [...runsOfCapitals(spot), ...arabic];
}

const CAPITALS = new RegExp(
  [
    '(?<![\\p{L}\\p{N}@/._-])(?:\\p{Lu}\\.(?: ?\\p{Lu}\\.)* )?',
    "\\p{Lu}[\\p{L}'-]*(?: (?:(?:ul|ud|un|al|bin|bint|ibn|de|da|van|von|of|the)[ -])?\\p{Lu}[\\p{L}'-]*\\.?)*",
  ].join(''),
  'gu',
);

function runsOfCapitals(spot: Spot): NameRun[] {
  return [...spot.text.matchAll(CAPITALS)].flatMap(({ index, 0: written }) => {
    // Gulshan-e-Iqbal, Shahrah-e-Faisal: places.
    if (written.includes('-e-')) return [];
    const end = index + written.replace(/(?:'s?|\.)$/, '').length;
    return splitAtWords(wordsIn(spot, index, end), spot.text.search(/\p{L}/u));
  });
}

/** `When Shahid Mehmood`: a word that only begins the sentence is no part of the name; nor is `Health` of `Health Minister`. */
function splitAtWords(words: readonly PlacedWord[], sentenceStart: number): NameRun[] {
  const runs: PlacedWord[][] = [[]];
  for (const word of words) {
    if (isPlainWord(word, sentenceStart) || (word.word.length === 1 && words.length === 1)) runs.push([]);
    else runs.at(-1)?.push(word);
  }
  return runs.filter((run) => run.length > 0).map(runOf);
}

/** Classes of words that begin an institution's, a place's or an illness's name and not a person's. */
const NO_PERSON =
  WORD.health |
  WORD.role |
  WORD.service |
  WORD.town |
  WORD.street |
  WORD.month |
  WORD.study |
  WORD.occasion |
  WORD.product |
  WORD.group;

function isPlainWord({ word, classes, start }: PlacedWord, sentenceStart: number): boolean {
  if (classes & WORD.name) return false;
  if (NO_NAMES.has(word)) return true;
  if (classes & NO_PERSON && !(classes & WORD.maybeName)) return true;
  return start === sentenceStart && classes !== 0 && !(classes & (WORD.maybeName | WORD.address));
}

function wordsIn({ lower }: Spot, from = 0, to = lower.length): PlacedWord[] {
  const words: PlacedWord[] = [];
  forEachWord(lower, from, to, (start, end) => {
    const word = lower.slice(start, end);
    words.push({ start, end, word, classes: classesOfWord(word) });
  });
  return words;
}

function runOf(words: readonly PlacedWord[]): NameRun {
  return { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0, words, isCued: false };
}

/** Names that the list knows and that follow each other. */
function knownRuns(words: readonly PlacedWord[], { lower }: Spot): NameRun[] {
  const runs: PlacedWord[][] = [];
  let last: PlacedWord | undefined;
  for (const word of words) {
    const isName = (word.classes & ANY_NAME) !== 0;
    if (isName && last && /^[ _.-]{1,2}$/.test(lower.slice(last.end, word.start))) runs.at(-1)?.push(word);
    else if (isName) runs.push([word]);
    last = isName ? word : undefined;
  }
  return runs.map(runOf);
}

function runsInArabicScript(spot: Spot): NameRun[] {
  const known = knownRuns(
    wordsIn(spot).filter(({ word }) => isInArabicScript(word)),
    spot,
  );
  const cued = [...spot.lower.matchAll(CUED)].flatMap(({ index, 0: written, 1: after, 2: before }): NameRun[] => {
    const name = after ?? before ?? '';
    const start = index + written.lastIndexOf(name);
    const run = { ...runOf(wordsIn(spot, start, start + name.length)), isCued: true };
    return run.words.some(isOrdinary) ? [] : [run];
  });
  const covers = (run: NameRun, other: NameRun) => run.start <= other.start && other.start < run.end;
  return [
    ...known.map((run) => ({ ...run, isCued: cued.some((other) => covers(run, other)) })),
    ...cued.filter((run) => !known.some((other) => covers(other, run))),
  ];
}

function isOrdinary({ word, classes }: PlacedWord): boolean {
  return FUNCTION_WORDS_URDU.has(word) || (classes & ~(ANY_NAME | WORD.address | WORD.familyName)) !== 0;
}

/** Words of address that an unknown name may follow. */
const ELDERS = 'دادی|نانی|خالہ|پھوپھی|ماسی|آپا|باجی|چاچا|تایا';
/** What a name stands after, or before, whatever the name is. */
const CUED = anyWordOf(
  [
    `(?:${[
      '(?:مریضہ?|نومولود): ?|مریضہ (?=\\p{L}+،)|مسما[ۃہ] |ولد |بنت |زوجہ |محترمہ |مائی |نام[:،] ',
      'کا نام[:،]? (?=\\p{L}+(?: (?:ہے|تھا|تھی|اور|درج|لکھا|بتایا)|[،؛۔]|$))|(?:میرا|اس کا|ان کا) نام (?=\\p{L}+ (?:ہے|تھا|تھی))|ننھ[ےیا] (?=\\p{L}+(?: ک[ےیاو]| نے|،))',
      `(?:${ELDERS}) (?=\\p{L}+(?: (?:نے|کو|کا|کی|کے|اپن)|،))`,
    ].join('|')})(\\p{L}{3,})`,
    '(\\p{L}{3,})(?= (?:نامی|بی بی|بیگم|آپا|مائی)(?!\\p{L}))',
  ],
  'g',
);
