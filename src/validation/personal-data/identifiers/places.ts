import { isInCareHere } from '../in-care.ts';
import { pattern } from '../normalise-text.ts';
import { forEachWord } from '../passage.ts';
import { type Family, type Find, found, isAboutHealth, isHistory, isInvented, type Spot } from '../spot.ts';
import { classesOfWord } from '../words/classes-of-words.ts';
import { WORD } from '../words/word-classes.ts';

/** Parts of an address that say where exactly: a house, a lane, a village by its number or name. */
const ADDRESS = pattern(
  "\\b(?:house|flat|apartment|plot|quarter|shop|room|door|gate|h\\.?)(?: ?(?:no\\.?|number|#))? ?[a-z]?-?\\d[\\d/-]*-?[a-z]?\\b|\\b(?:street|st|lane|gali|block|sector|phase|ward|uc|union council|chak|mohalla|muhalla)(?: ?(?:no\\.?|number|#))? ?[a-z]?-?\\d+\\b|\\d+-?[a-z]?,? (?:\\p{L}+ ){0,2}(?:street|road|lane|avenue|town|colony|block)\\b|\\b(?:mohalla|muhalla|goth|village|basti|chak|killi|tehsil|gali|kucha|dhok|pind|chowk) (?!of\\b|in\\b|and\\b|is\\b|who\\b|near\\b|where\\b|with\\b|to\\b)\\p{L}+|\\bvillage of \\p{L}+|" +
    '(?:گلی|مکان|فلیٹ|پلاٹ|کوارٹر|بلاک|سیکٹر|فیز|وارڈ|چک|یونین کونسل)(?: نمبر)? ?[\\d]+|(?:محلہ|گوٹھ|بستی|چک|گاؤں|قصبہ|ڈھوک|موضع|کلی|تحصیل) (?!(?:کے|کی|کا|کو|نے|سے|میں|پر|والے|والوں|بھر|اور)(?!\\p{L}))\\p{L}+',
  'gu',
);
const NAMED_STREET = /(?<!\p{L})\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)* (?:Street|Road|Lane|Colony|Town|Mohalla|Block|View|Garden|Gardens|Court|Villas?|Estate|Square|Avenue|Mandi|Goth|Wala|Sharif|Kot|Pind|Nullah|Bridge|Flyover|Stand|Station|Mosque|Shrine|Nagar|Chowk|Bazaar|Bazar|Market|Village|Apartments|Heights|Towers|Park|Scheme|School|College|Factory|Mill|Mills|Madrasa|Madrassa|Mosque|Masjid)\b/gu;
/** Towns that are two words: فیصل آباد. */
const COMPOUND = pattern('(?<!\\p{L})(?!(?:کا|کی|کے|کو|میں|اور|غیر) )\\p{L}+ (?:آباد|پور|گڑھ)(?!\\p{L})', 'gu');
const NAMED_STREET_URDU = pattern('\\p{L}+ (?:کالونی|ٹاؤن|نگر|روڈ|بازار|چوک|گنج|پورہ|مارکیٹ|منڈی|شریف|والا|پل|اڈا|اڈہ|سکول|اسکول|کالج|فیکٹری|مل)(?!\\p{L})', 'gu');

/**
 * Places smaller than a province where somebody in care lives, works, learns, is treated or fell ill
 * (45 CFR 164.514(b)(2)(i)(B)); not the addresses of hospitals, camps and studies.
 */
export const places: Family = (spot) => {
  const { own, options } = spot;
  if (options.where === 'file-name' || !(own & (WORD.town | WORD.street))) return [];
  if (!isAboutHealth(spot) || !isInCareHere(spot) || isInvented(spot) || isHistory(spot)) return [];
  if (own & WORD.study) return [];
  const finds: Find[] = [];
  const add = (start: number, end: number) => {
    if (!finds.some((one) => one.start < spot.sentence.start + end && spot.sentence.start + start < one.end))
      finds.push(found(spot, 'place', start, end));
  };
  forEachWord(spot.lower, 0, spot.lower.length, (start, end) => {
    if (classesOfWord(spot.lower.slice(start, end)) & WORD.town && isTownHere(spot, start)) add(start, end);
  });
  for (const { index, 0: written } of spot.lower.matchAll(COMPOUND)) add(index, index + written.length);
  if (own & WORD.street) {
    for (const { index, 0: written } of spot.lower.matchAll(ADDRESS)) add(index, index + written.length);
    for (const { index, 0: written } of spot.text.matchAll(NAMED_STREET)) add(index, index + written.length);
    for (const { index, 0: written } of spot.lower.matchAll(NAMED_STREET_URDU)) add(index, index + written.length);
  }
  return finds;
};

const PROVINCE_AFTER = pattern('^(?:khyber[ -]pakhtunkhwa|خیبر پختون)');

/** In Latin letters a town has a capital: `hub`, `bath` and `sibi` are words. */
function isTownHere({ text, lower }: Spot, start: number): boolean {
  const code = text.charCodeAt(start);
  if (PROVINCE_AFTER.test(lower.slice(start, start + 30))) return false;
  return code > 0x24f || text.charAt(start) !== lower.charAt(start);
}
