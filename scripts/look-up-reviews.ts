import { type Asked, approvalName, type ReviewReading } from '../src/approvals/approval-gate.ts';
import { type ApprovalSources, findApprovals } from '../src/approvals/find-approvals.ts';
import { UnreadError } from '../src/approvals/ports.ts';
import { openHistory } from '../src/git/git-history.ts';
import { githubAccess } from '../src/github/github-access.ts';
import { githubReviews } from '../src/github/github-reviews.ts';
import type { LookUpReviews } from '../src/publishing/plan-approved.ts';
import { pastContent } from './past-content.ts';

/**
 * Looks approvals up in GitHub's reviews and in the history of this checkout; `undefined` on a machine that has no access to
 * GitHub. Nothing is contacted or read before something is asked, and nothing twice.
 */
export function reviewLookUp(
  root: string,
  contentDir: string,
  environment: NodeJS.ProcessEnv = process.env,
): LookUpReviews | undefined {
  const access = githubAccess(environment);
  if (!access) return undefined;
  let opened: Promise<ApprovalSources> | undefined;
  const open = async (): Promise<ApprovalSources> => ({
    history: await openHistory({ folder: root }),
    past: pastContent(root, contentDir),
    reviews: githubReviews(access),
  });
  return async (asked) => {
    if (asked.length === 0) return new Map();
    opened ??= open();
    const found = new Map<string, ReviewReading>();
    for (const one of crisisFirst(asked)) found.set(approvalName(one), await find(one, opened));
    return found;
  };
}

async function find(asked: Asked, opened: Promise<ApprovalSources>): Promise<ReviewReading> {
  try {
    return await findApprovals(asked, await opened);
  } catch (error) {
    if (error instanceof UnreadError) return { kind: 'unread', reason: error.message };
    throw error;
  }
}

/** Where not everything can be read, what cannot wait is. */
function crisisFirst(asked: readonly Asked[]): Asked[] {
  return asked.toSorted((a, b) => Number(b.risk === 'crisis') - Number(a.risk === 'crisis'));
}
