import { befalls } from '../in-care.ts';
import { classesIn } from '../passage.ts';
import { anyOf } from '../phrases.ts';
import { type Family, type Find, found, isAboutOne, isPattern, type Spot } from '../spot.ts';
import { WORD } from '../words/word-classes.ts';
import { type Code, codeAfter } from './code-after.ts';
import { LABELS, type Label } from './labels.ts';
import { mayHaveTelephone, telephonesIn } from './telephone-numbers.ts';

/**
 * Numbers that a word before them names: of records, plans, accounts, licences, vehicles and devices, and any other number
 * of one person (45 CFR 164.514(b)(2)(i)(H)–(M), (R)). Hospitals, products and orders have such numbers, too: whose it is
 * follows from what it is called and from who stands near.
 */
export const labelledNumbers: Family = (spot) => {
  const { sentence, own, lower } = spot;
  const isOfSomebody = isAboutOne(spot) || isOfficialInTrouble(spot);
  if (sentence.digits === 0 || !(isOfSomebody || own & WORD.label)) return [];
  const hasCode = sentence.digits > 2 && CODE_SHAPED.test(lower);
  if (!hasCode && !SMALL.test(lower)) return [];
  const finds: Find[] = ibansIn(spot);
  for (const label of LABELS) {
    if ((label.of !== 'patient' && !isOfSomebody) || (label.digits > 2 && !hasCode)) continue;
    for (const { index, 0: words } of lower.matchAll(label.words)) {
      const code = codeAfter(spot, index + words.length);
      if (!code || !isOfForm(spot, code, label, index + words.length) || !belongsToOne(spot, label, index, code.end))
        continue;
      const find = found(spot, label.kind, code.start, code.end);
      if (!finds.some(({ start }) => start === find.start)) finds.push(find);
    }
  }
  return finds;
};

/** A surgeon who drinks is in care, too. */
function isOfficialInTrouble({ own, lower }: Spot): boolean {
  return (own & WORD.role) !== 0 && (befalls(lower) || TROUBLED.test(lower));
}

const TROUBLED = anyOf([
  '\\b(?:addict\\p{L}*|habit|relapse\\p{L}*|alcohol\\p{L}*|morphine|cocaine|heroin|depress\\p{L}*|overdos\\p{L}*)\\b|نشے|لت |ڈپریشن',
]);

/** Digits that are neither a year nor a count of a few. */
const CODE_SHAPED = /(?<![\d.,])(?!(?:19|20)\d{2}(?!\d))\d{3}|\p{L}-?\d|\d[-/ ]\d/u;
/** Labels of numbers that may be small. */
const SMALL = anyOf([
  'bed|cot|cabin|cubicle|incubator|room|token|roll|seat|badge|queue|ticket|locker|plate|\\bcar\\b|bike|rickshaw|taxi',
  'بستر|بیڈ|کیبن|ٹوکن|رول|سیٹ|کمرہ|قیدی|شریک|کوڈ',
]);

function isOfForm(spot: Spot, { start, end, written }: Code, { digits, form }: Label, labelEnd: number): boolean {
  if (written.replace(/\D/g, '').length < digits || isPattern(spot, start, written)) return false;
  switch (form) {
    case 'plate':
      return /^(?:[a-z]{1,4}[- ]?)?(?:\d{2}[- ])?\d{2,4}(?:-?[a-z])?$/.test(written);
    case 'next':
      return start <= labelEnd + 2 && IS_CODE.test(written);
    case 'code':
      return IS_CODE.test(written) && !isTelephone(spot, start, end);
    default:
      return true;
  }
}

/** With letters, hyphens or strokes: no count. */
const IS_CODE = /[a-z]|[-/]/;

function isTelephone(spot: Spot, start: number, end: number): boolean {
  return mayHaveTelephone(spot) && telephonesIn(spot).some((one) => one.start < end && start < one.end);
}

/** What an office, a product or a study has numbers of, too. */
const PUBLIC = WORD.service | WORD.product | WORD.study;

function belongsToOne(spot: Spot, { of, kind }: Label, labelStart: number, codeEnd: number): boolean {
  const { lower, own } = spot;
  if (of === 'patient') return (own & WORD.product) === 0 || isAboutOne(spot);
  if (of === 'person') return true;
  const before = lower.slice(Math.max(0, labelStart - 40), labelStart).replace(KEEPERS, '');
  const isPossessed = POSSESSIVE.test(before) || POSSESSIVE_URDU.test(before);
  if (isPossessed && !(classesIn(before.slice(-20)) & (WORD.service | WORD.product))) return true;
  if (kind === 'vehicle-number') return !OF_SERVICE.test(lower.slice(Math.max(0, labelStart - 45), codeEnd));
  const after = lower.slice(codeEnd, codeEnd + 45);
  const owner = OWNER_AFTER.exec(after)?.[0] ?? '';
  return !((classesIn(before) | classesIn(owner)) & PUBLIC) && !(classesIn(after.slice(0, 30)) & WORD.product);
}

/** Banks and offices in which a person's number is kept are not whose it is. */
const KEEPERS = anyOf(
  [
    '\\b(?:bank|branch|meezan|allied|zakat|registration|emergency room|emergency|hospital gate)\\b|بینک|رجسٹریشن|زکو[ۃٰہ]+|برانچ|ایمرجنسی',
  ],
  'g',
);
const OWNER_AFTER =
  /^,? (?:of|belongs to|is the|held by|in the name of|کا|کی) (?:the )?(?:[\p{L}'-]+ ){0,2}[\p{L}'-]+/u;
const OF_SERVICE = anyOf([
  'ambulance|clinic|hospital|x-?ray van|blood|rescue|fire|team|programme|program|department|ministry|official|health van',
  'mobile (?:unit|van|lab)|ایمبولینس|کلینک|ہسپتال|ریسکیو|محکم|ٹیم|پروگرام|سرکاری|مہم|ایکسرے',
]);
const POSSESSIVE = /(?:\b(?:his|her|my)|'s|s')(?: \p{L}+){0,3},? ?$/u;
const POSSESSIVE_URDU = anyOf([
  `(?:${[
    'مریضہ?|اس|ان|جس|جن|میر|ہمار|اپن|بچ[یےہ]|خاتون|لڑک[یا]|نوجوان|بیوہ|بھائی|والدہ?|ماں|ابو|امی|شوہر|بیو?ی|بیٹ[یےا]|آدمی|شخص|بزرگ',
    'والے|والی',
  ].join('|')}) ?(?:کا|کی|کے|ا|ی|ے) (?:\\p{L}+ ){0,4}$`,
]);

const IBAN = /(?<![\p{L}\p{N}])pk\d{2} ?[a-z]{4}(?: ?\d{4}){4}(?!\d)/gu;

/** International bank account numbers, which name themselves. */
function ibansIn(spot: Spot): Find[] {
  if (!isAboutOne(spot) || spot.own & WORD.service) return [];
  return [...spot.lower.matchAll(IBAN)].map(({ index, 0: written }) =>
    found(spot, 'account-number', index, index + written.length),
  );
}
