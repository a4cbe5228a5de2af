import type { z } from 'zod';
import type { GithubAccess } from './github-access.ts';
import {
  accountSchema,
  type CommitAnswer,
  commitSchema,
  type Issue,
  issueSchema,
  type PullAnswer,
  pullSchema,
  type ReviewAnswer,
  repositorySchema,
  reviewSchema,
} from './github-answers.ts';
import { describeGithub, EndlessListError, statusOf, UnreadableAnswerError } from './github-trouble.ts';

const TIMEOUT_MS = 30_000;

/** The few requests that the desk makes of GitHub. Each throws what `describeGithub` reads. */
export interface GithubClient {
  /** Whether the token may see the repository and it has issues. */
  hasIssues(): Promise<boolean>;
  /** Login of whoever the token belongs to. */
  login(): Promise<string>;
  /** Issues with a label, newest first, open and closed, made since then. */
  issues(label: string, since: string): Promise<Issue[]>;
  create(issue: { title: string; body: string; labels: string[] }): Promise<Issue>;
  update(
    number: number,
    change: { body?: string; state?: 'open' | 'closed'; state_reason?: 'completed' },
  ): Promise<Issue>;
  /**
   * The merged pull request that brought a commit to the default branch; for a commit that is not there, the open and
   * merged ones it is part of.
   */
  pullsOf(commit: string): Promise<PullAnswer[]>;
  pull(number: number): Promise<PullAnswer>;
  /** All reviews of a pull request, oldest first. */
  reviewsOf(number: number): Promise<ReviewAnswer[]>;
  /** The commits of a pull request; GitHub lists `MOST_COMMITS` and leaves out the others. */
  commitsOf(number: number): Promise<CommitAnswer[]>;
}

/** So many commits of a pull request GitHub lists at most, and does not say whether there are more. */
export const MOST_COMMITS = 250;

/** The account that a workflow's own token writes as. */
const WORKFLOW_LOGIN = 'github-actions[bot]';
const PAGE = 100;
/** More than this no list of the desk's is long: 2,000 issues, reviews or commits. */
const MOST_PAGES = 20;

export async function githubClient(
  { origin, repository, token }: GithubAccess,
  timeoutMs: number = TIMEOUT_MS,
): Promise<GithubClient> {
  // Loaded where it is needed: a run with nothing due does without.
  const { request } = await import('@octokit/request');
  const ask = request.defaults({
    baseUrl: origin,
    headers: { authorization: `Bearer ${token}`, 'x-github-api-version': '2022-11-28' },
    request: {
      // Its warnings would repeat what the server wrote.
      log: { debug() {}, info() {}, warn() {}, error() {} },
      fetch: (address: string, init: RequestInit) =>
        fetch(address, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) }),
    },
  });
  const [owner = '', repo = ''] = repository.split('/');
  const place = { owner, repo };

  /** Every page of a list, until one says that it is enough. */
  async function list<T extends z.ZodType>(
    route: string,
    parameters: Record<string, string | number>,
    schema: T,
    isEnough: (last: z.infer<T>) => boolean = () => false,
  ): Promise<z.infer<T>[]> {
    const found: z.infer<T>[] = [];
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const { data } = await ask(route, { ...place, ...parameters, per_page: PAGE, page });
      // An answer that was cut off must not pass for a list with nothing in it.
      if (!Array.isArray(data)) throw new UnreadableAnswerError();
      const read = data.map((one) => parsed(schema, one));
      found.push(...read);
      const last = read.at(-1);
      if (read.length < PAGE || last === undefined || isEnough(last)) return found;
    }
    throw new EndlessListError();
  }

  return {
    async hasIssues() {
      const { data } = await ask('GET /repos/{owner}/{repo}', place);
      return parsed(repositorySchema, data).has_issues;
    },
    async login() {
      try {
        return parsed(accountSchema, (await ask('GET /user')).data).login;
      } catch (error) {
        // A workflow's token is no user and is refused here.
        if (statusOf(error) === 403 && describeGithub(error).kind === 'forbidden') return WORKFLOW_LOGIN;
        throw error;
      }
    },
    issues: (label, since) =>
      list(
        'GET /repos/{owner}/{repo}/issues',
        { labels: label, state: 'all', sort: 'created', direction: 'desc' },
        issueSchema,
        (last) => last.created_at < since,
      ),
    async create(issue) {
      return parsed(issueSchema, (await ask('POST /repos/{owner}/{repo}/issues', { ...place, ...issue })).data);
    },
    async update(number, change) {
      const { data } = await ask('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
        ...place,
        issue_number: number,
        ...change,
      });
      return parsed(issueSchema, data);
    },
    pullsOf: (commit) =>
      list('GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', { commit_sha: commit }, pullSchema),
    async pull(number) {
      const { data } = await ask('GET /repos/{owner}/{repo}/pulls/{pull_number}', { ...place, pull_number: number });
      return parsed(pullSchema, data);
    },
    reviewsOf: (number) =>
      list('GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews', { pull_number: number }, reviewSchema),
    commitsOf: (number) =>
      list('GET /repos/{owner}/{repo}/pulls/{pull_number}/commits', { pull_number: number }, commitSchema),
  };
}

function parsed<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const result = schema.safeParse(value);
  if (!result.success) throw new UnreadableAnswerError();
  return result.data;
}
