import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Organisation } from '../src/model/organisation.ts';
import type { EpochMs } from '../src/model/time.ts';
import { createHostQueue } from '../src/source-checks/host-queue.ts';
import { openOutside } from '../src/source-checks/outside.ts';
import type { References } from '../src/source-checks/references.ts';
import type { Registers } from '../src/source-checks/registers.ts';
import type { ResultFile } from '../src/source-checks/result-file.ts';
import { ROBOT_NAME } from '../src/source-checks/robots.ts';
import { type RunSummary, runChecks } from '../src/source-checks/run-checks.ts';
import { momentOf } from './arguments.ts';
import { showProgress } from './progress.ts';

const HOST_GAP_MS = 1500;
const PLACES = 6;
const TIMEOUT_MS = 20_000;

export interface AskOptions {
  references: References;
  results: ResultFile;
  organisation: Organisation;
  registers: Registers;
  maxAgeMs: number;
  timeLimitMs: number;
  /** For tests: this machine may be asked, and nobody has to be spared. */
  allowLoopback: boolean;
  clock(): EpochMs;
}

/**
 * Asks what is due, politely. `undefined` where several hosts were asked and none answered: then nothing was learnt, and
 * nothing is kept.
 */
export async function askSources(options: AskOptions): Promise<RunSummary | undefined> {
  const { results, organisation, allowLoopback } = options;
  // The desk of a demonstration reads no mail.
  const mailto = organisation.demonstration === undefined ? organisation.contact.email : undefined;
  const queue = createHostQueue({
    gapMs: allowLoopback ? 0 : HOST_GAP_MS,
    places: PLACES,
    deadline: momentOf(undefined) + options.timeLimitMs,
    clock: () => momentOf(undefined),
    sleep: (ms) => sleep(allowLoopback ? 0 : ms),
  });
  const outside = openOutside({ queue, userAgent: userAgentOf(organisation), timeoutMs: TIMEOUT_MS, allowLoopback });
  const progress = showProgress('Asking');
  const summary = await runChecks({
    ...options,
    outside,
    ...(mailto !== undefined && { mailto }),
    onProgress: (done, total) => progress.update(done, total),
  });
  progress.end(`asked ${summary.asked}, of ${summary.questions} in all`);
  const { asked, answered } = outside.reach();
  if (asked < 2 || answered > 0) return summary;
  results.undo();
  return undefined;
}

/** Names the program, the desk, its site, and whom to write to. */
function userAgentOf({ id, url, contact, demonstration }: Organisation): string {
  const { version } = JSON.parse(readFileSync(path.join(import.meta.dirname, '../package.json'), 'utf8')) as {
    version: string;
  };
  const mail = demonstration === undefined ? `; mailto:${contact.email}` : '';
  return `${ROBOT_NAME}/${version} (${id}; +${new URL(url).href}${mail})`;
}
