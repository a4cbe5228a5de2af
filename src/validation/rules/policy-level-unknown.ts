import { adjustableFault } from '../adjustable-rule.ts';
import { ORGANISATION } from '../example-desk.ts';
import { policyOf, problemAtField, type Rule } from '../rule.ts';

const id = 'policy/level-unknown';

export const policyLevelUnknown: Rule = {
  id,
  level: 'error',
  isFixed: true,
  why: 'A level for a rule of another name changes nothing, and the one who wrote it believes that it does.',
  from: 'Aagahi',
  check(drafts, { rules }) {
    const found = policyOf(drafts);
    if (!found) return [];
    const { draft, policy } = found;
    return Object.keys(policy.rules).flatMap((name) => {
      const fault = adjustableFault(name, rules);
      return fault ? [problemAtField(draft, ['policy', 'rules', name], { ruleId: id, ...fault }, { part: 'key' })] : [];
    });
  },
  examples: [
    { name: 'a rule that may be set aside', changes: withRules('source/unused: off'), said: [] },
    {
      name: 'a rule of another name, and one that holds at every desk',
      changes: withRules('source/unusd: off', 'range/reversed: warning', 'mdx/syntax: off'),
      said: [
        `${ORGANISATION}:23:5 Unexpected rule \`source/unusd\`: there is none of this name that a policy can change → did you mean \`source/unused\`?`,
        `${ORGANISATION}:24:5 Unexpected rule \`range/reversed\`: it holds at every desk, because what breaks it breaks pages, posts or trust → remove this, and mend what the rule finds`,
        `${ORGANISATION}:25:5 Unexpected rule \`mdx/syntax\`: there is none of this name that a policy can change → write a rule’s name as it stands below a problem, for example \`source/unused\``,
      ],
    },
  ],
};

function withRules(...lines: readonly string[]) {
  const rules = lines.map((line) => `    ${line}\n`).join('');
  return { [ORGANISATION]: ['contact:\n', `policy:\n  rules:\n${rules}contact:\n`] as const };
}
