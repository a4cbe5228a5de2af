import type { Content, Item } from './content.ts';
import type { Policy } from './policy.ts';
import { ownersOf } from './roster.ts';
import { retractionLookUpDueOn, shelfLifeEnd } from './shelf-life.ts';

/**
 * What falls due. `review`: a page is read again as a whole. `reread`: a source is. `replace`: a source has grown too old
 * however often it is read. `expiry`: a source says that it holds no longer. `retraction`: a register is asked again about
 * a paper. `suppression`: an exception to a rule ends. `role`, `access`: a person's last day in a role, with an account.
 */
export const DUE_KINDS = [
  'review',
  'reread',
  'replace',
  'expiry',
  'retraction',
  'suppression',
  'role',
  'access',
] as const;
export type DueKind = (typeof DUE_KINDS)[number];

export interface Due {
  /** Calendar day on which it falls due. */
  on: string;
  kind: DueKind;
  /** Id of the page, source or person; of a suppression, its rule. */
  what: string;
  /** The title of a page or source, the name of a role or channel, the file of a suppression. */
  name: string;
  /** File to change, below the content folder. */
  file: string;
  /** Ids of those who see to it: one person, or all administrators; empty where there are none. */
  owners: readonly string[];
}

/**
 * What falls due by `until`, earliest first, and what has not been done that fell due before `today`. The reviewer of a
 * page sees to it, else its author; who assessed a source, to that; else administrators. Those who have left see to
 * nothing. What an exception in force passes over falls due when the exception ends, and is told of as that.
 */
export function reviewsDue(content: Content, { today, until }: { today: string; until: string }): Due[] {
  const owners = (...named: (string | undefined)[]) => ownersOf(named, content.people, today);
  const due = [
    ...pagesDue(content, owners),
    ...sourcesDue(content, owners),
    ...suppressionsDue(content, owners),
    // A last day that has passed leaves nothing to do.
    ...rosterDue(content, owners).filter(({ on }) => on >= today),
  ];
  return due
    .filter((one) => one.on <= until && !isExcused(one, content.organisation.policy, today))
    .toSorted(compareDue);
}

/** The rules that speak of it when it is overdue; an exception to one of them says that it may be. */
const RULES_OF: Readonly<Partial<Record<DueKind, string>>> = {
  review: 'review/overdue',
  reread: 'source/stale',
  replace: 'source/stale',
  expiry: 'source/expired',
  retraction: 'source/retraction-unchecked',
};

function isExcused({ kind, file, on }: Due, { suppressions }: Policy, today: string): boolean {
  return suppressions.some(
    ({ rule, file: where, until }) =>
      rule === RULES_OF[kind] &&
      (where.endsWith('/') ? file.startsWith(where) : file === where) &&
      today <= until &&
      on <= until,
  );
}

/** What has to be done, in a sentence. */
export function describeDue({ kind, what, name }: Due): string {
  switch (kind) {
    case 'review':
      return `Review the page ${what} as a whole`;
    case 'reread':
      return `Read the source ${what} again`;
    case 'replace':
      return `Find something newer in place of the source ${what}`;
    case 'expiry':
      return `The source ${what} holds no longer after this day: replace it`;
    case 'retraction':
      return `Look up whether ${what} was retracted`;
    case 'suppression':
      return `The exception to ${what} in ${name} ends`;
    case 'role':
      return `Last day of ${what} as ${name}`;
    case 'access':
      return `Last day on which ${what} may use ${name}: change its secret`;
  }
}

type Owners = (...named: (string | undefined)[]) => string[];
interface Reviewed {
  id: string;
  author: string;
  reviewedBy?: string | undefined;
  nextReviewDueOn: string;
  /** Of an episode. */
  seriesId?: string;
}

function pagesDue(
  { campaigns, myths, questions, events, series, episodes, studies, pages }: Content,
  owners: Owners,
): Due[] {
  const folders = { campaigns, myths, questions, events, series, episodes, studies, pages };
  return Object.entries(folders).flatMap(([folder, items]) =>
    items.map((item: Reviewed & Item<object, { title: string }, unknown>): Due => {
      const { id, author, reviewedBy, nextReviewDueOn: on, slug, originalLanguage, versions, seriesId } = item;
      const name = versions[originalLanguage]?.title ?? id;
      const parent = series.find((one) => one.id === seriesId);
      const place = parent ? `series/${parent.slug}/${folder}` : folder;
      const file = `${place}/${slug}/${originalLanguage}.mdx`;
      return { on, kind: 'review', what: id, name, file, owners: owners(reviewedBy, author) };
    }),
  );
}

function sourcesDue({ sources, organisation }: Content, owners: Owners): Due[] {
  return [...sources.values()].flatMap((source) => {
    const { id, title: name, expiresOn, assessment } = source;
    const due = { what: id, name, file: `sources/${id}.yml`, owners: owners(assessment?.by) };
    const end = shelfLifeEnd(source, organisation.policy);
    const lookUpOn = retractionLookUpDueOn(source);
    return [
      ...(end ? [{ ...due, on: end.on, kind: end.reason === 'age' ? ('replace' as const) : ('reread' as const) }] : []),
      ...(expiresOn ? [{ ...due, on: expiresOn, kind: 'expiry' as const }] : []),
      ...(lookUpOn ? [{ ...due, on: lookUpOn, kind: 'retraction' as const }] : []),
    ];
  });
}

function suppressionsDue({ organisation }: Content, owners: Owners): Due[] {
  return organisation.policy.suppressions.map(({ rule, file, until }) => {
    return { on: until, kind: 'suppression', what: rule, name: file, file: 'organisation.yml', owners: owners() };
  });
}

function rosterDue({ people }: Content, owners: Owners): Due[] {
  return [...people.values()].flatMap(({ id, roles, channels }) => {
    const due = { what: id, file: `people/${id}.yml`, owners: owners() };
    return [
      ...roles.flatMap(({ role, endsOn }): Due[] => (endsOn ? [{ ...due, on: endsOn, kind: 'role', name: role }] : [])),
      ...channels.flatMap(({ channel, endsOn }): Due[] =>
        endsOn ? [{ ...due, on: endsOn, kind: 'access', name: channel }] : [],
      ),
    ];
  });
}

function compareDue(a: Due, b: Due): number {
  return (
    compareText(a.on, b.on) ||
    DUE_KINDS.indexOf(a.kind) - DUE_KINDS.indexOf(b.kind) ||
    compareText(a.what, b.what) ||
    compareText(a.name, b.name)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
