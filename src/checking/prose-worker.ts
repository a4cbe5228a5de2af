import { parentPort, workerData } from 'node:worker_threads';
import type { HouseWords } from '../model/prose.ts';
import { judgeFile, type KeptProblem, type ProseJob } from './judge-file.ts';

/** What a worker is started with. */
export interface ProseWorkerData {
  root: string;
  /** Terms are sent once, and jobs say which are theirs. */
  houses: readonly HouseWords[];
}

/** A job as it is sent. */
export interface SentJob extends Omit<ProseJob, 'surroundings'> {
  house: number;
  address?: string;
}

/** Answers in the order of the jobs. */
export type ProseAnswers = (KeptProblem[] | undefined)[];

const { root, houses } = workerData as ProseWorkerData;

parentPort?.on('message', (jobs: readonly SentJob[]) => {
  const answers: ProseAnswers = jobs.map(({ house, address, ...job }) => {
    const words = houses[house];
    if (!words) throw new RangeError(`no house terms ${house}`);
    return judgeFile(root, { ...job, surroundings: { house: words, ...(address !== undefined && { address }) } });
  });
  parentPort?.postMessage(answers);
});
