import { isHistory, isInvented } from '../about-nobody.ts';
import { anyOf, anyWordOf } from '../phrases.ts';
import { type Family, type Find, found, isAboutHealth, isAboutOne, namesSomebody, type Spot } from '../spot.ts';
import { ONE_PERSON, WORD } from '../words/word-classes.ts';

/**
 * Days and months of somebody's birth, illness, admission, treatment or death, in any calendar
 * (45 CFR 164.514(b)(2)(i)(C)); not those of campaigns, studies and orders, nor of history. A year alone is none, nor is a
 * weekday.
 */
export const dates: Family = (spot) => {
  const { own, options, lower, sentence } = spot;
  if (!(own & WORD.month) && !(sentence.digits > 3 && /\d[-/.]\d/.test(lower))) return [];
  if (options.where === 'file-name') return datesInFileName(spot);
  if (!(isAboutOne(spot) || namesSomebody(spot)) || isInvented(spot) || isHistory(spot)) return [];
  const isBirth = BIRTH.test(lower);
  return [...lower.matchAll(DATE)]
    .filter(({ index, 0: written }) => isBirth || befellOn(spot, index, written))
    .map(({ index, 0: written }) => found(spot, 'date', index, index + written.length));
};

const ENGLISH_MONTH = `(?:${[
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?',
  "muharram|safar|rabi[ -](?:ul|al|us)?[ -]?\\p{L}+|jumada[ -]\\p{L}+|rajab|sha'?baa?n|ram[ad]*[zd]+a+n|shaww?a+l",
  "z(?:il|ul)[ -]?(?:qa'?da?h?|hi?j+a?h?)|dh?ul?[ -]\\p{L}+",
].join('|')})`;
const URDU_MONTH = `(?:${[
  'جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر|محرم|صفر|ربیع الاول|ربیع الثانی|جمادی الاول|جمادی الثانی|رجب',
  'شعبان|رمضان|شوال|ذیقعدہ?|ذی القعدہ?|ذوالحجہ?|ذی الحجہ?|عید',
].join('|')})`;
const ORDINAL = `(?:${[
  '(?:twenty-|thirty-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|thirteenth|fourteenth',
  'fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth',
].join('|')})`;
const URDU_ORDINAL =
  '(?:یکم|پہلی|دوسری|تیسری|چوتھی|پانچویں|چھٹی|ساتویں|آٹھویں|نویں|دسویں|دو|تین|چار|پانچ|دس|بارہ|پندرہ|بیس)';
const [DAY, MONTH, YEAR] = ['(?:0?[1-9]|[12]\\d|3[01])', '(?:0?[1-9]|1[0-2])', '(?:19|20)\\d{2}'];

const DATE = anyOf(
  [
    // 2 March 2025, the 22nd of September, first of August, 9 جولائی, یکم اگست
    `(?<![\\p{L}\\d])\\d{1,2}(?:st|nd|rd|th)?(?: of)?[ ؍/-]{0,3}${ENGLISH_MONTH}(?!\\p{L})(?:,? \\d{4})?`,
    `\\b${ORDINAL}(?: of)? ${ENGLISH_MONTH}(?!\\p{L})`,
    `(?<![\\p{L}\\d])(?:\\d{1,2}|${URDU_ORDINAL})[ ؍/-]{0,3}${URDU_MONTH}(?!\\p{L})(?:،? ?\\d{4})?`,
    // March 2, March 2025, مارچ 2025
    `(?<!\\p{L})${ENGLISH_MONTH}\\.?(?!\\p{L}),? (?:the )?\\d{1,4}(?:st|nd|rd|th)?(?!\\d)(?:,? \\d{4})?`,
    `(?<!\\p{L})${URDU_MONTH}(?!\\p{L})،? ?(?:سن )?\\d{4}`,
    // 12/08/2024, 4.11.1983, 8/12/2024, 1990-02-13
    `(?<![\\d./-])(?:${DAY}([-/.])${MONTH}\\1(?:19|20)?\\d{2}|${MONTH}/${DAY}/${YEAR}|${YEAR}[-/.]${MONTH}[-/.]${DAY})(?![\\d/-]|\\.\\d)`,
    // in March, نومبر میں
    `(?<=\\b(?:in|of|since|last|this|early|late|mid) )${ENGLISH_MONTH}(?!\\p{L})`,
    `(?<!\\p{L})${URDU_MONTH}(?= (?:میں|کے|کی|سے|کو)(?!\\p{L}))`,
  ],
  'g',
);

const BIRTH = anyOf([
  '\\b(?:dob|d\\.o\\.b|date of birth|birth ?date|birthday|(?:was|were) born|born on)\\b|تاریخ پیدائش|پیدا ہو|سالگرہ|paida',
]);

function befellOn(spot: Spot, at: number, written: string): boolean {
  const { lower, own, around } = spot;
  const isOneHere = (own & ONE_PERSON) !== 0;
  if ((PUBLIC_DAY.test(lower) || PUBLIC_DAY_URDU.test(lower)) && !(own & WORD.patient)) return false;
  if (own & WORD.role && !befellOne(lower)) return false;
  const isSpan = SPAN_AFTER.test(lower.slice(at + written.length)) || /(?:between|from) $/.test(lower.slice(0, at));
  if (isSpan && !(own & (WORD.person | WORD.kin | WORD.pronoun))) return false;
  if (INSTRUCTION.test(lower)) return false;
  const isMonthAlone = /^\p{L}+$/u.test(written);
  if (isMonthAlone) return isOneHere && (befellOne(lower) || (isAboutHealth(spot) && !(own & WORD.anyone)));
  return befell(around) || (isOneHere && isAboutHealth(spot));
}

