import { befalls, speaksForPublic } from '../in-care.ts';
import { normaliseText, pattern } from '../normalise-text.ts';
import { classesIn, forEachWord } from '../passage.ts';
import { type Family, type Find, found, isAboutHealth, isHistory, isInvented, type Spot } from '../spot.ts';
import { classesOfWord, soundsLikeName } from '../words/classes-of-words.ts';
import { PERSONS_OF_HISTORY } from '../words/given-names.ts';
import { LARGE_PLACES } from '../words/towns.ts';
import { WORD } from '../words/word-classes.ts';

/** Words that follow each other and may be one person's name. Offsets are those of the sentence. */
interface Run {
  start: number;
  end: number;
  words: readonly { start: number; end: number; word: string; classes: number }[];
}

const ALSO_PLACES = new Set(
  'virginia georgia carolina dakota florence victoria charlotte madison austin sydney paris jackson lincoln houston milan chelsea brooklyn savannah jordan israel'.split(' '),
);
const HISTORY = new Set(PERSONS_OF_HISTORY.map((name) => normaliseText(name).lower));
const NO_NAMES = new Set(LARGE_PLACES);
/** Classes of words that begin an institution's, a place's or an illness's name and not a person's. */
const NO_PERSON =
  WORD.service | WORD.town | WORD.street | WORD.month | WORD.study | WORD.occasion | WORD.product | WORD.group;

/**
 * Names, also of relatives (45 CFR 164.514(b)(2)(i)(A)), beside words about somebody's health. No list knows every name: one
 * is known by the list, by a form of address, by an age beside it, or by what befalls its bearer. Those who speak for the
 * desk or in an office, authors, persons of history and invented figures are left alone.
 */
export const names: Family = (spot) => {
  const { near, own, sentence, options } = spot;
  if (!(own & (WORD.name | WORD.maybeName | WORD.address | WORD.naming)) && !sentence.hasUnknownCapital) return [];
  if (!(near & WORD.health) && !(own & (WORD.patient | WORD.kin))) return [];
  if (options.where === 'file-name') {
    const spaced = { ...spot, text: spot.text.replaceAll(/[-_.]/g, ' '), lower: spot.lower.replaceAll(/[-_.]/g, ' ') };
    return runsOfKnown(spaced)
      .filter((run) => isSomebody(spaced, run))
      .map(({ start, end }) => found(spot, 'name', start, end));
  }
  const runs = [...runsOfCapitals(spot), ...runsInArabicScript(spot)].filter((run) => isSomebody(spot, run));
  if (runs.length === 0 || isInvented(spot) || isHistory(spot)) return [];
  return runs.map(({ start, end }) => found(spot, 'name', start, end));
};

const CAPITALS = /(?<![\p{L}\p{N}@/._-])(?:\p{Lu}\.(?: ?\p{Lu}\.)* )?\p{Lu}[\p{L}'-]*(?: (?:(?:ul|ud|un|al|bin|bint|ibn|de|da|van|von|of|the)[ -])?\p{Lu}[\p{L}'-]*\.?)*/gu;

