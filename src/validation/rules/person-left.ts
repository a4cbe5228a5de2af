import type { Drafts } from '../../model/draft.ts';
import type { Person, Role } from '../../model/person.ts';
import type { Problem } from '../../model/problem.ts';
import { holdsRole, holdsRoleSomewhere, isActive, lastDayIn } from '../../model/roster.ts';
import { listed } from '../../model/suggest.ts';
import { MYTH, PAGE, PERSON, SOURCE } from '../example-desk.ts';
import { originalsOf, problemAtField, type Rule, recordsOf, reviewedOriginals, todayOf } from '../rule.ts';

const id = 'person/left';

const MYTH_FALLS_TO_ADMINISTRATORS = `${MYTH}:15:13 warning Unexpected \`reviewedBy\`: \`amina\` has left, so the review due on 2027-12-01 falls to the administrators → have the page reviewed by someone who works here, and write their id as \`reviewedBy\``;

const JUDGES: readonly Role[] = ['editor', 'clinician'];
/** How the organisation works is also a lawyer's to review. */
const JUDGES_OF_PAGES: readonly Role[] = [...JUDGES, 'legal'];

type Named = Pick<Person, 'id' | 'roles'>;

export const personLeft: Rule = {
  id,
  level: 'error',
  why: 'Readers trust a page for the person who read it: that person has to have been in charge of it on that day.',
  from: 'Aagahi',
  check(drafts, { now }) {
    const people = new Map(
      recordsOf(drafts, 'people').flatMap(({ fields: { id: name, roles } }) =>
        name !== undefined && roles ? [[name, { id: name, roles }]] : [],
      ),
    );
    return [
      ...reviewers(drafts, people),
      ...assessors(drafts, people),
      ...answerers(drafts, people),
      ...reviewsWithoutOwner(drafts, people, todayOf(drafts, now)),
      ...accessThatOutlastsRoles(drafts),
    ];
  },
  examples: [
    { name: 'people in their roles', said: [] },
    {
      name: 'a reviewer whose role had ended the day before',
      changes: {
        [PAGE]: ['reviewedBy: amina', 'reviewedBy: bilal'],
        'people/bilal.yml': aPerson('bilal', '  - role: editor\n    startsOn: 2025-01-06\n    endsOn: 2026-10-31\n'),
      },
      said: [
        `${PAGE}:10:13 Unexpected \`reviewedBy\`: on 2026-11-01 \`bilal\` was not \`editor\` or \`clinician\` of \`clean-water\` in \`en\` → write who reviewed the page; if it was bilal, mend the roles in content/people/bilal.yml`,
      ],
    },
    {
      name: 'a reviewer on the last day of the role',
      changes: {
        [PAGE]: ['reviewedBy: amina', 'reviewedBy: bilal'],
        'people/bilal.yml': aPerson('bilal', '  - role: editor\n    startsOn: 2025-01-06\n    endsOn: 2026-11-01\n'),
      },
      said: [],
    },
    {
      name: 'a reviewer of other pages',
      changes: {
        [PERSON]: [
          '  - role: editor\n    startsOn: 2025-01-06\n  - role: clinician\n    startsOn: 2025-01-06\n',
          '  - role: editor\n    startsOn: 2025-01-06\n    scope:\n      languages: [ur]\n',
        ],
      },
      said: [
        `${PAGE}:10:13 Unexpected \`reviewedBy\`: on 2026-11-01 \`amina\` was not \`editor\` or \`clinician\` of \`clean-water\` in \`en\` → write who reviewed the page; if it was amina, mend the roles in content/people/amina.yml`,
        `${MYTH}:15:13 Unexpected \`reviewedBy\`: on 2026-11-02 \`amina\` was not \`editor\` or \`clinician\` of \`boiled-water\` in \`en\` → write who reviewed the page; if it was amina, mend the roles in content/people/amina.yml`,
      ],
    },
    {
      name: 'a source assessed by someone who writes',
      changes: {
        [SOURCE]: ['by: amina', 'by: bilal'],
        'people/bilal.yml': aPerson('bilal', '  - role: author\n    startsOn: 2025-01-06\n'),
      },
      said: [
        `${SOURCE}:10:7 Unexpected \`assessment.by\`: on 2026-11-01 \`bilal\` was not \`editor\` or \`clinician\` → write who assessed the source; if it was bilal, mend the roles in content/people/bilal.yml`,
      ],
    },
    {
      name: 'a source assessed by someone whose role is limited to a page',
      changes: {
        [SOURCE]: ['by: amina', 'by: bilal'],
        'people/bilal.yml': aPerson(
          'bilal',
          '  - role: editor\n    startsOn: 2025-01-06\n    scope:\n      items: [clean-water]\n',
        ),
      },
      said: [],
    },
    {
      name: 'a sheet on clear words, filled in by someone who had left',
      changes: {
        [PAGE]: ['clearCommunication: { by: amina', 'clearCommunication: { by: bilal'],
        'people/bilal.yml': aPerson('bilal', '  - role: author\n    startsOn: 2025-01-06\n    endsOn: 2026-10-31\n'),
      },
      said: [
        `${PAGE}:20:27 Unexpected \`clearCommunication.by\`: on 2026-11-01 \`bilal\` held no role here → write who answered the questions; if it was bilal, mend the roles in content/people/bilal.yml`,
      ],
    },
    {
      name: 'an author and reviewer who has left since, so that the next review is an administrator’s',
      changes: { [PERSON]: aPerson('amina', '  - role: editor\n    startsOn: 2025-01-06\n    endsOn: 2026-11-20\n') },
      said: [
        `${PAGE}:10:13 warning Unexpected \`reviewedBy\`: \`amina\` has left, so the review due on 2027-11-01 falls to the administrators → have the page reviewed by someone who works here, and write their id as \`reviewedBy\``,
        MYTH_FALLS_TO_ADMINISTRATORS,
      ],
    },
    {
      name: 'a reviewer who has left since, where the author has not',
      changes: {
        [PAGE]: ['author: amina', 'author: bilal'],
        [PERSON]: aPerson('amina', '  - role: editor\n    startsOn: 2025-01-06\n    endsOn: 2026-11-20\n'),
        'people/bilal.yml': aPerson('bilal', '  - role: author\n    startsOn: 2025-01-06\n'),
      },
      // The page’s author is here; the myth, which amina wrote too, has nobody left.
      said: [MYTH_FALLS_TO_ADMINISTRATORS],
    },
    {
      name: 'an author who has left, of a page that nobody reviewed',
      changes: {
        [PAGE]: ['author: amina\nreviewedBy: amina', 'author: bilal'],
        'people/bilal.yml': aPerson('bilal', '  - role: author\n    startsOn: 2025-01-06\n    endsOn: 2026-11-20\n'),
      },
      said: [
        `${PAGE}:9:9 warning Unexpected \`author\`: \`bilal\` has left, so the review due on 2027-11-01 falls to the administrators → have the page reviewed by someone who works here, and write their id as \`reviewedBy\``,
      ],
    },
    {
      name: 'a page on how we work, reviewed by a lawyer',
      changes: {
        'pages/how-we-post/en.mdx': aPage('bilal'),
        'people/bilal.yml': aPerson('bilal', '  - role: legal\n    startsOn: 2025-01-06\n'),
      },
      said: [],
    },
    {
      name: 'someone who can sign in after their last role',
      changes: {
        'people/bilal.yml': `${aPerson('bilal', '  - role: author\n    startsOn: 2025-01-06\n    endsOn: 2026-12-31\n')}channels:\n  - channel: outbox\n    startsOn: 2025-01-06\n`,
      },
      said: [
        'people/bilal.yml:9:5 Unexpected access to `outbox` without a last day: the last role ends on 2026-12-31 → write `endsOn: 2026-12-31`, and change the channel’s secret on that day',
      ],
    },
    {
      name: 'access that ends with the roles',
      changes: {
        'people/bilal.yml': `${aPerson('bilal', '  - role: author\n    startsOn: 2025-01-06\n    endsOn: 2026-12-31\n')}channels:\n  - channel: outbox\n    startsOn: 2025-01-06\n    endsOn: 2026-12-31\n`,
      },
      said: [],
    },
  ],
};

