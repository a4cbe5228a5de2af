import { anyOf, anyWordOf } from './phrases.ts';
import type { Spot } from './spot.ts';

/** Whether the text says that it is about nobody: a changed name, an exercise, a film. */
export function isInvented({ around }: Spot): boolean {
  return INVENTED.test(around) || INVENTED_URDU.test(around);
}

const INVENTED = anyWordOf([
  'not (?:her|his|their|the) real names?|real names? (?:is|are) not|names? in (?:this|these) stor(?:y|ies) (?:is|are) not',
  'names? (?:(?:has|have|was|were|is|are) )?(?:been )?(?:changed|not real|invented|made up)|changed names?',
  'names? of [^.]{0,40}(?:altered|changed)|details (?:are |were )?(?:invented|changed)',
  'fictional|fictitious|imaginary|made[- ]up|pseudonyms?|imagine|suppose|supposing',
  "let(?:'s| us) (?:say|call (?:him|her|them))|(?:as )?we(?:'ll| will| shall)? call (?:him|her|them)",
  'for the exercise|role[- ]?play|(?:exercise|quiz|case study) ?\\d*:|what (?:would|do) you (?:do|say|ask)',
  'in (?:the|this|our) (?:play|story)|film|movie|drama|novel|comic|cartoon|a character|(?:mr|mrs|patient) x',
]);
const INVENTED_URDU = anyOf([
  '(?:چلیں|آئیے) اسے|نام رکھ لیتے|فرضی|فرض کر|تصور کر|مثال کے طور پر|اصلی? نام نہیں|نام (?:بدل|تبدیل)|بدلا ہوا نام|تبدیل شدہ',
  'ڈرام[ےہ]|فلم|ناول|کارٹون|خیالی|کردار |مشق کے لیے|farz kar|farzi|naam (?:badal|tabdeel)|asli naam nahi',
]);

/**
 * Whether this is history: a person whom everybody knows, or a year of more than fifty years ago that is not a birth's. HIPAA
 * protects nobody who died that long ago (45 CFR 160.103, “protected health information”, 2(iv)).
 */
export function isHistory({ around, options }: Spot): boolean {
  if (FAMOUS.test(around)) return true;
  for (const { index, 1: year } of around.matchAll(YEAR)) {
    if (Number(year) > options.year - YEARS_OF_PROTECTION) continue;
    const before = around.slice(Math.max(0, index - 30), index);
    if (!HIJRI.test(`${before.slice(-20)}${around.slice(index, index + 14)}`) && !OF_THE_LIVING.test(before))
      return true;
  }
  return false;
}

const YEARS_OF_PROTECTION = 50;
const YEAR = /(?<![\d.,:/-])(1[0-9]{3}|20[0-9]{2})(?![\d:]|[.,]\d)/g;
const OF_THE_LIVING = anyOf(['(?:born|dob|birth|since|until now|from|پیدائش|پیدا|سن|paidaish)[^.]{0,12}$']);
/** The Islamic calendar is at 1448. */
const HIJRI = anyOf([
  'muharram|safar|rabi|jumada|rajab|sha.?ba|ram[ad]*[zd]|shaww?a|z(?:il|ul)|dh?ul|\\bah\\b|hijri',
  'محرم|صفر|ربیع|جمادی|رجب|شعبان|رمضان|شوال|ذی|ذوال|ہجری|ھ',
]);
/** By their whole names; several of them died less than fifty years ago, all of them in public. */
const FAMOUS = anyWordOf([
  'ruth (?:katherina martha )?pfau|abdul sattar edhi|bilquis edhi|florence nightingale|louis pasteur|edward jenner|robert koch',
  'alexander fleming|john snow|marie curie|ronald ross|jonas salk|albert sabin|joseph lister|ignaz semmelweis|ibn sina|al[- ]razi',
  'allama iqbal|muhammad ali jinnah|quaid[- ]e[- ]azam|fatima jinnah|mary mallon|frida kahlo|henrietta lacks|princess diana',
  'freddie mercury|stephen hawking|mother teresa|nelson mandela|hippocrates',
  'روتھ فاؤ|(?:عبد ?ال)?ستار ایدھی|بلقیس ایدھی|فلورنس نائٹ ?انگیل|لوئی پاسچر|ایڈورڈ جینر|رابرٹ کوخ|الیگزینڈر فلیمنگ|جان سنو|میری کیوری',
  'رونالڈ راس|جوناس سالک|ابن سینا|علامہ اقبال|محمد علی جناح|قائد اعظم|فاطمہ جناح|مدر ٹریسا|نیلسن منڈیلا|بقراط|زکریا رازی',
]);
