import type { PersonalDataOptions } from './kinds.ts';
import { normaliseText } from './normalise-text.ts';
import { wordSet } from './phrases.ts';
import { classesOfWord } from './words/classes-of-words.ts';
import { WORD } from './words/word-classes.ts';

type Contacts = PersonalDataOptions['officialContacts'];

/** Whether a telephone number is among the official ones, however both are written. */
export function isOfficialNumber(contacts: Contacts, number: string): boolean {
  return prepared(contacts).numbers.has(lastDigits(number));
}

/** Whether an address is an official one, or lies below it. */
export function isOfficialAddress(contacts: Contacts, address: string): boolean {
  const bare = bareAddress(address);
  return prepared(contacts).addresses.some(
    (known) => known === bare || (bare.startsWith(known) && /[/.?#]/.test(bare.charAt(known.length))),
  );
}

/** Whether a name is an official one, or two words of it. A first name alone may be a patient's. */
export function isOfficialName(names: readonly string[], name: string): boolean {
  const words = [...wordSet(name)].filter(isOfName);
  return namesAsWords(names).some(
    (known) => words.every((word) => known.has(word)) && (words.length > 1 || known.size === 1),
  );
}

/** Not a title: `Dr`, صاحب. */
function isOfName(word: string): boolean {
  return (classesOfWord(word) & (WORD.role | WORD.address)) === 0;
}

interface Prepared {
  numbers: ReadonlySet<string>;
  addresses: readonly string[];
}

const PREPARED = new WeakMap<Contacts, Prepared>();
const NAMES = new WeakMap<readonly string[], readonly ReadonlySet<string>[]>();

/** A desk has one list for thousands of texts: it is made ready once. */
function prepared(contacts: Contacts): Prepared {
  const known = PREPARED.get(contacts);
  if (known) return known;
  const made = {
    numbers: new Set(contacts.filter((one) => /^[\d\s()+.*#/-]+$/.test(normaliseText(one).text)).map(lastDigits)),
    addresses: contacts.filter((one) => /[@.]/.test(one)).map(bareAddress),
  };
  PREPARED.set(contacts, made);
  return made;
}

function namesAsWords(names: readonly string[]): readonly ReadonlySet<string>[] {
  const made = NAMES.get(names) ?? names.map((name) => new Set([...wordSet(name)].filter(isOfName)));
  NAMES.set(names, made);
  return made;
}

/** A number as its last digits, so that `+92 300 …` and `0300 …` are one. */
function lastDigits(number: string): string {
  return normaliseText(number).text.replace(/\D/g, '').replace(/^0+/, '').slice(-10);
}

function bareAddress(address: string): string {
  return address
    .toLowerCase()
    .replace(/^(?:mailto:|https?:\/\/)/, '')
    .replace(/^www\./, '')
    .replace(/\/+$/, '');
}
