import { plainWords, stemOf } from '../search/search-words.ts';
import { EMPTY_WORDS, LIKE_WORDS, OTHER_SUBJECTS } from './like-words.ts';
import { foldWord } from './phrase-patterns.ts';

/**
 * What the words of a question mean: one name for words that mean the same in any of its languages, words that say nothing left out,
 * each meaning once. A kind of hepatitis is a meaning of its own: `hep-c`.
 */
export function meanings(text: string): string[] {
  const keys = plainWords(text).map((word) => foldWord(stemOf(word)));
  const found = new Set<string>();
  for (let at = 0; at < keys.length; at += 1) {
    const name = nameAt(keys, at);
    at += name.split('+').length - 1;
    if (EMPTY.has(name)) continue;
    const meaning = MEANINGS.get(name) ?? name;
    found.add(meaning);
    if (meaning !== HEPATITIS) continue;
    const { kinds, length } = kindsAt(keys, at);
    for (const kind of kinds) found.add(kind);
    at += length;
  }
  return [...found];
}

/** Whether it is of another subject than those that the desk answers. */
export function isOtherSubject(meaning: string): boolean {
  return OTHERS.has(meaning) || /^hep-[ade]$/.test(meaning);
}

/** The longest name of several words that begins here, or the word that stands here. */
function nameAt(keys: readonly string[], at: number): string {
  const names = [3, 2].map((count) => keys.slice(at, at + count).join('+'));
  return names.find((name) => NAMES.has(name)) ?? keys[at] ?? '';
}

/** “C” after “hepatitis”, “B or C”, and the black jaundice that people in Pakistan know hepatitis C by. */
function kindsAt(keys: readonly string[], at: number): { kinds: string[]; length: number } {
  const kinds = BLACK.has(keys[at - 1] ?? '') ? ['hep-c'] : [];
  let length = 0;
  for (let next = at + 1; next < keys.length; next += 1) {
    const kind = KINDS.get(keys[next] ?? '');
    if (kind !== undefined) {
      kinds.push(kind);
      length = next - at;
    } else if (!ALTERNATIVES.has(keys[next] ?? '')) break;
  }
  return { kinds, length };
}

function keyOf(words: string): string {
  return words
    .split('+')
    .flatMap(plainWords)
    .map((word) => foldWord(stemOf(word)))
    .join('+');
}

function keysOf(lists: readonly string[]): string[] {
  return lists.flatMap((line) => line.split(' ').map(keyOf));
}

const HEPATITIS = keyOf('hepatitis');
const BLACK = new Set(keysOf(['black kala kale kali کالا کالے کالی']));
const ALTERNATIVES = new Set(keysOf(['or and ya aur یا اور']));
const KINDS = new Map(
  Object.entries({ a: 'a اے', b: 'b بی', c: 'c سی', d: 'd ڈی', e: 'e ای' }).flatMap(([kind, names]) =>
    keysOf([names]).map((name) => [name, `hep-${kind}`] as const),
  ),
);
const MEANINGS = new Map(
  LIKE_WORDS.flatMap((line) => {
    const keys = keysOf([line]);
    return keys.map((key) => [key, keys[0] ?? key] as const);
  }),
);
const EMPTY = new Set([...keysOf(EMPTY_WORDS), ...BLACK]);
const OTHERS = new Set(keysOf(OTHER_SUBJECTS));
const NAMES = new Set([...MEANINGS.keys(), ...OTHERS].filter((key) => key.includes('+')));
