import type { PersonalDataKind, PersonalDataOptions } from './kinds.ts';
import { classesIn, type Passage, type Sentence } from './passage.ts';
import { pattern } from './normalise-text.ts';
import { WORD, type WordClasses } from './words/word-classes.ts';

/** Something found in a sentence. Offsets are those of the normal text. */
export interface Find {
  kind: PersonalDataKind;
  start: number;
  end: number;
}

/** A sentence to look into, with what stands around it. */
export interface Spot {
  passage: Passage;
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

/** A family of identifiers. What it gives has offsets of the normal text. */
export type Family = (spot: Spot) => Find[];

const EMPTY: Sentence = { start: 0, end: 0, classes: 0, digits: 0, hasUnknownCapital: false, hasAddress: false };

export function spotAt(passage: Passage, index: number, options: PersonalDataOptions): Spot {
  const { normal, sentences } = passage;
  const sentence = sentences[index] ?? EMPTY;
  const first = sentences[index - 1] ?? sentence;
  const last = sentences[index + 1] ?? sentence;
  return {
    passage,
    sentence,
    options,
    text: normal.text.slice(sentence.start, sentence.end),
    lower: normal.lower.slice(sentence.start, sentence.end),
    own: sentence.classes,
    near: sentence.classes | first.classes | last.classes,
    around: normal.lower.slice(first.start, last.end),
  };
}

const ONE_PERSON = WORD.person | WORD.patient | WORD.kin | WORD.pronoun;

/** Whether somebody in particular is spoken of. */
export function isAboutOne({ near }: Spot): boolean {
  return (near & ONE_PERSON) !== 0;
}

/** Whether somebody in particular is spoken of in this very sentence. */
export function isAboutOneHere({ own }: Spot): boolean {
  return (own & ONE_PERSON) !== 0;
}

export function isAboutHealth({ near }: Spot): boolean {
  return (near & WORD.health) !== 0;
}

const INVENTED = pattern(
  "not (?:her|his|their|the) real name|names? (?:has|have|was|were|is|are)? ?(?:been )?(?:changed|not real|invented|made up)|changed names?|(?:name|names) in (?:this|these) stor(?:y|ies) (?:is|are) not|real names? (?:is|are) not|fictional|fictitious|imaginary|made[- ]up|pseudonym|imagine|suppose|supposing|let's say|let us say|for the exercise|role[- ]?play|in (?:the|this|our) (?:film|movie|play|drama|novel|cartoon|story)|let(?:'s| us) call (?:him|her|them)|we(?:'ll| will| shall)? call (?:him|her|them)|names? of [^.]{0,40}(?:altered|changed)|details (?:are |were )?(?:invented|changed)|cartoon|(?:film|movie|drama|novel|comic)\\b|a character|\\b(?:exercise|quiz|case study) ?\\d*:|what (?:would|do) you (?:do|say|ask)|in our comic|comic\\b|as we shall call|mr x|mrs x|\\bpatient x\\b|" +
    '(?:چلیں|آئیے) اسے|نام رکھ لیتے|فرضی|فرض کر|تصور کر|مثال کے طور پر|اصل نام نہیں|اصلی نام نہیں|نام (?:بدل|تبدیل)|بدلا ہوا نام|تبدیل شدہ|ڈرامے|ڈرامہ|فلم|ناول|کارٹون|خیالی|کہانی ک[اے] کردار|کردار |مشق کے لیے|farz kar|farzi|naam (?:badal|tabdeel)|asli naam nahi',
);

/** Whether the text says that it is about nobody: a changed name, an exercise, a film. */
export function isInvented({ around }: Spot): boolean {
  return INVENTED.test(around);
}

const YEAR = /(?<![\d.,:/-])(1[0-9]{3}|20[0-9]{2})(?![\d:]|[.,]\d)/g;
const LIVING = pattern('(?:born|dob|birth|since|until now|from|پیدائش|پیدا|سن|paidaish)[^.]{0,12}$');

const HIJRI = pattern('muharram|safar|rabi|jumada|rajab|sha.?ba|ram[ad]*[zd]|shaww?a|z(?:il|ul)|dh?ul|\\bah\\b|hijri|محرم|صفر|ربیع|جمادی|رجب|شعبان|رمضان|شوال|ذی|ذوال|ہجری|ھ');

/** Known to everyone by their whole names; several of them died less than fifty years ago. */
const FAMOUS = pattern(
  '\\b(?:ruth (?:katherina martha )?pfau|abdul sattar edhi|bilquis edhi|florence nightingale|louis pasteur|edward jenner|robert koch|alexander fleming|john snow|marie curie|ronald ross|jonas salk|albert sabin|joseph lister|ignaz semmelweis|ibn sina|al[- ]razi|allama iqbal|muhammad ali jinnah|quaid[- ]e[- ]azam|fatima jinnah|mary mallon|frida kahlo|henrietta lacks|princess diana|freddie mercury|stephen hawking|mother teresa|nelson mandela|hippocrates)\\b|روتھ فاؤ|ستار ایدھی|بلقیس ایدھی|فلورنس نائٹ|لوئی پاسچر|ایڈورڈ جینر|رابرٹ کوخ|الیگزینڈر فلیمنگ|جان سنو|میری کیوری|رونالڈ راس|جوناس سالک|ابن سینا|علامہ اقبال|محمد علی جناح|قائد اعظم|فاطمہ جناح|مدر ٹریسا|نیلسن منڈیلا|بقراط|زکریا رازی',
);

/**
 * Whether this is history: a year of more than fifty years ago that is not a birth's. HIPAA protects nobody who died that
 * long ago (45 CFR 160.103, “protected health information”, 2(iv)).
 */
export function isHistory({ around, options }: Spot): boolean {
  if (FAMOUS.test(around)) return true;
  for (const match of around.matchAll(YEAR)) {
    if (Number(match[1]) > options.year - 50) continue;
    if (HIJRI.test(around.slice(Math.max(0, match.index - 20), match.index + 14))) continue;
    if (!LIVING.test(around.slice(Math.max(0, match.index - 30), match.index))) return true;
  }
  return false;
}

/** What the words before and after a find tell, as far as `reach` signs. */
export function classesBefore(spot: Spot, at: number, reach: number): WordClasses {
  return classesIn(spot.lower, at - reach, at);
}

export function classesAfter(spot: Spot, at: number, reach: number): WordClasses {
  return classesIn(spot.lower, at, at + reach);
}

/** A find in the sentence, with offsets of the sentence. */
export function found(spot: Spot, kind: PersonalDataKind, start: number, end: number): Find {
  return { kind, start: spot.sentence.start + start, end: spot.sentence.start + end };
}

const EXAMPLE = pattern(
  '(?:for example|e\\.g\\.?|for instance|such as|in the (?:style|form|format)(?: of)?|جیسے|مثلا|مثال|نمونے کے طور پر|کی شکل میں|کی طرز پر|jaise|maslan)[^\\d]{0,14}$',
);

/** Whether a number is only shown as a pattern to fill in: zeros, one digit again and again, or said to be an example. */
export function isPattern(spot: Spot, start: number, number: string): boolean {
  const digits = number.replace(/\D/g, '');
  if (digits === '' || /^(?:0+|(\d)\1{3,})$/.test(digits) || /^0?1234567890?\d*$/.test(digits)) return true;
  return EXAMPLE.test(spot.lower.slice(Math.max(0, start - 40), start));
}
