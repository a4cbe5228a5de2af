import type { Drafts, FieldPath } from '../model/draft.ts';
import type { Suppression } from '../model/policy.ts';
import type { Problem } from '../model/problem.ts';
import { isSuppressedBy } from './apply-policy.ts';
import { policyOf, problemAtField } from './rule.ts';

export interface WrittenSuppression {
  suppression: Suppression;
  /** A problem at one of its fields. */
  problem(field: keyof Suppression, ruleId: string, fault: { message: string; hint: string }): Problem;
}

/** The suppressions of the organisation's policy, where they stand. */
export function suppressionsOf(drafts: Drafts): WrittenSuppression[] {
  const found = policyOf(drafts);
  if (!found) return [];
  const { draft, policy } = found;
  return policy.suppressions.map((suppression, index) => ({
    suppression,
    problem(field, ruleId, fault) {
      const path: FieldPath = ['policy', 'suppressions', index, field];
      return problemAtField(draft, path, { ruleId, ...fault });
    },
  }));
}

export const SUPPRESSION_UNUSED = 'suppression/unused';

/**
 * Suppressions of some rules that hide nothing of what these rules found. What has ended is not among them: it hides nothing
 * by itself, and `suppression/expired` tells of it.
 *
 * @param found What they found, levels and suppressions aside.
 */
export function unusedSuppressions(
  drafts: Drafts,
  {
    found,
    rules,
    today,
    contentDir,
  }: { found: readonly Problem[]; rules: ReadonlySet<string>; today: string; contentDir: string },
): Problem[] {
  return suppressionsOf(drafts).flatMap(({ suppression, problem }) => {
    const { rule, file, until } = suppression;
    if (until < today || !rules.has(rule)) return [];
    if (found.some((one) => isSuppressedBy(one, suppression, contentDir))) return [];
    const fault = {
      message: `Unexpected suppression of \`${rule}\` in \`${file}\`: it hides nothing`,
      hint: 'remove it',
    };
    return [{ ...problem('rule', SUPPRESSION_UNUSED, fault), severity: 'warning' as const }];
  });
}

/** The organisation's file of the examples with these suppressions. */
export function exampleSuppressions(...suppressions: readonly Omit<Suppression, 'reason'>[]) {
  const written = suppressions.map(
    ({ rule, file, until }) =>
      `    - rule: ${rule}\n      file: ${file}\n      reason: We have a reason.\n      until: ${until}\n`,
  );
  return ['contact:\n', `policy:\n  suppressions:\n${written.join('')}contact:\n`] as const;
}
