import type { ReviewReading } from '../src/approvals/approval-gate.ts';
import { approvalOutlook } from '../src/approvals/approval-outlook.ts';
import { approvalStanding, type Standing } from '../src/approvals/approval-standing.ts';
import { type ApprovalSources, findApprovalsOf, rolesNeeded } from '../src/approvals/find-approvals.ts';
import { type Pull, UnreadError } from '../src/approvals/ports.ts';
import { openHistory } from '../src/git/git-history.ts';
import { githubAccess } from '../src/github/github-access.ts';
import { githubReviews } from '../src/github/github-reviews.ts';
import type { Content } from '../src/model/content.ts';
import { dayAt, type EpochMs } from '../src/model/time.ts';
import type { WholePast } from './past-content.ts';

export interface PullChange {
  root: string;
  past: WholePast;
  before: Content | undefined;
  after: Content;
  touched: ReadonlySet<string>;
  now: EpochMs;
  /** Number of the pull request; left out, only who may approve is told. */
  pull: number | undefined;
}

/** How far the approvals of what a pull request changes are, and why its reviews cannot be read, where they cannot. */
export async function pullStandings(
  change: PullChange,
): Promise<{ standings: Standing[]; unread: string | undefined }> {
  const { root, past, before, after, touched, now } = change;
  const base = before ?? after;
  const opened = await openPull(change.pull, root, past);
  const author = 'pull' in opened ? opened.pull.author : undefined;
  const standings: Standing[] = [];
  for (const outlook of approvalOutlook({ before, after, touched, folder: past.folder, now })) {
    const readings: ReviewReading[] = [];
    if ('pull' in opened)
      for (const one of outlook.asks)
        readings.push(await findApprovalsOf(opened.pull, one.asked, { now: one.now, before: base }, opened.sources));
    const needs = new Set(outlook.asks.flatMap(({ asked }) => rolesNeeded(asked, [after, base])));
    standings.push(
      approvalStanding({
        outlook,
        needs: [...needs],
        readings,
        people: base.people,
        day: dayAt(now, after.organisation.timeZone),
        authors: new Set(author === undefined ? [] : [author.toLowerCase()]),
      }),
    );
  }
  const unread = 'unread' in opened ? opened.unread : standings.find((one) => one.unread !== undefined)?.unread;
  return { standings, unread };
}

async function openPull(
  number: number | undefined,
  root: string,
  past: WholePast,
): Promise<{ pull: Pull; sources: ApprovalSources } | { unread: string }> {
  if (number === undefined) return { unread: 'no pull request is named' };
  const access = githubAccess(process.env);
  if (!access) return { unread: 'GITHUB_TOKEN and GITHUB_REPOSITORY are not set' };
  try {
    const reviews = githubReviews(access);
    const history = await openHistory({ folder: root });
    return { pull: await reviews.pull(number), sources: { reviews, past, history } };
  } catch (error) {
    if (error instanceof UnreadError) return { unread: error.message };
    throw error;
  }
}
