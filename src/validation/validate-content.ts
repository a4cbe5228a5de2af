import type { Drafts } from '../model/draft.ts';
import type { Problem } from '../model/problem.ts';
import type { EpochMs } from '../model/time.ts';
import { RULES } from './rules.ts';

/** Holds the drafts against every rule that looks across files or at what a field means. Pure: time comes as `now`. */
export function validateContent(drafts: Drafts, { now }: { now: EpochMs }): Problem[] {
  return RULES.flatMap(({ check }) => check(drafts, { now }));
}
