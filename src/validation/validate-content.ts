import type { Drafts } from '../model/draft.ts';
import { DEFAULT_POLICY } from '../model/policy.ts';
import type { Problem } from '../model/problem.ts';
import { dayAt, type EpochMs } from '../model/time.ts';
import { applyPolicy } from './apply-policy.ts';
import { organisationOf } from './rule.ts';
import { RULES } from './rules.ts';

export interface ValidateOptions {
  now: EpochMs;
  /** Name of the content folder as drafts have it. */
  contentDir?: string;
  /** Files that a pull request changes; left out on main. */
  touched?: ReadonlySet<string>;
}

/** Holds the drafts against every rule that looks across files or at what a field means. Pure: time comes as `now`. */
export function validateContent(drafts: Drafts, { now, contentDir = 'content', touched }: ValidateOptions): Problem[] {
  const organisation = organisationOf(drafts);
  const found: Problem[] = [];
  const options = { now, contentDir, rules: RULES, found: () => found };
  for (const { check } of RULES) for (const problem of check(drafts, options)) found.push(problem);
  return applyPolicy(found, {
    policy: organisation.policy ?? DEFAULT_POLICY,
    rules: RULES,
    contentDir,
    today: dayAt(now, organisation.timeZone ?? 'UTC'),
    ...(touched && { touched }),
  });
}