/** Until when, or the first of two days. */
const SPAN_AFTER = anyOf(['^ ?(?:-|to|until|and|سے|تک) ?\\d']);
const INSTRUCTION = anyOf(["^ ?(?:if|never|do not|don't|please|before you|always|write|enter|اگر) "]);

function befell(lower: string): boolean {
  return BEFELL.test(lower) || BEFELL_URDU.test(lower);
}

function befellOne(lower: string): boolean {
  return BEFELL_ONE.test(lower) || BEFELL_ONE_URDU.test(lower);
}

/** What happens to somebody in care on a day. */
const BEFELL = anyWordOf([
  'admitted|discharged|operat\\p{L}*|surgery|biopsy|died|dies|dead|death|passed away|buried|fell|collapsed|fainted|diagnosed|told|found|lost',
  'transfus\\p{L}*|transplant\\p{L}*|overdosed?|miscarried|stillborn|deliver\\p{L}*|gave birth|stroke|attack|seizure|accident|burned',
  'bitten|chemo\\p{L}*|dialysis|radiotherapy|treatment|treated|vaccinated|immunised|inject\\p{L}*|dose|test(?:ed)?|result|scan|x-?ray',
  'relapsed|recovered|cured|left|came|clean|sober|ill|sick|symptoms?|fever|infected|caught|started|stopped|began|since|last seen',
  'hospitali[sz]ed|appointment|visit(?:ed)?|report(?:ed)?|referred|transferred|quarantined?|isolated?|pregnan\\p{L}*|due|survived',
  'attempted?|wounded|injured|hurt|shot|blood',
]);
const BEFELL_URDU = anyOf([
  'داخل|ڈسچارج|فارغ|رخصت|آپریشن|سرجری|بائیوپسی|انتقال|وفات|فوت|چل بس|جاں بحق|دم توڑ|موت|دفن|تشخیص|ٹیسٹ|رپورٹ|معلوم ہوا|پتا چلا',
  'حمل|ضائع|زچگی|ولادت|جنم|فالج|دورہ|حادث[ہے]|جھلس|جل گ|کاٹا|ڈسا|کیمو|ڈائلسز|علاج|ٹیکہ|خوراک|صحت یاب|بیمار|بخار|ڈینگی|کورونا|متاثر',
  'مبتلا|نشہ|چھوڑ|گر |زخمی|داغ|پیدا|درج|دوا|\\b(?:dakhil|operation|inteqal|intiqal|wafat|paida|bukhar|ilaj|test)\\b',
]);
const BEFELL_ONE = anyWordOf([
  '(?:was|were|is|been|being|got|he|she|i)\\b[^.]{0,40}\\b(?:admitted|discharged|operated|diagnosed|died|born|hospitali[sz]ed|told|left)',
  '(?:was|were|is|been|being|got|he|she|i)\\b[^.]{0,40}\\b(?:treated|infected|fell|lost|stopped|started|had|clean|sober|tested|transfused)',
  '(?:was|were|is|been|being|got|he|she|i)\\b[^.]{0,40}\\b(?:bitten|injured)|his|her|my',
]);
const BEFELL_ONE_URDU = anyOf(['داخل|انتقال|وفات|آپریشن|تشخیص|پیدا|فالج|مبتلا|صحت یاب|چل بس|معلوم ہوا|پتا چلا']);

/** What a day is public for. */
const PUBLIC_DAY = anyWordOf([
  'campaign|world [\\p{L} ]+ day|day is|camp|conference|webinar|seminar|opens?|opening|launch\\p{L}*|drive|deadline|closing|reviewed',
  'published|updated|dated|enrolled|study|trial|order|notification|ceremony|held|is kept|is marked|observed|schedule|session|workshop',
  'will (?:visit|speak|be held|open|start|run|take place)|holiday|expires?|expiry|valid|recall',
]);
const PUBLIC_DAY_URDU = anyOf([
  'مہم|کیمپ|عالمی دن|منایا|افتتاح|کانفرنس|سیمینار|تقریب|جاری رہے|اجلاس|تحقیق|مطالعہ|شائع|نوٹیفکیشن|حکم نامہ|تک جاری|آخری تاریخ|میعاد',
  'فیتہ|منعقد|کھلے رہیں|اوقات',
]);

function datesInFileName(spot: Spot): Find[] {
  const { own, lower } = spot;
  if (!OF_PATIENT_FILE.test(lower) || own & (WORD.group | WORD.occasion) || OF_PUBLIC_FILE.test(lower)) return [];
  const spaced = lower.replaceAll('_', ' ').replace(/(?<=\p{L})-/gu, ' ');
  return [...spaced.matchAll(DATE)].map(({ index, 0: written }) => found(spot, 'date', index, index + written.length));
}

const OF_PATIENT_FILE = /(?:^|[^a-z])(?:dob|birth|born|patient|mareez|admi(?:t|ssion)[a-z]*)(?:[^a-z]|$)|مریض|پیدایش/u;
const OF_PUBLIC_FILE = /leaflet|poster|guide|card|chart|report/;
