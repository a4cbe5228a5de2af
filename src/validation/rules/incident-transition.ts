import type { UpdateOriginal } from '../../model/incident.ts';
import { TRANSITIONS } from '../../model/incident-state.ts';
import { listed } from '../../model/suggest.ts';
import { toEpochMs } from '../../model/time.ts';
import { anUpdate, FIRST_UPDATE, INCIDENT, INCIDENT_PAGE, SECOND_UPDATE } from '../example-desk.ts';
import { problemAtField, type Rule } from '../rule.ts';
import { type UpdateDraft, updatesByIncident } from '../updates-by-incident.ts';

const id = 'incident/transition';

export const incidentTransition: Rule = {
  id,
  level: 'error',
  isFixed: true,
  why: 'An alert, its updates and its end follow each other; a cancellation of what nobody was sent, or an update of what is over, leaves readers with two truths.',
  from: 'OASIS Common Alerting Protocol 1.2, section 3.2.1 (msgType, references)',
  check(drafts) {
    return updatesByIncident(drafts).flatMap(({ incident, updates }) => {
      // What cannot be read may be the message that is missing.
      if ([...drafts.unread].some((file) => file.startsWith(`${incident.folder}/updates/`))) return [];
      const ordered = updates
        .flatMap((draft) => (isTimed(draft.fields) ? [{ draft, fields: draft.fields }] : []))
        .toSorted((a, b) => toEpochMs(a.fields.sentAt) - toEpochMs(b.fields.sentAt));
      return ordered.flatMap(({ draft, fields }, index) => {
        const before = ordered[index - 1]?.fields;
        const allowed: readonly string[] = TRANSITIONS[before?.kind ?? 'none'];
        if (!allowed.includes(fields.kind)) {
          const after = before ? `after \`${before.id}\`, which is ${nameOf(before.kind)}` : 'as the first message';
          return [
            problemAtField(draft, ['kind'], {
              ruleId: id,
              message: `Unexpected \`${fields.kind}\` ${after}`,
              hint:
                allowed.length > 0
                  ? `write ${listed(allowed)}, or mend \`sentAt\``
                  : 'what was cancelled is over: begin a new incident',
            }),
          ];
        }
        if (before && toEpochMs(fields.sentAt) === toEpochMs(before.sentAt)) {
          return [
            problemAtField(draft, ['sentAt'], {
              ruleId: id,
              message: `Unexpected second message at ${fields.sentAt}: \`${before.id}\` is sent then`,
              hint: 'write the moment at which this one goes out',
            }),
          ];
        }
        if (before && toEpochMs(fields.sentAt) >= toEpochMs(before.expiresAt)) {
          return [
            problemAtField(draft, ['sentAt'], {
              ruleId: id,
              message: `Unexpected ${nameOf(fields.kind).replace(/^an? /, '')} at ${fields.sentAt}: \`${before.id}\` ran out at ${before.expiresAt}`,
              hint: 'send it before then; where the danger is back, begin a new incident',
            }),
          ];
        }
        return [];
      });
    });
  },
  examples: [
    {
      name: 'an alert, and its cancellation while it holds',
      changes: {
        [INCIDENT_PAGE]: INCIDENT,
        [FIRST_UPDATE]: anUpdate(),
        [SECOND_UPDATE]: anUpdate({ id: 'flood-2', kind: 'cancel', sentAt: '"2026-11-23T18:00:00+05:00"' }),
      },
      said: [],
    },
    {
      name: 'an incident that begins with an update',
      changes: { [INCIDENT_PAGE]: INCIDENT, [FIRST_UPDATE]: anUpdate({ kind: 'update' }) },
      said: [`${FIRST_UPDATE}:3:7 Unexpected \`update\` as the first message → write \`alert\`, or mend \`sentAt\``],
    },
    {
      name: 'an incident whose first message cannot be read, which the reader tells of',
      changes: {
        [INCIDENT_PAGE]: INCIDENT,
        [FIRST_UPDATE]: anUpdate({ headline: '"The water' }),
        [SECOND_UPDATE]: anUpdate({ id: 'flood-2', kind: 'cancel', sentAt: '"2026-11-23T18:00:00+05:00"' }),
      },
      said: [],
    },
    {
      name: 'a second alert',
      changes: {
        [INCIDENT_PAGE]: INCIDENT,
        [FIRST_UPDATE]: anUpdate(),
        [SECOND_UPDATE]: anUpdate({ id: 'flood-2', sentAt: '"2026-11-23T18:00:00+05:00"' }),
      },
      said: [
        `${SECOND_UPDATE}:3:7 Unexpected \`alert\` after \`flood-1\`, which is an alert → write \`update\` or \`cancel\`, or mend \`sentAt\``,
      ],
    },
    {
      name: 'an update of what was cancelled',
      changes: {
        [INCIDENT_PAGE]: INCIDENT,
        [FIRST_UPDATE]: anUpdate(),
        [SECOND_UPDATE]: anUpdate({ id: 'flood-2', kind: 'cancel', sentAt: '"2026-11-23T18:00:00+05:00"' }),
        'incidents/flood/updates/flood-3/en.mdx': anUpdate({
          id: 'flood-3',
          kind: 'update',
          sentAt: '"2026-11-23T20:00:00+05:00"',
        }),
      },
      said: [
        'incidents/flood/updates/flood-3/en.mdx:3:7 Unexpected `update` after `flood-2`, which is a cancellation → what was cancelled is over: begin a new incident',
      ],
    },
    {
      name: 'an update of what has run out, and one at the same moment',
      changes: {
        [INCIDENT_PAGE]: INCIDENT,
        [FIRST_UPDATE]: anUpdate(),
        [SECOND_UPDATE]: anUpdate({
          id: 'flood-2',
          kind: 'update',
          sentAt: '"2026-11-24T09:00:00+05:00"',
          expiresAt: '"2026-11-25T09:00:00+05:00"',
        }),
        'incidents/flood/updates/flood-3/en.mdx': anUpdate({
          id: 'flood-3',
          kind: 'update',
          sentAt: '"2026-11-24T04:00:00Z"',
          expiresAt: '"2026-11-25T09:00:00+05:00"',
        }),
      },
      said: [
        `${SECOND_UPDATE}:4:9 Unexpected update at 2026-11-24T09:00:00+05:00: \`flood-1\` ran out at 2026-11-24T09:00:00+05:00 → send it before then; where the danger is back, begin a new incident`,
        'incidents/flood/updates/flood-3/en.mdx:4:9 Unexpected second message at 2026-11-24T04:00:00Z: `flood-2` is sent then → write the moment at which this one goes out',
      ],
    },
  ],
};

type Timed = Pick<UpdateOriginal, 'id' | 'kind' | 'sentAt' | 'expiresAt'>;

function isTimed(fields: UpdateDraft['fields']): fields is UpdateDraft['fields'] & Timed {
  const { id: name, kind, sentAt, expiresAt } = fields;
  return name !== undefined && kind !== undefined && sentAt !== undefined && expiresAt !== undefined;
}

function nameOf(kind: Timed['kind']): string {
  return { alert: 'an alert', update: 'an update', cancel: 'a cancellation' }[kind];
}
