import type { Drafts } from '../model/draft.ts';
import { DEFAULT_POLICY } from '../model/policy.ts';
import type { Problem } from '../model/problem.ts';
import { dayAt, type EpochMs } from '../model/time.ts';
import { applyPolicy } from './apply-policy.ts';
import { PROSE_RULE_IDS } from './prose-rule-ids.ts';
import { organisationOf, type RuleHeader, type RuleOptions } from './rule.ts';
import { RULES } from './rules.ts';

export interface ValidateOptions {
  now: EpochMs;
  /** Name of the content folder as drafts have it. */
  contentDir?: string;
  /** Files that a pull request changes; left out on main. */
  touched?: ReadonlySet<string>;
}

/** What an organisation’s levels and suppressions may name. */
const KNOWN_RULES: RuleOptions['rules'] = [...RULES, ...PROSE_RULE_IDS.map((id) => ({ id, isOnWords: true as const }))];

/** Holds the drafts against every rule that looks across files or at what a field means. Pure: time comes as `now`. */
export function validateContent(drafts: Drafts, options: ValidateOptions): Problem[] {
  const { now, contentDir = 'content' } = options;
  const found: Problem[] = [];
  const asked = { now, contentDir, rules: KNOWN_RULES, found: () => found };
  for (const { check } of RULES) for (const problem of check(drafts, asked)) found.push(problem);
  return underPolicy(found, RULES, drafts, options);
}

/** What is left of problems that some rules have found, under the policy of the organisation whose drafts these are. */
export function underPolicy(
  problems: readonly Problem[],
  rules: readonly RuleHeader[],
  drafts: Drafts,
  { now, contentDir = 'content', touched }: ValidateOptions,
): Problem[] {
  const organisation = organisationOf(drafts);
  return applyPolicy(problems, {
    policy: organisation.policy ?? DEFAULT_POLICY,
    rules,
    contentDir,
    today: dayAt(now, organisation.timeZone ?? 'UTC'),
    ...(touched && { touched }),
  });
}
