import type { PersonalDataKind } from '../kinds.ts';
import { pattern } from '../normalise-text.ts';
import { classesIn } from '../passage.ts';
import { type Family, type Find, found, isAboutOne, isPattern, type Spot } from '../spot.ts';
import { WORD } from '../words/word-classes.ts';

interface Label {
  kind: PersonalDataKind;
  /** Words that say what the number after them is. */
  words: RegExp;
  /** Digits that the number has at least. */
  digits: number;
  /**
   * Whose such a number is. `patient`: of one person in care, whoever else is named. `person`: of the person spoken of.
   * `owner`: of the person spoken of, unless a hospital, a product or the like stands nearer.
   */
  of: 'patient' | 'person' | 'owner';
  /** Whether the number follows the label at once. */
  isNext: boolean;
}

const NO = '(?: ?(?:no\\b\\.?|nos?\\b|nr\\b|num(?:ber)?\\b|#|id\\b|code\\b))';
const label = (kind: PersonalDataKind, of: Label['of'], digits: number, english: string, urdu: string, isNext = false): Label => ({
  kind,
  of,
  digits,
  isNext,
  words: pattern(`(?:(?<![\\p{L}\\p{N}])(?:${english})(?![\\p{L}])|(?<![\\p{L}])(?:${urdu})(?![\\p{L}]))`, 'gu'),
});

