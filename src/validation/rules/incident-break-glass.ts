import type { Person } from '../../model/person.ts';
import { holdsRole } from '../../model/roster.ts';
import { dayAt, toEpochMs } from '../../model/time.ts';
import { anUpdate, FIRST_UPDATE, INCIDENT, INCIDENT_PAGE, PERSON } from '../example-desk.ts';
import { organisationOf, problemAtField, type Rule, recordsOf } from '../rule.ts';
import { updatesByIncident } from '../updates-by-incident.ts';

const id = 'incident/break-glass';

const BROKEN = 'breakGlass:\n  by: amina\n  reason: The river came at night\n  at: "2026-11-23T08:55:00+05:00"';

export const incidentBreakGlass: Rule = {
  id,
  level: 'error',
  isFixed: true,
  why: 'One person may decide alone only where it is their duty that day, and the reason stands on the record.',
  from: 'Aagahi',
  check(drafts) {
    const zone = organisationOf(drafts).timeZone ?? 'UTC';
    const people = new Map(
      recordsOf(drafts, 'people')
        .filter(({ whole }) => whole)
        .map(({ fields }) => [fields.id ?? '', fields as Person]),
    );
    return updatesByIncident(drafts).flatMap(({ incident, updates }) =>
      updates.flatMap((draft) => {
        const { breakGlass } = draft.fields;
        if (!breakGlass) return [];
        const person = people.get(breakGlass.by);
        if (!person) {
          return drafts.records.some(({ fields }) => 'id' in fields && fields.id === breakGlass.by)
            ? []
            : [
                problemAtField(draft, ['breakGlass', 'by'], {
                  ruleId: id,
                  message: `Unexpected \`${breakGlass.by}\`: there is nothing of this name in content/people`,
                  hint: 'write the id of the approver on duty',
                }),
              ];
        }
        const on = dayAt(toEpochMs(breakGlass.at), zone);
        const question = { on, ...(incident.fields.id !== undefined && { item: incident.fields.id }) };
        return holdsRole(person, 'duty-approver', question)
          ? []
          : [
              problemAtField(draft, ['breakGlass', 'by'], {
                ruleId: id,
                message: `Unexpected \`${breakGlass.by}\`: this person was no approver on duty on ${on}`,
                hint: 'have an approver on duty decide, or wait for two approvals',
              }),
            ];
      }),
    );
  },
  examples: [
    {
      name: 'a decision of the approver on duty',
      changes: {
        [INCIDENT_PAGE]: INCIDENT,
        [PERSON]: ['role: author', 'role: duty-approver'],
        [FIRST_UPDATE]: anUpdate({ responses: `[avoid]\n${BROKEN}` }),
      },
      said: [],
    },
    {
      name: 'a decision of somebody else',
      changes: { [INCIDENT_PAGE]: INCIDENT, [FIRST_UPDATE]: anUpdate({ responses: `[avoid]\n${BROKEN}` }) },
      said: [
        `${FIRST_UPDATE}:11:7 Unexpected \`amina\`: this person was no approver on duty on 2026-11-23 → have an approver on duty decide, or wait for two approvals`,
      ],
    },
    {
      name: 'a decision of nobody',
      changes: {
        [INCIDENT_PAGE]: INCIDENT,
        [FIRST_UPDATE]: anUpdate({ responses: `[avoid]\n${BROKEN.replace('amina', 'nobody')}` }),
      },
      said: [
        `${FIRST_UPDATE}:11:7 Unexpected \`nobody\`: there is nothing of this name in content/people → write the id of the approver on duty`,
      ],
    },
  ],
};
