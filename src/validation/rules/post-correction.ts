import { aPost, POST, POST_IN_URDU, SECOND_POST } from '../example-desk.ts';
import { byFolder, problemAtField, type Rule } from '../rule.ts';

const id = 'post/correction-note';

export const postCorrection: Rule = {
  id,
  level: 'error',
  isFixed: true,
  why: 'A correction by reply is an answer that readers see: without words of its own there is nothing to send.',
  from: 'Aagahi',
  check(drafts) {
    const groups = byFolder(drafts.items.filter(({ collection }) => collection === 'posts'));
    return [...groups.values()].flatMap((group) => {
      const posts = group.filter((draft) => draft.collection === 'posts');
      const correction = posts.map((draft) => (draft.role === 'original' ? draft.fields.correction : undefined));
      const isByReply = correction.some((one) => one?.by === 'reply');
      return posts.flatMap((draft) => {
        const { correctionNote } = draft.fields;
        if (isByReply === (correctionNote !== undefined)) return [];
        return isByReply
          ? [
              problemAtField(draft, draft.role === 'original' ? ['correction', 'by'] : [], {
                ruleId: id,
                message: 'Missing field `correctionNote`: the correction is by reply',
                hint: 'write what was wrong and what is right, in this language',
              }),
            ]
          : [
              problemAtField(
                draft,
                ['correctionNote'],
                {
                  ruleId: id,
                  message: 'Unexpected field `correctionNote`: nobody would be sent it',
                  hint: 'remove it, or write `correction: { at: …, by: reply }` in the original',
                },
                { part: 'key' },
              ),
            ];
      });
    });
  },
  examples: [
    {
      name: 'a correction by reply with its words, and one that replaces',
      changes: {
        [SECOND_POST]: aPost('let-it-cool', 'Let it cool.').replace(
          'headline:',
          'correction:\n  at: "2026-11-01T09:00:00+05:00"\n  by: reply\ncorrectionNote: Ten minutes, not five.\nheadline:',
        ),
      },
      said: [],
    },
    {
      name: 'a correction by reply without words, and words without a correction',
      changes: {
        [POST]: ['headline:', 'correction:\n  at: "2026-11-01T09:00:00+05:00"\n  by: reply\nheadline:'],
        [POST_IN_URDU]: ['headline:', 'correctionNote: دس منٹ\nheadline:'],
        [SECOND_POST]: aPost('let-it-cool', 'Let it cool.').replace('headline:', 'correctionNote: Ten.\nheadline:'),
      },
      said: [
        `${POST}:12:7 Missing field \`correctionNote\`: the correction is by reply → write what was wrong and what is right, in this language`,
        `${SECOND_POST}:10:1 Unexpected field \`correctionNote\`: nobody would be sent it → remove it, or write \`correction: { at: …, by: reply }\` in the original`,
      ],
    },
  ],
};