/** 45 CFR 164.514(b)(2)(i)(H)–(M) and (R): numbers that say nothing by their form, and much by the word before them. */
const LABELS: readonly Label[] = [
  label(
    'record-number',
    'patient',
    3,
    `m\\.?r\\.?(?: ?(?:no\\b\\.?|number|#))?|m\\.?r\\.?n|(?:medical|patient|health) record${NO}?|patient${NO}|(?:hospital|chart|case|admission|unit|clinic|ward)${NO}|(?:opd|ipd)${NO}?|chart #|wrist ?band|(?:vaccination|immuni[sz]ation|epi|vaccine) card|(?:file|record|register|slip|folder|ticket|receipt)${NO}|h\\.?n\\.?|u\\.?h\\.?i\\.?d|emr|ehr`,
    'ایم آر این|ایم آر|میڈیکل ریکارڈ|ریکارڈ نمبر|فائل نمبر|ہسپتال نمبر|اسپتال نمبر|مریض نمبر|چارٹ نمبر|او پی ڈی|داخلہ نمبر|داخلے کا نمبر|پرچی نمبر|پرچی کا نمبر|رجسٹر نمبر|کیس نمبر|کلائی بند|رسٹ بینڈ|ٹیکوں کا کارڈ|ٹیکوں کے کارڈ|ویکسین کارڈ|ویکسینیشن کارڈ|حفاظتی کارڈ|کارڈ ٹیکہ|پٹی پر|کڑے پر|بینڈ پر',
  ),
  label(
    'record-number',
    'owner',
    3,
    `registration${NO}|reg${NO}|file|record|chart|card${NO}`,
    'رجسٹریشن نمبر|اندراج نمبر|رپورٹ نمبر|کارڈ نمبر',
  ),
  label(
    'plan-number',
    'owner',
    5,
    `(?:health|sehat|insaf|insurance|medicare|medicaid|member|membership|plan|policy|beneficiary|coverage|state life|takaful|group)(?: (?:card|policy|plan|insurance|sahulat|insaf|scheme|member|claim))*${NO}?|insurer${NO}?|policy`,
    'صحت کارڈ|صحت سہولت کارڈ|انصاف کارڈ|ہیلتھ کارڈ|بیمہ پالیسی|بیمے کی پالیسی|بیمہ|بیمے|پالیسی|انشورنس|تکافل|ممبرشپ نمبر|sehat card',
  ),
  label(
    'account-number',
    'owner',
    6,
    `(?:bank )?accounts?${NO}?|a/c${NO}?|iban|easy ?paisa|jazz ?cash|sada ?pay|naya ?pay|upaisa|wallet|acct|khata`,
    'اکاؤنٹ|کھاتہ|کھاتے|آئی بی اے این|آئبان|جاز کیش|ایزی پیسہ|ایزی پیسے|بینک|والٹ|سادہ پے|نیا پے',
  ),
  label(
    'licence-number',
    'owner',
    4,
    `(?:[a-z]+ )?licen[cs]e|licen[cs]e${NO}|pmdc|pm&dc|pmc|pnc|driving permit|certificate${NO}|council${NO}`,
    'لائسنس|پی ایم ڈی سی|پی این سی|ڈرائیونگ|پریکٹس نمبر',
  ),
  label(
    'vehicle-number',
    'owner',
    2,
    `(?:number|licen[cs]e|registration|car) plates?|plates?|car|jeep|pick-?up|lorry|trailer|coach|dumper|ambulance that|motor ?cycle|motor ?bike|bike|scooter|rickshaw|van|bus|truck|taxi|vehicle|suzuki|corolla|mehran|civic|cultus|alto|honda|toyota|yamaha|hiace|kia|prado|fiat|ford|loader|tractor|qingqi|chingchi|wagon|vin|chassis`,
    'نمبر پلیٹ|گاڑی|کار|موٹر سائیکل|موٹرسائیکل|بائیک|رکشہ|رکشے|ٹرالر|ڈمپر|کوچ|ٹرک|ویگن|پک اپ|سوزوکی|کرولا|مہران|ٹریکٹر|سکوٹر|چنگچی|کلٹس|آلٹو|سوک|ہونڈا|یاماہا|ہائی ایس|ٹویوٹا|ٹیکسی|بس|وین|لوڈر',
  ),
  label(
    'device-id',
    'owner',
    4,
    `serial(?:${NO})?|s/n|sn|imei|udi|mac address|device${NO}?|sensor${NO}?|pump${NO}?|pacemaker${NO}?|implant${NO}?|stent${NO}?|valve${NO}?|hearing aid${NO}?|meter${NO}?|monitor${NO}?|defibrillator${NO}?|android id|advertising id`,
    'سیریل|سیریل نمبر|آئی ایم ای آئی|ڈیوائس|سینسر|پیس میکر|امپلانٹ|سماعت کا آلہ|آلہ سماعت|آلے کا نمبر|مشین نمبر|میٹر نمبر',
  ),
  label(
    'other-id',
    'person',
    1,
    `beds?${NO}?|cots?${NO}?|cabin${NO}?|cubicle${NO}?|incubator${NO}?|room(?:${NO})?|bay|token${NO}?|roll${NO}?|seat${NO}?|participant|subject|pupil no|service number|volunteer${NO}?|enrol(?:l)?ment${NO}?|study (?:id|code|number)|employee${NO}?|staff${NO}|student${NO}|badge${NO}?|queue${NO}?|ticket|prisoner${NO}?|inmate${NO}?|locker`,
    'بستر|بیڈ|بیڈ نمبر|بستر نمبر|کیبن|ٹوکن|رول نمبر|رول|سیٹ نمبر|شریک نمبر|ملازم نمبر|قیدی نمبر|کمرہ نمبر|انکیوبیٹر|طالبہ نمبر|شرکا نمبر|شناختی کوڈ|کوڈ',
  ),
  label('other-id', 'patient', 4, 'study (?:id|code|number)|participant|subject|student|pupil|employee|prisoner|inmate|recruit|case|client', 'شریک|طالب علم|طالبہ|ملازم|قیدی', true),
  label('other-id', 'owner', 5, 'card|id|number|no\\.?|code', 'نمبر|کارڈ|کوڈ|number'),
  label(
    'other-id',
    'person',
    3,
    `passport|visa|specimen|sample|swab|slide|blood bag|lab${NO}|test${NO}|barcode|birth certificate|death certificate|tracking${NO}?|case (?:id|code)|patient (?:code|id)|(?:refugee|por|acc|unhcr|student|school|voter|ration|staff|employee|id) card|laboratory${NO}|report${NO}|reference${NO}|ref${NO}?|booking${NO}|order${NO}|claim${NO}|parcel${NO}|order`,
    'پاسپورٹ|پاسپورٹ نمبر|ویزا|نمونہ|نمونے|سیمپل|سیمپل نمبر|لیب نمبر|ٹیسٹ نمبر|سلائیڈ|پیدائشی سرٹیفکیٹ|پی او آر|مہاجر کارڈ|راشن کارڈ|ووٹر|برتھ سرٹیفکیٹ|ٹریکنگ|رپورٹ نمبر|حوالہ نمبر|میڈیکل نمبر|لیبارٹری نمبر|یونٹ نمبر|تھیلی نمبر|mareez number',
  ),
];

