import { isInArabicScript } from './letters.ts';
import type { NormalText } from './normalise-text.ts';
import { anyOf, anyWordOf, wordSet } from './phrases.ts';
import { classesOfWord } from './words/classes-of-words.ts';
import { ENDS_OF_TOWNS } from './words/towns.ts';
import { ONE_PERSON, WORD, type WordClasses } from './words/word-classes.ts';

/** What is known of a sentence without looking into it. Offsets are those of the normal text. */
export interface Sentence {
  start: number;
  end: number;
  /** What its words tell, added up. */
  classes: WordClasses;
  digits: number;
  /** Whether a word that tells nothing starts with a capital, as names do. */
  hasUnknownCapital: boolean;
  /** Whether an `@` or a `/` stands in it, as in addresses. */
  hasAddressSign: boolean;
}

/** How many words after `every`, `your`, `if` speak of anyone and not of somebody. */
const REACH_OF_ANYONE = 3;
/** How many words after `the`, `her`, `old` may be the one that is meant. */
const REACH_OF_POINTER = 4;

/** Adds up what the words of one sentence tell, each in the light of those before it. */
export class SentenceReader {
  readonly #normal: NormalText;
  readonly #start: number;
  readonly #isFileName: boolean;
  #classes = 0;
  #digits = 0;
  #hasUnknownCapital = false;
  #hasAddressSign = false;
  /** The last word, whose classes the next one may change. */
  #last = '';
  #lastClasses = 0;
  #lastEnd = -1;
  #followsDigit = false;
  #anyoneFor = 0;
  #pointedFor = 0;
  /** Whether a `patient` stood there of whom only the whole sentence tells whether that is one person. */
  #hasUnclearPatient = false;

  constructor(normal: NormalText, start: number, isFileName: boolean) {
    this.#normal = normal;
    this.#start = start;
    this.#isFileName = isFileName;
  }

  takeDigit(): void {
    this.#digits += 1;
    this.#followsDigit = true;
  }

  takeAddressSign(): void {
    this.#hasAddressSign = true;
  }

