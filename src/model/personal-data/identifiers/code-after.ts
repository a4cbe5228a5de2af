import { anyOf, anyWordOf } from '../phrases.ts';
import type { Spot } from '../spot.ts';

/** A number after a word that says what it is. Offsets are those of the sentence. */
export interface Code {
  start: number;
  end: number;
  /** In small letters. */
  written: string;
}

/**
 * The number after a label that ends at `from`: digits and letters in groups, at once or a few words further on. Not one that
 * counts or measures, nor a date, a year, or the name of an illness or a study.
 */
export function codeAfter({ text, lower }: Spot, from: number): Code | undefined {
  CODE.lastIndex = from;
  const match = CODE.exec(lower);
  const [whole = '', code = ''] = match ?? [];
  if (!match || code === '') return undefined;
  const end = match.index + whole.length;
  const start = startOfCode(text, lower, end - code.length, end - code.length + code.search(/\d/));
  if (COUNTS_BEFORE.test(lower.slice(from, start)) || COUNTS_AFTER.test(lower.slice(end))) return undefined;
  const written = lower.slice(start, end).replace(/[-/ .]+$/, '');
  return NO_CODE.test(written) ? undefined : { start, end: start + written.length, written };
}

/** At most a few words between, and a point only after `no`. In `bed11` there is nothing between. */
const GAP = '(?:(?:[^\\d.;؛۔\\n]|(?<=no|nr)\\.){0,28}?(?<![\\p{L}\\d])|)';
const LETTERS_BEFORE = '(?:[a-z]{1,6}[-/ ]?){0,3}';
const FURTHER_GROUPS = '(?:[-/ .]?(?:[a-z]{1,3}-)?\\d[\\da-z]*|-[a-z]{1,3}(?!\\p{L}))*';
const CODE = new RegExp(`${GAP}(${LETTERS_BEFORE}\\d[\\da-z]*${FURTHER_GROUPS})`, 'uy');

/** Letters before the digits belong to the number where they are joined to it or capital: `KHI 3391`, not `is 12`. */
function startOfCode(text: string, lower: string, first: number, firstDigit: number): number {
  let start = firstDigit;
  for (let at = firstDigit - 1; at >= first; at -= 1) {
    const sign = lower.charAt(at);
    const isJoined = start === at + 1 || /[-/]/.test(lower.charAt(at + 1));
    if (/[a-z]/.test(sign) && (isJoined || text.charAt(at) !== sign)) start = at;
    else if (!/[-/ ]/.test(sign)) break;
  }
  return start;
}

/** Words between a label and a number that is another's. */
const COUNTS_BEFORE = anyWordOf([
  'years?|days?|hours?|weeks?|months?|mg|ml|rs|at|by|in|for|since|than|after|before|until|from',
  'روپے|سال|دن|گھنٹے|بجے|فیصد|تاریخ|میں',
]);
const COUNTS_AFTER = anyOf([
  `^ ?(?:${[
    '%|per ?cent|percent|mg|ml|km|kg|rupees|years?|days?|hours?|weeks?|months?|patients|people|children|beds|cases|women|men|times',
    'am|pm|degrees|°|:\\d|to \\d|سے \\d|سال|برس|دن|گھنٹے|بجے|فیصد|مریض|افراد|لوگ|بار|روپے|ہزار|لاکھ|ملی|گرام|بستر',
  ].join('|')})(?!\\p{L})`,
]);
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH = '(?:0?[1-9]|1[0-2])';
const NO_CODE = new RegExp(
  `^(?:${[
    '(?:covid|sars|mers|cov|nct|pmid|isbn|issn|doi|icd|hiv|vitamin|n95|h\\d+n\\d).*|b\\d{1,2}',
    '(?:19|20)\\d{2}(?:-(?:19|20)?\\d{2})?|\\d{4}-\\d{2}-\\d{2}',
    `${DAY}[-/.]${MONTH}[-/.](?:19|20)?\\d{2}`,
  ].join('|')})$`,
);
