import { ages } from './identifiers/ages.ts';
import { biometrics } from './identifiers/biometrics.ts';
import { dates } from './identifiers/dates.ts';
import { internetAddresses } from './identifiers/internet-addresses.ts';
import { labelledNumbers } from './identifiers/labelled-numbers.ts';
import { names } from './identifiers/names.ts';
import { nationalNumbers } from './identifiers/national-numbers.ts';
import { places } from './identifiers/places.ts';
import { telephoneNumbers } from './identifiers/telephone-numbers.ts';
import type { PersonalData, PersonalDataOptions, TextPlace } from './kinds.ts';
import { readPassage } from './passage.ts';
import type { Sentence } from './sentence-reader.ts';
import { type Family, type Find, spotAt } from './spot.ts';
import { ONE_PERSON, WORD } from './words/word-classes.ts';

/**
 * Identifiers in a text that are tied to somebody's health, in the order of the text. English and Urdu, in both of its
 * scripts, are understood in one text. Pure; it looks at words and their
 * company, so that it is wrong now and then: `tests/fixtures/personal-data` measures how often.
 */
export function findPersonalData(text: string, options: PersonalDataOptions): PersonalData[] {
  const passage = readPassage(text, options.where === 'file-name');
  const { originalOffset } = passage.normal;
  const { sentences } = passage;
  const classesAt = (index: number) => sentences[index]?.classes ?? 0;
  return sentences
    .flatMap((sentence, index) => {
      const near = classesAt(index - 1) | sentence.classes | classesAt(index + 1);
      return isWorthLooking(sentence, near) ? look(spotAt(passage, index, options)) : [];
    })
    .map(({ kind, start, end }) => ({ kind, start: originalOffset(start), end: originalOffset(end - 1) + 1 }));
}

/** Whether a text could hold personal data for some desk in some year: what is left need not be kept to be judged. */
export function mayHoldPersonalData(text: string, where: TextPlace): boolean {
  return hasLongNumber(text) || findPersonalData(text, { ...SOME_DESK, where }).length > 0;
}

/** No contact is official here, and nothing is history yet. */
const SOME_DESK = { officialContacts: [], country: 'PK', year: 0 } as const;

const LONG_NUMBER = /[\d٠-٩۰-۹](?:[^\d٠-٩۰-۹]{0,3}[\d٠-٩۰-۹]){6}/;

/** A number that may be a telephone's in some country. */
function hasLongNumber(text: string): boolean {
  return LONG_NUMBER.test(text);
}

const FAMILIES: readonly Family[] = [
  nationalNumbers,
  telephoneNumbers,
  internetAddresses,
  labelledNumbers,
  dates,
  ages,
  biometrics,
  places,
  names,
];

const NAMED = WORD.name | WORD.maybeName | WORD.address | WORD.naming;
const TELLING = WORD.town | WORD.street | WORD.body | WORD.oldAge | WORD.month;

/** Most sentences hold nothing that could identify anybody, and are passed over at once. */
function isWorthLooking({ classes, digits, hasUnknownCapital, hasAddressSign }: Sentence, near: number): boolean {
  if (hasUnknownCapital || hasAddressSign || classes & NAMED || digits > 6) return true;
  if (!(near & ONE_PERSON) && !(classes & WORD.label)) return false;
  return digits > 0 || (classes & TELLING) !== 0;
}

function look(spot: Parameters<Family>[0]): Find[] {
  const finds = FAMILIES.flatMap((family) => family(spot));
  return finds
    .filter((find, index) => !finds.some((other, at) => at !== index && covers(other, find, at < index)))
    .toSorted((a, b) => a.start - b.start);
}

/** A date inside an identity number, a place inside a name: the longer is right, and of equals the one that came first. */
function covers(other: Find, find: Find, cameFirst: boolean): boolean {
  if (other.start > find.start || other.end < find.end || BOTH.has(`${other.kind} ${find.kind}`)) return false;
  return cameFirst || other.end - other.start > find.end - find.start;
}

/** A mobile wallet's number is both. */
const BOTH = new Set(['phone account-number', 'account-number phone']);
