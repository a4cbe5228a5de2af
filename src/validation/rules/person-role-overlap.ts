import type { Person } from '../../model/person.ts';
import { PERSON } from '../example-desk.ts';
import { problemAtField, type Rule, recordsOf } from '../rule.ts';

const id = 'person/role-overlap';

type Entry = Person['roles'][number];

export const personRoleOverlap: Rule = {
  id,
  level: 'warning',
  why: 'Of two entries for one role, one is ended when somebody leaves and the other is forgotten.',
  from: 'Aagahi',
  check(drafts) {
    return recordsOf(drafts, 'people').flatMap((draft) => {
      const { roles = [] } = draft.fields;
      return roles.flatMap((entry, index) => {
        const earlier = roles.slice(0, index).find((other) => isSaidTwice(entry, other));
        if (!earlier) return [];
        return [
          problemAtField(
            draft,
            ['roles', index, 'role'],
            {
              ruleId: id,
              message: `Unexpected second \`${entry.role}\` from ${entry.startsOn}: the one from ${earlier.startsOn} holds at the same time`,
              hint: 'keep one of them, or end the earlier one on the day before',
            },
            { severity: 'warning' },
          ),
        ];
      });
    });
  },
  examples: [
    { name: 'each role once', said: [] },
    {
      name: 'a role held again after a time without it',
      changes: {
        [PERSON]: [
          '  - role: editor\n    startsOn: 2025-01-06\n',
          '  - role: editor\n    startsOn: 2024-01-06\n    endsOn: 2024-12-31\n  - role: editor\n    startsOn: 2025-01-01\n',
        ],
      },
      said: [],
    },
    {
      name: 'a role that is given again before it ends',
      changes: {
        [PERSON]: [
          '  - role: editor\n    startsOn: 2025-01-06\n',
          '  - role: editor\n    startsOn: 2024-01-06\n    endsOn: 2025-01-06\n  - role: editor\n    startsOn: 2025-01-06\n',
        ],
      },
      said: [
        `${PERSON}:14:11 warning Unexpected second \`editor\` from 2025-01-06: the one from 2024-01-06 holds at the same time → keep one of them, or end the earlier one on the day before`,
      ],
    },
    {
      name: 'a role for one page, of someone who has it for all',
      changes: {
        [PERSON]: [
          '  - role: editor\n    startsOn: 2025-01-06\n',
          '  - role: editor\n    startsOn: 2025-01-06\n  - role: editor\n    startsOn: 2026-01-01\n    scope:\n      items: [clean-water]\n',
        ],
      },
      said: [
        `${PERSON}:13:11 warning Unexpected second \`editor\` from 2026-01-01: the one from 2025-01-06 holds at the same time → keep one of them, or end the earlier one on the day before`,
      ],
    },
    {
      name: 'a role for one page in every language, and for every page in one',
      changes: {
        [PERSON]: [
          '  - role: editor\n    startsOn: 2025-01-06\n',
          '  - role: editor\n    startsOn: 2025-01-06\n    scope:\n      languages: [ur]\n  - role: editor\n    startsOn: 2026-01-01\n    scope:\n      items: [clean-water]\n',
        ],
      },
      said: [],
    },
  ],
};

/** Whether one of two entries adds nothing to the other while both hold. */
function isSaidTwice(a: Entry, b: Entry): boolean {
  return a.role === b.role && meets(a, b) && meets(b, a) && (isWithin(a.scope, b.scope) || isWithin(b.scope, a.scope));
}

function meets(a: Entry, b: Entry): boolean {
  return a.endsOn === undefined || b.startsOn <= a.endsOn;
}

function isWithin(inner: Entry['scope'], outer: Entry['scope']): boolean {
  return isPart(inner?.items, outer?.items) && isPart(inner?.languages, outer?.languages);
}

/** Without a limit, everything is meant. */
function isPart(inner: readonly string[] | undefined, outer: readonly string[] | undefined): boolean {
  return outer === undefined || (inner?.every((name) => outer.includes(name)) ?? false);
}
