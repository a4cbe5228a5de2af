import type { Content } from '../model/content.ts';
import type { Person, Role } from '../model/person.ts';
import { holdsRole, type RoleQuestion, rolesFor } from '../model/roster.ts';
import { dayAt, toEpochMs } from '../model/time.ts';
import type { Asked, GivenApproval } from './approval-gate.ts';
import type { Pull, Review } from './ports.ts';
import { inWords, roleName } from './role-names.ts';
import { APPROVING_ROLES } from './roles.ts';
import { withoutRole } from './without-role.ts';
import type { WordedAt } from './worded-at.ts';

export interface Judgement {
  given: GivenApproval[];
  objections: { by: string; review: string; at: string }[];
  /** Why something does not count, for people. */
  notes: string[];
}

export interface OnePull {
  asked: Asked;
  pull: Pull;
  reviews: readonly Review[];
  /** What is asked for as it is now. */
  now: WordedAt;
  /** The content before the pull request: nobody appoints their own approver. */
  before: Pick<Content, 'people'>;
  /** Roles that are asked for. */
  needs: readonly Role[];
  /** Logins of who wrote the pull request. */
  authors: ReadonlySet<string>;
  /** Why no approval of it counts, where none does. Objections count all the same. */
  isVoid: string | undefined;
  /** Whether a commit can be read, and has what is asked for in these very words. */
  compare(commit: string): Promise<'same' | 'other' | 'gone'>;
}

/** So many accounts are named before the others are only counted. */
const MOST_STRANGERS = 2;

/** What the reviews of one pull request are worth for what is asked. */
export async function judgeReviews(one: OnePull): Promise<Judgement> {
  const { pull, now, before, isVoid } = one;
  const judgement: Judgement = { given: [], objections: [], notes: isVoid === undefined ? [] : [isVoid] };
  const strangers: string[] = [];
  for (const review of latestOfEach(one.reviews)) {
    if (review.state === 'dismissed') {
      const person = personOf(review, now.content.people);
      if (person && isVoid === undefined)
        judgement.notes.push(`the review of #${pull.number} by ${person.id} was dismissed`);
      continue;
    }
    const person = personOf(review, now.content.people);
    const reviewer = { review, person, known: personOf(review, before.people) };
    if (review.state === 'changes-requested') {
      if (isApprover(reviewer, one)) {
        const { id } = (reviewer.person ?? reviewer.known) as Person;
        judgement.objections.push({ by: id, review: review.url, at: review.at });
      }
      continue;
    }
    if (isVoid !== undefined) continue;
    if (!person) {
      strangers.push(review.by?.login ?? 'an account that is gone');
      continue;
    }
    const judged = await judgeApproval(one, { ...reviewer, person });
    if (typeof judged === 'string') judgement.notes.push(`${person.id} approved #${pull.number}${judged}`);
    else judgement.given.push(judged);
  }
  if (strangers.length > 0) judgement.notes.push(notOfThisDesk(strangers, pull));
  return judgement;
}

interface Reviewer {
  review: Review;
  /** As the roster is now, and as it was before the pull request. */
  person: Person | undefined;
  known: Person | undefined;
}

/** A reviewer's last word. Comments are none; where it was dismissed, what they had said before does not come back. */
function latestOfEach(reviews: readonly Review[]): Review[] {
  const latest = new Map<string, Review>();
  for (const review of reviews.toSorted((a, b) => toEpochMs(a.at) - toEpochMs(b.at)))
    latest.set(review.by?.login.toLowerCase() ?? review.url, review);
  return [...latest.values()];
}

/** Logins are the same in small letters and in capital ones. */
function personOf({ by }: Review, people: ReadonlyMap<string, Person>): Person | undefined {
  if (!by?.isPerson) return undefined;
  return [...people.values()].find(({ github }) => github?.toLowerCase() === by.login.toLowerCase());
}

function isApprover({ review, person, known }: Reviewer, one: OnePull): boolean {
  return [person, known].some(
    (each) => each && APPROVING_ROLES.some((role) => holdsRole(each, role, questionOf(one, dayOf(review, one)))),
  );
}

/** The approval, or why it does not count. */
async function judgeApproval(
  one: OnePull,
  { review, person, known }: Reviewer & { person: Person },
): Promise<GivenApproval | string> {
  const { now, authors, needs } = one;
  const login = review.by?.login.toLowerCase() ?? '';
  if (authors.has(login) || now.writers.includes(person.id)) return ', and wrote or translated it';
  if (now.since !== undefined && toEpochMs(review.at) <= now.since)
    return ` on ${dayOf(review, one)}, for an earlier occurrence`;
  const day = dayOf(review, one);
  const before = known?.id === person.id ? rolesFor(known, questionOf(one, day)) : new Set<Role>();
  const roles = new Set([...rolesFor(person, questionOf(one, day))].filter((role) => needs.includes(role)));
  if (roles.size === 0) return withoutRole(person, needs, questionOf(one, day));
  const both = new Set([...roles].filter((role) => before.has(role)));
  if (both.size === 0) return `, and was not ${inWords([...roles].map(roleName), 'or')} before it`;
  const { commit } = review;
  const found = commit === undefined ? 'gone' : await one.compare(commit);
  if (commit === undefined || found === 'gone') return ' at a commit that cannot be had any more';
  if (found === 'other') return ` with other words, page or sources (commit ${shortName(commit)})`;
  return { by: person.id, roles: both, at: review.at, review: review.url, commit };
}

function notOfThisDesk(strangers: readonly string[], { number }: Pull): string {
  const named = strangers.slice(0, MOST_STRANGERS);
  const more = strangers.length - named.length;
  const who = inWords([...named, ...(more > 0 ? [`${more} others`] : [])]);
  return `${who} approved #${number}, and ${strangers.length > 1 ? 'are' : 'is'} nobody of this desk`;
}

function dayOf({ at }: Review, { now }: OnePull): string {
  return dayAt(toEpochMs(at), now.content.organisation.timeZone);
}

/** What the roster is asked about this post. */
function questionOf({ asked }: OnePull, on: string): RoleQuestion {
  return { on, item: asked.campaign, language: asked.language };
}

/** A commit as people read it. */
export function shortName(commit: string): string {
  return commit.slice(0, 7);
}
