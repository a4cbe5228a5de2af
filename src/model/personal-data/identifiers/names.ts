import { isHistory, isInvented } from '../about-nobody.ts';
import { befalls, speaksForPublic } from '../in-care.ts';
import { isOfficialName } from '../official.ts';
import { anyOf, wordSet } from '../phrases.ts';
import { endsTown } from '../sentence-reader.ts';
import { type Family, found, type Spot } from '../spot.ts';
import { PERSONS_OF_HISTORY } from '../words/given-names.ts';
import { ONE_PERSON, WORD } from '../words/word-classes.ts';
import { looksLikeName } from './name-evidence.ts';
import { holdsOffice, isOfInstitution } from './name-office.ts';
import { type NameRun, nameRunsIn } from './name-runs.ts';

/**
 * Names, also of relatives (45 CFR 164.514(b)(2)(i)(A)), beside words about somebody's health. No list knows every name: one
 * is known by the list, by a form of address, by an age beside it, or by what befalls its bearer. Those who speak for the
 * desk or in an office, authors, persons of history and invented figures are left alone.
 */
export const names: Family = (spot) => {
  const { near, own, sentence, options } = spot;
  if (!(own & (WORD.name | WORD.maybeName | WORD.address | WORD.naming)) && !sentence.hasUnknownCapital) return [];
  if (!(near & WORD.health) && !(own & ONE_PERSON)) return [];
  const readable = options.where === 'file-name' ? withSpaces(spot) : spot;
  const runs = nameRunsIn(readable).filter((run) => isSomebody(readable, run));
  if (runs.length === 0 || isInvented(spot) || isHistory(spot)) return [];
  return runs.map(({ start, end }) => found(spot, 'name', start, end));
};

/** A file's name as words. */
function withSpaces(spot: Spot): Spot {
  const spaced = (text: string) => text.replaceAll(/[-_.]/g, ' ');
  return { ...spot, text: spaced(spot.text), lower: spaced(spot.lower) };
}

const HISTORY = wordSet(PERSONS_OF_HISTORY);

function isSomebody(spot: Spot, run: NameRun): boolean {
  const { lower, options } = spot;
  const before = lower.slice(Math.max(0, run.start - 40), run.start);
  const after = lower.slice(run.end, run.end + 90);
  if (run.words.some(({ word }, index) => index > 0 && endsTown(run.words[index - 1]?.word ?? '', word))) return false;
  if (run.words.length === 1 && HISTORY.has(run.words[0]?.word ?? '')) return false;
  if (NAMES_A_THING.some((pattern) => pattern.test(after)) || OF_SAINTS.test(before)) return false;
  if (isOfInstitution(spot, run) || isOfficialName(options.officialNames ?? [], lower.slice(run.start, run.end)))
    return false;
  if (!looksLikeName(spot, run, before, after)) return false;
  const deed = after.split(SAYS)[0] ?? '';
  if (holdsOffice(spot, run, before, after)) return befalls(deed);
  if (speaksForPublic(after.slice(0, 60)) && !befalls(deed)) return false;
  return options.where !== 'file-name' || isPatientsFile(spot);
}

const SAYS = anyOf(['\\b(?:that|says?|said)\\b|کہ ']);
const OF_SAINTS = anyOf(['(?:حضرت|امام|prophet|hazrat|\\bst\\.?) $']);
/** After a name that an illness, a test, a prize or a publication bears. */
const NAMES_A_THING = [
  anyOf([
    "^(?:'s)? ?[-']?(?:disease|syndrome|test|sign|score|scale|stain|method|vaccine|lymphoma|sarcoma|palsy|criteria)\\b",
    "^(?:'s)? ?[-']?(?:manoeuvre|maneuver|trial|report|prize|medal|award|lecture|act|law)\\b",
  ]),
  anyOf([
    '^,? et al\\b|^ [a-z]{1,2}(?:,| and |\\))|^,? (?:and )?(?:(?:his|her|their) )?(?:colleagues|co-?workers|team)\\b|^(?:,? [a-z.]+)? ?\\((?:19|20)\\d{2}\\)',
  ]),
  anyOf(['^ ?(?:سنڈروم|کی بیماری|بیماری|ٹیسٹ|ویکسین|اور (?:ساتھیوں|شریک|ان کے ساتھ))']),
];

function isPatientsFile({ lower, own }: Spot): boolean {
  return (own & (WORD.health | WORD.patient)) !== 0 && !OF_DESK.test(lower);
}

const OF_DESK = anyOf([
  '(?:^|[^\\p{L}])(?:dr|prof|doctor|minister|portrait|team|staff|speaker|author|logo|signature|ڈاکٹر|وزیر)(?:[^\\p{L}]|$)',
]);
