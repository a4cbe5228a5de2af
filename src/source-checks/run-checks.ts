import { type EpochMs, toEpochMs } from '../model/time.ts';
import { findArchivedCopy } from './archived-copy.ts';
import { checkAddress } from './check-address.ts';
import { askCrossref } from './crossref.ts';
import { NotNowError } from './host-queue.ts';
import type { Outside } from './outside.ts';
import { askPubmed } from './pubmed.ts';
import type { References } from './references.ts';
import type { Registers } from './registers.ts';
import type { ResultFile } from './result-file.ts';
import { isOpen, type Result } from './results.ts';
import { createRobots } from './robots.ts';

export interface RunOptions {
  references: References;
  results: ResultFile;
  outside: Outside;
  registers: Registers;
  /** Whom a register can write to about this program. */
  mailto?: string;
  clock(): EpochMs;
  /** What was answered less long ago is not asked again. */
  maxAgeMs: number;
  /** Called after each answer. */
  onProgress?(done: number, total: number): void;
}

export interface RunSummary {
  /** Questions that there are. */
  questions: number;
  /** Those that were asked in this run. */
  asked: number;
  /** Those that this run did not come to. */
  left: number;
}

/** What nobody could say is asked again sooner. */
const OPEN_AGE_MS = 20 * 3_600_000;

/** Asks what is not known yet or no longer sure, the longest unasked first, and keeps each answer as it comes. */
export async function runChecks(options: RunOptions): Promise<RunSummary> {
  const { results, clock, maxAgeMs } = options;
  const questions = questionsOf(options);
  const lastAsked = (question: Question) => {
    const last = results.find(question.check, question.of);
    return last ? toEpochMs(last.checkedAt) : Number.NEGATIVE_INFINITY;
  };
  const due = questions
    .filter((question) => {
      const last = results.find(question.check, question.of);
      if (!last) return true;
      const ageMs = clock() - toEpochMs(last.checkedAt);
      return ageMs < 0 || ageMs >= (isOpen(last) ? Math.min(OPEN_AGE_MS, maxAgeMs) : maxAgeMs);
    })
    .toSorted((a, b) => URGENCY[a.check] - URGENCY[b.check] || Math.sign(lastAsked(a) - lastAsked(b)) || 0);
  let asked = 0;
  await Promise.all(
    due.map(async (question) => {
      const outcome = await question.ask().catch(notNow);
      if (outcome === undefined) return;
      asked += 1;
      results.keep(resultOf(question, outcome, options));
      options.onProgress?.(asked, due.length);
    }),
  );
  results.tidy(questions);
  return { questions: questions.length, asked, left: due.length - asked };
}

/** A retraction is what can do most harm. */
const URGENCY: Readonly<Record<Result['check'], number>> = { crossref: 0, pubmed: 0, address: 1, 'archived-copy': 2 };

interface Question {
  check: Result['check'];
  of: string;
  ask(): Promise<Result['outcome']>;
}

function questionsOf({ references, outside, registers, mailto }: RunOptions): Question[] {
  const mayVisit = createRobots(outside);
  const register = { ask: outside.ask, registers, ...(mailto !== undefined && { mailto }) };
  const dois = new Set([...references.sources, ...references.workLinks].flatMap(({ doi }) => doi ?? []));
  const pmids = new Set(references.sources.flatMap(({ pmid }) => pmid ?? []));
  return [
    ...[...dois].map((of) => ({ check: 'crossref' as const, of, ask: () => askCrossref(of, register) })),
    ...[...pmids].map((of) => ({ check: 'pubmed' as const, of, ask: () => askPubmed(of, register) })),
    ...references.addresses.map(({ address: of }) => ({
      check: 'address' as const,
      of,
      ask: () => checkAddress(of, outside, mayVisit),
    })),
    ...references.addresses
      .filter(({ uses }) => uses.some(({ purpose }) => purpose === 'source'))
      .map(({ address: of, readOn }) => ({
        check: 'archived-copy' as const,
        of,
        ask: () => findArchivedCopy(of, readOn, register),
      })),
  ];
}

function notNow(error: unknown): undefined {
  if (!(error instanceof NotNowError)) throw error;
  return undefined;
}

function resultOf({ check, of }: Question, outcome: Result['outcome'], { results, clock }: RunOptions): Result {
  const checkedAt = new Date(clock()).toISOString();
  // The question's own `check` says which outcome it has.
  const result = { check, of, checkedAt, outcome } as Result;
  if (!isOpen(result)) return result;
  const last = results.find(check, of);
  const isFirst = !last || !isOpen(last);
  return {
    ...result,
    failingSince: isFirst ? checkedAt : (last.failingSince ?? last.checkedAt),
    failures: isFirst ? 1 : (last.failures ?? 1) + 1,
  };
}
