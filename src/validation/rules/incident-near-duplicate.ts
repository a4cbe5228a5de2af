import { toEpochMs } from '../../model/time.ts';
import { anUpdate, FIRST_UPDATE, INCIDENT, INCIDENT_PAGE } from '../example-desk.ts';
import { problemAtField, type Rule } from '../rule.ts';
import { type UpdateDraft, updatesByIncident } from '../updates-by-incident.ts';

const id = 'incident/near-duplicate';

/** Of the words of both headlines, so many are in each: then readers take one alert for the other. */
const ALIKE = 0.6;

export const incidentNearDuplicate: Rule = {
  id,
  level: 'error',
  why: 'Two alerts on one danger at one time make readers ask which of them holds.',
  from: 'weather.gov issue 1321: three near-identical alerts shown at once',
  check(drafts) {
    const alerts = updatesByIncident(drafts).flatMap(({ incident, updates }) => {
      if (incident.fields.status !== 'actual') return [];
      const first = updates.find(({ fields }) => fields.kind === 'alert');
      const from = first?.fields.sentAt;
      const until = updates.map(endOf).reduce((a, b) => Math.max(a, b), 0);
      return first && from !== undefined
        ? [{ incident: incident.fields, first, from: toEpochMs(from), until, words: wordsOf(first) }]
        : [];
    });
    const ordered = alerts.toSorted((a, b) => a.from - b.from);
    return ordered.flatMap((alert, index) => {
      const twin = ordered
        .slice(0, index)
        .find(
          (other) =>
            other.until > alert.from &&
            (other.incident.category ?? []).some((category) => alert.incident.category?.includes(category)) &&
            alikeness(other.words, alert.words) >= ALIKE,
        );
      return twin
        ? [
            problemAtField(alert.first, ['headline'], {
              ruleId: id,
              message: `Unexpected second alert on the same: \`${twin.incident.id}\` still holds when this one is sent`,
              hint: `write an update of \`${twin.incident.id}\` instead, or say in the headline what is another danger or another place`,
            }),
          ]
        : [];
    });
  },
  examples: [
    {
      name: 'an alert on another danger',
      changes: {
        [INCIDENT_PAGE]: INCIDENT.replace('draft', 'actual'),
        [FIRST_UPDATE]: anUpdate(),
        'incidents/heat/en.mdx': INCIDENT.replace('draft', 'actual').replace('id: flood', 'id: heat'),
        'incidents/heat/updates/heat-1/en.mdx': anUpdate({
          id: 'heat-1',
          headline: 'Great heat in the city until Friday',
          sentAt: '"2026-11-23T12:00:00+05:00"',
        }),
      },
      said: [],
    },
    {
      name: 'the same danger once more, in nearly the same words',
      changes: {
        [INCIDENT_PAGE]: INCIDENT.replace('draft', 'actual'),
        [FIRST_UPDATE]: anUpdate(),
        'incidents/water/en.mdx': INCIDENT.replace('draft', 'actual').replace('id: flood', 'id: water'),
        'incidents/water/updates/water-1/en.mdx': anUpdate({
          id: 'water-1',
          headline: 'The tap water in the old town is unsafe',
          sentAt: '"2026-11-23T12:00:00+05:00"',
        }),
      },
      said: [
        'incidents/water/updates/water-1/en.mdx:11:11 Unexpected second alert on the same: `flood` still holds when this one is sent → write an update of `flood` instead, or say in the headline what is another danger or another place',
      ],
    },
  ],
};

/** When a message stops holding; a cancellation ends everything at once. */
function endOf({ fields: { kind, sentAt, expiresAt } }: UpdateDraft): number {
  const end = kind === 'cancel' ? sentAt : expiresAt;
  return end === undefined ? 0 : toEpochMs(end);
}

function wordsOf({ fields: { headline = '' } }: UpdateDraft): Set<string> {
  return new Set(
    headline
      .toLowerCase()
      .normalize('NFKC')
      .match(/\p{L}[\p{L}\p{M}]+/gu) ?? [],
  );
}

/** Words that both have, of all that either has. */
function alikeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  return both === 0 ? 0 : both / (a.size + b.size - both);
}