/** Numbers that a word before them names. */
export const labelledNumbers: Family = (spot) => {
  const isOfSomebody = isAboutOne(spot);
  if (spot.sentence.digits === 0 || !(isOfSomebody || spot.own & WORD.label)) return [];
  const isCoded = spot.sentence.digits > 2 && CODE_SHAPED.test(spot.lower);
  if (!isCoded && !SMALL.test(spot.lower)) return [];
  const finds: Find[] = [];
  for (const { kind, words, digits, of, isNext } of LABELS) {
    if ((of !== 'patient' && !isOfSomebody) || (digits > 2 && !isCoded)) continue;
    for (const match of spot.lower.matchAll(words)) {
      const end = match.index + match[0].length;
      const code = codeAfter(spot, end);
      if (!code || code.number.replace(/\D/g, '').length < digits || isPattern(spot, code.start, code.number)) continue;
      if (isNext && code.start > end + 2) continue;
      if (kind === 'vehicle-number' && !PLATE.test(code.number)) continue;
      if ((isNext || digits === 5) && kind === 'other-id' && !CODED.test(code.number)) continue;
      if (!belongsToOne(spot, of, kind, match.index, code.end)) continue;
      if (!finds.some((other) => other.start === spot.sentence.start + code.start))
        finds.push(found(spot, kind, code.start, code.end));
    }
  }
  finds.push(...ibansIn(spot));
  return finds;
};

/** Digits that are neither a year nor a count of a few. */
const CODE_SHAPED = /(?<![\d.,])(?!(?:19|20)\d{2}(?!\d))\d{3}|\p{L}-?\d|\d[-/ ]\d/u;
/** Labels of numbers that may be small. */
const SMALL = pattern('bed|cot|cabin|cubicle|incubator|room|token|roll|seat|badge|queue|ticket|locker|plate|\\bcar\\b|bike|rickshaw|taxi|بستر|بیڈ|کیبن|ٹوکن|رول|سیٹ|کمرہ|قیدی|شریک|کوڈ');

/** The number after a label: letters and digits in groups, a few words further on at most. */
const GAP = /(?:[^\d.;؛۔\n]|(?<=no|nr)\.){0,28}?(?<![\p{L}\d])/.source;
const CODE = new RegExp(`${GAP}((?:[a-z]{1,6}[-/ ]?){0,3}\\d[\\da-z]*(?:[-/ .]?(?:[a-z]{1,3}-)?\\d[\\da-z]*|-[a-z]{1,3}(?![\\p{L}]))*)`, 'uy');
/** A number that is a code and no count: with letters, hyphens or strokes, and no range of years. */
const CODED = /^(?=.*(?:[a-z]|[-/]))[a-z\d]/;
const PLATE = /^(?:[a-z]{1,4}[- ]?)?(?:\d{2}[- ])?\d{2,4}(?:-?[a-z])?$/;
/** Words that lie between a label and a number that is not its number. */
const OTHER_NUMBER =
  pattern('\\b(?:years?|days?|hours?|weeks?|months?|mg|ml|rs|at|by|in|for|since|than|after|before|until|from)\\b|روپے|سال|دن|گھنٹے|بجے|فیصد|تاریخ|میں');
const MEASURE = pattern(
  '^ ?(?:%|per ?cent|percent|mg|ml|km|kg|rupees|years?|days?|hours?|weeks?|months?|patients|people|children|beds|cases|women|men|times|am|pm|degrees|°|:\\d|سال|برس|دن|گھنٹے|بجے|فیصد|مریض|افراد|لوگ|بار|روپے|ہزار|لاکھ|ملی|گرام|بستر|to \\d|سے \\d)(?!\\p{L})',
);

function codeAfter(spot: Spot, from: number): { start: number; end: number; number: string } | undefined {
  CODE.lastIndex = from;
  const match = CODE.exec(spot.lower);
  const written = match?.[1];
  if (!match || written === undefined) return undefined;
  // Letters before the digits belong to the number where they are joined to it or capital: `KHI 3391`, not `is 12`.
  const start = firstOfCode(spot, match.index + match[0].length - written.length, written);
  const end = match.index + match[0].length;
  const gap = spot.lower.slice(from, start);
  if (OTHER_NUMBER.test(gap) || MEASURE.test(spot.lower.slice(end))) return undefined;
  const number = spot.lower.slice(start, end).replace(/[-/ .]+$/, '');
  if (isNoCode(number)) return undefined;
  return { start, end: start + number.length, number };
}

