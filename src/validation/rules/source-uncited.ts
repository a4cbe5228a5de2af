import { PAGE, PAGE_IN_URDU } from '../example-desk.ts';
import { byFolder, idsOf, problemAtField, type Rule, reviewedOriginals } from '../rule.ts';

const id = 'source/uncited';

export const sourceUncited: Rule = {
  id,
  level: 'warning',
  why: 'Readers take every listed source for one that the page rests on, and cannot see what it is said to support.',
  from: 'Aagahi',
  check(drafts) {
    const versions = byFolder(drafts.items);
    const known = idsOf(drafts, 'sources');
    return reviewedOriginals(drafts).flatMap((draft) => {
      const ofItem = versions.get(draft.folder) ?? [];
      // A text that cannot be read may cite any of them.
      const isUncertain =
        ofItem.some(({ body }) => body === undefined) ||
        [...drafts.unread].some((file) => file.startsWith(`${draft.folder}/`));
      if (isUncertain) return [];
      const cited = new Set(
        ofItem.flatMap(({ mentions }) => mentions.flatMap(({ kind, value }) => (kind === 'source' ? [value] : []))),
      );
      return (draft.fields.sources ?? []).flatMap((source, index) =>
        cited.has(source) || !known.includes(source)
          ? []
          : [
              problemAtField(
                draft,
                ['sources', index],
                {
                  ruleId: id,
                  message: `Unexpected source \`${source}\`: it is listed, and nothing in the text rests on it`,
                  hint: `write \`<Source id="${source}" />\` after what it supports, or take it out of the list`,
                },
                { severity: 'warning' },
              ),
            ],
      );
    });
  },
  examples: [
    { name: 'sources that the text cites', said: [] },
    {
      name: 'a source that one language of a page cites',
      changes: { [PAGE]: ['<Source id="who-water" />', ''] },
      said: [],
    },
    {
      name: 'a source that no language of a page cites',
      changes: {
        [PAGE]: ['<Source id="who-water" />', ''],
        [PAGE_IN_URDU]: ['<Source id="who-water" />', ''],
      },
      said: [
        `${PAGE}:7:11 warning Unexpected source \`who-water\`: it is listed, and nothing in the text rests on it → write \`<Source id="who-water" />\` after what it supports, or take it out of the list`,
      ],
    },
    {
      name: 'a page whose text cannot be read in one language',
      changes: {
        [PAGE]: ['<Source id="who-water" />', ''],
        [PAGE_IN_URDU]: ['<Source id="who-water" />', '<Source id="who-water"'],
      },
      said: [],
    },
  ],
};
