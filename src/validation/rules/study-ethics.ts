import type { Problem } from '../../model/problem.ts';
import { aStudy, STUDY } from '../example-desk.ts';
import { originalsOf, problemAtField, type Rule } from '../rule.ts';

const id = 'study/ethics';

export const studyEthics: Rule = {
  id,
  level: 'error',
  isFixed: true,
  why: 'A board of ethics has looked at the whole study, its words for participants too, before anybody is asked to take part.',
  from: 'WMA Declaration of Helsinki: the protocol is approved by a research ethics committee before the study begins',
  check(drafts) {
    return originalsOf(drafts, 'studies').flatMap((draft): Problem[] => {
      const { ethics, opensOn, closesOn, closedEarlyOn } = draft.fields;
      if (!ethics) return [];
      const { approvedOn, validUntil } = ethics;
      const problems: Problem[] = [];
      const note = (field: string, message: string, hint: string) =>
        problems.push(problemAtField(draft, ['ethics', field], { ruleId: id, message, hint }));
      if (opensOn !== undefined && approvedOn > opensOn) {
        note(
          'approvedOn',
          `Unexpected \`approvedOn\`: people are asked from ${opensOn}, and the board approved it on ${approvedOn}`,
          `open it on ${approvedOn} or later`,
        );
      }
      const last = closedEarlyOn ?? closesOn;
      if (validUntil !== undefined && last !== undefined && validUntil < last) {
        note(
          'validUntil',
          `Unexpected \`validUntil\`: the approval ends on ${validUntil}, and people are asked until ${last}`,
          `close it on ${validUntil} at the latest, or write the new approval`,
        );
      }
      return problems;
    });
  },
  examples: [
    { name: 'a study that was approved before it opened', changes: { [STUDY]: aStudy() }, said: [] },
    {
      name: 'a study that opens before its approval, and closes after it',
      changes: {
        [STUDY]: aStudy({ ethics: '{ reference: IRB-14, approvedOn: 2026-11-17, validUntil: 2026-12-14 }' }),
      },
      said: [
        `${STUDY}:5:42 Unexpected \`approvedOn\`: people are asked from 2026-11-16, and the board approved it on 2026-11-17 → open it on 2026-11-17 or later`,
        `${STUDY}:5:66 Unexpected \`validUntil\`: the approval ends on 2026-12-14, and people are asked until 2026-12-15 → close it on 2026-12-14 at the latest, or write the new approval`,
      ],
    },
  ],
};
