import { toEpochMs } from '../../model/time.ts';
import { anUpdate, FIRST_UPDATE, INCIDENT, INCIDENT_PAGE, SECOND_UPDATE } from '../example-desk.ts';
import { problemAtField, type Rule } from '../rule.ts';
import { updatesByIncident } from '../updates-by-incident.ts';

const id = 'incident/update-overdue';

export const incidentUpdateOverdue: Rule = {
  id,
  level: 'warning',
  why: 'Readers were told when they would hear more. Silence after that is read as the worst.',
  from: 'CDC, Crisis and Emergency Risk Communication: commit to regular updates, and keep to it',
  check(drafts, { now }) {
    return updatesByIncident(drafts).flatMap(({ incident, updates }) => {
      if (incident.fields.status === 'draft') return [];
      const sent = updates
        .flatMap((draft) => (draft.fields.sentAt === undefined ? [] : [{ draft, at: toEpochMs(draft.fields.sentAt) }]))
        .filter(({ at }) => at <= now)
        .toSorted((a, b) => a.at - b.at);
      const newest = sent.at(-1)?.draft;
      const { nextUpdateDueAt, expiresAt, kind } = newest?.fields ?? {};
      if (!newest || kind === 'cancel' || nextUpdateDueAt === undefined || expiresAt === undefined) return [];
      if (toEpochMs(nextUpdateDueAt) >= now || toEpochMs(expiresAt) <= now) return [];
      return [
        {
          ...problemAtField(
            newest,
            ['nextUpdateDueAt'],
            {
              ruleId: id,
              message: `Unexpected silence since ${nextUpdateDueAt}: readers were promised to hear more by then`,
              hint: 'send an update, even if it says that nothing has changed, and when the next one comes',
            },
            { severity: 'warning' },
          ),
          byClock: true as const,
        },
      ];
    });
  },
  examples: [
    {
      name: 'an update that is due in an hour',
      changes: {
        [INCIDENT_PAGE]: INCIDENT.replace('draft', 'actual'),
        [FIRST_UPDATE]: anUpdate({ responses: '[avoid]\nnextUpdateDueAt: "2026-11-23T13:00:00+05:00"' }),
      },
      said: [],
    },
    {
      name: 'an update that was due an hour ago',
      changes: {
        [INCIDENT_PAGE]: INCIDENT.replace('draft', 'actual'),
        [FIRST_UPDATE]: anUpdate({ responses: '[avoid]\nnextUpdateDueAt: "2026-11-23T11:00:00+05:00"' }),
      },
      said: [
        `${FIRST_UPDATE}:10:18 warning Unexpected silence since 2026-11-23T11:00:00+05:00: readers were promised to hear more by then → send an update, even if it says that nothing has changed, and when the next one comes`,
      ],
    },
    {
      name: 'an update that was due, and came',
      changes: {
        [INCIDENT_PAGE]: INCIDENT.replace('draft', 'actual'),
        [FIRST_UPDATE]: anUpdate({ responses: '[avoid]\nnextUpdateDueAt: "2026-11-23T11:00:00+05:00"' }),
        [SECOND_UPDATE]: anUpdate({ id: 'flood-2', kind: 'cancel', sentAt: '"2026-11-23T10:30:00+05:00"' }),
      },
      said: [],
    },
  ],
};
