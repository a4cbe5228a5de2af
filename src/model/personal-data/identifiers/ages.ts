import { isHistory, isInvented } from '../about-nobody.ts';
import { anyOf } from '../phrases.ts';
import { type Family, type Find, found } from '../spot.ts';
import { classesOfWord } from '../words/classes-of-words.ts';
import { ONE_PERSON, WORD } from '../words/word-classes.ts';

const NAMED = WORD.name | WORD.maybeName | WORD.address;

/**
 * Ages of 90 and more (45 CFR 164.514(b)(2)(i)(C)) of one person in care. A fever of 102, 95 beds and “patients over 90” are
 * none.
 */
export const ages: Family = (spot) => {
  const { own, near, lower, options } = spot;
  if (!(own & WORD.oldAge) && !(spot.sentence.digits > 1 && OLD_IN_DIGITS.test(lower))) return [];
  if (options.where === 'file-name' || !isOfOne(own, near) || isInvented(spot) || isHistory(spot)) return [];
  return [...lower.matchAll(NINETY_AND_MORE)].flatMap(({ index, 0: written }): Find[] => {
    const end = index + written.length;
    const isAge = isAgeOfOne(lower.slice(Math.max(0, index - 50), index), lower.slice(end, end + 40), written);
    return isAge ? [found(spot, 'age', index, end)] : [];
  });
};

function isOfOne(own: number, near: number): boolean {
  return (own & (ONE_PERSON | NAMED)) !== 0 || (near & (WORD.kin | WORD.patient)) !== 0;
}

const IN_DIGITS = '(?<![\\d.,:/-])(?:9\\d|1[01]\\d|12[0-5])(?!\\d|[.,]\\d|[:/%°])';
const OLD_IN_DIGITS = new RegExp(IN_DIGITS);
const NINETY_AND_MORE = anyOf(
  [
    IN_DIGITS,
    '\\bninet(?:y|ieth)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))?\\b',
    '\\b(?:(?:a|one) hundred(?: and \\p{L}+)?|hundredth|centenarian|nonagenarian)\\b',
    '(?<!\\p{L})(?:نوے|اکی?انوے|بانوے|تی?رانوے|چورانوے|پچانوے|چھیانوے|ستانوے|اٹھانوے|ننانوے|نناوے)(?!\\p{L})',
    '(?<!\\p{L})(?:ایک )?سو(?: (?:ایک|دو|تین|چار|پانچ|چھ|سات|آٹھ|نو|دس|گیارہ|بارہ))?(?!\\p{L})',
  ],
  'g',
);

function isAgeOfOne(before: string, after: string, written: string): boolean {
  if (OF_MANY.test(before) || OF_MANY_AFTER.test(after)) return false;
  if (/centenarian|nonagenarian/.test(written)) return true;
  if (/^(?:th|st|nd|rd)? (?:birthday|year of (?:his|her|life))/.test(after)) return true;
  if (YEARS_AFTER.test(after) || AGED_BEFORE.test(before)) return true;
  if (AT_BEFORE.test(before) && AT_AFTER.test(after)) return true;
  // `a farmer of 93`, `my aunt is ninety-three`, `Haji sahib, 103,`
  const bearer =
    /(\p{L}+),? (?:who )?(?:(?:of|is|was|turned|turns|at|reached|now|already|almost|just|'s) ){0,3}$/u.exec(before);
  if (!bearer || !(classesOfWord(bearer[1] ?? '') & (ONE_PERSON | NAMED))) return false;
  if (/ of $/.test(bearer[0])) return true;
  return bearer[0].includes(',')
    ? /^(?:,| and|[.;)]|$)/.test(after)
    : /^(?:,| and | but | when| now| who| with|[.;)]| [a-z]+ed\b|$)/.test(after);
}

const OF_MANY = anyOf([
  '\\b(?:over|above|older than|under|younger than|more than|at least|up to|below|beyond|between|from|than|aged over) (?:the age of )?$',
  '\\b(?:patients|people|adults|men|women|those|persons|anyone|everyone|individuals|residents|citizens|participants)(?: who (?:are|were))?(?: aged| of| over)? ?$',
  '\\b(?:scored?|rate|pulse|pressure|temperature|fever|score) (?:of |was |is )?$',
]);
const OF_MANY_AFTER = anyOf([
  '^ ?(?:years? )?(?:and|or) (?:over|older|above|more)|^\\+|^ ?-?(?:year-olds|years? olds)|^ ?(?:to|and|سے) ?\\d',
  '^ ?(?:سال|برس)?(?: کی عمر)? ?(?:سے|یا اس سے|اور اس سے) ?(?:زائد|زیادہ|اوپر|بڑ|کم)|^ ?(?:سال|برس)? ?(?:کے|کی عمر کے) (?:مریضوں|افراد|لوگوں|بزرگوں)',
  '^ ?(?:per|beds|patients|people|percent|cases|mg|ml|km|kg|days|hours|minutes|degrees|روپے|بستر|فیصد|مریض|افراد|دن|میں سے|درجے|ملی)',
]);
const YEARS_AFTER = anyOf([
  '^(?:[- ]years?[- ]old|[- ]year[- ]old| years of age|-yr| yrs? old| y/o|yo\\b| (?:saal|salah|baras|barson|saala)(?!\\p{L}))',
  '^ ?سالہ|^ (?:سال|برس)(?= (?:ک[اےی]|ہے|تھی|تھا|پورے|مکمل)|،|۔)',
]);
const AGED_BEFORE = anyOf([
  '\\b(?:aged?|age of|age:|age is|age was|turned|turns|turning|umar|umr|oldest [^.]{0,35} is|oldest [^.]{0,35} was)[ :]{1,2}$',
  'عمر (?:تقریبا |اب )?$',
]);
const AT_BEFORE = /\b(?:at|at the age of) $/;
const AT_AFTER = /^,? (?:he|she|my|our|his|her|the oldest)\b|^[.;]/;
