import { isInArabicScript } from '../letters.ts';
import { classesIn } from '../passage.ts';
import { anyOf, anyWordOf, wordSet } from '../phrases.ts';
import type { Spot } from '../spot.ts';
import { classesOfWord, soundsLikeName } from '../words/classes-of-words.ts';
import { PERSONS_OF_HISTORY } from '../words/given-names.ts';
import { FUNCTION_WORDS_URDU, PLACES_AND_NAMES } from '../words/no-names.ts';
import { ONE_PERSON, WORD } from '../words/word-classes.ts';
import type { NameRun } from './name-runs.ts';

const HISTORY = wordSet(PERSONS_OF_HISTORY);

/** Whether anything tells that these words are a person's name: the list, or the company they keep. */
export function looksLikeName(spot: Spot, run: NameRun, before: string, after: string): boolean {
  if (run.isCued) return true;
  const { words } = run;
  const [first] = words;
  if (words.length === 1 && PLACES_AND_NAMES.has(first?.word ?? '') && PLACE_BEFORE.test(before)) return false;
  if (words.some(({ classes, word }) => classes & WORD.name && !HISTORY.has(word))) return true;
  const doubtful = words.filter(({ classes }) => classes & WORD.maybeName && !(classes & WORD.month)).length;
  if (doubtful > 1 || hasFamilyName(spot, run) || soundsLikeOne(run, before)) return true;
  if (ADDRESS_BEFORE.test(before) || ADDRESS_AFTER.test(after) || isBesideRelative(after)) return true;
  const isCapital = /\p{Lu}/u.test(spot.text.charAt(run.start));
  return isCapital && isKnownByCompany(spot, run, before, after, doubtful);
}

/** What stands before a place, and seldom before a person. */
const PLACE_BEFORE = anyOf(['(?:^| )(?:(?:in|at|near|from|of|to|and) |, )?(?:west |north |south |east |new )?$']);

/** `Tahmina Qureshi`, علینہ خان: who bears a family name bears another before it. */
function hasFamilyName({ lower }: Spot, { start, words }: NameRun): boolean {
  const family = words.findIndex(({ classes }) => classes & WORD.familyName);
  if (family > 0) return true;
  if (family < 0 || !isInArabicScript(words[0]?.word ?? '')) return false;
  const before = /(\p{L}{3,}) $/u.exec(lower.slice(Math.max(0, start - 20), start))?.[1];
  if (before === undefined || FUNCTION_WORDS_URDU.has(before)) return false;
  return (classesOfWord(before) & ~(WORD.health | WORD.body)) === 0;
}

/** Names in Latin letters are spelt in many ways. */
function soundsLikeOne({ words }: NameRun, before: string): boolean {
  // Alone at the start of a sentence, or after a colon, any word has a capital.
  if ((words.length === 1 && /(?:^|[^\p{L}, ]) ?$/u.test(before)) || /(?:^| )(?:in|at|near|from|to|of) $/.test(before))
    return false;
  return words.some(({ word, classes }) => !(classes & ~WORD.address) && /^[a-z]/.test(word) && soundsLikeName(word));
}

const ADDRESS_BEFORE = anyOf([
  `(?:^|[^\\p{L}])(?:${[
    'old|young|poor|late|mr|mrs|ms|miss|baby|little|bibi|uncle|aunt|auntie|baji|apa|chacha|khala|haji',
    'ننھ[ےیا]|مائی|محترمہ|مسز|خالہ|چاچا|بابا|باجی|حاجی|چوہدری|ماسٹر|استاد',
  ].join('|')})\\.? $`,
]);
const ADDRESS_AFTER = anyOf([
  `^ (?:${[
    'sahib|sahiba|saheb|sahab|baji|apa|aapa|bhai|bibi|begum|mai|khala|chacha',
    'صاحب|صاحبہ|باجی|آپا|بھائی|بی بی|بیگم|مائی|خالہ|چاچا|ولد|بنت|زوجہ|نامی',
  ].join('|')})(?!\\p{L})`,
]);

/** `Shafqat and his mother`. */
function isBesideRelative(after: string): boolean {
  const relative = AND_RELATIVE.exec(after)?.[1];
  return relative !== undefined && (classesOfWord(relative) & WORD.kin) !== 0;
}

const AND_RELATIVE = anyOf(['^ (?:and (?:his|her)|اور (?:اس|ان) ک[اےی]|aur us k[aie]) (\\p{L}+)']);

/** A word with a capital that no list knows: by its place beside an age, a relative, a person, an illness. */
function isKnownByCompany(spot: Spot, run: NameRun, before: string, after: string, doubtful: number): boolean {
  const isLong = run.words.length > 1;
  const isFirst = run.start === spot.text.search(/\p{L}/u);
  if (AGE_AFTER.test(after) && (isLong || doubtful === 1 || !isFirst)) return true;
  if (classesOfWord(/(\p{L}+) $/u.exec(before)?.[1] ?? '') & WORD.kin) return true;
  if (isPersonAfter(spot, run, after)) return true;
  if (CALLED.test(before) && !/Patient $/.test(spot.text.slice(0, run.start))) return true;
  if (!isInCareAfter(after)) return false;
  if (isLong) return run.words.every(({ word }) => word.length > 1);
  return !isFirst && run.words[0]?.classes === 0 && /\b(?:he|she|his|her)\b/.test(spot.lower);
}

const AGE_AFTER = /^(?:, ?(?:aged )?\d{1,3}(?=,| and |[.;:)]|$)|,? \((?:aged )?\d{1,3}\)|,? (?:an? )?\d{1,3}[- ]year)/;
const CALLED = anyOf([
  `\\b(?:${[
    "named|called|name is|name was|name:|patient:?|patient's name:?|signed|made out to|belongs to|label(?:led)? reads|reads|baby|little",
  ].join('|')})[,:]? ["“]?$`,
]);

/** `Sunny, a boy with Down syndrome`. */
function isPersonAfter({ lower }: Spot, { end }: NameRun, after: string): boolean {
  const apposition = /^, (?:an?|the|our|his|her|my|who|whose)\b[^,.;:]{0,40}/.exec(after)?.[0] ?? '';
  const classes = classesIn(lower, end, end + apposition.length);
  return (classes & ONE_PERSON) !== 0 && !(classes & WORD.service);
}

/** What only a person does who is in care: `has been treated for malaria`. */
function isInCareAfter(after: string): boolean {
  const predicate = VERB_AFTER.exec(after)?.[0] ?? '';
  return predicate !== '' && (classesIn(predicate) & WORD.health) !== 0;
}

const VERB_AFTER = anyWordOf([
  `^(?:,? who)?(?: [a-z]+ly)? (?:${[
    'has|had|was|is|were|got|suffers?|suffered|tested|lived|lives|died|caught|contracted|survived|lost|recovered|underwent|beat|coughed',
    'coughs|miscarried|collapsed|fainted|fell|takes|took|needs|stopped',
  ].join('|')})\\b(?: [a-z'-]+){0,7}`,
]);
