import { anUpdate, FIRST_UPDATE, INCIDENT, INCIDENT_PAGE, SECOND_UPDATE } from '../example-desk.ts';
import { problemAtField, type Rule } from '../rule.ts';
import { updatesByIncident } from '../updates-by-incident.ts';

const id = 'incident/ending';

export const incidentEnding: Rule = {
  id,
  level: 'warning',
  why: 'The words that end an alert were approved together with it, so that nobody has to be found in the night; other words wait for approvals of their own.',
  from: 'FCC report on Hawaii’s false alert of 13 January 2018: its correction took 38 minutes',
  check(drafts) {
    return updatesByIncident(drafts).flatMap(({ incident, updates }) => {
      const cancel = updates.find(({ fields }) => fields.kind === 'cancel');
      if (!cancel || incident.fields.status === 'draft') return [];
      const endings = new Map(
        drafts.items.flatMap((draft) =>
          draft.collection === 'incidents' && draft.folder === incident.folder && draft.fields.ending
            ? [[draft.language, draft.fields.ending] as const]
            : [],
        ),
      );
      return drafts.items.flatMap((draft) => {
        if (draft.collection !== 'updates' || draft.folder !== cancel.folder) return [];
        const ending = endings.get(draft.language);
        if (!ending) return [];
        return (['headline', 'instruction'] as const).flatMap((field) =>
          draft.fields[field] === undefined || draft.fields[field].trim() === ending[field].trim()
            ? []
            : [
                problemAtField(
                  draft,
                  [field],
                  {
                    ruleId: id,
                    message: `Unexpected \`${field}\` of a cancellation: it is not the one that was approved with the alert`,
                    hint: 'write it as in `ending` of the incident, or have this one approved',
                  },
                  { severity: 'warning' },
                ),
              ],
        );
      });
    });
  },
  examples: [
    {
      name: 'a cancellation in the words approved beforehand',
      changes: {
        [INCIDENT_PAGE]: INCIDENT.replace('draft', 'actual'),
        [FIRST_UPDATE]: anUpdate(),
        [SECOND_UPDATE]: anUpdate({
          id: 'flood-2',
          kind: 'cancel',
          sentAt: '"2026-11-23T18:00:00+05:00"',
          headline: 'The water is safe again',
          instruction: 'Drink it as usual.',
        }),
      },
      said: [],
    },
    {
      name: 'a cancellation in other words',
      changes: {
        [INCIDENT_PAGE]: INCIDENT.replace('draft', 'actual'),
        [FIRST_UPDATE]: anUpdate(),
        [SECOND_UPDATE]: anUpdate({
          id: 'flood-2',
          kind: 'cancel',
          sentAt: '"2026-11-23T18:00:00+05:00"',
          headline: 'All is well',
          instruction: 'Drink it as usual.',
        }),
      },
      said: [
        `${SECOND_UPDATE}:11:11 warning Unexpected \`headline\` of a cancellation: it is not the one that was approved with the alert → write it as in \`ending\` of the incident, or have this one approved`,
      ],
    },
  ],
};
