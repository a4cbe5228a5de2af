import { type Pull, type PullCommit, type Review, type Reviews, UnreadError } from '../approvals/ports.ts';
import type { GithubAccess } from './github-access.ts';
import type { CommitAnswer, PullAnswer, ReviewAnswer } from './github-answers.ts';
import { type GithubClient, githubClient, MOST_COMMITS } from './github-client.ts';
import { describeGithub } from './github-trouble.ts';

export interface ReviewsOptions {
  timeoutMs?: number;
  /** So many lists are asked for in one run at most: a workflow's token may make a thousand requests an hour. */
  mostLists?: number;
}

const MOST_LISTS = 200;

/** Account under which GitHub itself commits what is done on its site. */
const SITE_LOGIN = 'web-flow';

/** The reviews of a repository, each read once. Nothing is contacted before the first is asked for. */
export function githubReviews(
  access: GithubAccess,
  { timeoutMs, mostLists = MOST_LISTS }: ReviewsOptions = {},
): Reviews {
  let opened: Promise<GithubClient> | undefined;
  const client = () => {
    opened ??= githubClient(access, timeoutMs);
    return opened;
  };
  let left = mostLists;
  const known = new Map<string, Promise<unknown>>();
  const once = <T>(name: string, ask: (client: GithubClient) => Promise<T>): Promise<T> => {
    const before = known.get(name) as Promise<T> | undefined;
    if (before) return before;
    left -= 1;
    const asked =
      left < 0
        ? Promise.reject(new UnreadError('there is more to read on GitHub than one run may; the next goes on'))
        : reading(async () => ask(await client()));
    known.set(name, asked);
    return asked;
  };
  const pullOf = (answer: PullAnswer) => toPull(answer, access.repository);
  return {
    pullsOf: (commit) => once(`of ${commit}`, async (client) => (await client.pullsOf(commit)).flatMap(pullOf)),
    pull: (number) =>
      once(`pull ${number}`, async (client) => {
        const [pull] = pullOf(await client.pull(number));
        if (!pull) throw new UnreadError(`#${number} is not of this repository`);
        return pull;
      }),
    reviewsOf: ({ number }) =>
      once(`reviews ${number}`, async (client) => (await client.reviewsOf(number)).flatMap(toReview)),
    commitsOf: ({ number }) =>
      once(`commits ${number}`, async (client) => {
        const commits = await client.commitsOf(number);
        return commits.length < MOST_COMMITS ? commits.map(toCommit) : undefined;
      }),
  };
}

async function reading<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof UnreadError) throw error;
    const { kind, told } = describeGithub(error);
    switch (kind) {
      case 'forbidden':
        throw new UnreadError(
          `GitHub does not let the desk read reviews (${told}); GITHUB_TOKEN needs \`pull-requests: read\``,
          { cause: error },
        );
      case 'later':
        throw new UnreadError(`GitHub asks to wait (${told})`, { cause: error });
      case 'refused':
        throw new UnreadError(`GitHub does not have what was asked for (${told})`, { cause: error });
      case 'unclear':
        throw new UnreadError(`GitHub did not answer clearly (${told})`, { cause: error });
    }
  }
}

/** None where it is a pull request of another repository: a fork shares commits with this one. */
function toPull({ number, html_url: url, user, base, head, ...answer }: PullAnswer, repository: string): Pull[] {
  if (base.repo.full_name.toLowerCase() !== repository.toLowerCase()) return [];
  return [
    {
      number,
      url,
      author: user?.login,
      isMerged: answer.merged_at !== null && base.ref === base.repo.default_branch,
      into: base.ref,
      mergeCommit: answer.merged_at === null ? undefined : (answer.merge_commit_sha ?? undefined),
      head: head.sha,
    },
  ];
}

const STATES: Readonly<Record<string, Review['state']>> = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes-requested',
  DISMISSED: 'dismissed',
};

function toReview({ user, state, submitted_at: at, html_url: url, commit_id: commit }: ReviewAnswer): Review[] {
  const known = STATES[state.toUpperCase()];
  if (!known || !at) return [];
  const by = user ? { login: user.login, isPerson: user.type === 'User' } : undefined;
  return [{ by, state: known, at, url, commit: commit ?? undefined }];
}

function toCommit({ sha, author, committer, commit, parents }: CommitAnswer): PullCommit {
  const { name = '', email = '', date = '' } = commit.author ?? {};
  return {
    name: sha,
    author: author?.login,
    committer: committer?.login === SITE_LOGIN ? undefined : committer?.login,
    written: { name, email, at: date },
    isMerge: parents.length > 1,
  };
}
