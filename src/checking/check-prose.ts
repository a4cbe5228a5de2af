import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Drafts, ItemDraft } from '../model/draft.ts';
import { compareProblems, type Problem } from '../model/problem.ts';
import type { HouseWords, ProseSurroundings } from '../model/prose.ts';
import { proseSurroundings } from '../validation/prose-surroundings.ts';
import { judgeFile, type KeptProblem, type ProseJob } from './judge-file.ts';
import { judgeInWorkers, workersFor } from './judge-in-workers.ts';
import type { ProseCache } from './prose-cache.ts';

export interface ProseCheckOptions {
  /** Absolute path of the project. */
  root: string;
  cache: ProseCache;
  /** How many threads so many files are judged in; 0 for this one. Left out, as many as they are worth. */
  workers?: number;
  onProgress?(done: number, total: number): void;
}

export interface ProseCheck {
  /** What the rules on words say, in the order of the files; the policy has not been applied. */
  problems: Problem[];
  /** How many files were judged now; of the others the cache knew the answer. */
  judged: number;
}

/**
 * Holds the words of every language file against the rules on words. What was said of the same text before is said again.
 * A file that has changed since the drafts were read is passed over.
 */
export async function checkProse(drafts: Drafts, options: ProseCheckOptions): Promise<ProseCheck> {
  const { root, cache, onProgress } = options;
  const surroundingsOf = proseSurroundings(drafts);
  const keyOf = keyMaker();
  const used = new Set<string>();
  const problems: Problem[] = [];
  const jobs: ProseJob[] = [];
  const keys = new Map<ProseJob, string>();
  const report = (file: string, said: readonly KeptProblem[]) => {
    for (const problem of said) problems.push({ file, ...problem });
  };
  for (const draft of drafts.items) {
    const surroundings = surroundingsOf(draft);
    const key = keyOf(draft, surroundings);
    used.add(key);
    const known = cache.get(key);
    if (known) report(draft.file, known);
    else {
      const job = jobOf(draft, surroundings);
      jobs.push(job);
      keys.set(job, key);
    }
  }
  let done = 0;
  const onAnswers = (answers: readonly (readonly [ProseJob, KeptProblem[] | undefined])[]) => {
    done += answers.length;
    const whole = answers.flatMap(([job, said]) => (said ? [{ job, said }] : []));
    for (const { job, said } of whole) report(job.file, said);
    cache.add(whole.map(({ job, said }) => [keys.get(job) ?? '', said] as const));
    onProgress?.(done, jobs.length);
  };
  const workers = options.workers ?? workersFor(jobs.length);
  if (workers > 0) await judgeInWorkers(root, jobs, workers, onAnswers);
  else await judgeHere(root, jobs, onAnswers);
  cache.prune(used);
  return { problems: problems.toSorted(compareProblems), judged: jobs.length };
}

async function judgeHere(
  root: string,
  jobs: readonly ProseJob[],
  onAnswers: (answers: readonly (readonly [ProseJob, KeptProblem[] | undefined])[]) => void,
): Promise<void> {
  for (const job of jobs) {
    onAnswers([[job, judgeFile(root, job)]]);
    await nextTurn();
  }
}

function jobOf(
  { file, language, role, collection, fields, revision }: ItemDraft,
  surroundings: ProseSurroundings,
): ProseJob {
  return { file, language, role, collection, fields, revision, surroundings };
}

/** A name for everything that the answer follows from, the rules themselves apart. */
function keyMaker(): (draft: ItemDraft, surroundings: ProseSurroundings) => string {
  const houses = new Map<HouseWords, string>();
  return ({ revision, language, collection, role }, { house, address }) => {
    const words = houses.get(house) ?? hashOf(JSON.stringify(house));
    houses.set(house, words);
    return hashOf(JSON.stringify([revision, language, collection, role, words, address]));
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
