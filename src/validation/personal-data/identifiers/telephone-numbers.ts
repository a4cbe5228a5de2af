import { type CountryCode, findPhoneNumbersInText, isSupportedCountry, type PhoneNumber } from 'libphonenumber-js/max';
import { pattern } from '../normalise-text.ts';
import { classesAfter, classesBefore, type Family, type Find, found, isPattern, type Spot } from '../spot.ts';
import { WORD } from '../words/word-classes.ts';

interface Telephone {
  start: number;
  end: number;
  isMobile: boolean;
}

/**
 * Telephone and fax numbers (45 CFR 164.514(b)(2)(i)(D), (E)) that belong to somebody in care or to who belongs to them.
 * A public page is full of numbers: what decides is whose it is, as the words around it say. Numbers that only an office
 * can have (free of charge, 111 and the like) and those the desk lists as official are nobody's.
 */
export const telephoneNumbers: Family = (spot) => {
  if (spot.sentence.digits < 7 || !LONG_NUMBER.test(spot.lower)) return [];
  const official = new Set(spot.options.officialContacts.map(lastDigits));
  return telephonesIn(spot).flatMap(({ start, end, isMobile }): Find[] => {
    const number = spot.lower.slice(start, end);
    if (official.has(lastDigits(number)) || isPattern(spot, start, number)) return [];
    return weight(spot, start, end, isMobile) >= 1 ? [found(spot, 'phone', start, end)] : [];
  });
};

/** Cheap: most sentences with digits have no number as long as a telephone's. */
const LONG_NUMBER = /\d(?:[ ().\-_/]{0,3}\d){6}/;
// Also with prefixes that no network has been given yet.
const MOBILE_OF_PAKISTAN = /(?<!\d|\d-)(?:\+92|0092|92|0)[-_ ./]?\(?3(?:[-_ ./)]{0,2}\d){9}(?![\d]|-\d)/g;
const INTERNATIONAL = /(?<![\d+])\+(?!92)[1-9]\d{0,2}[-. ]?(?:\(\d{1,4}\)[-. ]?)?\d(?:[-. ]?\d){6,11}(?![\d]|-\d)/g;
const NORTH_AMERICA = /(?<!\d|\d-)(?:\+?1[-. ])?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\d-])/g;
/** Kinds of numbers that no private person has. */
const OF_OFFICES: ReadonlySet<string | undefined> = new Set(['TOLL_FREE', 'UAN', 'PREMIUM_RATE', 'SHARED_COST']);

function telephonesIn(spot: Spot): Telephone[] {
  const { lower, options } = spot;
  const telephones: Telephone[] = [];
  const add = (start: number, end: number, isMobile: boolean) => {
    if (!telephones.some((other) => start < other.end && other.start < end)) telephones.push({ start, end, isMobile });
  };
  const country = isSupportedCountry(options.country) ? options.country : 'PK';
  const text = options.where === 'file-name' ? lower.replaceAll('_', ' ') : lower;
  const offices: Telephone[] = [];
  for (const { number, startsAt, endsAt } of numbersIn(text, country)) {
    if (!number.isValid()) continue;
    const type = number.getType();
    if (OF_OFFICES.has(type)) offices.push({ start: startsAt, end: endsAt, isMobile: false });
    else add(startsAt, endsAt, type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE');
  }
  for (const form of [MOBILE_OF_PAKISTAN, NORTH_AMERICA, INTERNATIONAL])
    for (const { index, 0: written } of text.matchAll(form))
      if (!offices.some(({ start, end }) => start < index + written.length && index < end))
        add(index, index + written.length, true);
  return telephones;
}

function numbersIn(text: string, country: CountryCode): { number: PhoneNumber; startsAt: number; endsAt: number }[] {
  return findPhoneNumbersInText(text, { defaultCountry: country, extended: false });
}

const OWN = pattern(
  "\\b(?:his|her|my|their|own|home|house|private|personal|landline|'s (?:number|mobile|phone|cell|fax|whatsapp))\\b|گھر|ذاتی|\\b(?:ghar|zati)\\b|(?:اس|ان|جس|جن) (?:کا|کے|کی) (?:نمبر|فون|موبائل)|(?:un|us|is) ka (?:number|phone)",
);
const OFFICE = pattern(
  'help ?line|hotline|official|duty|front desk|reception|switchboard|toll|office|ہیلپ لائن|سرکاری|دفتر|استقبالیہ|ڈیوٹی|کنٹرول روم|sarkari|daftar',
);

/** A family that asks for blood or money gives its own number. */
const REQUEST = pattern('urgent|needed|required|in need of|donate (?:plasma|blood|platelets) for|درکار|ضرورت|فوری|اپیل|عطیات|zaroorat|darkar');

/** How much speaks for a private number; 1 is enough. */
function weight(spot: Spot, start: number, end: number, isMobile: boolean): number {
  const before = spot.lower.slice(Math.max(0, start - 70), start);
  const close = classesBefore(spot, start, 30) | classesAfter(spot, end, 20);
  let sum = isMobile ? 0.5 : 0;
  if (spot.near & (WORD.patient | WORD.kin)) sum += 1.5;
  else if (spot.near & WORD.person) sum += 1;
  else if (spot.near & WORD.pronoun) sum += 0.5;
  if (OWN.test(before)) sum += 1;
  if (REQUEST.test(spot.lower)) sum += 1;
  if (spot.own & WORD.service) sum -= 1.5;
  if (close & WORD.service) sum -= 0.5;
  if (OFFICE.test(spot.lower)) sum -= 1.5;
  if (spot.options.where === 'file-name' && isMobile) sum += 1;
  return sum;
}

/** A number as its last digits, so that `+92 300 …` and `0300 …` are one. */
function lastDigits(number: string): string {
  return number.replace(/\D/g, '').replace(/^0+/, '').slice(-10);
}
