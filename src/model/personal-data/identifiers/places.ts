import { isHistory, isInvented } from '../about-nobody.ts';
import { isInCareHere } from '../in-care.ts';
import { forEachWord } from '../letters.ts';
import { anyOf, anyWordOf } from '../phrases.ts';
import { endsTown } from '../sentence-reader.ts';
import { type Family, type Find, found, isAboutHealth, type Spot } from '../spot.ts';
import { classesOfWord } from '../words/classes-of-words.ts';
import { FUNCTION_WORDS_URDU } from '../words/no-names.ts';
import { WORD } from '../words/word-classes.ts';

/**
 * Places smaller than a province where somebody in care lives, works, learns, is treated or fell ill
 * (45 CFR 164.514(b)(2)(i)(B)); not the addresses of hospitals, camps and studies.
 */
export const places: Family = (spot) => {
  const { own, options } = spot;
  if (options.where === 'file-name' || !(own & (WORD.town | WORD.street)) || own & WORD.study) return [];
  if (!isAboutHealth(spot) || !isInCareHere(spot) || isInvented(spot) || isHistory(spot)) return [];
  const finds: Find[] = [];
  for (const [start, end] of [...townsIn(spot), ...(own & WORD.street ? addressesIn(spot) : [])]) {
    const find = found(spot, 'place', start, end);
    if (!finds.some((other) => find.start < other.end && other.start < find.end)) finds.push(find);
  }
  return finds;
};

type Span = readonly [start: number, end: number];

function townsIn({ text, lower }: Spot): Span[] {
  const towns: Span[] = [];
  forEachWord(lower, 0, lower.length, (start, end) => {
    const isTown = (classesOfWord(lower.slice(start, end)) & WORD.town) !== 0;
    // In Latin letters a town has a capital: `hub`, `bath` and `sibi` are words.
    const isName = lower.charCodeAt(start) > 0x24f || text.charAt(start) !== lower.charAt(start);
    if (isTown && isName && !OF_PROVINCE.test(lower.slice(start))) towns.push([start, end]);
  });
  for (const { index, 0: written, 1: before = '', 2: word = '' } of lower.matchAll(TWO_WORDS))
    if (endsTown(before, word)) towns.push([index, index + written.length + word.length]);
  return towns;
}

const OF_PROVINCE = anyOf(['^(?:khyber[ -]pakhtunkhwa|خیبر پختون)']);
const TWO_WORDS = /(?<!\p{L})(\p{L}+) (?=(\p{L}+))/gu;

function addressesIn({ text, lower }: Spot): Span[] {
  const named = [...lower.matchAll(NAMED_URDU)].filter(({ 1: after, 2: before }) =>
    isNameOfPlace(after ?? before ?? ''),
  );
  const matches = [
    ...lower.matchAll(ADDRESS),
    ...named,
    ...text.matchAll(NAMED_STREET),
    ...text.matchAll(NAMED_VILLAGE),
  ];
  return matches.map(({ index, 0: written }) => [index, index + written.length] as const);
}

/** A house, a lane, a village by its number. */
const ADDRESS = anyOf(
  [
    '\\b(?:house|flat|apartment|plot|quarter|shop|room|door|gate|h\\.?)(?: ?(?:no\\.?|number|#))? ?[a-z]?-?\\d[\\d/-]*-?[a-z]?\\b',
    '\\b(?:street|st|lane|gali|block|sector|phase|ward|uc|union council|chak|mohalla|muhalla)(?: ?(?:no\\.?|number|#))? ?[a-z]?-?\\d+\\b',
    '\\d+-?[a-z]?,? (?:\\p{L}+ ){0,2}(?:street|road|lane|avenue|town|colony|block)\\b',
    '(?:گلی|مکان|فلیٹ|پلاٹ|کوارٹر|بلاک|سیکٹر|فیز|وارڈ|چک|یونین کونسل)(?: نمبر)? ?\\d+',
  ],
  'g',
);
/** By its name: محلہ فاروقیہ, برنس روڈ. */
const NAMED_URDU = anyWordOf(
  [
    '(?:محلہ|گوٹھ|بستی|چک|گاؤں|قصبہ|ڈھوک|موضع|کلی|تحصیل) (\\p{L}+)',
    '(\\p{L}+) (?:کالونی|ٹاؤن|نگر|روڈ|بازار|چوک|گنج|پورہ|مارکیٹ|منڈی|شریف|والا|پل|اڈا|اڈہ|سکول|اسکول|کالج|فیکٹری|مل)',
  ],
  'g',
);

function isNameOfPlace(word: string): boolean {
  return !FUNCTION_WORDS_URDU.has(word) && (classesOfWord(word) & (WORD.anyone | WORD.health)) === 0;
}

const NAMED_VILLAGE = new RegExp(
  `(?<!\\p{L})(?:${[
    '[Mm]ohalla|[Mm]uhalla|[Gg]oth|[Vv]illage(?: of)?|[Bb]asti|[Cc]hak|[Kk]illi|[Tt]ehsil|[Gg]ali|[Kk]ucha|[Dd]hok|[Pp]ind|[Cc]howk',
  ].join('|')}) \\p{Lu}\\p{L}+`,
  'gu',
);
const NAMED_STREET = new RegExp(
  `(?<!\\p{L})\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)* (?:${[
    'Street|Road|Lane|Colony|Town|Mohalla|Block|View|Gardens?|Court|Villas?|Estate|Square|Avenue|Mandi|Goth|Wala|Sharif|Kot|Pind',
    'Nullah|Bridge|Flyover|Stand|Station|Mosque|Masjid|Shrine|Nagar|Chowk|Bazaa?r|Market|Village|Apartments|Heights|Towers|Park|Scheme',
    'School|College|Factory|Mills?|Madrass?a',
  ].join('|')})\\b`,
  'gu',
);
