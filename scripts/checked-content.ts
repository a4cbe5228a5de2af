import { stat } from 'node:fs/promises';
import path from 'node:path';
import { compareProblems } from '../src/model/problem.ts';
import type { EpochMs } from '../src/model/time.ts';
import { type ContentRead, type ReadOptions, readContent } from '../src/reading/read-content.ts';
import { validateContent } from '../src/validation/validate-content.ts';
import { UsageError } from './arguments.ts';

export interface CheckedContent extends ContentRead {
  /** Whether any problem is an error. */
  isRefused: boolean;
}

/** Reads the content and holds it against every rule. Throws a UsageError where there is no such folder. */
export async function checkedContent(options: {
  root: string;
  contentDir: string;
  now: EpochMs;
  /** Files that a pull request changes, from the project's root; left out on main. */
  touched?: ReadonlySet<string>;
  /** How it is read; left out, whole. */
  reading?: ReadOptions;
}): Promise<CheckedContent> {
  const folder = path.resolve(options.root, options.contentDir);
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory())
    throw new UsageError(`There is no folder ${options.contentDir}; name the content's folder with --content DIR.`);
  const { now, touched, reading } = options;
  const read = await readContent(options.root, options.contentDir, reading);
  const contentDir = path.relative(options.root, folder).split(path.sep).join('/') || '.';
  const judged = validateContent(read.drafts, { now, contentDir, ...(touched && { touched }) });
  const problems = [...read.problems, ...judged].toSorted(compareProblems);
  return { ...read, problems, isRefused: problems.some(({ severity }) => severity === 'error') };
}
