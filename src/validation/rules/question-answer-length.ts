import { aQuestion, QUESTION, withEmergencyLine } from '../example-desk.ts';
import { problemAtField, type Rule } from '../rule.ts';

const id = 'question/answer-length';

/** In characters as a reader counts them: about what a phone shows at once. */
const LIMIT = 300;

export const questionAnswerLength: Rule = {
  id,
  level: 'error',
  why: 'The short answer is read alone, by somebody in a hurry, on a phone: what does not fit there is not read.',
  from: 'Aagahi',
  check(drafts) {
    return drafts.items.flatMap((draft) => {
      if (draft.collection !== 'questions' || draft.fields.answer === undefined) return [];
      const segments = new Intl.Segmenter(draft.language, { granularity: 'grapheme' }).segment(draft.fields.answer);
      const length = [...segments].length;
      if (length <= LIMIT) return [];
      return [
        problemAtField(draft, ['answer'], {
          ruleId: id,
          message: `Unexpected length of \`answer\`: ${length} characters, of at most ${LIMIT}`,
          hint: 'say what to do in two or three sentences; the reasons stand in the text below',
        }),
      ];
    });
  },
  examples: [
    {
      name: 'an answer of 300 characters',
      changes: { ...withEmergencyLine, [QUESTION]: aQuestion({ answer: `${'ابال کر '.repeat(37)}پیئں` }) },
      said: [],
    },
    {
      name: 'an answer of 301 characters',
      changes: { ...withEmergencyLine, [QUESTION]: aQuestion({ answer: `${'Boil it. '.repeat(33)}Yes!` }) },
      said: [
        `${QUESTION}:10:9 Unexpected length of \`answer\`: 301 characters, of at most 300 → say what to do in two or three sentences; the reasons stand in the text below`,
      ],
    },
  ],
};
