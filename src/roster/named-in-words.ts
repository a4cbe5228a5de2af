import type { Person } from '../model/person.ts';

/** A text as it is written, and its path from the project's root. */
export interface WrittenText {
  file: string;
  text: string;
}

/**
 * The lines in which somebody's whole name stands in words, in any language that the roster has it in, in capital letters or
 * small ones. Within another word it is somebody else's. A name of one word is not looked for: many are words of everyday
 * language, above all in Urdu.
 */
export function namedInWords(
  { name }: Pick<Person, 'name'>,
  texts: readonly WrittenText[],
): { file: string; line: number }[] {
  const names = Object.values(name)
    .map((words) => words.split(/\s+/))
    .filter((words) => words.length > 1)
    .map((words) => words.map(literally).join('\\s+'));
  if (names.length === 0) return [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}-])(?:${names.join('|')})(?![\\p{L}\\p{M}\\p{N}-])`, 'iu');
  return texts.flatMap(({ file, text }) =>
    text.split(/\r\n?|\n/).flatMap((written, index) => (pattern.test(written) ? [{ file, line: index + 1 }] : [])),
  );
}

/** A word as a pattern that matches nothing else. */
function literally(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
