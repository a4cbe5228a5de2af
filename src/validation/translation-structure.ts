import { byFolder, hasUnread, problemAtField, type Rule } from './rule.ts';

const id = 'translation/structure';

export const translationStructure: Rule = {
  id,
  why: 'One language decides dates, sources and channels; with none or two deciding, readers would get two truths.',
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
};
