import { pattern } from '../normalise-text.ts';
import { type Family, type Find, found, isAboutHealth, isAboutOne, isHistory, isInvented, type Spot } from '../spot.ts';
import { WORD } from '../words/word-classes.ts';

const ENGLISH_MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|' +
  'muharram|safar|rabi[ -](?:ul|al|us)?[ -]?\\p{L}+|jumada[ -]\\p{L}+|rajab|sha\'?baa?n|ram[ad]*[zd]+a+n|ramzan|shaww?a+l|z(?:il|ul)[ -]?(?:qa\'?da?h?|hi?j+a?h?)|dh?ul?[ -]\\p{L}+)';
const URDU_MONTH =
  '(?:جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر|محرم|صفر|ربیع الاول|ربیع الثانی|جمادی الاول|جمادی الثانی|رجب|شعبان|رمضان|شوال|ذیقعدہ?|ذی القعدہ?|ذوالحجہ?|ذی الحجہ?|عید)';

/** A day or a month in any calendar and form; a year alone is none, nor is a weekday. */
const DATE = pattern(
  [
    // 2 March, 2 March 2025, the 22nd of September, 9 جولائی
    `(?<![\\p{L}\\d])\\d{1,2}(?:st|nd|rd|th)?(?: of)?[ ؍/-]{0,3}${ENGLISH_MONTH}(?!\\p{L})(?:,? \\d{4})?`,
    `\\b(?:(?:twenty-|thirty-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)(?: of)? ${ENGLISH_MONTH}(?!\\p{L})`,
    `(?<![\\p{L}\\d])(?:\\d{1,2}|یکم|پہلی|دوسری|تیسری|چوتھی|پانچویں|چھٹی|ساتویں|آٹھویں|نویں|دسویں|دس|بارہ|پندرہ|بیس)[ ؍/-]{0,3}${URDU_MONTH}(?!\\p{L})(?:،? ?\\d{4})?`,
    // March 2, March 2025, مارچ 2025
    `(?<!\\p{L})${ENGLISH_MONTH}\\.?(?!\\p{L}),? (?:the )?\\d{1,4}(?:st|nd|rd|th)?(?!\\d)(?:,? \\d{4})?`,
    `(?<!\\p{L})${URDU_MONTH}(?!\\p{L})،? ?(?:سن )?\\d{4}`,
    // 12/08/2024, 4.11.1983, 1990-02-13
    '(?<![\\d./-])(?:0?[1-9]|[12]\\d|3[01])([-/.])(?:0?[1-9]|1[0-2])\\1(?:19|20)?\\d{2}(?![\\d/-]|\\.\\d)',
    '(?<![\\d./-])(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\\d|3[01])/(?:19|20)\\d{2}(?![\\d/-])',
    '(?<![\\d./-])(?:19|20)\\d{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\\d|3[01])(?![\\d/-])',
    // the night of the 12th; in March
    `(?<=\\b(?:in|of|since|last|this|early|late|mid) )${ENGLISH_MONTH}(?!\\p{L})`,
    `(?<!\\p{L})${URDU_MONTH}(?= (?:میں|کے|کی|سے|کو)(?!\\p{L}))`,
  ].join('|'),
  'gu',
);

/**
 * Days and months of somebody's birth, illness, admission, treatment or death (45 CFR 164.514(b)(2)(i)(C)); not those of
 * campaigns, studies and orders, nor of history.
 */
export const dates: Family = (spot) => {
  const { own, options } = spot;
  if (!(own & WORD.month) && !(spot.sentence.digits > 3 && /\d[-/.]\d/.test(spot.lower))) return [];
  if (options.where === 'file-name') return datesInFileName(spot);
  if (!isAboutOne(spot) || isInvented(spot) || isHistory(spot)) return [];
  const matches = [...spot.lower.matchAll(DATE)];
  if (matches.length === 0) return [];
  const isBirth = BIRTH.test(spot.lower);
  return matches.flatMap(({ index, 0: written }): Find[] =>
    isBirth || isPersonal(spot, index, written) ? [found(spot, 'date', index, index + written.length)] : [],
  );
};

