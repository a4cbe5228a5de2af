import type { Drafts, FieldPath } from '../model/draft.ts';
import type { Suppression } from '../model/policy.ts';
import type { Problem } from '../model/problem.ts';
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

/** The organisation's file of the examples with these suppressions. */
export function exampleSuppressions(...suppressions: readonly Omit<Suppression, 'reason'>[]) {
  const written = suppressions.map(
    ({ rule, file, until }) =>
      `    - rule: ${rule}\n      file: ${file}\n      reason: We have a reason.\n      until: ${until}\n`,
  );
  return ['contact:\n', `policy:\n  suppressions:\n${written.join('')}contact:\n`] as const;
}
