import { aQuestion, QUESTION, withEmergencyLine } from '../example-desk.ts';
import { organisationOf, originalsOf, problemAtField, type Rule, recordsOf } from '../rule.ts';

const id = 'question/emergency-line';

export const questionEmergencyLine: Rule = {
  id,
  level: 'error',
  why: 'Somebody will ask the answer box while a person is dying: it has to show a number before anything else.',
  from: 'Aagahi',
  check(drafts) {
    const { country, helplines } = organisationOf(drafts);
    const [draft] = recordsOf(drafts, 'organisation');
    if (!draft || country === undefined || helplines === undefined) return [];
    if (originalsOf(drafts, 'questions').length === 0) return [];
    if (helplines.some((line) => line.emergency === true && line.country === country)) return [];
    return [
      problemAtField(draft, ['helplines'], {
        ruleId: id,
        message: `Missing help line for emergencies in \`${country}\`: the answer box would have no number for somebody in danger`,
        hint: 'write `emergency: true` at the line to call when a life is in danger, or add that line',
      }),
    ];
  },
  examples: [
    { name: 'no questions, and no line for emergencies', said: [] },
    {
      name: 'questions and a line for emergencies',
      changes: { ...withEmergencyLine, [QUESTION]: aQuestion() },
      said: [],
    },
    {
      name: 'questions without a line for emergencies',
      changes: { [QUESTION]: aQuestion({ topics: undefined }) },
      said: [
        'organisation.yml:29:3 Missing help line for emergencies in `PK`: the answer box would have no number for somebody in danger → write `emergency: true` at the line to call when a life is in danger, or add that line',
      ],
    },
  ],
};
