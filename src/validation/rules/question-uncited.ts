import { aQuestion, QUESTION, withEmergencyLine } from '../example-desk.ts';
import { problemAtField, type Rule } from '../rule.ts';

const id = 'question/uncited';

export const questionUncited: Rule = {
  id,
  level: 'error',
  why: 'An answer that cites nothing is only what the desk says: a reader cannot see where it comes from.',
  from: 'Aagahi',
  check(drafts) {
    return drafts.items.flatMap((draft) => {
      // A body that cannot be read tells of itself.
      if (draft.collection !== 'questions' || typeof draft.body !== 'object') return [];
      if (draft.body.citations.length > 0) return [];
      return [
        problemAtField(
          draft,
          ['answer'],
          {
            ruleId: id,
            message: 'Missing source in the text below: nothing in it says what the answer rests on',
            hint: 'write `<Source id="…" />` after the sentences that the answer follows from',
          },
          { part: 'key' },
        ),
      ];
    });
  },
  examples: [
    { name: 'a text that cites its source', changes: { ...withEmergencyLine, [QUESTION]: aQuestion() }, said: [] },
    {
      name: 'a text that cites none',
      changes: { ...withEmergencyLine, [QUESTION]: aQuestion({}, 'One minute is enough.') },
      said: [
        `${QUESTION}:10:1 Missing source in the text below: nothing in it says what the answer rests on → write \`<Source id="…" />\` after the sentences that the answer follows from`,
      ],
    },
  ],
};
