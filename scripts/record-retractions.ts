import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse, stringify } from 'yaml';
import type { Source } from '../src/model/source.ts';
import type { References } from '../src/source-checks/references.ts';
import type { Results } from '../src/source-checks/results.ts';
import { judgeRetraction, retractionToRecord } from '../src/source-checks/retraction.ts';
import { replaceFile } from './replace-file.ts';
import { endOfFields, rangeOfField, type TextRange } from './yaml-field.ts';

/** Writes what the registers say into the sources’ files. Returns a line for each file. */
export async function recordRetractions(
  root: string,
  { sources }: References,
  results: Results,
  timeZone: string,
): Promise<string[]> {
  const told: string[] = [];
  for (const reference of sources) {
    const verdict = judgeRetraction(reference, results);
    const retraction = verdict && retractionToRecord(verdict, reference.source.retraction, timeZone);
    if (!retraction) continue;
    const file = path.resolve(root, reference.file);
    const text = withRetraction(readFileSync(file, 'utf8'), retraction);
    if (text !== undefined) await replaceFile(file, text);
    const { status, lookedUpIn, lookedUpOn } = retraction;
    const what =
      text === undefined
        ? 'is written in a way that only a person can add to'
        : `${status} (${lookedUpIn}, ${lookedUpOn})`;
    told.push(`${reference.file}: ${what}`);
  }
  return told;
}

/**
 * The text of a source’s file with this `retraction` in its place, or as its last field; every other byte stays as it is.
 * `undefined` where the file is written in a way that leaves no such place, for example in one pair of braces.
 */
function withRetraction(text: string, retraction: NonNullable<Source['retraction']>): string | undefined {
  const newline = /\r\n?|\n/.exec(text)?.[0] ?? '\n';
  const opening = /^\uFEFF?(?:---[ \t]*(?:\r\n?|\n))?/.exec(text)?.[0] ?? '';
  const rest = text.slice(opening.length);
  const field = stringify({ retraction }, { lineWidth: 0 }).replaceAll('\n', newline);
  const end = endOfFields(rest);
  const [from, until] = rangeOfField(rest, 'retraction') ?? ([end, end] satisfies TextRange);
  const before = rest.slice(0, from);
  const gap = before === '' || /[\r\n]$/.test(before) ? '' : newline;
  const written = `${opening}${before}${gap}${field}${rest.slice(until)}`;
  return isOnlyChange(text, written, retraction) ? written : undefined;
}

/** Whether the files say the same, but for the retraction: a slip here would lose what somebody wrote. */
function isOnlyChange(before: string, after: string, retraction: unknown): boolean {
  const [{ retraction: _before, ...others }, { retraction: written, ...same }] = [fields(before), fields(after)];
  return isDeepStrictEqual(others, same) && isDeepStrictEqual(written, retraction);
}

function fields(text: string): Record<string, unknown> {
  try {
    // Days as they are written, not as moments.
    const read: unknown = parse(text.replace(/^\uFEFF/, ''), { schema: 'failsafe' });
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
