import type { Person, Role } from './person.ts';

/** What a role is asked about. Left out, `item` and `language` mean the whole desk: only a role without such a limit does. */
export interface RoleQuestion {
  /** Calendar day. */
  on: string;
  /**
   * Id of a campaign, an incident, a myth, a question, an event, a series, an episode, a study or a page. A post is asked about by its
   * campaign or event, an update by its incident.
   */
  item?: string;
  language?: string;
}

type WithRoles = Pick<Person, 'roles'>;
type RoleEntry = Person['roles'][number];
type ChannelEntry = Person['channels'][number];

/**
 * Whether this person holds this role on that day, for that item in that language: one entry of the roster has to cover
 * all of it. First and last day count.
 */
export function holdsRole(person: WithRoles, role: Role, question: RoleQuestion): boolean {
  return rolesFor(person, question).has(role);
}

/** The roles that this person holds on that day, for that item in that language. */
export function rolesFor(person: WithRoles, question: RoleQuestion): Set<Role> {
  return new Set(
    rolesOn(person, question.on)
      .filter((entry) => isInScope(entry, question))
      .map(({ role }) => role),
  );
}

/** Those who hold this role on that day, for that item in that language. */
export function peopleWith<P extends WithRoles>(people: Iterable<P>, role: Role, question: RoleQuestion): P[] {
  return [...people].filter((person) => holdsRole(person, role, question));
}

/** Whether this person holds any role on that day, however limited. Who does not can approve nothing. */
export function isActive(person: WithRoles, on: string): boolean {
  return rolesOn(person, on).length > 0;
}

/** The roles in force on that day, with their scopes, as the roster has them. */
export function rolesOn({ roles }: WithRoles, on: string): RoleEntry[] {
  return roles.filter((entry) => isInForce(entry, on));
}

/** Whether this person holds this role on that day in any scope: for what belongs to no item, such as a source. */
export function holdsRoleSomewhere(person: WithRoles, role: Role, on: string): boolean {
  return rolesOn(person, on).some((entry) => entry.role === role);
}

/** Last day of the last of these entries of the roster; `undefined` while one of them lasts. */
export function lastDayIn(entries: readonly { endsOn?: string | undefined }[]): string | undefined {
  const ends = entries.map(({ endsOn }) => endsOn);
  return ends.includes(undefined) ? undefined : ends.toSorted().at(-1);
}

/**
 * Who sees to something on that day: the first of those named who still works here, else all administrators. Empty where
 * nobody does.
 */
export function ownersOf(
  named: readonly (string | undefined)[],
  people: ReadonlyMap<string, Person>,
  on: string,
): string[] {
  const first = named.find((id) => {
    const person = id === undefined ? undefined : people.get(id);
    return person !== undefined && isActive(person, on);
  });
  if (first !== undefined) return [first];
  return peopleWith(people.values(), 'administrator', { on }).map(({ id }) => id);
}

/** The access to an account in force on that day; `undefined` where this person may not use the channel then. */
export function channelAccess(
  { channels }: Pick<Person, 'channels'>,
  channel: string,
  on: string,
): ChannelEntry | undefined {
  return channels.find((entry) => entry.channel === channel && isInForce(entry, on));
}

/** Whether a calendar day lies in what has a first day, and a last one where it ends. Both count. */
export function isInForce(
  { startsOn, endsOn }: { startsOn: string; endsOn?: string | undefined },
  on: string,
): boolean {
  return startsOn <= on && (endsOn === undefined || on <= endsOn);
}

/** Whether an entry of the roster is for that item in that language, whatever the day. */
export function isInScope({ scope }: RoleEntry, { item, language }: Omit<RoleQuestion, 'on'>): boolean {
  return covers(scope?.items, item) && covers(scope?.languages, language);
}

function covers(limit: readonly string[] | undefined, asked: string | undefined): boolean {
  return limit === undefined || (asked !== undefined && limit.includes(asked));
}
