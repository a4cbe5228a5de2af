import type { Drafts } from '../../model/draft.ts';
import type { Person } from '../../model/person.ts';
import type { Problem } from '../../model/problem.ts';
import { approvalNeeds, type UncoveredNeed, uncoveredNeeds } from '../approval-needs.ts';
import { BLUESKY, ORGANISATION, PAGE, PERSON, POST, POST_IN_URDU } from '../example-desk.ts';
import { policyOf, problemAtField, type Rule, recordsOf, todayOf } from '../rule.ts';

const id = 'roster/uncovered';

export const rosterUncovered: Rule = {
  id,
  level: 'warning',
  why: 'A post that nobody could approve is written, read and corrected, and never sent.',
  from: 'Aagahi',
  check(drafts, { now }) {
    const found = policyOf(drafts);
    const people = rosterOf(drafts);
    // Whoever cannot be read may hold any role.
    if (!found || !people) return [];
    const { approvals } = found.policy;
    const today = todayOf(drafts, now);
    const uncovered = uncoveredNeeds(approvalNeeds(drafts), { people, approvals, on: today });
    const groups = Map.groupBy(uncovered, ({ risk, role }) => `${risk}/${role}`);
    return [...groups.values()].flatMap((group): Problem[] => {
      const [first] = group;
      if (!first) return [];
      const endedOn = first.isTaken ? undefined : lastHeldUntil(first, people, today);
      const fault = {
        ruleId: id,
        message: `Missing \`${first.role}\`, which \`${first.risk}\` needs: ${why(first, endedOn)} ${shown(group)}`,
        hint: 'give the role to one more person in content/people whose scope covers it',
      };
      const problem = problemAtField(found.draft, ['policy', 'approvals', first.risk], fault, { severity: 'warning' });
      return [endedOn ? { ...problem, byClock: true } : problem];
    });
  },
  examples: [
    { name: 'posts for the outbox alone, which need no approval', said: [] },
    {
      name: 'a post for the public, and two people who can approve it',
      changes: {
        ...publicPost(),
        'people/sana.yml': aPerson('sana', 'editor'),
        'people/hina.yml': aPerson('hina', 'clinician'),
      },
      said: [],
    },
    {
      name: 'a post that nobody but its author could approve',
      changes: publicPost(),
      said: [
        `${ORGANISATION}:1:1 warning Missing \`editor\`, which \`health-claim\` needs: nobody but who wrote it could approve \`clean-water\` in \`en\` → give the role to one more person in content/people whose scope covers it`,
        `${ORGANISATION}:1:1 warning Missing \`clinician\`, which \`health-claim\` needs: nobody but who wrote it could approve \`clean-water\` in \`en\` → give the role to one more person in content/people whose scope covers it`,
      ],
    },
    {
      name: 'someone whose role ended, and someone whose role is for another language',
      changes: {
        ...publicPost(),
        'people/sana.yml': aPerson('sana', 'editor', 'endsOn: 2026-11-22'),
        'people/hina.yml': aPerson('hina', 'clinician', 'scope: { languages: [ur] }'),
      },
      said: [
        `${ORGANISATION}:1:1 warning Missing \`editor\`, which \`health-claim\` needs: since 2026-11-22 nobody but who wrote it could approve \`clean-water\` in \`en\` → give the role to one more person in content/people whose scope covers it`,
        `${ORGANISATION}:1:1 warning Missing \`clinician\`, which \`health-claim\` needs: nobody but who wrote it could approve \`clean-water\` in \`en\` → give the role to one more person in content/people whose scope covers it`,
      ],
    },
    {
      name: 'one person for two roles, where two people are needed',
      changes: {
        ...publicPost(),
        'people/sana.yml': `${aPerson('sana', 'editor')}  - role: clinician\n    startsOn: 2025-01-06\n`,
      },
      said: [
        `${ORGANISATION}:1:1 warning Missing \`clinician\`, which \`health-claim\` needs: who holds it has to stand for another role, and there is nobody else for \`clean-water\` in \`en\` → give the role to one more person in content/people whose scope covers it`,
      ],
    },
    {
      name: 'a translator who could approve what others wrote',
      changes: {
        [POST_IN_URDU]: ['translator: amina', 'translator: sana'],
        'channels/bluesky.yml': BLUESKY.replace('languages: [en]', 'languages: [ur]'),
        [POST]: ['channels: [outbox]', 'channels: [outbox, bluesky]\nrisk: routine'],
        'people/sana.yml': aPerson('sana', 'editor'),
      },
      said: [
        `${ORGANISATION}:1:1 warning Missing \`editor\`, which \`routine\` needs: nobody but who wrote it could approve \`clean-water\` in \`ur\` → give the role to one more person in content/people whose scope covers it`,
      ],
    },
    {
      name: 'a person whose file cannot be read',
      changes: { ...publicPost(), [PERSON]: 'id: "amina\n' },
      said: [],
    },
    {
      name: 'a banner in two languages',
      changes: {
        'channels/bluesky.yml': BLUESKY.replace('languages: [en]', 'languages: [en, ur]'),
        [PAGE]: [
          'author: amina',
          'banner:\n  channels: [bluesky]\n  from: { daysFromStart: 0, time: "09:00" }\n  until: { daysFromStart: 1, time: "09:00" }\nrisk: routine\nauthor: amina',
        ],
      },
      said: [
        `${ORGANISATION}:1:1 warning Missing \`editor\`, which \`routine\` needs: nobody but who wrote it could approve \`clean-water\` in \`en\` and 1 more → give the role to one more person in content/people whose scope covers it`,
      ],
    },
  ],
};

