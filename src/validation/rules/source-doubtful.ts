import type { AssessmentStep } from '../../model/assessment.ts';
import { SOURCE } from '../example-desk.ts';
import { problemAtField, type Rule } from '../rule.ts';
import { isUsed, sourcesIn } from '../source-uses.ts';

const id = 'source/doubtful';

export const sourceDoubtful: Rule = {
  id,
  level: 'error',
  why: 'A source that its own assessment doubts should not carry advice.',
  from: 'World Health Organization, “Let’s flatten the infodemic curve”: seven steps',
  check(drafts) {
    return sourcesIn(drafts).flatMap(({ id: name, draft, fields: { assessment } }) => {
      if (!assessment || !isUsed(drafts, name)) return [];
      const steps = Object.entries(assessment.steps) as [AssessmentStep, (typeof assessment.steps)[AssessmentStep]][];
      return steps.flatMap(([step, { finding }]) =>
        finding === 'doubtful'
          ? [
              problemAtField(draft, ['assessment', 'steps', step, 'finding'], {
                ruleId: id,
                message: 'Unexpected `doubtful` in the assessment of a source that items list',
                hint: 'cite a better source, or say in the note what settled the doubt and write `reserved`',
              }),
            ]
          : [],
      );
    });
  },
  examples: [
    {
      name: 'a source with a reservation',
      changes: { [SOURCE]: ['evidence:\n      finding: sound', 'evidence:\n      finding: reserved'] },
      said: [],
    },
    {
      name: 'a source whose evidence is doubtful',
      changes: { [SOURCE]: ['evidence:\n      finding: sound', 'evidence:\n      finding: doubtful'] },
      said: [
        `${SOURCE}:27:16 Unexpected \`doubtful\` in the assessment of a source that items list → cite a better source, or say in the note what settled the doubt and write \`reserved\``,
      ],
    },
  ],
};
