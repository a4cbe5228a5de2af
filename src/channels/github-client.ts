import type { GithubAccess } from './github-access.ts';

const TIMEOUT_MS = 30_000;

/** An issue as far as the desk looks at it. */
export interface Issue {
  number: number;
  html_url: string;
  state: 'open' | 'closed';
  /** How it was closed: `completed`, `not_planned`, … */
  state_reason?: string | null | undefined;
  body?: string | null | undefined;
  user?: { login: string; type?: string } | null | undefined;
  created_at: string;
}

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
}

/** The account that a workflow's own token writes as. */
const WORKFLOW_LOGIN = 'github-actions[bot]';
const PAGE = 100;
/** More issues than this nobody has open by hand. */
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
  return {
    async hasIssues() {
      const { data } = await ask('GET /repos/{owner}/{repo}', place);
      if (typeof data?.has_issues !== 'boolean') throw new UnreadableAnswerError();
      return data.has_issues;
    },
    async login() {
      try {
        const { data } = await ask('GET /user');
        if (typeof data?.login !== 'string') throw new UnreadableAnswerError();
        return data.login;
      } catch (error) {
        // A workflow's token is no user and is refused here.
        if (statusOf(error) === 403 && describeGithub(error).kind === 'forbidden') return WORKFLOW_LOGIN;
        throw error;
      }
    },
    async issues(label, since) {
      const found: Issue[] = [];
      for (let page = 1; page <= MOST_PAGES; page += 1) {
        const { data } = await ask('GET /repos/{owner}/{repo}/issues', {
          ...place,
          labels: label,
          state: 'all',
          sort: 'created',
          direction: 'desc',
          per_page: PAGE,
          page,
        });
        // An answer that was cut off must not pass for a list with nothing in it.
        if (!Array.isArray(data)) throw new UnreadableAnswerError();
        found.push(...data.map(asIssue));
        const last = data.at(-1);
        if (data.length < PAGE || !last || last.created_at < since) return found;
      }
      throw new RangeError('too many issues to look through');
    },
    async create(issue) {
      return asIssue((await ask('POST /repos/{owner}/{repo}/issues', { ...place, ...issue })).data);
    },
    async update(number, change) {
      const { data } = await ask('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
        ...place,
        issue_number: number,
        ...change,
      });
      return asIssue(data);
    },
  };
}

class UnreadableAnswerError extends Error {
  override name = 'UnreadableAnswerError';
}

/** An issue as GitHub gives it. Throws where an answer was cut off, or comes from something else. */
function asIssue(value: unknown): Issue {
  const issue = value as Partial<Issue> | null;
  const isWhole =
    typeof issue === 'object' &&
    issue !== null &&
    typeof issue.number === 'number' &&
    typeof issue.html_url === 'string' &&
    typeof issue.created_at === 'string' &&
    (issue.state === 'open' || issue.state === 'closed');
  if (!isWhole) throw new UnreadableAnswerError();
  return issue as Issue;
}

/** What an error of GitHub says. `told` holds nothing that a server wrote freely. */
export type GithubTrouble =
  | { kind: 'forbidden' | 'refused' | 'unclear'; told: string }
  | { kind: 'later'; told: string; waitMs?: number };

export function describeGithub(error: unknown): GithubTrouble {
  const status = statusOf(error);
  if (status === undefined || status < 400 || status >= 500 || status === 408)
    return { kind: 'unclear', told: status === undefined ? 'no answer' : String(status) };
  const wait = headerOf(error, 'retry-after');
  // Both kinds of rate limit: the plain one, and the secondary one, of which GitHub may only say so in words.
  const isLimited =
    wait !== undefined ||
    headerOf(error, 'x-ratelimit-remaining') === '0' ||
    (error instanceof Error && /secondary rate limit/i.test(error.message));
  if (status === 429 || (status === 403 && isLimited))
    return {
      kind: 'later',
      told: String(status),
      ...(wait !== undefined && /^\d{1,6}$/.test(wait) && { waitMs: Number(wait) * 1000 }),
    };
  return { kind: status === 401 || status === 403 ? 'forbidden' : 'refused', told: String(status) };
}

function statusOf(error: unknown): number | undefined {
  const status: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'status') : undefined;
  // The client calls a request that got no answer 500.
  const hasAnswer = typeof error === 'object' && error !== null && Reflect.get(error, 'response') !== undefined;
  return typeof status === 'number' && hasAnswer ? status : undefined;
}

function headerOf(error: unknown, name: string): string | undefined {
  const response: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'response') : undefined;
  const headers: unknown =
    typeof response === 'object' && response !== null ? Reflect.get(response, 'headers') : undefined;
  const value: unknown = typeof headers === 'object' && headers !== null ? Reflect.get(headers, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}