function rosterOf(drafts: Drafts): Pick<Person, 'id' | 'roles'>[] | undefined {
  if ([...drafts.unread].some((file) => file.includes('/people/'))) return undefined;
  const people = recordsOf(drafts, 'people').map(({ fields: { id: name, roles } }) =>
    name !== undefined && roles ? { id: name, roles } : undefined,
  );
  const whole = people.filter((person) => person !== undefined);
  return whole.length === people.length ? whole : undefined;
}

function why({ isTaken }: UncoveredNeed, endedOn: string | undefined): string {
  if (isTaken) return 'who holds it has to stand for another role, and there is nobody else for';
  return `${endedOn ? `since ${endedOn} ` : ''}nobody but who wrote it could approve`;
}

/** Last day on which somebody but the writers held the role there; `undefined` where nobody ever did. */
function lastHeldUntil(
  { role, item, language, writers }: UncoveredNeed,
  people: readonly Pick<Person, 'id' | 'roles'>[],
  today: string,
): string | undefined {
  return people
    .filter(({ id: name }) => !writers.includes(name))
    .flatMap(({ roles }) => roles)
    .filter(
      ({ role: held, scope }) =>
        held === role && (scope?.items?.includes(item) ?? true) && (scope?.languages?.includes(language) ?? true),
    )
    .flatMap(({ endsOn }) => (endsOn !== undefined && endsOn < today ? [endsOn] : []))
    .toSorted()
    .at(-1);
}

function shown(group: readonly UncoveredNeed[]): string {
  const [first] = group;
  const more = group.length > 1 ? ` and ${group.length - 1} more` : '';
  return `\`${first?.item}\` in \`${first?.language}\`${more}`;
}

function publicPost() {
  return { [POST]: ['channels: [outbox]', 'channels: [outbox, bluesky]'], 'channels/bluesky.yml': BLUESKY } as const;
}

function aPerson(name: string, role: string, more = ''): string {
  return `id: ${name}\nname:\n  en: ${name}\nroles:\n  - role: ${role}\n    startsOn: 2025-01-06\n${more && `    ${more}\n`}`;
}
