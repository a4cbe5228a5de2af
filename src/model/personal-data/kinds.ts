import type { Position } from '../problem.ts';

/**
 * What a text must not tie to somebody's health: the identifiers of HIPAA's Safe Harbor, 45 CFR 164.514(b)(2)(i)(A)–(R),
 * and Pakistan's identity card number, which that law could not know. Letters are those of the law's list.
 */
export const PERSONAL_DATA_KINDS = [
  'name', // (A)
  'place', // (B) smaller than a state: here, than a province
  'date', // (C) but for the year
  'age', // (C) of 90 and more
  'phone', // (D) and (E), fax
  'email', // (F)
  'ssn', // (G)
  'record-number', // (H)
  'plan-number', // (I)
  'account-number', // (J)
  'licence-number', // (K)
  'vehicle-number', // (L)
  'device-id', // (M)
  'address-web', // (N)
  'ip-address', // (O)
  'biometric', // (P) and (Q), a picture of the full face
  'other-id', // (R)
  'cnic', // computerised national identity card, Pakistan
] as const;
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number];

/** Personal data in a text. Offsets are those of the text as it was given, in UTF-16 code units. */
export interface PersonalData {
  kind: PersonalDataKind;
  start: number;
  end: number;
}

/** Where a text stands. */
export type TextPlace = 'text' | 'alt' | 'file-name';

/** A text of a file: words that are read in one go. */
export interface PlacedText {
  text: string;
  where: TextPlace;
  /** Where in the file an offset of `text` stands. Worked out when it is asked for. */
  locate(offset: number): Position;
}

export interface PersonalDataOptions {
  where: TextPlace;
  /** Telephone numbers and e-mail and web addresses that belong to the public. */
  officialContacts: readonly string[];
  /** Names of those who speak for the desk, as readers see them. */
  officialNames?: readonly string[];
  /** Country whose telephone numbers are written without a country code, ISO 3166-1. */
  country: string;
  /** The calendar year of the reader: what lies more than fifty years back is history. */
  year: number;
}
