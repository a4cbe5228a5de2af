import type { Role } from '../../model/person.ts';
import { RISK_CLASSES, type RiskClass } from '../../model/risk.ts';
import { listed } from '../../model/suggest.ts';
import { ORGANISATION } from '../example-desk.ts';
import { policyOf, problemAtField, type Rule } from '../rule.ts';

const id = 'policy/approvals-weak';

/** Roles whose holders know what may be said. */
const JUDGES: readonly Role[] = ['editor', 'clinician', 'legal', 'duty-approver'];

export const policyApprovalsWeak: Rule = {
  id,
  level: 'error',
  isFixed: true,
  why: 'Everyone may contribute, and only those who know the rules may approve: below this floor nobody has to.',
  from: 'Aagahi; for a crisis the FCC’s report on Hawaii’s false missile alert of 2018: two people validate an alert',
  check(drafts) {
    const found = policyOf(drafts);
    if (!found) return [];
    const { draft, policy } = found;
    return RISK_CLASSES.flatMap((risk) => {
      const fault = findWeakness(risk, policy.approvals[risk]);
      return fault ? [problemAtField(draft, ['policy', 'approvals', risk], { ruleId: id, ...fault })] : [];
    });
  },
  examples: [
    { name: 'a policy that says nothing', said: [] },
    {
      name: 'a policy that asks for more',
      changes: withApprovals('routine: [editor, legal]', 'crisis: [clinician, duty-approver, administrator]'),
      said: [],
    },
    {
      name: 'a policy that asks for too little',
      changes: withApprovals(
        'routine: [author, translator]',
        'crisis: [duty-approver, administrator]',
        'promotion: [editor, clinician]',
      ),
      said: [
        `${ORGANISATION}:23:14 Unexpected approvals for \`routine\`: nobody who judges words is among them → add \`editor\`, \`clinician\`, \`legal\` or \`duty-approver\``,
        `${ORGANISATION}:24:13 Unexpected approvals for \`crisis\`: one person alone could alarm the public → write \`duty-approver\` and at least one of \`editor\`, \`clinician\` or \`legal\``,
        `${ORGANISATION}:25:16 Unexpected approvals for \`promotion\`: the law has rules for promoting medicines, and no lawyer is among them → add \`legal\``,
      ],
    },
    {
      name: 'a crisis without an approver on duty',
      changes: withApprovals('crisis: [editor, clinician]'),
      said: [
        `${ORGANISATION}:23:13 Unexpected approvals for \`crisis\`: nobody on duty is among them → write \`duty-approver\` and at least one of \`editor\`, \`clinician\` or \`legal\``,
      ],
    },
  ],
};

function findWeakness(risk: RiskClass, required: readonly Role[]): { message: string; hint: string } | undefined {
  const judges = required.filter((role) => JUDGES.includes(role));
  const weak = (why: string, hint: string) => ({ message: `Unexpected approvals for \`${risk}\`: ${why}`, hint });
  if (risk === 'crisis' && (judges.length < 2 || !judges.includes('duty-approver'))) {
    const why = judges.length < 2 ? 'one person alone could alarm the public' : 'nobody on duty is among them';
    return weak(why, `write \`duty-approver\` and at least one of ${listed(['editor', 'clinician', 'legal'])}`);
  }
  if (judges.length === 0) return weak('nobody who judges words is among them', `add ${listed(JUDGES)}`);
  if (risk === 'promotion' && !required.includes('legal'))
    return weak('the law has rules for promoting medicines, and no lawyer is among them', 'add `legal`');
  return undefined;
}

function withApprovals(...lines: readonly string[]) {
  const approvals = lines.map((line) => `    ${line}\n`).join('');
  return { [ORGANISATION]: ['contact:\n', `policy:\n  approvals:\n${approvals}contact:\n`] as const };
}
