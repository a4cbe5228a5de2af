import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Check, type Result, type ResultOf, type Results, resultSchema } from './results.ts';

export interface ResultFile extends Results {
  /** Written down before this returns: a run that dies loses what is under way, and nothing else. */
  keep(result: Result): void;
  /** Rewrites the file with these results alone: those of what content no longer refers to go. */
  tidy(wanted: readonly { check: Check; of: string }[]): void;
  /** Forgets what was kept since the file was opened. */
  undo(): void;
}

/**
 * Results as lines of JSON, the last one of each question counting. Lines that cannot be read, such as one that was cut off,
 * are passed over: their questions are asked again. A missing file is an empty one.
 */
export function openResults(file: string): ResultFile {
  const text = readIfThere(file);
  const results = new Map<string, Result>();
  for (const line of text.split('\n')) {
    const result = parseResult(line);
    if (result) results.set(keyOf(result), result);
  }
  const before = new Map(results);
  // Whatever comes next must not hang on to half a line.
  let opening = text === '' || text.endsWith('\n') ? '' : '\n';
  const rewrite = (kept: Iterable<Result>) => {
    const partial = `${file}.${process.pid}.part`;
    writeFileSync(partial, [...kept].map((result) => `${JSON.stringify(result)}\n`).join(''));
    renameSync(partial, file);
    opening = '';
  };
  return {
    find: <C extends Check>(check: C, of: string) => results.get(`${check} ${of}`) as ResultOf<C> | undefined,
    keep(result) {
      mkdirSync(path.dirname(file), { recursive: true });
      appendFileSync(file, `${opening}${JSON.stringify(result)}\n`);
      opening = '';
      results.set(keyOf(result), result);
    },
    tidy(wanted) {
      if (results.size === 0) return;
      const keys = new Set(wanted.map(keyOf));
      for (const key of results.keys()) if (!keys.has(key)) results.delete(key);
      rewrite(results.values());
    },
    undo() {
      if (results.size === 0) return;
      results.clear();
      for (const [key, result] of before) results.set(key, result);
      rewrite(results.values());
    },
  };
}

function keyOf({ check, of }: { check: Check; of: string }): string {
  return `${check} ${of}`;
}

function parseResult(line: string): Result | undefined {
  try {
    return resultSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}
