import { forEachWord } from '../letters.ts';
import { classesIn } from '../passage.ts';
import { anyOf, wordSet } from '../phrases.ts';
import type { Spot } from '../spot.ts';
import { classesOfWord } from '../words/classes-of-words.ts';
import { WORD } from '../words/word-classes.ts';
import type { NameRun } from './name-runs.ts';

/** Whether its bearer is spoken of in an office or as an author: by a title before the name, or by what follows it. */
export function holdsOffice({ lower }: Spot, run: NameRun, before: string, after: string): boolean {
  let titleEnd = -1;
  forEachWord(before, 0, before.length, (start, end) => {
    if (classesOfWord(before.slice(start, end)) & WORD.role) titleEnd = end;
  });
  const between = before.slice(titleEnd);
  // `the doctor asked Nadia`: the office is somebody else's.
  if (titleEnd >= 0 && NEXT_TO_TITLE.test(between) && !ENDS_TITLE.test(between)) return true;
  if (OFFICE_BEFORE.test(before) || AUTHOR_BEFORE.test(before) || AUTHOR_AFTER.test(after)) return true;
  const apposition = /^(?:,| \()[^.;:؛۔]{0,50}/.exec(after)?.[0] ?? '';
  return (classesIn(lower, run.end, run.end + apposition.length) & WORD.role) !== 0;
}

/** At most one word between title and name: `minister for`, سیکرٹری صحت. */
const NEXT_TO_TITLE = /^(?:\.|'s)?(?: [\p{L}.-]+)? $/u;
const ENDS_TITLE = anyOf([
  '[:;!?؛۔]|\\b(?:told|asked|saw|gave|examined|treated|and|with|of|by|to|from|that|for|called|said|says|when|is|was|in|on|at)\\b',
  '(?<!\\p{L})(?:نے|کو|سے|کہ|کا|کی|کے|اور|میں|پر)(?!\\p{L})',
]);
/** `the imam of the mosque, Muhammad Ilyas`. */
const OFFICE_BEFORE = anyOf([
  `(?:^|[.,;:] ?)(?:(?:the|our|an?) )?(?:[\\p{L}-]+ )?(?:${[
    'imam|director|head|founder|minister|secretary|chair\\p{L}*|president|officer|spokes\\p{L}+|manager|editor|author|ambassador',
    'captain|principal|chief|leader|surgeon|consultant|coordinator|commissioner',
  ].join('|')})(?: (?:of|for|at|in) [^,.;]{1,40})?, ?$`,
]);
const AUTHOR_BEFORE = anyOf([
  `\\b(?:${[
    'paper|study|article|book|report|review|letter|poem|song|play|written|edited|checked|translated|drawn|painted|photo(?:graph)?s?',
    'picture|film|illustration|design',
  ].join('|')})(?: [\\p{L}-]+){0,3} by (?:[\\p{L}.]+,? (?:and )?)?$`,
]);
const AUTHOR_AFTER = anyOf([
  "^(?:'s?)? (?:team|group|lab|paper|book|study|research|poem|song)\\b",
  '^ (?:اور \\p{L}+ )?(?:کا|کی|کے) (?:مقالہ|مقالے|تحقیق|کتاب|نظم|ٹیم|مضمون)',
]);

const INSTITUTION = WORD.service | WORD.street | WORD.occasion;
/** Words of that class that do not end the name of an institution. */
const NO_INSTITUTION = wordSet('day days report session house market gate');

/** `Noor Cancer Hospital`, and not `Bilal visits the hospital`: whether name and institution are one name. */
export function isOfInstitution({ lower }: Spot, run: NameRun): boolean {
  const next = /^[ -](?:[\p{L}'-]+ ){0,2}[\p{L}'-]+/u.exec(lower.slice(run.end, run.end + 40))?.[0] ?? '';
  const words = next.trim().split(/[ -]/);
  const last = words.findIndex((word) => classesOfWord(word) & INSTITUTION && !NO_INSTITUTION.has(word));
  return last >= 0 && words.slice(0, last).every((word) => !OF_SENTENCES.has(word));
}

/** Words that part a name from what the sentence says of its bearer. */
const OF_SENTENCES = wordSet(
  `is was has had and or the a an of in at to from for with who says said visits visited his her tested came went left told calls
  lives کا کی کے کو نے سے میں پر تک اور یا کہ جو اس ان ہے ہیں تھا تھی تھے صاحب بی بیگم باجی آپا بھائی ولد`,
);
