import type { ItemDraft } from '../../model/draft.ts';
import { FILL_IN_MARK } from '../../model/incident.ts';
import type { Problem } from '../../model/problem.ts';
import { anUpdate, FIRST_UPDATE, INCIDENT, INCIDENT_PAGE } from '../example-desk.ts';
import { problemAtField, type Rule } from '../rule.ts';

const id = 'incident/to-fill-in';

export const incidentToFillIn: Rule = {
  id,
  level: 'error',
  isFixed: true,
  why: 'A skeleton that goes out tells frightened people nothing, and cannot be called back.',
  from: 'Aagahi',
  check(drafts) {
    return drafts.items.flatMap((draft) =>
      draft.collection === 'incidents' || draft.collection === 'updates' ? openIn(draft) : [],
    );
  },
  examples: [
    { name: 'words that are written', changes: { [INCIDENT_PAGE]: INCIDENT, [FIRST_UPDATE]: anUpdate() }, said: [] },
    {
      name: 'a skeleton of which not everything is filled in',
      changes: {
        [INCIDENT_PAGE]: INCIDENT.replace(
          'headline: The water is safe again',
          'headline: "✎ Write here: the headline"',
        ).replace('Boil water.', '✎ Write here: what people should do'),
        [FIRST_UPDATE]: anUpdate({ area: '"✎ Write here: where it holds"' }),
      },
      said: [
        `${INCIDENT_PAGE}:11:13 Unexpected \`✎\`: these words are still to be written → write them in place of the whole text`,
        `${INCIDENT_PAGE}:15:1 Unexpected \`✎\`: words of this text are still to be written → write them in place of each line with the mark`,
        `${FIRST_UPDATE}:14:7 Unexpected \`✎\`: these words are still to be written → write them in place of the whole text`,
      ],
    },
  ],
};

function openIn(draft: ItemDraft): Problem[] {
  const paths = openPaths(draft.fields, []);
  const fields = paths.map((path) =>
    problemAtField(draft, path, {
      ruleId: id,
      message: `Unexpected \`${FILL_IN_MARK}\`: these words are still to be written`,
      hint: 'write them in place of the whole text',
    }),
  );
  if (!JSON.stringify(draft.body ?? '').includes(FILL_IN_MARK)) return fields;
  return [
    ...fields,
    {
      file: draft.file,
      ...draft.bodyStartsAt,
      ruleId: id,
      severity: 'error',
      message: `Unexpected \`${FILL_IN_MARK}\`: words of this text are still to be written`,
      hint: 'write them in place of each line with the mark',
    },
  ];
}

function openPaths(value: unknown, path: readonly string[]): (readonly string[])[] {
  if (typeof value === 'string') return value.includes(FILL_IN_MARK) ? [path] : [];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => openPaths(inner, [...path, name]));
}