function firstOfCode({ text, lower }: Spot, start: number, written: string): number {
  const digitAt = start + written.search(/\d/);
  let first = digitAt;
  for (let at = digitAt - 1; at >= start; at -= 1) {
    const sign = lower.charAt(at);
    const isJoined = /[-/]/.test(lower.charAt(at + 1)) || first === at + 1;
    if (/[a-z]/.test(sign) && (text.charAt(at) !== sign || isJoined)) first = at;
    else if (!/[-/ ]/.test(sign)) break;
  }
  return first;
}

/** Dates, spans of years, names of illnesses and of studies. */
function isNoCode(number: string): boolean {
  return /^(?:covid|sars|mers|h\d+n\d|cov|nct|pmid|isbn|issn|doi|icd|hiv|vitamin|b\d{1,2}$|n95)|^(?:19|20)\d{2}-(?:19|20)?\d{2}$|^(?:19|20)\d{2}$|^(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:19|20)?\d{2}$|^\d{4}-\d{2}-\d{2}$/.test(number);
}

/** What an office, a product or a vehicle of the public has numbers of, too. */
const PUBLIC = WORD.service | WORD.product | WORD.study;

function belongsToOne(spot: Spot, of: Label['of'], kind: PersonalDataKind, labelStart: number, codeEnd: number): boolean {
  const { lower, own } = spot;
  if (of === 'patient') return (own & WORD.product) === 0 || isAboutOne(spot);
  if (!isAboutOne(spot)) return false;
  if (of === 'person') return true;
  const clause = lower.slice(Math.max(0, labelStart - 40), labelStart).replace(NO_OWNER, '');
  const before = classesIn(clause, 0, clause.length);
  if (POSSESSIVE.test(clause) && !(classesIn(clause, clause.length - 20, clause.length) & (WORD.service | WORD.product)))
    return true;
  if (kind === 'vehicle-number') return !OF_SERVICE.test(lower.slice(Math.max(0, labelStart - 45), codeEnd));
  const after = lower.slice(codeEnd, codeEnd + 45);
  const owner = /^,? (?:of|belongs to|is the|held by|in the name of|کا|کی) (?:the )?(?:[\p{L}'-]+ ){0,2}[\p{L}'-]+/u.exec(after)?.[0] ?? '';
  if ((before & PUBLIC) !== 0 || (classesIn(owner, 0, owner.length) & PUBLIC) !== 0) return false;
  return (classesIn(after, 0, 30) & WORD.product) === 0;
}

/** Banks and offices in which a person's number is kept are not whose it is. */
const NO_OWNER = pattern("\\b(?:bank|branch|meezan|allied|zakat|emergency room|emergency|hospital gate)\\b|بینک|زکو[ۃٰہ]+|برانچ|ایمرجنسی", 'gu');
const OF_SERVICE = pattern('ambulance|clinic|hospital|x-?ray van|blood|rescue|fire|team|programme|program|department|ministry|official|health van|mobile (?:unit|van|lab)|ایمبولینس|کلینک|ہسپتال|ریسکیو|محکم|ٹیم|پروگرام|سرکاری|مہم|ایکسرے');
const POSSESSIVE = pattern(
  "(?:\\b(?:his|her|my|its owner's)|'s|s')(?: \\p{L}+){0,3},? ?$|(?:مریضہ?|اس|ان|جس|جن|میر|ہمار|اپن|بچ[یےہ]|خاتون|لڑک[یا]|نوجوان|بیوہ|بھائی|والدہ?|ماں|ابو|امی|شوہر|بیو?ی|بیٹ[یےا]|آدمی|شخص|بزرگ|والے|والی)(?: ?(?:کا|کی|کے|ا|ی|ے)) (?:\\p{L}+ ){0,4}$",
);

const IBAN = /(?<![\p{L}\p{N}])pk\d{2} ?[a-z]{4}(?: ?\d{4}){4}(?!\d)/gu;

function ibansIn(spot: Spot): Find[] {
  if (!isAboutOne(spot) || spot.own & WORD.service) return [];
  return [...spot.lower.matchAll(IBAN)].map(({ index, 0: written }) =>
    found(spot, 'account-number', index, index + written.length),
  );
}
