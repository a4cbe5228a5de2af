import { findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js/max';
import { isOfficialNumber } from '../official.ts';
import { anyOf } from '../phrases.ts';
import { classesAfter, classesBefore, type Family, found, isPattern, namesSomebody, type Spot } from '../spot.ts';
import { WORD } from '../words/word-classes.ts';

/**
 * Telephone and fax numbers (45 CFR 164.514(b)(2)(i)(D), (E)) that belong to somebody in care or to who belongs to them.
 * Public pages are full of numbers: what decides is whose one is, as the words around it say. Numbers that only an office
 * can have (free of charge, 111 and the like) and those the desk lists as official are nobody's.
 */
export const telephoneNumbers: Family = (spot) => {
  if (!mayHaveTelephone(spot)) return [];
  const { lower, options } = spot;
  return telephonesIn(spot).flatMap(({ start, end, isMobile, isOffices }) => {
    const number = lower.slice(start, end);
    if (isOffices || isOfficialNumber(options.officialContacts, number) || isPattern(spot, start, number)) return [];
    return weightOfPrivate(spot, start, end, isMobile) >= 1 ? [found(spot, 'phone', start, end)] : [];
  });
};

export interface Telephone {
  /** Offsets of the sentence. */
  start: number;
  end: number;
  isMobile: boolean;
  /** Whether only an office can have such a number. */
  isOffices: boolean;
}

/** Every telephone number of a sentence, whoever's it is. */
export function telephonesIn({ sentence, lower, options }: Spot): Telephone[] {
  const telephones: Telephone[] = [];
  const add = (one: Telephone) => {
    if (!telephones.some(({ start, end }) => one.start < end && start < one.end)) telephones.push(one);
  };
  const text = options.where === 'file-name' ? lower.replaceAll('_', ' ') : lower;
  // A column of figures is no list of telephones, and the library takes its time with it.
  if (sentence.digits <= MOST_DIGITS) {
    const defaultCountry = isSupportedCountry(options.country) ? options.country : 'PK';
    const found = findPhoneNumbersInText(text, { defaultCountry, extended: false });
    for (const { number, startsAt: start, endsAt: end } of found) {
      if (!number.isValid()) continue;
      const type = number.getType();
      const isMobile = type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE';
      add({ start, end, isMobile, isOffices: OF_OFFICES.has(type) });
    }
  }
  for (const form of FORMS)
    for (const { index, 0: written } of text.matchAll(form))
      add({ start: index, end: index + written.length, isMobile: true, isOffices: false });
  return telephones;
}

export function mayHaveTelephone({ sentence, lower }: Spot): boolean {
  return sentence.digits >= 7 && LONG_NUMBER.test(lower);
}

/** Cheap: most sentences with digits have no number as long as a telephone's. */
const LONG_NUMBER = /\d(?:[ ().\-_/]{0,3}\d){6}/;
const MOST_DIGITS = 150;
/** Kinds of numbers that no private person has. */
const OF_OFFICES: ReadonlySet<string | undefined> = new Set(['TOLL_FREE', 'UAN', 'PREMIUM_RATE', 'SHARED_COST']);
/** Forms that are known also where no network has been given the prefix yet. */
const FORMS = [
  // Mobile in Pakistan
  /(?<!\d|\d-)(?:\+92|0092|92|0)[-_ ./]?\(?3(?:[-_ ./)]{0,2}\d){9}(?!\d|-\d)/g,
  // North America
  /(?<!\d|\d-)(?:\+?1[-. ])?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\d-])/g,
  // With another country's code
  /(?<![\d+])\+(?!92)[1-9]\d{0,2}[-. ]?(?:\(\d{1,4}\)[-. ]?)?\d(?:[-. ]?\d){6,11}(?!\d|-\d)/g,
];

/** How much speaks for a private number; 1 is enough. */
function weightOfPrivate(spot: Spot, start: number, end: number, isMobile: boolean): number {
  const { own, near, lower, options } = spot;
  let weight = isMobile ? 0.5 : 0;
  if (near & (WORD.patient | WORD.kin)) weight += 1.5;
  else if (near & WORD.person || namesSomebody(spot)) weight += 1;
  else if (near & WORD.pronoun) weight += 0.5;
  if (OWN.test(lower.slice(Math.max(0, start - 70), start))) weight += 1;
  if (REQUEST.test(lower)) weight += 1;
  if (own & WORD.service) weight -= 1.5;
  if ((classesBefore(spot, start, 30) | classesAfter(spot, end, 20)) & WORD.service) weight -= 0.5;
  if (OFFICE.test(lower)) weight -= 1.5;
  if (options.where === 'file-name' && isMobile) weight += 1;
  return weight;
}

const OWN = anyOf([
  "\\b(?:his|her|my|their|own|home|house|private|personal|landline|ghar|zati)\\b|'s (?:number|mobile|phone|cell|fax|whatsapp)\\b",
  'گھر|ذاتی|(?:اس|ان|جس|جن) (?:کا|کے|کی) (?:نمبر|فون|موبائل)|\\b(?:un|us|is) ka (?:number|phone)',
]);
/** A family that asks for blood or money gives its own number. */
const REQUEST = anyOf([
  'urgent|needed|required|in need of|donate (?:plasma|blood|platelets) for|درکار|ضرورت|فوری|اپیل|عطیات|zaroorat|darkar',
]);
const OFFICE = anyOf([
  'help ?line|hotline|official|duty|front desk|reception|switchboard|toll|office|sarkari|daftar',
  'ہیلپ لائن|سرکاری|دفتر|استقبالیہ|ڈیوٹی|کنٹرول روم',
]);
