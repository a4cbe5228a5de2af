import type { FieldPath, ItemDraft } from '../../model/draft.ts';
import type { Problem } from '../../model/problem.ts';
import { aQuestion, QUESTION, SECOND_QUESTION, withEmergencyLine } from '../example-desk.ts';
import { problemAtField, type Rule } from '../rule.ts';

const id = 'question/asked-twice';

export const questionAskedTwice: Rule = {
  id,
  level: 'error',
  why: 'Whoever asks in words that belong to two questions gets one of two answers, and nobody has decided which.',
  from: 'Aagahi',
  check(drafts) {
    const first = new Map<string, ItemDraft>();
    return drafts.items.flatMap((draft) => {
      if (draft.collection !== 'questions') return [];
      const { title, alsoAsked = [] } = draft.fields;
      const asked: [FieldPath, string][] = [
        ...(title === undefined ? [] : [[['title'], title] satisfies [FieldPath, string]]),
        ...alsoAsked.map((phrase, index): [FieldPath, string] => [['alsoAsked', index], phrase]),
      ];
      return asked.flatMap(([path, phrase]): Problem[] => {
        const plain = plainly(phrase);
        const before = first.get(plain);
        if (!before) first.set(plain, draft);
        if (!before || before.folder === draft.folder) return [];
        return [
          problemAtField(draft, path, {
            ruleId: id,
            message: `Unexpected second \`${phrase}\`: ${before.file} answers it already`,
            hint: 'leave it to the question that it fits better',
          }),
        ];
      });
    });
  },
  examples: [
    {
      name: 'questions that are asked differently',
      changes: {
        ...withEmergencyLine,
        [QUESTION]: aQuestion(),
        [SECOND_QUESTION]: aQuestion({ id: 'boil-why', title: 'Why must I boil it?', alsoAsked: '[Is it needed?]' }),
      },
      said: [],
    },
    {
      name: 'the same question, put with other signs',
      changes: {
        ...withEmergencyLine,
        [QUESTION]: aQuestion(),
        [SECOND_QUESTION]: aQuestion({
          id: 'boil-why',
          title: 'Why must I boil it?',
          alsoAsked: '[how long must I BOIL water]',
        }),
      },
      said: [
        `${SECOND_QUESTION}:9:13 Unexpected second \`how long must I BOIL water\`: content/${QUESTION} answers it already → leave it to the question that it fits better`,
      ],
    },
  ],
};

/** Without signs and marks, in small letters: what the answer box could not tell apart. */
function plainly(phrase: string): string {
  return phrase
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
