import { type FoldedText, foldedText, phraseFinder } from './phrase-patterns.ts';
import { ABOUT, DANGER_WORDS, DANGERS, HAPPENING, PERSONS, SOMEBODY, STUDY } from './urgent-words.ts';

/**
 * Whether the words say that somebody is in danger now, in English, Urdu or Urdu in Latin letters. Where it is in doubt they do:
 * a number that nobody needed costs a glance, and one that is not there may cost a life.
 */
export function isUrgent(asked: string): boolean {
  const text = foldedText(asked);
  return isInDanger(text) && (isHappening(text) || !(isStudy(text) || (isAbout(text) && !isOfSomebody(text))));
}

/** A phrase of danger, or a single word of it about somebody or with little beside it. */
function isInDanger(text: FoldedText): boolean {
  return hasDanger(text) || (hasDangerWord(text) && (hasPerson(text) || countOfWords(text) <= FEW_WORDS));
}

const FEW_WORDS = 8;

function countOfWords(text: FoldedText): number {
  return text.trim().split(' ').length;
}

const hasDanger = phraseFinder(DANGERS);
const hasDangerWord = phraseFinder(DANGER_WORDS);
const hasPerson = phraseFinder(PERSONS);
const isStudy = phraseFinder(STUDY);
const isAbout = phraseFinder(ABOUT);
const isHappening = phraseFinder(HAPPENING);
const isOfSomebody = phraseFinder(SOMEBODY);
