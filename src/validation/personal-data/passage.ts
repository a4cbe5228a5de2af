import { type NormalText, normaliseText, pattern } from './normalise-text.ts';
import { classesOfWord } from './words/classes-of-words.ts';
import { WORD, type WordClasses } from './words/word-classes.ts';

/** A sentence of a passage. Offsets are those of the normal text. */
export interface Sentence {
  start: number;
  end: number;
  /** What its words tell, added up. */
  classes: WordClasses;
  digits: number;
  /** Whether a word that tells nothing starts with a capital, as names do. */
  hasUnknownCapital: boolean;
  /** Whether an `@` or a `/` stands in it, as in addresses. */
  hasAddress: boolean;
}

/** A text that was read once: its words told apart, its sentences known. */
export interface Passage {
  normal: NormalText;
  sentences: readonly Sentence[];
}

/** Reads a text. A file's name is one sentence. */
export function readPassage(original: string, isFileName: boolean): Passage {
  const normal = normaliseText(original);
  return { normal, sentences: sentencesOf(normal, isFileName) };
}

/** What the words of a part of a normal text in small letters tell, added up. */
export function classesIn(lower: string, from: number, to: number): WordClasses {
  let classes = 0;
  forEachWord(lower, Math.max(0, from), Math.min(lower.length, to), (start, end) => {
    classes |= classesOfWord(lower.slice(start, end));
  });
  return classes;
}

/** Calls with the start and end of each word: letters that follow each other. */
export function forEachWord(text: string, from: number, to: number, use: (start: number, end: number) => void): void {
  let start = -1;
  for (let at = from; at < to; at += 1) {
    if (isLetter(text.charCodeAt(at))) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      use(start, at);
      start = -1;
    }
  }
  if (start >= 0) use(start, to);
}

function sentencesOf(normal: NormalText, isFileName: boolean): Sentence[] {
  const { text, lower } = normal;
  const sentences: Sentence[] = [];
  let reader = new SentenceReader(normal, 0, isFileName);
  let wordStart = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isLetter(code)) {
      if (wordStart < 0) wordStart = at;
      continue;
    }
    if (wordStart >= 0) {
      reader.takeWord(wordStart, at);
      wordStart = -1;
    }
    if (code >= 0x30 && code <= 0x39) reader.takeDigit();
    else if (code === 0x40 || code === 0x2f) reader.takeAddressSign();
    else if (at === text.length || (!isFileName && isEnd(code) && endsSentence(text, lower, at))) {
      const end = Math.min(text.length, at + 1);
      sentences.push(reader.finish(end));
      reader = new SentenceReader(normal, end, isFileName);
    }
  }
  return sentences;
}

/** How many words after `every`, `your`, `if` speak of anyone and not of somebody. */
const REACH_OF_ANYONE = 3;
const ONE_PERSON = WORD.person | WORD.patient | WORD.kin | WORD.pronoun;

/** Adds up what the words of one sentence tell, each in the light of the one before it. */
class SentenceReader {
  readonly #normal: NormalText;
  readonly #start: number;
  readonly #isFileName: boolean;
  #classes = 0;
  #digits = 0;
  #hasUnknownCapital = false;
  #hasAddress = false;
  /** The last word, whose classes the next one may change. */
  #last = '';
  /** Whether one of the last words says which one is meant: `the`, `her`, `old`. */
  #pointed = 0;
  #lastClasses = 0;
  #lastEnd = -2;
  #wasDigit = false;
  #reach = 0;
  /** Whether a `patient` stood there of whom only the whole sentence tells whether that is one person. */
  #hasUnclearPatient = false;

  constructor(normal: NormalText, start: number, isFileName: boolean) {
    this.#isFileName = isFileName;
    this.#normal = normal;
    this.#start = start;
  }

  takeDigit(): void {
    this.#digits += 1;
    this.#wasDigit = true;
  }

  takeAddressSign(): void {
    this.#hasAddress = true;
  }