function reviewers(drafts: Drafts, people: ReadonlyMap<string, Named>): Problem[] {
  return reviewedOriginals(drafts).flatMap((draft) => {
    const { id: item, reviewedBy, lastReviewedOn: on } = draft.fields;
    const person = people.get(reviewedBy ?? '');
    if (!person || item === undefined || on === undefined) return [];
    const roles = draft.collection === 'pages' ? JUDGES_OF_PAGES : JUDGES;
    const { language } = draft;
    if (roles.some((role) => holdsRole(person, role, { on, item, language }))) return [];
    return [
      problemAtField(draft, ['reviewedBy'], {
        ruleId: id,
        message: `Unexpected \`reviewedBy\`: on ${on} \`${person.id}\` was not ${listed(roles)} of \`${item}\` in \`${language}\``,
        hint: `write who reviewed the page; if it was ${person.id}, mend the roles in content/people/${person.id}.yml`,
      }),
    ];
  });
}

function assessors(drafts: Drafts, people: ReadonlyMap<string, Named>): Problem[] {
  return recordsOf(drafts, 'sources').flatMap((draft) => {
    const { by, on } = draft.fields.assessment ?? {};
    const person = people.get(by ?? '');
    if (!person || on === undefined || JUDGES.some((role) => holdsRoleSomewhere(person, role, on))) return [];
    return [
      problemAtField(draft, ['assessment', 'by'], {
        ruleId: id,
        message: `Unexpected \`assessment.by\`: on ${on} \`${person.id}\` was not ${listed(JUDGES)}`,
        hint: `write who assessed the source; if it was ${person.id}, mend the roles in content/people/${person.id}.yml`,
      }),
    ];
  });
}

