import type { FieldPath, Mention } from '../model/draft.ts';
import type { Position } from '../model/problem.ts';
import { type SensitiveMatch, sensitiveWordsIn } from '../model/sensitive-words.ts';
import type { WordField } from '../model/word-fields.ts';
import { positionsIn } from './decode-text.ts';

/**
 * Where a file's words speak of a sensitive subject, or name a way to harm oneself: its fields first. The text is searched
 * as it is written, without compiling it: a word counts also where the markup around it is broken.
 */
export function sensitiveMentions(
  text: string,
  bodyStartsOnLine: number,
  fields: readonly WordField[],
  locate: (path: FieldPath) => Position,
): Mention[] {
  const inFields = fields.flatMap(({ path, text: words }) =>
    sensitiveWordsIn(words).map(({ match }) => mentionOf(match, locate(path))),
  );
  const bodyStart = lineStart(text, bodyStartsOnLine);
  const body = text.slice(bodyStart);
  const found = sensitiveWordsIn(body).filter(({ from, to }) => !isPartOfName(body, from, to));
  if (found.length === 0) return inFields;
  const positionAt = positionsIn(text);
  return [...inFields, ...found.map(({ match, from }) => mentionOf(match, positionAt(bodyStart + from)))];
}

function mentionOf(match: SensitiveMatch, position: Position): Mention {
  return { kind: match.kind, value: match.kind === 'subject' ? match.value : '', position };
}

function lineStart(text: string, line: number): number {
  let start = 0;
  for (let passed = 1; passed < line; passed += 1) start = text.indexOf('\n', start) + 1;
  return start;
}

/** Whether words are part of an address, or of the id of a source: those are no words of the text. */
function isPartOfName(text: string, from: number, to: number): boolean {
  const before = /[^\s()<>[\]"']*$/.exec(text.slice(Math.max(0, from - 200), from))?.[0] ?? '';
  const after = /^[^\s()<>[\]"']*/.exec(text.slice(to, to + 200))?.[0] ?? '';
  if (/[/@]/.test(before) || /^[-\w.]*[/@]/.test(after)) return true;
  return /\b(?:id|source|name)=["'][-\w]*$/.test(text.slice(Math.max(0, from - 200), from));
}