  takeWord(start: number, end: number): void {
    const { text, lower } = this.#normal;
    const word = lower.slice(start, end);
    const classes = this.#classesOf(word, start);
    this.#classes |= this.#lastClasses;
    this.#lastClasses = classes;
    if (classes === 0 && this.#last !== '' && text.charCodeAt(start) !== lower.charCodeAt(start)) this.#hasUnknownCapital ||= !isAcronym(text, lower, start, end);
    this.#wasDigit = false;
    this.#last = word;
    this.#lastEnd = end;
  }

  #classesOf(word: string, start: number): WordClasses {
    if (IN_TOWN_NAMES.has(word) && this.#last !== '' && start === this.#lastEnd + 1 && !FUNCTION_WORD.test(this.#last)) {
      this.#lastClasses = 0;
      return WORD.town;
    }
    if (POSTPOSITIONS.has(word)) {
      if (PRONOUNS.has(this.#last)) return WORD.pronoun;
      if (this.#last === 'مریض' && this.#hasUnclearPatient && this.#reach === 0) return WORD.patient | WORD.person;
      return 0;
    }
    if (word === 'my' || word === 'our') this.#reach = 0;
    const classes = classesOfWord(word);
    if (classes & WORD.anyone) {
      this.#reach = REACH_OF_ANYONE;
      return classes;
    }
    if (word === 'مریض' || word === 'mareez' || (word === 'patient' && ARTICLES.has(this.#last))) {
      if (!this.#wasDigit && this.#reach === 0) this.#hasUnclearPatient = true;
      return WORD.health;
    }
    if (this.#reach > 0) {
      this.#reach -= 1;
      return classes & ~ONE_PERSON;
    }
    // `Child health`, `from mother to child`: nobody in particular.
    const isLatin = word.charCodeAt(0) < 0x600;
    if (isLatin && POINTERS.has(word)) this.#pointed = REACH_OF_POINTER + 1;
    const isPointed = this.#isFileName || this.#pointed > 0 || this.#last === '' || PRONOUNS_ENGLISH.has(word);
    if (this.#pointed > 0) this.#pointed -= 1;
    return isLatin && !isPointed && (classes & WORD.kin) === 0 ? classes & ~ONE_PERSON : classes;
  }

  /** The sentence, which ends here. */
  finish(end: number): Sentence {
    const start = this.#start;
    let classes = this.#classes | this.#lastClasses;
    if (this.#hasUnclearPatient) classes |= this.#isOfOne(end) ? WORD.patient | WORD.person : WORD.group;
    if (classes & WORD.patient && ADVICE_URDU.test(this.#normal.lower.slice(start, end))) classes &= ~WORD.patient;
    return {
      start,
      end,
      classes,
      digits: this.#digits,
      hasUnknownCapital: this.#hasUnknownCapital,
      hasAddress: this.#hasAddress,
    };
  }

  /** `Give a patient`, مریض … کریں is said of anyone; `a patient was`, مریض … گیا of one. */
  #isOfOne(end: number): boolean {
    const sentence = this.#normal.lower.slice(this.#start, end);
    return /[\u0620-\u06d3]/.test(sentence) ? SINGULAR_END.test(sentence) : !ADVICE.test(sentence);
  }
}

function isAcronym(text: string, lower: string, start: number, end: number): boolean {
  return end - start < 6 && text.charCodeAt(end - 1) !== lower.charCodeAt(end - 1);
}

const REACH_OF_POINTER = 4;
const POINTERS = new Set(
  'a an the this that our my his her their one first second third oldest youngest old another same every s whose ko ka ki ke'.split(' '),
);
const PRONOUNS_ENGLISH = new Set(
  'he she his her him hers herself himself me mine myself someone somebody usay uska uski unka unki unhein unhain unhen mera meri mere meray mujhe'.split(' '),
);
const POSTPOSITIONS = new Set(['کا', 'کی', 'کے', 'کو', 'نے', 'ka', 'ki', 'ke', 'ko', 'ne']);
const PRONOUNS = new Set(['اس', 'ان', 'انہوں', 'جس', 'جن', 'والے', 'والی', 'us', 'un', 'jis', 'wale', 'wali']);
const ARTICLES = new Set(['a', 'another', 'one']);
const IN_TOWN_NAMES = new Set(['اباد', 'پور', 'گڑھ']);
const FUNCTION_WORD = /^(?:کا|کی|کے|کو|نے|سے|میں|پر|اور|غیر)$/;
const ADVICE = /\b(?:must|should|do not|don't|never|if|can|may|always|unless|before you|please|give|ask|tell)\b/;
const SINGULAR_END = pattern('(?:ہے|تھا|تھی|گیا|گئی|ہوا|ہوئی|رہا|رہی|چکا|چکی|کیا|کی|دیا|دی|لیا|پڑا|پڑی|بسا)[\\s۔!"”’]*$|مریض:');
const ADVICE_URDU = pattern(
  '(?:کریں|دیں|لیں|جائیں|آئیں|رکھیں|پلائیں|لگائیں|دکھائیں|بتائیں|لائیں|ڈالیں|چھوڑیں|نکلیں|پڑھیں|لکھیں|پوچھیں|کروائیں|دیجیے|کیجیے|چاہیے|بنائیں|دھوئیں)(?=[\\s۔!؛،]|$)',
);

/** Letters of all scripts. Digits are Latin and marks are gone by now. */
export function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  if (code < 0x600) return code >= 0xc0 && code !== 0xd7 && code !== 0xf7;
  if (code < 0x700) return code >= 0x620 && code !== 0x6d4 && (code < 0x660 || code > 0x66d);
  return code < 0x2000 || (code >= 0x3040 && code < 0xfe00) || (code >= 0xfe70 && code < 0xff00);
}

const isEnd = (code: number) =>
  code === 0x2e || code === 0x0a || code === 0x21 || code === 0x3f || code === 0x6d4 || code === 0x61f;

const SHORTENED = /(?:^|[^\p{L}])(?:no|nos|dr|mr|mrs|ms|prof|st|vs|al|ext|dept|approx|mt|sr|jr|e\.g|i\.e|\p{L})$/u;

function endsSentence(text: string, lower: string, at: number): boolean {
  if (text[at] !== '.') return true;
  const next = text.charCodeAt(at + 1);
  if (Number.isNaN(next)) return true;
  if (isLetter(next) || (next >= 0x30 && next <= 0x39) || next === 0x2f) return false;
  return !SHORTENED.test(lower.slice(Math.max(0, at - 6), at));
}
