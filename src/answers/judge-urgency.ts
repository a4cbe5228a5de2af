import { foldedText, phraseFinder } from './phrase-patterns.ts';
import { ABOUT, DANGERS, HAPPENING, SOMEBODY, STUDY } from './urgent-words.ts';

/**
 * Whether the words say that somebody is in danger now, in English, Urdu or Urdu in Latin letters. Where it is in doubt they do:
 * a number that nobody needed costs a glance, and one that is not there may cost a life.
 */
export function isUrgent(asked: string): boolean {
  const text = foldedText(asked);
  return hasDanger(text) && (isHappening(text) || !(isStudy(text) || (isAbout(text) && !isOfSomebody(text))));
}

const hasDanger = phraseFinder(DANGERS);
const isStudy = phraseFinder(STUDY);
const isAbout = phraseFinder(ABOUT);
const isHappening = phraseFinder(HAPPENING);
const isOfSomebody = phraseFinder(SOMEBODY);
