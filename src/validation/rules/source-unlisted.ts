import { INCIDENT, PAGE, PAGE_IN_URDU } from '../example-desk.ts';
import { citingOriginals, idsOf, type Rule } from '../rule.ts';

const id = 'source/unlisted';

export const sourceUnlisted: Rule = {
  id,
  level: 'error',
  isFixed: true,
  why: 'A source that is cited but not listed is not shown to readers: they could not look it up.',
  from: 'Aagahi',
  check(drafts) {
    const lists = new Map(citingOriginals(drafts).map(({ folder, fields }) => [folder, fields.sources]));
    const known = idsOf(drafts, 'sources');
    return drafts.items.flatMap((draft) => {
      const sources = lists.get(draft.folder);
      return draft.mentions
        .filter(
          ({ kind, value }) =>
            kind === 'source' && known.includes(value) && sources !== undefined && !sources.includes(value),
        )
        .map(({ value, position }) => ({
          file: draft.file,
          ...position,
          ruleId: id,
          severity: 'error' as const,
          message: `Unexpected citation of \`${value}\`: the original does not list it among its \`sources\``,
          hint: `add \`${value}\` to \`sources\``,
        }));
    });
  },
  examples: [
    { name: 'citations of sources that are listed', said: [] },
    {
      name: 'a source that only an incident lists',
      changes: {
        [PAGE]: ['sources: [who-water, cdc-water]', 'sources: [cdc-water]'],
        'incidents/flood/en.mdx': INCIDENT,
      },
      said: [
        `${PAGE}:24:52 Unexpected citation of \`who-water\`: the original does not list it among its \`sources\` → add \`who-water\` to \`sources\``,
        `${PAGE_IN_URDU}:24:62 Unexpected citation of \`who-water\`: the original does not list it among its \`sources\` → add \`who-water\` to \`sources\``,
      ],
    },
  ],
};
