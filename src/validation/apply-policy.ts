import type { Policy, Suppression } from '../model/policy.ts';
import type { Problem } from '../model/problem.ts';
import type { Rule } from './rule.ts';

export interface PolicyOptions {
  policy: Pick<Policy, 'rules' | 'suppressions'>;
  /** Every rule whose level may be another. */
  rules: readonly Pick<Rule, 'id' | 'isFixed'>[];
  /** Name of the content folder as problems have it: `content`. */
  contentDir: string;
  /** The organisation's calendar day. */
  today: string;
  /**
   * Files that a pull request changes, from the project's root; left out on main. What time alone made stops a pull
   * request that touches the item, and nothing else.
   */
  touched?: ReadonlySet<string>;
}

/**
 * What is left of problems after the organisation's own levels and suppressions, and with what time alone made at its due
 * level. A suppression past its last day hides nothing; the rules on suppressions tell of it.
 */
export function applyPolicy(problems: readonly Problem[], options: PolicyOptions): Problem[] {
  const { policy, rules, touched } = options;
  const adjustable = new Set(rules.filter(({ isFixed }) => !isFixed).map(({ id }) => id));
  const valid = policy.suppressions.filter(({ until }) => options.today <= until);
  return problems.flatMap((problem) => {
    const isAdjustable = adjustable.has(problem.ruleId);
    const level = isAdjustable ? policy.rules[problem.ruleId] : undefined;
    if (level === 'off') return [];
    if (isAdjustable && valid.some((one) => isSuppressedBy(problem, one, options.contentDir))) return [];
    const severity = level ?? problem.severity;
    if (problem.byClock && severity === 'error' && !isTouched(problem, touched))
      return [{ ...problem, severity: 'warning' }];
    return severity === problem.severity ? [problem] : [{ ...problem, severity }];
  });
}

/** Whether a suppression is about this problem. */
export function isSuppressedBy(
  { ruleId, file }: Problem,
  { rule, file: where }: Suppression,
  contentDir: string,
): boolean {
  const full = `${contentDir}/${where}`;
  return rule === ruleId && (where.endsWith('/') ? file.startsWith(full) : file === full);
}

/** Whether the pull request touches the item: any file of its folder, or the record itself. */
function isTouched({ file }: Problem, touched: ReadonlySet<string> | undefined): boolean {
  if (!touched) return false;
  if (touched.has(file)) return true;
  if (!file.endsWith('.mdx')) return false;
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  return [...touched].some((one) => one.startsWith(folder));
}
