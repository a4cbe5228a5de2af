import { pattern } from '../normalise-text.ts';
import { type Family, type Find, found, isPattern } from '../spot.ts';
import { WORD } from '../words/word-classes.ts';

// NADRA writes 13 digits as 5-7-1; the first is the province, 1 to 8.
const GROUPED_CNIC = /(?<!\d|\d-)[1-8]\d{4}([-_ ./])\d{7}(?:\1|[-_ ./])\d(?![\d-]|[.,]\d)/g;
const PLAIN_CNIC = /(?<!\d|\d-)[1-8]\d{12}(?![\d-]|[.,]\d)/g;
const CNIC_WORDS = pattern(
  '\\b(?:c?nics?|nicop|snic|identity|id|i\\.d|form[- ]?b|b[- ]?form|crc|nadra|card|shanakhti|shinakhti)\\b|شناختی|سی این ای سی|نادرا|ب فارم|بے فارم|فارم ب|کارڈ',
);

const SSN = /(?<!\d|\d-)\d{3}([- ])\d{2}\1\d{4}(?![\d-]|[.,]\d)/g;
const PLAIN_SSN = /(?<!\d|\d-)\d{9}(?![\d-]|[.,]\d)/g;
const SSN_WORDS = pattern('\\bssn\\b|social security|ایس ایس این|سوشل سی?کی?ورٹی');

/**
 * Numbers a state gives one person for life: SSN (45 CFR 164.514(b)(2)(i)(G)) and Pakistan's identity card and Form B
 * numbers. In their own form they are personal wherever they stand.
 */
export const nationalNumbers: Family = (spot) => {
  if (spot.sentence.digits < 9) return [];
  const finds: Find[] = [];
  const add = (kind: 'cnic' | 'ssn', match: RegExpExecArray) => {
    const [number] = match;
    if (!isPattern(spot, match.index, number)) finds.push(found(spot, kind, match.index, match.index + number.length));
  };
  for (const match of spot.lower.matchAll(GROUPED_CNIC)) add('cnic', match);
  const isOfProduct = (spot.own & WORD.product) !== 0;
  if (CNIC_WORDS.test(spot.lower) && !isOfProduct) for (const match of spot.lower.matchAll(PLAIN_CNIC)) add('cnic', match);
  const isCalledSsn = SSN_WORDS.test(spot.lower);
  for (const match of spot.lower.matchAll(SSN)) if (match[1] === '-' || isCalledSsn) add('ssn', match);
  if (isCalledSsn) for (const match of spot.lower.matchAll(PLAIN_SSN)) add('ssn', match);
  return finds;
};
