import { byFolder, problemAtField, type Rule } from './rule.ts';

const id = 'post/correction-note';

export const postCorrection: Rule = {
  id,
  why: 'A correction by reply is an answer that readers see: without words of its own there is nothing to send.',
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
};
