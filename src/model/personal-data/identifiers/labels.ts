import type { PersonalDataKind } from '../kinds.ts';
import { anyWordOf } from '../phrases.ts';

/**
 * Whose a number is, by what it is called. `patient`: of one person in care, whoever else is named. `person`: of the person
 * spoken of. `owner`: of the person spoken of, unless a hospital, a product or the like stands nearer.
 */
export type Ownership = 'patient' | 'person' | 'owner';

/** Words that say what the number after them is. */
export interface Label {
  kind: PersonalDataKind;
  of: Ownership;
  /** Digits that the number has at least. */
  digits: number;
  words: RegExp;
  /** `next`: the number follows at once. `code`: it has letters, hyphens or strokes. */
  form?: 'next' | 'code' | 'plate';
}

const NO = '(?: ?(?:no\\b\\.?|nos?\\b|nr\\b|num(?:ber)?\\b|#|id\\b|code\\b))';

/** 45 CFR 164.514(b)(2)(i)(H)–(M) and (R): numbers that say nothing by their form, and much by the word before them. */
export const LABELS: readonly Label[] = [
  {
    kind: 'record-number',
    of: 'patient',
    digits: 3,
    words: labels([
      `m\\.?r\\.?(?: ?(?:no\\b\\.?|number|#))?|m\\.?r\\.?n|(?:medical|patient|health) record${NO}?|patient${NO}|chart #|wrist ?band`,
      `(?:hospital|chart|case|admission|unit|clinic|ward)${NO}|(?:opd|ipd)${NO}?|(?:vaccination|immuni[sz]ation|epi|vaccine) card`,
      `(?:file|record|register|slip|folder|ticket|receipt)${NO}|h\\.?n\\.?|u\\.?h\\.?i\\.?d|emr|ehr`,
      'ایم آر این|ایم آر|میڈیکل ریکارڈ|(?:ریکارڈ|فائل|ہسپتال|اسپتال|مریض|چارٹ|داخلہ|پرچی|رجسٹر|کیس) نمبر|او پی ڈی|(?:داخلے|پرچی) کا نمبر',
      'کلائی بند|رسٹ بینڈ|ٹیکوں (?:کا|کے) کارڈ|(?:ویکسین|ویکسینیشن|حفاظتی) کارڈ|(?:پٹی|کڑے|بینڈ) پر',
    ]),
  },
  {
    kind: 'record-number',
    of: 'owner',
    digits: 3,
    words: labels([`(?:registration|reg|card)${NO}|files?|records?|charts?|(?:رجسٹریشن|اندراج|رپورٹ|کارڈ) نمبر`]),
  },
  {
    kind: 'plan-number',
    of: 'owner',
    digits: 5,
    words: labels([
      '(?:health|sehat|insaf|insurance|medicare|medicaid|member|membership|plan|policy|beneficiary|coverage|state life|takaful|group)' +
        `(?: (?:card|policy|plan|insurance|sahulat|insaf|scheme|member|claim))*${NO}?|insurer${NO}?`,
      '(?:صحت|صحت سہولت|انصاف|ہیلتھ) کارڈ|بیمہ پالیسی|بیمے کی پالیسی|بیمہ|بیمے|پالیسی|انشورنس|تکافل|ممبرشپ نمبر',
    ]),
  },
  {
    kind: 'account-number',
    of: 'owner',
    digits: 6,
    words: labels([
      `(?:bank )?accounts?${NO}?|a/c${NO}?|iban|easy ?paisa|jazz ?cash|sada ?pay|naya ?pay|upaisa|wallet|acct|khata`,
      'اکاؤنٹ|کھاتہ|کھاتے|آئی بی اے این|آئبان|جاز کیش|ایزی پیس[ہے]|بینک|والٹ|سادہ پے|نیا پے',
    ]),
  },
  {
    kind: 'licence-number',
    of: 'owner',
    digits: 4,
    words: labels([
      `licen[cs]e${NO}?|pmdc|pm&dc|pmc|pnc|driving permit|(?:certificate|council)${NO}`,
      'لائسنس|پی ایم ڈی سی|پی این سی|ڈرائیونگ|پریکٹس نمبر',
    ]),
  },
  {
    kind: 'vehicle-number',
    of: 'owner',
    digits: 2,
    form: 'plate',
    words: labels([
      '(?:number |licen[cs]e |registration |car )?plates?|car|jeep|pick-?up|lorry|trailer|coach|dumper|motor ?cycle|motor ?bike|bike',
      'scooter|rickshaw|van|bus|truck|taxi|vehicle|loader|tractor|qingqi|chingchi|wagon|vin|chassis|suzuki|corolla|mehran|civic|cultus',
      'alto|honda|toyota|yamaha|hiace|kia|prado|fiat|ford',
      'نمبر پلیٹ|گاڑی|کار|موٹر ?سائیکل|بائیک|رکش[ہے]|ٹرالر|ڈمپر|کوچ|ٹرک|ویگن|پک اپ|سوزوکی|کرولا|مہران|ٹریکٹر|سکوٹر|چنگچی|کلٹس|آلٹو',
      'سوک|ہونڈا|یاماہا|ہائی ایس|ٹویوٹا|ٹیکسی|بس|وین|لوڈر',
    ]),
  },
  {
    kind: 'device-id',
    of: 'owner',
    digits: 4,
    words: labels([
      `serial${NO}?|s/n|sn|imei|udi|mac address|android id|advertising id|hearing aid${NO}?`,
      `(?:device|sensor|pump|pacemaker|implant|stent|valve|meter|monitor|defibrillator)${NO}?`,
      'سیریل(?: نمبر)?|آئی ایم ای آئی|ڈیوائس|سینسر|پیس میکر|امپلانٹ|سماعت کا آلہ|آلہ سماعت|آلے کا نمبر|مشین نمبر|میٹر نمبر',
    ]),
  },
  {
    kind: 'other-id',
    of: 'person',
    digits: 1,
    words: labels([
      `(?:beds?|cots?|cabin|cubicle|incubator|room|token|roll|seat|volunteer|enroll?ment|badge|queue|prisoner|inmate)${NO}?|bay|ticket`,
      `(?:employee|staff|student)${NO}|participant|subject|pupil no|service number|study (?:id|code|number)|locker`,
      '(?:بستر|بیڈ|رول)(?: نمبر)?|کیبن|ٹوکن|(?:سیٹ|شریک|ملازم|قیدی|کمرہ|طالبہ|شرکا) نمبر|انکیوبیٹر|شناختی کوڈ|کوڈ',
    ]),
  },
  {
    kind: 'other-id',
    of: 'patient',
    digits: 4,
    form: 'next',
    words: labels([
      'study (?:id|code|number)|participant|subject|student|pupil|employee|prisoner|inmate|recruit|case|client',
      'شریک|طالب علم|طالبہ|ملازم|قیدی',
    ]),
  },
  {
    kind: 'other-id',
    of: 'person',
    digits: 3,
    words: labels([
      `passport|visa|specimen|sample|swab|slide|blood bag|(?:bag|kit|lab|test|laboratory|report|reference|booking|claim|parcel)${NO}|ref${NO}?`,
      `barcode|(?:birth|death) certificate|tracking${NO}?|case (?:id|code)|patient (?:code|id)|order${NO}?`,
      '(?:refugee|por|acc|unhcr|student|school|voter|ration|staff|employee|id) card',
      'پاسپورٹ(?: نمبر)?|ویزا|نمون[ہے]|سیمپل(?: نمبر)?|سلائیڈ|پیدائشی سرٹیفکیٹ|برتھ سرٹیفکیٹ|پی او آر|(?:مہاجر|راشن) کارڈ|ووٹر|ٹریکنگ',
      '(?:لیب|لیبارٹری|ٹیسٹ|رپورٹ|حوالہ|میڈیکل|یونٹ|تھیلی) نمبر|mareez number',
    ]),
  },
  {
    kind: 'other-id',
    of: 'owner',
    digits: 5,
    form: 'code',
    words: labels(['card|id|number|no\\.?|code|نمبر|کارڈ|کوڈ']),
  },
];

function labels(pieces: readonly string[]): RegExp {
  return anyWordOf(pieces, 'g');
}
