import { aPost, POST, POST_IN_URDU } from '../example-desk.ts';
import { byFolder, hasUnread, problemAtField, type Rule } from '../rule.ts';

const id = 'translation/structure';

export const translationStructure: Rule = {
  id,
  level: 'error',
  isFixed: true,
  why: 'One language decides dates, sources and channels; with none or two deciding, readers would get two truths.',
  from: 'Aagahi',
  check(drafts) {
    return [...byFolder(drafts.items).values()].flatMap((group) => {
      const originals = group.filter(({ role }) => role === 'original');
      const [first, ...others] = originals;
      if (!first) {
        const [draft] = group;
        if (!draft || hasUnread(drafts, draft.folder)) return [];
        return [
          problemAtField(
            draft,
            ['translationOf'],
            {
              ruleId: id,
              message: 'Unexpected translation without an original: no language file here has an `id`',
              hint: 'remove `translationOf` from the file that was written first, and give it the fields of an original',
            },
            { part: 'key' },
          ),
        ];
      }
      const second = others.map((draft) =>
        problemAtField(
          draft,
          ['id'],
          {
            ruleId: id,
            message: `Unexpected second original: ${first.file.split('/').at(-1)} has an \`id\` too`,
            hint: `remove the fields of the original here, then run \`npm run translated -- ${draft.file}\``,
          },
          { part: 'key' },
        ),
      );
      const wrong = group.flatMap((draft) => {
        if (draft.role === 'original') return [];
        const language = draft.fields.translationOf?.language;
        if (language === undefined || language === first.language || others.length > 0) return [];
        return [
          problemAtField(draft, ['translationOf', 'language'], {
            ruleId: id,
            message: `Unexpected language \`${language}\`: the original is \`${first.language}.mdx\``,
            hint: `run \`npm run translated -- ${draft.file}\``,
          }),
        ];
      });
      return [...second, ...wrong];
    });
  },
  examples: [
    { name: 'one original and its translation', said: [] },
    {
      name: 'translations of each other',
      changes: {
        [POST]: '---\ntranslationOf:\n  language: ur\n  fields: {}\n  blocks: []\nheadline: Boil it\n---\n\nBoil it.\n',
      },
      said: [
        `${POST}:2:1 Unexpected translation without an original: no language file here has an \`id\` → remove \`translationOf\` from the file that was written first, and give it the fields of an original`,
      ],
    },
    {
      name: 'a translation of itself',
      changes: { [POST_IN_URDU]: ['language: en', 'language: ur'] },
      said: [
        `${POST_IN_URDU}:3:13 Unexpected language \`ur\`: the original is \`en.mdx\` → run \`npm run translated -- content/${POST_IN_URDU}\``,
      ],
    },
    {
      name: 'two originals',
      changes: { [POST_IN_URDU]: aPost('boil-water', 'Let it cool.') },
      said: [
        `${POST_IN_URDU}:2:1 Unexpected second original: en.mdx has an \`id\` too → remove the fields of the original here, then run \`npm run translated -- content/${POST_IN_URDU}\``,
      ],
    },
    {
      name: 'an original that cannot be read, which the reader tells of',
      changes: { [POST]: ['id: boil-water', 'id: "boil-water'] },
      said: [],
    },
    {
      name: 'an original under a wrong name, which the reader tells of',
      changes: { [POST]: null, 'campaigns/clean-water/posts/boil-water/en.MDX': aPost('boil-water', 'Boil it.') },
      said: [],
    },
  ],
};
