import { anyWordOf } from '../phrases.ts';
import { type Family, type Find, found, isPattern } from '../spot.ts';
import { WORD } from '../words/word-classes.ts';

/**
 * Numbers a state gives one person for life: SSN (45 CFR 164.514(b)(2)(i)(G)) and Pakistan's identity card and Form B
 * numbers. In their own form they are personal wherever they stand; as digits alone, where a word says what they are.
 */
export const nationalNumbers: Family = (spot) => {
  if (spot.sentence.digits < 9) return [];
  const finds: Find[] = [];
  const add = (kind: 'cnic' | 'ssn', form: RegExp) => {
    for (const { index, 0: number } of spot.lower.matchAll(form))
      if (!isPattern(spot, index, number)) finds.push(found(spot, kind, index, index + number.length));
  };
  add('cnic', GROUPED_CNIC);
  if (!(spot.own & WORD.product) && CNIC_WORDS.test(spot.lower)) add('cnic', PLAIN_CNIC);
  add('ssn', HYPHENATED_SSN);
  if (SSN_WORDS.test(spot.lower)) add('ssn', LOOSE_SSN);
  return finds;
};

// NADRA writes 13 digits as 5-7-1; the first is the province, 1 to 8.
const GROUPED_CNIC = /(?<!\d|\d-)[1-8]\d{4}[-_ ./]\d{7}[-_ ./]\d(?![\d-]|[.,]\d)/g;
const PLAIN_CNIC = /(?<!\d|\d-)[1-8]\d{12}(?![\d-]|[.,]\d)/g;
const CNIC_WORDS = anyWordOf([
  'c?nics?|nicop|snic|identity|id|i\\.d|form[- ]?b|b[- ]?form|crc|nadra|card|shanakhti|shinakhti',
  'شناختی|سی این آئی سی|نادرا|ب فارم|بے فارم|فارم ب|کارڈ',
]);

const HYPHENATED_SSN = /(?<!\d|\d-)\d{3}-\d{2}-\d{4}(?![\d-]|[.,]\d)/g;
const LOOSE_SSN = /(?<!\d|\d-)\d{3} ?\d{2} ?\d{4}(?![\d-]|[.,]\d)/g;
const SSN_WORDS = anyWordOf(['ssn|social security|ایس ایس این|سوشل سی?کی?ورٹی']);
