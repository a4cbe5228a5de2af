import { plainWords } from '../search/search-words.ts';

/**
 * Whether words stand in a text, in patterns that a person can read and a clinician can check:
 *
 * - `not|no breath*` is “not” or “no”, then a word that begins with “breath”;
 * - `..` stands for up to five words, or none;
 * - a space stands between words that follow each other.
 *
 * A pattern may be in any script. Letters that keyboards confuse, and vowels that writers of Urdu in Latin letters spell each in
 * their own way (`saans`, `sans`), are the same in text and pattern.
 */
export function phraseFinder(patterns: readonly string[]): (text: FoldedText) => boolean {
  const one = new RegExp(` (?:${patterns.map(patternSource).join('|')}) `, 'u');
  return (text) => one.test(text);
}

/** A text as patterns are looked for in it, made by `foldedText`. */
export type FoldedText = string & { readonly folded: unique symbol };

export function foldedText(text: string): FoldedText {
  return ` ${plainWords(text).map(foldWord).join(' ')} ` as FoldedText;
}

/** A word in Latin letters as it sounds, roughly; another word as it is. */
export function foldWord(word: string): string {
  if (!/^[a-z]+$/.test(word)) return word;
  return word
    .replace(/ee|ii/g, 'i')
    .replace(/oo|uu/g, 'u')
    .replace(/ph/g, 'f')
    .replace(/(.)\1+/g, '$1')
    .replace(/w/g, 'v')
    .replace(/q/g, 'k')
    .replace(/y/g, 'i')
    .replace(/i+/g, 'i');
}

/** Up to so many words may stand in place of `..`. */
const GAP = '(?:[^ ]+ ){0,5}';

function patternSource(pattern: string): string {
  let source = '';
  let isAfterGap = true;
  for (const part of pattern.trim().split(/\s+/)) {
    if (part === '..') {
      source += ` ${GAP}`;
      isAfterGap = true;
      continue;
    }
    source += `${isAfterGap ? '' : ' '}(?:${part.split('|').map(wordSource).join('|')})`;
    isAfterGap = false;
  }
  return source;
}

function wordSource(word: string): string {
  const isBeginning = word.endsWith('*');
  const folded = plainWords(isBeginning ? word.slice(0, -1) : word)
    .map(foldWord)
    .join(' ');
  return isBeginning ? `${folded}[^ ]*` : folded;
}
