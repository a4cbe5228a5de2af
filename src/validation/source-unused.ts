import { idsOf, originalsOf, problemAtField, type Rule, recordsOf } from './rule.ts';

const id = 'source/unused';

export const sourceUnused: Rule = {
  id,
  why: 'A source nothing rests on is kept current for nobody; a source cited but not listed is not shown to readers.',
  check(drafts) {
    const listedIn = [...originalsOf(drafts, 'campaigns'), ...originalsOf(drafts, 'incidents')];
    const used = new Set(listedIn.flatMap(({ fields }) => fields.sources ?? []));
    // A list that cannot be read may name any of them.
    const isUncertain =
      listedIn.some(({ fields }) => fields.sources === undefined) ||
      [...drafts.unread].some((file) => /\/(campaigns|incidents)\/[^/]+\/[^/]+$/.test(file));
    const unused = recordsOf(drafts, 'sources').flatMap((draft) =>
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
    const lists = new Map(listedIn.map(({ folder, fields }) => [folder, fields.sources]));
    const known = idsOf(drafts, 'sources');
    const unlisted = drafts.items.flatMap((draft) => {
      const sources = lists.get(draft.folder);
      return draft.mentions
        .filter(
          ({ kind, value }) =>
            kind === 'source' && known.includes(value) && sources !== undefined && !sources.includes(value),
        )
        .map(({ value, position }) => ({
          file: draft.file,
          ...position,
          ruleId: 'source/unlisted',
          severity: 'error' as const,
          message: `Unexpected citation of \`${value}\`: the original does not list it among its \`sources\``,
          hint: `add \`${value}\` to \`sources\``,
        }));
    });
    return [...unused, ...unlisted];
  },
};
