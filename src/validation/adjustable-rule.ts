import { suggest } from '../model/suggest.ts';
import type { Rule } from './rule.ts';

/** Why a policy cannot set this rule's level or pass it over, and what to write instead; `undefined` where it can. */
export function adjustableFault(
  name: string,
  rules: readonly Pick<Rule, 'id' | 'isFixed'>[],
): { message: string; hint: string } | undefined {
  const found = rules.find(({ id }) => id === name);
  if (found && !found.isFixed) return undefined;
  if (found) {
    return {
      message: `Unexpected rule \`${name}\`: it holds at every desk, because what breaks it breaks pages, posts or trust`,
      hint: 'remove this, and mend what the rule finds',
    };
  }
  const near = suggest(
    name,
    rules.filter(({ isFixed }) => !isFixed).map(({ id }) => id),
  );
  return {
    message: `Unexpected rule \`${name}\`: there is none of this name that a policy can change`,
    hint: near
      ? `did you mean \`${near}\`?`
      : 'write a rule’s name as it stands below a problem, for example `source/unused`',
  };
}