const BIRTH = pattern('\\b(?:dob|d\\.o\\.b|date of birth|birth ?date|birthday|(?:was|were) born|born on)\\b|تاریخ پیدائش|پیدا ہو|سالگرہ|paida');
const BEFELL = pattern(
  "\\b(?:admitted|discharged|operat\\p{L}*|surgery|biopsy|died|dies|dead|passed away|buried|fell|collapsed|fainted|diagnosed|tested|told|found|transfus\\p{L}*|transplant\\p{L}*|lost|overdosed?|miscarried|delivered|delivery|gave birth|stroke|attack|seizure|accident|burned|bitten|chemo\\p{L}*|dialysis|radiotherapy|treatment|treated|vaccinated|immunised|injected|injection|dose|test(?:ed)?|result|scan|x-?ray|relapsed|recovered|cured|left|came|clean|sober|ill|sick|symptoms?|fever|infected|caught|started|stopped|began|since|last seen|hospitali[sz]ed|appointment|visit(?:ed)?|report(?:ed)?|referred|transferred|quarantined?|isolated?|pregnan\\p{L}*|due|survived|attempted?|wounded|injured|hurt|shot|blood)\\b|" +
    'داخل|ڈسچارج|فارغ|رخصت|آپریشن|سرجری|بائیوپسی|انتقال|وفات|فوت|چل بس|جاں بحق|دم توڑ|موت|دفن|تشخیص|ٹیسٹ|رپورٹ|معلوم ہوا|پتا چلا|حمل|ضائع|زچگی|ولادت|جنم|فالج|دورہ|حادثہ|حادثے|جھلس|جل گ|کاٹا|ڈسا|کیمو|ڈائلسز|علاج|ٹیکہ|خوراک|صحت یاب|بیمار|بخار|ڈینگی|کورونا|متاثر|مبتلا|نشہ|چھوڑ|گر |زخمی|داغ|پیدا|درج|دوا|' +
    '\\b(?:dakhil|operation|inteqal|intiqal|wafat|paida|bukhar|ilaj|test)\\b',
);
/** What a day is public for. */
const PUBLIC_DAY = pattern(
  "\\b(?:campaign|world [\\p{L} ]+ day|day is|camp|conference|webinar|seminar|opens?|opening|launch\\p{L}*|drive|deadline|closing|reviewed|published|updated|dated|enrolled|study|trial|order|notification|ceremony|held|will (?:visit|speak|be held|open|start|run|take place)|is kept|is marked|observed|schedule|session|workshop|holiday|expires?|expiry|valid|recall)\\b|" +
    'مہم|کیمپ|عالمی دن|منایا|افتتاح|کانفرنس|سیمینار|تقریب|جاری رہے|اجلاس|تحقیق|مطالعہ|شائع|نوٹیفکیشن|حکم نامہ|تک جاری|آخری تاریخ|میعاد|فیتہ|منعقد|کھلے رہیں|اوقات',
);

function isPersonal(spot: Spot, at: number, written: string): boolean {
  const { lower, own } = spot;
  if (PUBLIC_DAY.test(lower) && !(own & WORD.patient)) return false;
  if (own & WORD.role && !BEFELL_ONE.test(lower)) return false;
  if (RANGE.test(lower.slice(at + written.length, at + written.length + 12)) && !(own & (WORD.person | WORD.kin))) return false;
  if (/(?:between|from) $/.test(lower.slice(0, at)) && own & WORD.group) return false;
  if (INSTRUCTION.test(lower)) return false;
  const isOneHere = (own & (WORD.person | WORD.kin | WORD.patient | WORD.pronoun)) !== 0;
  if (/^\p{L}+$/u.test(written)) return isOneHere && (BEFELL_ONE.test(lower) || (isAboutHealth(spot) && BEFELL.test(lower)));
  return BEFELL.test(spot.around) || (isOneHere && isAboutHealth(spot));
}

const RANGE = pattern('^ ?(?:-|to|until|and|سے|تک) ?\\d');
const BEFELL_ONE = pattern(
  "\\b(?:was|were|is|been|being|got|he|she|i)\\b[^.]{0,40}\\b(?:admitted|discharged|operated|diagnosed|died|born|hospitali[sz]ed|told|left|treated|infected|fell|lost|stopped|started|had|clean|sober|tested|transfused|bitten|injured)\\b|\\b(?:his|her|my)\\b|" +
    'داخل|انتقال|وفات|آپریشن|تشخیص|پیدا|فالج|مبتلا|صحت یاب|چل بس|معلوم ہوا|پتا چلا',
);
const INSTRUCTION = pattern('^ ?(?:if|never|do not|don\'t|please|before you|always|write|enter|اگر) ');

function datesInFileName(spot: Spot): Find[] {
  const isPatients = /(?:^|[^a-z])(?:dob|birth|born|patient|mareez|admi(?:t|ssion)\p{L}*)(?:[^a-z]|$)|مریض|پیدائش/u.test(spot.lower);
  const isCounted = (spot.own & (WORD.group | WORD.occasion)) !== 0;
  if (!isPatients || isCounted || /leaflet|poster|guide|card|chart|report/.test(spot.lower)) return [];
  return [...spot.lower.replaceAll('_', ' ').matchAll(DATE)].map(({ index, 0: written }) =>
    found(spot, 'date', index, index + written.length),
  );
}
