import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { HouseWords } from '../model/prose.ts';
import type { KeptProblem, ProseJob } from './judge-file.ts';
import type { ProseAnswers, ProseWorkerData, SentJob } from './prose-worker.ts';

/** Takes about a tenth of a second: often enough to show how far it is, seldom enough to cost nothing. */
const BATCH = 20;
/** Starting a worker takes as long as judging so many files. */
const FILES_A_WORKER = 100;
/** The engine tidies up early: each worker then takes a third of the memory, and no more time. */
const LIMITS = { maxYoungGenerationSizeMb: 16 } as const;

/** How many workers so many files are worth: none where one thread is as fast. */
export function workersFor(files: number, cores = availableParallelism()): number {
  const wanted = Math.min(cores, Math.floor(files / FILES_A_WORKER));
  return wanted < 2 ? 0 : wanted;
}

/**
 * Judges files in threads of their own, which read them again: only what is known of a file goes there, and only problems
 * come back. Answers come in batches, in no order. Throws what a worker throws.
 */
export async function judgeInWorkers(
  root: string,
  jobs: readonly ProseJob[],
  workers: number,
  onAnswers: (answers: readonly (readonly [job: ProseJob, problems: KeptProblem[] | undefined])[]) => void,
): Promise<void> {
  const houses = [...new Set(jobs.map(({ surroundings }) => surroundings.house))];
  const workerData: ProseWorkerData = { root, houses };
  let next = 0;
  const work = async () => {
    const worker = new Worker(new URL('./prose-worker.ts', import.meta.url), { workerData, resourceLimits: LIMITS });
    try {
      while (next < jobs.length) {
        const batch = jobs.slice(next, next + BATCH);
        next += batch.length;
        const answers = await ask(
          worker,
          batch.map((job) => sent(job, houses)),
        );
        onAnswers(batch.map((job, index) => [job, answers[index]] as const));
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
}

function sent({ surroundings: { house, address }, ...job }: ProseJob, houses: readonly HouseWords[]): SentJob {
  return { ...job, house: houses.indexOf(house), ...(address !== undefined && { address }) };
}

function ask(worker: Worker, jobs: readonly SentJob[]): Promise<ProseAnswers> {
  return new Promise((resolve, reject) => {
    const listen = {
      message: (answers: ProseAnswers) => settle(() => resolve(answers)),
      error: (cause: unknown) => settle(() => reject(new Error('Judging the words of the content failed', { cause }))),
      exit: () => settle(() => reject(new Error('A thread that judges words has ended in the middle'))),
    };
    const settle = (done: () => void) => {
      for (const [name, listener] of Object.entries(listen)) worker.off(name, listener);
      done();
    };
    for (const [name, listener] of Object.entries(listen)) worker.on(name, listener);
    worker.postMessage(jobs);
  });
}