function answerers(drafts: Drafts, people: ReadonlyMap<string, Named>): Problem[] {
  return originalsOf(drafts, 'campaigns').flatMap((draft) => {
    const { by, on } = draft.fields.clearCommunication ?? {};
    const person = people.get(by ?? '');
    if (!person || on === undefined || isActive(person, on)) return [];
    return [
      problemAtField(draft, ['clearCommunication', 'by'], {
        ruleId: id,
        message: `Unexpected \`clearCommunication.by\`: on ${on} \`${person.id}\` held no role here`,
        hint: `write who answered the questions; if it was ${person.id}, mend the roles in content/people/${person.id}.yml`,
      }),
    ];
  });
}

/** Time alone made it: the reviewer left, and there is no author to fall back on. */
function reviewsWithoutOwner(drafts: Drafts, people: ReadonlyMap<string, Named>, today: string): Problem[] {
  return reviewedOriginals(drafts).flatMap((draft): Problem[] => {
    const { author, reviewedBy, nextReviewDueOn } = draft.fields;
    const owners = [reviewedBy, author].filter((name) => name !== undefined).map((name) => people.get(name));
    // Who is not in the roster is told of where they are named.
    if (owners.some((person) => !person || isActive(person, today)) || nextReviewDueOn === undefined) return [];
    const [first, second] = owners;
    if (!first) return [];
    const field = reviewedBy === undefined ? 'author' : 'reviewedBy';
    const left = `\`${first.id}\` has left${second && second.id !== first.id ? `, and so has \`${second.id}\`` : ''}`;
    const problem = problemAtField(
      draft,
      [field],
      {
        ruleId: id,
        message: `Unexpected \`${field}\`: ${left}, so the review due on ${nextReviewDueOn} falls to the administrators`,
        hint: 'have the page reviewed by someone who works here, and write their id as `reviewedBy`',
      },
      { severity: 'warning' },
    );
    return [{ ...problem, byClock: true }];
  });
}

function accessThatOutlastsRoles(drafts: Drafts): Problem[] {
  return recordsOf(drafts, 'people').flatMap((draft) => {
    const { roles, channels = [] } = draft.fields;
    const last = roles && lastDayIn(roles);
    if (last === undefined) return [];
    return channels.flatMap(({ channel, endsOn }, index) => {
      if (endsOn !== undefined && endsOn <= last) return [];
      const until = endsOn === undefined ? 'without a last day' : `until ${endsOn}`;
      return [
        problemAtField(
          draft,
          ['channels', index, 'endsOn'],
          {
            ruleId: id,
            message: `Unexpected access to \`${channel}\` ${until}: the last role ends on ${last}`,
            hint: `write \`endsOn: ${last}\`, and change the channel’s secret on that day`,
          },
          { part: 'key' },
        ),
      ];
    });
  });
}

function aPerson(name: string, roles: string): string {
  return `id: ${name}\nname:\n  en: ${name}\nroles:\n${roles}`;
}

function aPage(reviewedBy: string): string {
  return `---\nid: how-we-post\nkind: social-media-policy\nauthor: amina\nreviewedBy: ${reviewedBy}\nlastReviewedOn: 2026-11-01\nnextReviewDueOn: 2027-11-01\ntitle: How we post\nsummary: What we post, and who reads it first.\n---\n\nTwo people read every post.\n`;
}
