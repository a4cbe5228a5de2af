import type { Content } from '../model/content.ts';
import type { Role } from '../model/person.ts';
import { toEpochMs } from '../model/time.ts';
import type { Asked, GivenApproval, ReviewReading } from './approval-gate.ts';
import { rolesRequired } from './approval-gate.ts';
import { type Judgement, judgeReviews, shortName } from './judge-reviews.ts';
import { type History, type PastContent, type Pull, type PullCommit, type Reviews, UnreadError } from './ports.ts';
import { riskAt, type WordedAt, wordedAt } from './worded-at.ts';

/** Where approvals are read from. */
export interface ApprovalSources {
  reviews: Reviews;
  history: History;
  past: PastContent;
}

/** So many changes are looked back through for the one that brought the words. */
const MOST_CHANGES = 100;
/** So many commits of one pull request are followed back to what was there before it. */
const MOST_LANDED = 250;
/** So many reasons are told at once. */
const MOST_NOTES = 5;

/**
 * What the reviews say about what is asked, as it is committed now. Only reviews count of pull requests that were merged into
 * the default branch and are in this checkout: of the one that brought these words, and of later ones that touched the post's
 * or its page's files and left the words as they are. A review counts for the commit that was looked at: what is asked for
 * has to be there in the same words. Never throws for what others wrote; where something cannot be read, it says so.
 */
export async function findApprovals(asked: Asked, sources: ApprovalSources): Promise<ReviewReading> {
  try {
    const { history, past } = sources;
    const now = wordedAt(await past.at(history.head, asked.campaign), asked, past.folder);
    if (now?.words !== asked.words)
      return nothing(['what is in this folder is not what is committed: its words, page or sources are others there']);
    return await readEra(asked, now, sources);
  } catch (error) {
    if (error instanceof UnreadError) return { kind: 'unread', reason: error.message };
    throw error;
  }
}

/**
 * The same for a pull request that is still open and checked out: what its own reviews say.
 *
 * @param before The content that the pull request is made against.
 */
export async function findApprovalsOf(
  pull: Pull,
  asked: Asked,
  { now, before }: { now: WordedAt; before: Content },
  sources: ApprovalSources,
): Promise<ReviewReading> {
  try {
    const needs = rolesNeeded(asked, [now.content, before]);
    const { given, objections, notes } = await judgePull(pull, { asked, now, before, needs }, sources);
    return { kind: 'read', given, needs, objections, notes };
  } catch (error) {
    if (error instanceof UnreadError) return { kind: 'unread', reason: error.message };
    throw error;
  }
}

/** The roles that the policies ask for, whichever of the risks it has in any of them: the strictest of all. */
export function rolesNeeded(asked: Asked, contents: readonly Content[]): Role[] {
  const risks = new Set([asked.risk, ...contents.flatMap((content) => riskAt(content, asked) ?? [])]);
  return [
    ...new Set(
      contents.flatMap(({ organisation }) =>
        [...risks].flatMap((risk) => rolesRequired({ ...asked, risk }, organisation.policy)),
      ),
    ),
  ];
}

async function readEra(asked: Asked, now: WordedAt, sources: ApprovalSources): Promise<ReviewReading> {
  const { reviews, past } = sources;
  const era = await findEra(asked, now, sources);
  const landings = new Map<
    number,
    { pull: Pull; commits: readonly PullCommit[] | undefined; base: string | undefined }
  >();
  const notes: string[] = [];
  let origin = era.before;
  for (const { commit, isFirst } of era.changes) {
    const pulls = await reviews.pullsOf(commit);
    const merged: Pull[] = [];
    for (const pull of pulls) if (await isLanded(pull, sources)) merged.push(pull);
    if (merged.length === 0 && isFirst) notes.push(withoutPull(commit, pulls));
    for (const pull of merged) {
      const before = landings.get(pull.number);
      const commits = before ? before.commits : await reviews.commitsOf(pull);
      const base = before ? before.base : await baseOf(pull, commits ?? [], sources);
      landings.set(pull.number, { pull, commits, base });
      if (isFirst && base !== undefined) origin = base;
    }
  }
  const contents = [now.content, origin === undefined ? undefined : await past.at(origin, asked.campaign)];
  const needs = rolesNeeded(
    asked,
    contents.filter((content) => content !== undefined),
  );
  const judged: Judgement[] = [];
  for (const { pull, base } of landings.values()) {
    const before = base === undefined ? undefined : await past.at(base, asked.campaign);
    const one = await judgePull(pull, { asked, now, before, needs }, sources);
    judged.push(one);
    if (one.given.length + one.objections.length + one.notes.length === 0)
      notes.push(`nobody has approved #${pull.number}`);
  }
  const given = latestOfEach(judged.flatMap((one) => one.given));
  const objections = judged
    .flatMap((one) => one.objections)
    // Who agreed to these very words later has nothing against them any more.
    .filter(({ by, at }) => !given.some((one) => one.by === by && toEpochMs(one.at) > toEpochMs(at)));
  return {
    kind: 'read',
    given,
    needs,
    objections: objections.map(({ by, review }) => ({ by, review })),
    notes: shortened([...notes, ...judged.flatMap((one) => one.notes)]),
  };
}

interface Era {
  /** Newest first. `isFirst`: the one that brought the words. */
  changes: { commit: string; isFirst: boolean }[];
  /** The commit before all of them. */
  before: string | undefined;
}

