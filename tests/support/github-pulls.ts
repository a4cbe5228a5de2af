import { githubExample } from './github-description.ts';

/** A pull request as the fake keeps it. `null` for a login is an account that is gone or that GitHub does not know. */
export interface FakePull {
  number: number;
  author: string | null;
  /** Name of the branch it is for. */
  into: string;
  head: string;
  state: 'open' | 'closed';
  mergedAt: string | null;
  mergeCommit: string | null;
  /** Commits that are on that branch by it: the merge with what it joined, the squashed one, or the rebased ones. */
  landed: string[];
  commits: FakeCommit[];
  reviews: FakeReview[];
}

export interface FakeCommit {
  sha: string;
  author: string | null;
  committer: string | null;
  written: { name: string; email: string; date: string };
  parents: string[];
  message: string;
}

export interface FakeReview {
  login: string | null;
  type?: 'User' | 'Bot';
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';
  at: string;
  commit: string | null;
}

type Answer = Record<string, unknown>;

export interface FakeRepository {
  repository: string;
  defaultBranch: string;
  pulls: readonly FakePull[];
}

/** As `GET …/commits/{commit_sha}/pulls` has it: what brought a commit to the default branch, or what it is part of. */
export function pullsOfCommit(fake: FakeRepository, sha: string): Answer[] {
  const [example] = githubExample<Answer[]>('pull-request-simple-items');
  const brought = fake.pulls.filter(
    ({ into, mergedAt, landed }) => mergedAt !== null && into === fake.defaultBranch && landed.includes(sha),
  );
  const isPart = ({ commits, landed }: FakePull) =>
    landed.includes(sha) || commits.some((commit) => commit.sha === sha);
  const found = brought.length > 0 ? brought : fake.pulls.filter(isPart);
  return found.map((pull) => ({ ...example, ...pullAnswer(fake, pull, example ?? {}) }));
}

/** As `GET …/pulls/{pull_number}` has it. */
export function onePull(fake: FakeRepository, pull: FakePull): Answer {
  const example = githubExample<Answer>('pull-request');
  return {
    ...example,
    ...pullAnswer(fake, pull, example),
    merged: pull.mergedAt !== null,
    commits: pull.commits.length,
    merged_by: null,
  };
}

function pullAnswer({ repository, defaultBranch }: FakeRepository, pull: FakePull, example: Answer): Answer {
  const base = example.base as Answer;
  const head = example.head as Answer;
  const repo = { ...(base.repo as Answer), full_name: repository, default_branch: defaultBranch };
  return {
    number: pull.number,
    url: `https://api.github.com/repos/${repository}/pulls/${pull.number}`,
    html_url: pullAddress(repository, pull),
    state: pull.state,
    user: user(pull.author),
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommit,
    base: { ...base, ref: pull.into, label: `sehat:${pull.into}`, repo },
    head: { ...head, sha: pull.head },
    requested_teams: [],
  };
}

function pullAddress(repository: string, { number }: FakePull): string {
  return `https://github.com/${repository}/pull/${number}`;
}

/** As `GET …/pulls/{pull_number}/reviews` has them. */
export function reviewsOf({ repository }: FakeRepository, pull: FakePull): Answer[] {
  const [example] = githubExample<Answer[]>('pull-request-review-items');
  return pull.reviews.map(({ login, type, state, at, commit }, index) => {
    const { submitted_at: _submitted, ...rest } = example ?? {};
    return {
      ...rest,
      id: pull.number * 1000 + index,
      user: user(login, type),
      body: '',
      state,
      html_url: `${pullAddress(repository, pull)}#pullrequestreview-${pull.number * 1000 + index}`,
      commit_id: commit,
      // What is not handed in has no such moment.
      ...(state !== 'PENDING' && { submitted_at: at }),
    };
  });
}

/** As `GET …/pulls/{pull_number}/commits` has them: the first 250. */
export function commitsOf({ repository }: FakeRepository, pull: FakePull): Answer[] {
  const [example] = githubExample<Answer[]>('commit-items');
  return pull.commits.slice(0, 250).map(({ sha, author, committer, written, parents, message }) => ({
    ...example,
    sha,
    html_url: `https://github.com/${repository}/commit/${sha}`,
    commit: { ...(example?.commit as Answer), author: written, committer: written, message },
    author: user(author),
    committer: user(committer),
    parents: parents.map((parent) => ({
      sha: parent,
      url: `https://api.github.com/repos/${repository}/commits/${parent}`,
    })),
  }));
}

/** An account as GitHub's own example has it, under another name. */
export function user(login: string | null, type: 'User' | 'Bot' = 'User'): Answer | null {
  if (login === null) return null;
  const [example] = githubExample<Answer[]>('pull-request-review-items');
  return { ...(example?.user as Answer), login, type, html_url: `https://github.com/${encodeURIComponent(login)}` };
}
