import { createHash } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { isFileError } from '../reading/list-files.ts';
import type { KeptProblem } from './judge-file.ts';

/**
 * What the rules on words said of which text, on this disk. It only saves time: a file that is cut off, changed or written
 * by other rules is not believed, and a disk that takes nothing stops no check.
 */
export interface ProseCache {
  get(key: string): readonly KeptProblem[] | undefined;
  /** Notes answers at once, so that a run that is cut off has not worked for nothing. */
  add(answers: readonly (readonly [key: string, problems: readonly KeptProblem[]])[]): void;
  /** Says which answers this desk has use for: where too many others have gathered, those go. */
  prune(used: ReadonlySet<string>): void;
}

/** Above this, reading the file takes longer than it saves. It has room for the answers on 100,000 files. */
const LARGEST_BYTES = 100_000_000;
/** So many answers that nobody has use for do no harm: another desk, or another branch, may have. They take some 5 MB. */
const SPARE = 50_000;

const problems = z.array(
  z.strictObject({
    line: z.int().min(1),
    column: z.int().min(1),
    ruleId: z.string(),
    severity: z.enum(['error', 'warning']),
    message: z.string(),
    hint: z.string(),
  }),
);

/**
 * Opens the answers of the rules with this fingerprint; those of others are removed. One file holds them, a line each,
 * with the line's own hash in front.
 */
export function openProseCache(folder: string, fingerprint: string): ProseCache {
  const file = path.join(folder, `${fingerprint}.jsonl`);
  quietly(() => removeOthers(folder, path.basename(file)));
  const lines = quietly(() => readLines(file)) ?? new Map<string, string>();
  return {
    get(key) {
      const line = lines.get(key);
      if (line === undefined) return undefined;
      const parsed = problems.safeParse(JSON.parse(line));
      return parsed.success ? parsed.data : undefined;
    },
    add(answers) {
      const added = answers.map(([key, said]) => [key, JSON.stringify(said)] as const);
      for (const [key, text] of added) lines.set(key, text);
      quietly(() => {
        mkdirSync(folder, { recursive: true });
        appendFileSync(file, added.map(([key, text]) => lineOf(key, text)).join(''));
      });
    },
    prune(used) {
      if (lines.size <= used.size + SPARE) return;
      for (const key of lines.keys()) if (!used.has(key)) lines.delete(key);
      quietly(() => {
        const next = `${file}.${process.pid}.tmp`;
        writeFileSync(next, [...lines].map(([key, text]) => lineOf(key, text)).join(''));
        renameSync(next, file);
      });
    },
  };
}

function lineOf(key: string, text: string): string {
  return `${sealOf(key, text)} ${key} ${text}\n`;
}

function sealOf(key: string, text: string): string {
  return createHash('sha256').update(`${key} ${text}`).digest('hex').slice(0, 16);
}

const LINE = /^([0-9a-f]{16}) ([0-9a-f]+) (.*)$/s;

/** The lines whose hash is right. What was cut off in the middle is one that it is not, and so is what follows it there. */
function readLines(file: string): Map<string, string> {
  const lines = new Map<string, string>();
  if (statSync(file).size > LARGEST_BYTES) {
    rmSync(file);
    return lines;
  }
  const text = readFileSync(file, 'utf8');
  let isSpoilt = false;
  for (const line of text.split('\n')) {
    const [, seal, key = '', answer = ''] = LINE.exec(line) ?? [];
    if (seal !== undefined && seal === sealOf(key, answer)) lines.set(key, answer);
    else isSpoilt ||= line !== '';
  }
  // A line without an end would spoil the next one that is added.
  if (isSpoilt || !text.endsWith('\n'))
    writeFileSync(file, [...lines].map(([key, answer]) => lineOf(key, answer)).join(''));
  return lines;
}

function removeOthers(folder: string, kept: string): void {
  for (const name of readdirSync(folder)) if (name !== kept) rmSync(path.join(folder, name), { force: true });
}

/** What the disk refuses is done without. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!isFileError(error)) throw error;
    return undefined;
  }
}