  takeWord(start: number, end: number): void {
    const { text, lower } = this.#normal;
    const word = lower.slice(start, end);
    const classes = this.#classesHere(word, start);
    if (classes === 0 && this.#last !== '' && isCapital(text, lower, start))
      this.#hasUnknownCapital ||= end - start > LONGEST_ACRONYM || !isCapital(text, lower, end - 1);
    this.#classes |= this.#lastClasses;
    this.#lastClasses = classes;
    this.#followsDigit = false;
    this.#last = word;
    this.#lastEnd = end;
  }

  #classesHere(word: string, start: number): WordClasses {
    if (start === this.#lastEnd + 1 && endsTown(this.#last, word)) {
      // وزیر آباد, Rahim Yar Khan: a town, and no minister and nobody’s name.
      this.#lastClasses = 0;
      return WORD.town;
    }
    if (POSTPOSITIONS.has(word)) {
      if (PRONOUNS.has(this.#last)) return WORD.pronoun;
      return this.#last === PATIENT && this.#hasUnclearPatient && this.#anyoneFor === 0 ? PATIENT_CLASSES : 0;
    }
    if (OURS.has(word)) this.#anyoneFor = 0;
    const classes = classesOfWord(word);
    if (classes & WORD.anyone) {
      this.#anyoneFor = REACH_OF_ANYONE;
      return classes;
    }
    if (word === PATIENT || word === 'mareez' || (word === 'patient' && ARTICLES.has(this.#last))) {
      this.#hasUnclearPatient ||= !this.#followsDigit && this.#anyoneFor === 0;
      return WORD.health;
    }
    if (this.#anyoneFor > 0) {
      this.#anyoneFor -= 1;
      return classes & ~ONE_PERSON;
    }
    return this.#isSomebody(word, classes) ? classes : classes & ~ONE_PERSON;
  }

  /** `Child health`, `from mother to child` speak of nobody: in English somebody is pointed at, as in `the child`. */
  #isSomebody(word: string, classes: WordClasses): boolean {
    const isUrdu = word.charCodeAt(0) > 0x5ff;
    if (isUrdu || this.#isFileName) return true;
    if (POINTERS.has(word)) this.#pointedFor = REACH_OF_POINTER + 1;
    const isPointed = this.#pointedFor > 0 || this.#last === '' || (classes & WORD.kin) !== 0 || SOMEBODY.has(word);
    if (this.#pointedFor > 0) this.#pointedFor -= 1;
    return isPointed;
  }

  /** The sentence, which ends here. */
  finish(end: number): Sentence {
    const start = this.#start;
    const sentence = () => this.#normal.lower.slice(start, end);
    let classes = this.#classes | this.#lastClasses;
    if (this.#hasUnclearPatient) classes |= isPatientOne(sentence()) ? PATIENT_CLASSES : WORD.group;
    if (classes & WORD.patient && ADVICE_URDU.test(sentence())) classes &= ~WORD.patient;
    return {
      start,
      end,
      classes,
      digits: this.#digits,
      hasUnknownCapital: this.#hasUnknownCapital,
      hasAddressSign: this.#hasAddressSign,
    };
  }
}

/** `Give a patient`, مریض … کریں is said of anyone; `a patient was`, مریض … گیا of one. */
function isPatientOne(sentence: string): boolean {
  return isInArabicScript(sentence) ? SINGULAR_END.test(sentence) : !ADVICE.test(sentence);
}

/** Whether a word makes a town of the one before it. */
export function endsTown(before: string, word: string): boolean {
  if (TOWN_ENDINGS.has(word)) return !FUNCTION_WORDS.has(before);
  return ENDS_OF_TOWNS.get(word)?.includes(before) ?? false;
}

function isCapital(text: string, lower: string, at: number): boolean {
  return text.charCodeAt(at) !== lower.charCodeAt(at);
}

const LONGEST_ACRONYM = 5;
const PATIENT_CLASSES = WORD.patient | WORD.person;
const PATIENT = 'مریض';
const OURS = wordSet('my our');
const ARTICLES = wordSet('a another one');
const POINTERS = wordSet(
  'a an the this that our my his her their one first second third oldest youngest old another same every s whose ko ka ki ke',
);
/** Words that mean one person by themselves. */
const SOMEBODY = wordSet(
  `he she his her him hers herself himself me mine myself someone somebody usay uska uski unka unki unhein unhain unhen mera meri
  mere meray mujhe`,
);
const POSTPOSITIONS = wordSet('کا کی کے کو نے ka ki ke ko ne');
const PRONOUNS = wordSet('اس ان انہوں جس جن والے والی us un jis wale wali');
const TOWN_ENDINGS = wordSet('آباد پور گڑھ');
const FUNCTION_WORDS = wordSet('کا کی کے کو نے سے میں پر اور غیر');
const ADVICE = anyWordOf(["must|should|do not|don't|never|if|can|may|always|unless|before you|please|give|ask|tell"]);
const SINGULAR_END = anyOf([
  '(?:ہے|تھا|تھی|گیا|گئی|ہوا|ہوئی|رہا|رہی|چکا|چکی|کیا|کی|دیا|دی|لیا|پڑا|پڑی|بسا)[\\s۔!"”’]*$|مریض:',
]);
const ADVICE_URDU = anyOf([
  `(?:${[
    'کریں|دیں|لیں|جائیں|آئیں|رکھیں|پلائیں|لگائیں|دکھائیں|بتائیں|لائیں|ڈالیں|چھوڑیں|نکلیں|پڑھیں|لکھیں|پوچھیں|کروائیں',
    'دیجیے|کیجیے|چاہیے|بنائیں|دھوئیں',
  ].join('|')})(?=[\\s۔!؛،]|$)`,
]);