function runsOfCapitals(spot: Spot): Run[] {
  return [...spot.text.matchAll(CAPITALS)].flatMap(({ index, 0: written }) => {
    const end = index + written.replace(/(?:'s?|\.)$/, '').length;
    const words = wordsIn(spot, index, end);
    return splitRun(spot, words);
  });
}

/** `When Shahid Mehmood`: a word that only begins the sentence is no part of the name; nor is `Health` of `Health Minister`. */
function splitRun(spot: Spot, words: Run['words']): Run[] {
  const runs: Run['words'][] = [[]];
  for (const word of words) {
    if (isPlainWord(word)) runs.push([]);
    else (runs.at(-1) as unknown[]).push(word);
  }
  return runs.filter((run) => run.length > 0).map((run) => runOf(run));

  function isPlainWord({ word, classes, start }: Run['words'][number]): boolean {
    if (classes & WORD.name) return false;
    if (word.length === 1 && words.length === 1) return true;
    if (COMMON.has(word) || NO_NAMES.has(word)) return true;
    if (classes & (WORD.health | WORD.role | NO_PERSON) && !(classes & WORD.maybeName)) return true;
    return start === firstLetter(spot) && classes !== 0 && !(classes & (WORD.maybeName | WORD.address));
  }
}

function firstLetter({ text }: Spot): number {
  return text.search(/\p{L}/u);
}

/** Words that start sentences, and other capitals that are no names. */
const COMMON = new Set(
  `a an the and or but if when while as at by for from in into of on to up with without before after since until about our my his
  her their its your we i you he she they it this that these those there here who what which where why how all any each every
  no not never do does did is are was were be been being has have had will would can could should may might must let please
  ask call read write see tell take give get go come keep use wash drink eat wear stop start say says said one two three four
  five six seven eight nine ten most many some few more less first last next new old only also just even still yet then than so
  because though although however therefore today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday dear
  hello thank thanks yes good best great little big young mr mrs ms miss dr prof sir madam god allah islam quran qur'an english
  urdu arabic facebook instagram twitter whatsapp google youtube tiktok gmail astro latin grateful photograph photo picture
  portrait image drawing close meet urgently urgent both either neither whoever someone somebody nobody everyone anyone people such
  another other others same own once twice again always often sometimes usually during between against under over through across
  near north south east west new behind beside besides inside outside questions question type order hospitals hospital sehat insaf`.split(/\s+/),
);

function wordsIn({ lower }: Spot, from: number, to: number): Run['words'] {
  const words: Run['words'][number][] = [];
  forEachWord(lower, from, to, (start, end) => {
    const word = lower.slice(start, end);
    words.push({ start, end, word, classes: classesOfWord(word) });
  });
  return words;
}

function runOf(words: Run['words']): Run {
  return { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0, words };
}

/** Names that the list knows, and what belongs to them, in text without capitals: Urdu's, and file names. */
function runsOfKnown(spot: Spot): Run[] {
  return runsBy(wordsIn(spot, 0, spot.lower.length), ({ classes }) => (classes & (WORD.name | WORD.maybeName)) !== 0, spot);
}

function runsBy(words: Run['words'], belongs: (word: Run['words'][number]) => boolean, { lower }: Spot): Run[] {
  const runs: Run['words'][number][][] = [];
  let last = -10;
  for (const word of words) {
    const isNext = last >= 0 && /^[ _.-]{1,2}$/.test(lower.slice(last, word.start));
    if (!belongs(word)) {
      last = -10;
      continue;
    }
    if (isNext) runs.at(-1)?.push(word);
    else runs.push([word]);
    last = word.end;
  }
  return runs.map(runOf);
}

const ARABIC = /[\u0620-\u06d3]/;

function runsInArabicScript(spot: Spot): Run[] {
  if (!ARABIC.test(spot.lower)) return [];
  const words = wordsIn(spot, 0, spot.lower.length).filter(({ word }) => ARABIC.test(word));
  const known = runsBy(words, ({ classes }) => (classes & (WORD.name | WORD.maybeName)) !== 0, spot);
  const cued = [...spot.lower.matchAll(CUED)].flatMap(({ 0: written, 1: name = '', index }) => {
    const start = index + written.lastIndexOf(name);
    const run = wordsIn(spot, start, start + name.length);
    return run.some(({ word, classes }) => FUNCTION_WORDS.has(word) || classes & ~(WORD.name | WORD.maybeName | WORD.address)) ? [] : [{ ...runOf(run), isCued: true }];
  });
  const isOf = (run: Run) => cued.some(({ start }) => run.start <= start && start < run.end);
  const others = cued.filter(({ start }) => !known.some((run) => run.start <= start && start < run.end));
  return [...known.map((run) => ({ ...run, isCued: isOf(run) })), ...others];
}

/** What a name stands after, or before, whatever the name is. */
const CUED = pattern(
  '(?:(?:مریضہ?|نومولود): ?|مریضہ (?=\\p{L}+،)|مسما[ۃہ] |ولد |بنت |زوجہ |کا نام[:،]? (?!\\p{L}+ (?:پر|میں|سے))|نام[:،] |ننھ[ےیا] (?=\\p{L}+(?: ک[ےیاو]| نے|،))|محترمہ |مائی |(?:دادی|نانی|خالہ|پھوپھی|ماسی|آپا|باجی|چاچا|تایا) (?=\\p{L}+(?: (?:نے|کو|کا|کی|کے|اپن)|،))|(?:میرا|اس کا|ان کا) نام (?=\\p{L}+ (?:ہے|تھا|تھی)))(\\p{L}{3,})(?!\\p{L})|(\\p{L}{3,})(?= (?:نامی|بی بی|بیگم|آپا|مائی)(?!\\p{L}))',
  'gu',
);
const FUNCTION_WORDS = new Set(
  normaliseText(
    `کا کی کے کو نے سے میں پر تک اور یا کہ جو جس جن اس ان وہ یہ ہے ہیں تھا تھی تھے ہوا ہوئی ہوئے ہو نہ نہیں بھی ہی تو اب پھر جب تب اپنے اپنی اپنا ایک دو تین چار کچھ بہت
    لیے ساتھ بعد پہلے والا والی والے کر گیا گئی گئے رہا رہی رہے جا آ لے دے کسی ہر سب تمام درج لکھا لکھیں پتا پتہ بدل فرضی اصلی بتائے بتائیں پوچھیں لینا دینا اندر باہر پاس ہاتھ ہاتھوں پاؤں جسم جان جانیں پودے مہمان فرشتے لوگ سارا ساری رات دن گھر پانی کھانا روز صبح شام پوری`,
  ).text.split(/\s+/),
);

const INSTITUTION = WORD.service | WORD.street | WORD.occasion;
const EPONYM = /^(?:'s)? ?(?:-|')?(?:disease|syndrome|test|sign|score|scale|stain|method|vaccine|lymphoma|sarcoma|palsy|criteria|manoeuvre|maneuver|trial|report|prize|medal|award|lecture|act|law)\b/;
const CITED = /^(?:,? et al\b| [a-z]{1,2}(?:,| and |\))|,? (?:and )?(?:colleagues|co-?workers)\b|(?:,? [a-z.]+)? ?\((?:19|20)\d{2}\))/;
const URDU_EPONYM = pattern('^ ?(?:سنڈروم|کی بیماری|بیماری|ٹیسٹ|ویکسین|اور (?:ساتھیوں|شریک|ان کے ساتھ))');

function isSomebody(spot: Spot, run: Run & { isCued?: boolean }): boolean {
  const { lower } = spot;
  // Gulshan-e-Iqbal, Shahrah-e-Faisal: places.
  if (/-e-/.test(lower.slice(run.start, run.end))) return false;
  const before = lower.slice(Math.max(0, run.start - 40), run.start);
  const after = lower.slice(run.end, run.end + 90);
  if (run.words.length === 1 && run.words.some(({ word }) => HISTORY.has(word))) return false;
  if (EPONYM.test(after) || CITED.test(after) || URDU_EPONYM.test(after) || /(?:حضرت|امام|prophet|hazrat|\bst\.?) $/.test(before)) return false;
  if (isOfInstitution(spot, run) || isOfficialName(spot, run)) return false;
  if (!looksLikeName(spot, run, before, after)) return false;
  const isInOffice = holdsOffice(spot, run, before, after);
  const deed = after.split(/\b(?:that|says?|said)\b|کہ /)[0] ?? '';
  if (isInOffice) return befalls(deed);
  if (speaksForPublic(after.slice(0, 60)) && !befalls(deed)) return false;
  return spot.options.where !== 'file-name' || isPatientsFile(spot);
}

function looksLikeName(spot: Spot, run: Run & { isCued?: boolean }, before: string, after: string): boolean {
  if (run.isCued) return true;
  if (run.words.length === 1 && ALSO_PLACES.has(run.words[0]?.word ?? '') && /(?:^| )(?:(?:in|at|near|from|of|to|and) |, )?(?:west |north |south |east |new )?$/.test(before)) return false;
  const names = run.words.filter(({ classes, word }) => classes & WORD.name && !HISTORY.has(word)).length;
  if (names > 0) return true;
  if (isBeforeFamilyName(spot, run)) return true;
  if (run.words.some(({ word, classes }) => (classes & ~WORD.address) === 0 && /^[a-z]/.test(word) && soundsLikeName(word)) && !/(?:^| )(?:in|at|near|from|to|of) $/.test(before)) return true;
  const maybe = run.words.filter(({ classes }) => classes & WORD.maybeName && !(classes & WORD.month)).length;
  if (maybe > 1) return true;
  const isAddressed = ADDRESS_BEFORE.test(before) || ADDRESS_AFTER.test(after);
  if (isAddressed) return true;
  const relative = AND_RELATIVE.exec(after)?.[1];
  if (relative !== undefined && classesOfWord(relative) & WORD.kin) return true;
  if (!/\p{Lu}/u.test(spot.text.charAt(run.start))) return false;
  const isFirst = run.start === firstLetter(spot);
  if (AGE_AFTER.test(after) && (run.words.length > 1 || maybe === 1 || !isFirst)) return true;
  if (KIN_BEFORE.test(before) && classesOfWord(/(\p{L}+) $/u.exec(before)?.[1] ?? '') & WORD.kin) return true;
  if (isPersonAfter(spot, run, after)) return true;
  if (CALLED.test(before) && !/Patient $/.test(spot.text.slice(0, run.start))) return true;
  if (run.words.length > 1 && PREDICATE.test(after) && run.words.every(({ word }) => word.length > 1)) return true;
  return !isFirst && PREDICATE.test(after) && /\b(?:he|she|his|her)\b/.test(spot.lower) && run.words.length === 1 && (run.words[0]?.classes ?? 1) === 0;
}

/** `Tahmina Qureshi`, علینہ خان: who bears a family name bears another before it. */
function isBeforeFamilyName({ lower }: Spot, run: Run): boolean {
  const family = run.words.findIndex(({ classes }) => classes & WORD.familyName);
  if (family > 0) return true;
  if (family < 0 || !ARABIC.test(run.words[0]?.word ?? '')) return false;
  const before = /(\p{L}{3,}) $/u.exec(lower.slice(Math.max(0, run.start - 20), run.start))?.[1] ?? 'کا';
  return !FUNCTION_WORDS.has(before) && (classesOfWord(before) & ~(WORD.health | WORD.body)) === 0;
}

/** `Shafqat and his mother`. */
const AND_RELATIVE = pattern('^ (?:and (?:his|her)|اور (?:اس|ان) ک[اےی]|aur us k[aie]) (\\p{L}+)');
const KIN_BEFORE = /\p{L} $/u;

/** `Sunny, a boy with Down syndrome`. */
function isPersonAfter({ lower }: Spot, run: Run, after: string): boolean {
  const apposition = /^, (?:an?|the|our|his|her|my|who|whose)\b[^,.;:]{0,40}/.exec(after)?.[0] ?? '';
  const classes = classesIn(lower, run.end, run.end + apposition.length);
  return (classes & (WORD.person | WORD.kin | WORD.patient)) !== 0 && !(classes & WORD.service);
}

const ADDRESS_BEFORE = pattern('(?:^|[^\\p{L}])(?:old|young|poor|late|mr|mrs|ms|miss|baby|little|bibi|uncle|aunt|auntie|baji|apa|chacha|khala|haji|ننھ[ےیا]|مائی|محترمہ|مسز|خالہ|چاچا|بابا|باجی|حاجی|چوہدری|ماسٹر|استاد)\\.? $');
const ADDRESS_AFTER = pattern("^ (?:sahib|sahiba|saheb|sahab|baji|apa|aapa|bhai|bibi|begum|mai|khala|chacha|صاحب|صاحبہ|باجی|آپا|بھائی|بی بی|بیگم|مائی|خالہ|چاچا|ولد|بنت|زوجہ|نامی)(?!\\p{L})");
const AGE_AFTER = /^(?:, ?(?:aged )?\d{1,3}(?=,| and |[.;:)]|$)|,? \((?:aged )?\d{1,3}\)|,? (?:an? )?\d{1,3}[- ]year)/;
const CALLED = /(?:\b(?:named|called|name is|name was|name:|patient:?|patient's name:?|signed|made out to|belongs to|label(?:led)? reads|reads|daughter|son|father|mother|husband|wife|brother|sister|neighbour|neighbor|cousin|friend|colleague|uncle|aunt|nephew|niece|baby|little)[,:]? ["“]?)$/;
/** What only a person does who is in care. */
const PREDICATE =
  /^(?:,? who)?(?: [a-z]+ly)? (?:has|had|was|is|were|got|suffers?|suffered|tested|lived|lives|died|caught|contracted|survived|lost|recovered|underwent|beat|coughed|miscarried|collapsed|fainted|fell|takes|took|needs|stopped)\b(?: [a-z'-]+){0,6} (?:\w*(?:admitted|diagnosed|treated|hospitali[sz]ed|positive|negative|discharged|infected|bitten|injured|operated|dialysis|chemo\w*|surgery|cancer|hiv|aids|tb|tuberculosis|hepatitis|dengue|malaria|diabetes|stroke|seizures?|leuk\w+|tumou?r|asthma|covid|depression|pneumonia|measles|polio|transplant|insulin|tablets|medicine|treatment|fever|pregnant|baby|blood|heart|kidney|liver|clean|sober|ill|sick|epilepsy|thalass\w+|cholera|typhoid|operation|ward|icu|ventilator))\b/;

function isOfInstitution({ lower: text }: Spot, run: Run): boolean {
  const after = text.slice(run.end, run.end + 40);
  const next = /^[ -](?:[\p{L}'-]+ ){0,2}[\p{L}'-]+/u.exec(after)?.[0] ?? '';
  const words = next.trim().split(/[ -]/);
  // Only words that could be one name with the run: `Noor Cancer Hospital`, not `Bilal visits the hospital`.
  const last = words.findIndex((word) => classesOfWord(word) & INSTITUTION && !/^(?:day|days|report|session|house|market|gate)$/.test(word));
  if (last < 0) return false;
  return words.slice(0, last).every((word) => !PART_OF_SENTENCE.has(word));
}

const PART_OF_SENTENCE = new Set(
  normaliseText(
    `is was has had and or the a an of in at to from for with who says said visits visited his her tested came went left told calls lives
    کا کی کے کو نے سے میں پر تک اور یا کہ جو اس ان ہے ہیں تھا تھی تھے صاحب بی بیگم باجی آپا بھائی ولد`,
  ).text.split(/\s+/),
);

function isOfficialName({ options, lower: text }: Spot, run: Run): boolean {
  const written = text.slice(run.start, run.end);
  return (options.officialNames ?? []).some((name) => {
    const known = normaliseText(name).lower;
    return known.includes(written) || written.includes(known);
  });
}

/** A title before the name, or an office after it. */
function holdsOffice({ lower }: Spot, run: Run, before: string, after: string): boolean {
  let title = -1;
  forEachWord(before, 0, before.length, (start, end) => {
    if (classesOfWord(before.slice(start, end)) & WORD.role) title = end;
  });
  // `the doctor asked Nadia`: the office is somebody else's.
  if (title >= 0 && NEXT_TO_TITLE.test(before.slice(title)) && !ENDS_TITLE.test(before.slice(title))) return true;
  if (AUTHOR_BEFORE.test(before) || AUTHOR_AFTER.test(after)) return true;
  if (OFFICE_BEFORE.test(before)) return true;
  const apposition = /^(?:,| \()[^.;:؛۔]{0,50}/.exec(after)?.[0] ?? '';
  return (classesIn(lower, run.end, run.end + apposition.length) & WORD.role) !== 0;
}

/** `the imam of the mosque, Muhammad Ilyas`. */
const OFFICE_BEFORE = /(?:^|[.,;:] ?)(?:the |our |a |an )?(?:[\p{L}-]+ )?(?:imam|director|head|founder|minister|secretary|chair\p{L}*|president|officer|spokes\p{L}+|manager|editor|author|ambassador|captain|principal|chief|leader|surgeon|consultant|coordinator|commissioner)(?: (?:of|for|at|in) [^,.;]{1,40})?, ?$/u;

/** At most one word between title and name: `minister for`, سیکرٹری صحت. */
const NEXT_TO_TITLE = /^(?:\.|'s)?(?: [\p{L}.-]+)? $/u;
const AUTHOR_BEFORE =
  /\b(?:paper|study|article|book|report|review|letter|poem|song|play|written|edited|checked|translated|drawn|painted|photo(?:graph)?s?|picture|film|illustration|design)(?: [\p{L}-]+){0,3} by (?:[\p{L}.]+,? (?:and )?)?$/u;
const AUTHOR_AFTER = pattern("^(?:'s?)? (?:team|group|lab|paper|book|study|research|poem|song)\\b|^ (?:اور \\p{L}+ )?(?:کا|کی|کے) (?:مقالہ|مقالے|تحقیق|کتاب|نظم|ٹیم|مضمون)");

const ENDS_TITLE = pattern(
  "[:;!?؛۔]|\\b(?:told|asked|saw|gave|examined|treated|and|with|of|by|to|from|that|for|called|said|says|when|is|was|in|on|at)\\b|(?<!\\p{L})(?:نے|کو|سے|کہ|کا|کی|کے|اور|میں|پر)(?!\\p{L})",
);

const OF_DESK = pattern('(?:^|[^\\p{L}])(?:dr|prof|doctor|minister|portrait|team|staff|speaker|author|logo|signature|ڈاکٹر|وزیر)(?:[^\\p{L}]|$)');

function isPatientsFile({ lower: text, own }: Spot): boolean {
  return (own & (WORD.health | WORD.patient)) !== 0 && !OF_DESK.test(text);
}