/** The changes since the words are what they are, as far as a reviewer met them there. */
async function findEra(asked: Asked, now: WordedAt, sources: ApprovalSources): Promise<Era> {
  const { history, past } = sources;
  const changes: Era['changes'] = [];
  let until = history.head;
  let worded = now;
  for (let count = 0; count < MOST_CHANGES; count += 1) {
    const commit = await history.lastChange(until, worded.files);
    if (commit === undefined) return { changes, before: undefined };
    const before = await history.parentOf(commit);
    const content = before === undefined ? undefined : await past.at(before, asked.campaign);
    const earlier = wordedAt(content, asked, past.folder);
    const isFirst = earlier?.words !== asked.words;
    const isMet = isFirst || (await history.lastChange(commit, worded.own)) === commit;
    if (isMet) changes.push({ commit, isFirst });
    if (isFirst || !earlier || before === undefined) return { changes, before };
    until = before;
    worded = earlier;
  }
  return { changes, before: until };
}

async function isLanded({ isMerged, mergeCommit }: Pull, { history }: ApprovalSources): Promise<boolean> {
  return isMerged && mergeCommit !== undefined && (await history.isLanded(mergeCommit));
}

/**
 * What the branch was right before a pull request: nothing of it is in there, however it was merged. That follows from the
 * history here; GitHub is only asked which commits came with it, so that what was rebased is passed over as a whole.
 */
async function baseOf(
  pull: Pull,
  commits: readonly PullCommit[],
  { history, reviews }: ApprovalSources,
): Promise<string | undefined> {
  let base = pull.mergeCommit === undefined ? undefined : await history.parentOf(pull.mergeCommit);
  for (let count = 0; base !== undefined && count <= MOST_LANDED; count += 1) {
    const here = base;
    const { email, at } = await history.writtenBy(here);
    const isOwn =
      commits.some(({ name, written }) => name === here || (written.email === email && isSameMoment(written.at, at))) ||
      (await reviews.pullsOf(here)).some(({ number }) => number === pull.number);
    if (!isOwn) return here;
    base = await history.parentOf(here);
  }
  return undefined;
}

function isSameMoment(a: string, b: string): boolean {
  return Date.parse(a) === Date.parse(b);
}

async function judgePull(
  pull: Pull,
  one: { asked: Asked; now: WordedAt; before: Content | undefined; needs: readonly Role[] },
  sources: ApprovalSources,
): Promise<Judgement> {
  const { reviews, history, past } = sources;
  const { asked, before } = one;
  const { authors, isVoid } = await authorsOf(pull, sources);
  const isUnknown = before ? undefined : `who was who before #${pull.number} cannot be read`;
  return judgeReviews({
    ...one,
    before: before ?? { people: new Map() },
    pull,
    authors,
    isVoid: isVoid ?? isUnknown,
    reviews: await reviews.reviewsOf(pull),
    async compare(commit) {
      if (!(await history.has(commit))) return 'gone';
      const there = wordedAt(await past.at(commit, asked.campaign), asked, past.folder);
      return there?.words === asked.words ? 'same' : 'other';
    },
  });
}

/** Logins of who wrote a pull request, in small letters, or why they cannot be told: then nobody is known to be another. */
async function authorsOf(
  pull: Pull,
  sources: ApprovalSources,
): Promise<{ authors: ReadonlySet<string>; isVoid: string | undefined }> {
  const none = (isVoid: string) => ({ authors: new Set<string>(), isVoid });
  const commits = await sources.reviews.commitsOf(pull);
  if (!commits) return none(`#${pull.number} has so many commits that GitHub does not tell who wrote them all`);
  const written = await ownCommits(pull, commits, sources);
  const unknown = written.find(({ author }) => author === undefined);
  if (unknown)
    return none(
      `GitHub does not know who wrote commit ${shortName(unknown.name)} of #${pull.number}, so nobody can be told apart from them`,
    );
  const names = [pull.author, ...written.flatMap(({ author, committer }) => [author, committer])];
  return { authors: new Set(names.flatMap((login) => login?.toLowerCase() ?? [])), isVoid: undefined };
}

/** Its commits without those that only bring in what others did: whoever pressed “Update branch” wrote nothing. */
async function ownCommits(
  pull: Pull,
  commits: readonly PullCommit[],
  { history }: ApprovalSources,
): Promise<PullCommit[]> {
  const own: PullCommit[] = [];
  const areHere = commits.some(({ isMerge }) => isMerge) && (await history.has(pull.head));
  for (const commit of commits) {
    const isPlain = areHere && commit.isMerge && (await history.isPlainMerge(commit.name));
    if (!isPlain) own.push(commit);
  }
  return own;
}

function withoutPull(commit: string, [pull]: readonly Pull[]): string {
  return pull
    ? `#${pull.number} brought these words, and is not merged into the default branch`
    : `commit ${shortName(commit)} brought these words without a pull request`;
}

/** One approval for each person: the last they gave. */
function latestOfEach(given: readonly GivenApproval[]): GivenApproval[] {
  const latest = new Map<string, GivenApproval>();
  for (const approval of given.toSorted((a, b) => toEpochMs(a.at) - toEpochMs(b.at))) latest.set(approval.by, approval);
  return [...latest.values()];
}

function nothing(notes: readonly string[]): ReviewReading {
  return { kind: 'read', given: [], needs: [], objections: [], notes };
}

function shortened(notes: readonly string[]): string[] {
  const told = [...new Set(notes)];
  return told.length <= MOST_NOTES ? told : [...told.slice(0, MOST_NOTES), `and ${told.length - MOST_NOTES} more`];
}
