import { INCIDENT, PAGE } from '../example-desk.ts';
import { citingOriginals, problemAtField, type Rule, recordsOf } from '../rule.ts';

const id = 'source/unused';

export const sourceUnused: Rule = {
  id,
  level: 'warning',
  why: 'A source that nothing rests on is kept current for nobody.',
  from: 'Aagahi',
  check(drafts) {
    const listedIn = citingOriginals(drafts);
    const used = new Set(listedIn.flatMap(({ fields }) => fields.sources ?? []));
    // A list that cannot be read may name any of them.
    const isUncertain =
      listedIn.some(({ fields }) => fields.sources === undefined) ||
      [...drafts.unread].some((file) =>
        /\/(campaigns|incidents|myths|questions|events|series|studies|pages)\/[^/]+\/[^/]+$/.test(file),
      );
    return recordsOf(drafts, 'sources').flatMap((draft) =>
      isUncertain || draft.fields.id === undefined || used.has(draft.fields.id)
        ? []
        : [
            problemAtField(
              draft,
              ['id'],
              {
                ruleId: id,
                message: `Unexpected source \`${draft.fields.id}\`: nothing lists it among its \`sources\``,
                hint: 'list it where it is used, or remove the file',
              },
              { severity: 'warning' },
            ),
          ],
    );
  },
  examples: [
    { name: 'sources that are listed', said: [] },
    {
      name: 'a source that nothing lists',
      changes: {
        'sources/old.yml':
          'id: old\nkind: news\ntitle: Old\npublisher: Dawn\nurl: https://www.dawn.com/\nlanguage: en\npublishedOn: 2020\naccessedOn: 2026-11-01\n',
      },
      said: [
        'sources/old.yml:1:5 warning Unexpected source `old`: nothing lists it among its `sources` → list it where it is used, or remove the file',
      ],
    },
    {
      name: 'a source that only an incident lists',
      changes: {
        [PAGE]: ['sources: [who-water, cdc-water]', 'sources: [cdc-water]'],
        'incidents/flood/en.mdx': INCIDENT,
      },
      said: [],
    },
  ],
};
