import { BLUESKY, POST } from '../example-desk.ts';
import { byFolder, idsOf, problemAtField, type Rule } from '../rule.ts';

const id = 'post/variant-unused';

export const postVariantUnused: Rule = {
  id,
  level: 'error',
  why: 'A text nobody is sent looks as if it were out.',
  from: 'Aagahi',
  check(drafts) {
    const groups = byFolder(drafts.items.filter(({ collection }) => collection === 'posts'));
    return [...groups.values()].flatMap((group) => {
      const known = idsOf(drafts, 'channels');
      const channels = group.flatMap((draft) =>
        draft.collection === 'posts' && draft.role === 'original' ? (draft.fields.channels ?? []) : [],
      );
      if (channels.length === 0) return [];
      return group.flatMap((draft) =>
        Object.keys(draft.collection === 'posts' ? (draft.fields.variants ?? {}) : {})
          .filter((name) => known.includes(name) && !channels.includes(name))
          .map((name) =>
            problemAtField(
              draft,
              ['variants', name],
              {
                ruleId: id,
                message: `Unexpected text for \`${name}\`: the post does not go there`,
                hint: `add \`${name}\` to \`channels\` of the original, or remove the text`,
              },
              { part: 'key' },
            ),
          ),
      );
    });
  },
  examples: [
    {
      name: 'a variant for a channel of the post',
      changes: { [POST]: ['headline:', 'variants:\n  outbox: Boil it.\nheadline:'] },
      said: [],
    },
    {
      name: 'a variant for another channel',
      changes: { 'channels/bluesky.yml': BLUESKY, [POST]: ['headline:', 'variants:\n  bluesky: Boil it.\nheadline:'] },
      said: [
        `${POST}:11:3 Unexpected text for \`bluesky\`: the post does not go there → add \`bluesky\` to \`channels\` of the original, or remove the text`,
      ],
    },
  ],
};
