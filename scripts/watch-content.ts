import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { styleText } from 'node:util';
import { watchFolder } from '../src/checking/watch-folder.ts';
import type { Problem } from '../src/model/problem.ts';
import type { EpochMs } from '../src/model/time.ts';
import { keepReads } from '../src/reading/kept-reads.ts';
import { type CheckMemory, type FullCheck, fullCheck, openCheckMemory } from './full-check.ts';
import { countProblems, formatProblems, printable } from './print-problems.ts';
import { problemChanges } from './problem-changes.ts';

export interface WatchOptions {
  root: string;
  contentDir: string;
  format: 'human' | 'json';
  /** The moment of a check. */
  now(): EpochMs;
  /** Files that a pull request changes, as they are at that moment. */
  touched?: () => ReadonlySet<string>;
}

/** An editor writes a file in several steps, and git many files one after the other: they are waited for. */
const SETTLE_MS = 50;

/**
 * Checks the content, and again after each change of it. Of the first check everything is printed; of each later one what is
 * new, what is gone, and how much there is in all. Ends with Ctrl-C, or when nobody reads any more; a check may be under way
 * then.
 */
export async function watchContent(options: WatchOptions): Promise<void> {
  const { root, contentDir, format } = options;
  const folder = path.resolve(root, contentDir);
  const kept = keepReads();
  const memory: CheckMemory = { ...(await openCheckMemory(root)), kept };
  const isStopped = untilStopped();
  const told = new Set<string>();
  let isDue = true;
  let wake = () => {};
  const watch = watchFolder(folder, (file) => {
    if (file !== undefined) told.add(path.relative(root, file).split(path.sep).join('/'));
    isDue = true;
    wake();
  });
  let before: readonly Problem[] | undefined;
  let isGone = false;
  const check = async () => {
    isDue = false;
    const files = [...told];
    told.clear();
    for (const file of files) kept.forget(file);
    if (!watch.isThere()) {
      if (!isGone) say(format, `There is no folder ${contentDir}; waiting for it\n`);
      isGone = true;
      return;
    }
    const startedAt = performance.now();
    const touched = options.touched?.();
    const found = await fullCheck({ root, contentDir, now: options.now(), memory, ...(touched && { touched }) });
    const seconds = (performance.now() - startedAt) / 1000;
    const changes = problemChanges(before ?? [], found.problems);
    const hasChanged = changes.added.length + changes.gone.length > 0;
    // Where the system does not tell of changes, most looks find none.
    if (!before || isGone || hasChanged || files.length > 0) {
      process.stdout.write(formatChanges(changes, format, root) + formatTotal(found, seconds, format));
    }
    if (!before) say(format, `Watching ${contentDir}; Ctrl-C ends it\n`);
    before = found.problems;
    isGone = false;
  };
  const run = async () => {
    while (true) {
      if (isDue)
        await check().catch((error: unknown) => {
          // Its folder went while it was read: that is told of in the next round.
          if (watch.isThere()) throw error;
          isDue = true;
        });
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        await wait(SETTLE_MS);
      }
    }
  };
  try {
    await Promise.race([isStopped, run()]);
  } finally {
    watch.close();
  }
}

/** For people on standard output, after what was found; programs are told by lines alone. */
function say(format: WatchOptions['format'], text: string): void {
  if (format === 'human') process.stdout.write(text);
}

function formatChanges(
  { added, gone }: { added: Problem[]; gone: Problem[] },
  format: WatchOptions['format'],
  root: string,
): string {
  if (format === 'json') {
    const line = (change: 'new' | 'gone') => (problem: Problem) => `${JSON.stringify({ change, ...problem })}\n`;
    return [...gone.map(line('gone')), ...added.map(line('new'))].join('');
  }
  const lines = gone.map(
    ({ file, line, message, ruleId }) =>
      `${styleText(['green', 'bold'], 'gone    ')}${printable(`${file}:${line} ${message}`)} ${styleText('dim', ruleId)}\n`,
  );
  return `${lines.join('')}${lines.length > 0 ? '\n' : ''}${formatProblems(added, 'human', root)}`;
}

function formatTotal({ files, problems }: FullCheck, seconds: number, format: WatchOptions['format']): string {
  if (format === 'human') return `${files} files, ${countProblems(problems)}, ${seconds.toFixed(1)} s\n`;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return `${JSON.stringify({ change: 'checked', files, errors, warnings: problems.length - errors })}\n`;
}

/** Ctrl-C, an end from outside, or a reader that has gone. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => resolve();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
    process.stdout.on('error', stop);
  });
}
