import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { faultsInAnswer, githubExample } from './github-description.ts';
import { commitsOf, type FakePull, onePull, pullsOfCommit, reviewsOf, user } from './github-pulls.ts';

/** An issue as the fake keeps it: the fields that the desk reads. */
export interface FakeIssue {
  number: number;
  html_url: string;
  state: 'open' | 'closed';
  state_reason: string | null;
  title: string;
  body: string;
  labels: { name: string }[];
  user: { login: string; type: string };
  created_at: string;
}

/** What happens to one request. */
export type GithubMishap =
  /** Carried out, and its answer lost. */
  | { kind: 'answer-lost' }
  /** Carried out, and its answer cut off in the middle. */
  | { kind: 'cut-off' }
  | { kind: 'answered'; status: number; body: string; headers?: Record<string, string> };

export interface GithubServer {
  origin: string;
  repository: string;
  defaultBranch: string;
  token: string;
  issues: FakeIssue[];
  pulls: FakePull[];
  /** Method and path of each request. */
  asked: string[];
  meddle(mishap: (asked: string) => GithubMishap | undefined): void;
  /** Whether the token is a workflow's, which is no user. */
  isWorkflow: boolean;
  hasIssues: boolean;
  /** Whether the token may see pull requests. */
  readsPulls: boolean;
  /** Throws where an answer was not of the form that GitHub's description gives it. */
  stop(): Promise<void>;
}

/**
 * GitHub's REST API as far as the desk uses it: the repository, the token's user, listing, making and changing issues, pull
 * requests with their reviews and commits. It refuses what GitHub refuses: a missing or wrong token (401), what the token may
 * not see (403), another repository, issue or pull request (404), issues that are turned off (410), an unknown or malformed
 * parameter and more than 100 a page (422). Each answer is GitHub's own example with the test's values, held against its
 * description of its API (`@octokit/openapi` 23.0.2); how commits belong to pull requests follows its documentation. Nothing
 * was compared with GitHub itself.
 */
export async function startGithubServer(): Promise<GithubServer> {
  let meddling: (asked: string) => GithubMishap | undefined = () => undefined;
  const faults: string[] = [];
  const fake: GithubServer = {
    origin: '',
    repository: 'sehat/desk',
    defaultBranch: 'main',
    token: 'ghs_planted0123456789abcdefghijklmnopqrst',
    issues: [],
    pulls: [],
    asked: [],
    isWorkflow: true,
    hasIssues: true,
    readsPulls: true,
    meddle(mishap) {
      meddling = mishap;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      if (faults.length > 0) throw new Error(`GitHub would not answer like this:\n${faults.join('\n')}`);
    },
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const asked = `${request.method} ${url.pathname}`;
    fake.asked.push(asked);
    const mishap = meddling(asked);
    const body = await bodyOf(request);
    if (mishap?.kind === 'answered') {
      response.writeHead(mishap.status, { 'content-type': 'application/json; charset=utf-8', ...mishap.headers });
      response.end(mishap.body);
      return;
    }
    const { route, answer } = answerTo(fake, request, url, body);
    const [status, said] = answer;
    if (route !== undefined) faults.push(...faultsInAnswer(request.method ?? '', route, status, said));
    if (mishap?.kind === 'answer-lost') request.socket.destroy();
    else if (mishap?.kind === 'cut-off') cutOff(response, status, JSON.stringify(said));
    else response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(said));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  fake.origin = `http://127.0.0.1:${address.port}`;
  return fake;
}

function cutOff(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(text.length + 100),
  });
  response.write(text.slice(0, text.length / 2), () => response.destroy());
}

type Answer = [status: number, body: object];

const REPOSITORY = '/repos/{owner}/{repo}';
const NOT_FOUND: Answer = [404, { message: 'Not Found' }];

/** The answer, and the request as GitHub's description names it, where it has one. */
function answerTo(
  fake: GithubServer,
  request: IncomingMessage,
  url: URL,
  body: string,
): { route: string | undefined; answer: Answer } {
  const { authorization } = request.headers;
  const [, place, rest = ''] = /^\/repos\/([\w.-]+\/[\w.-]+)(\/.*)?$/.exec(url.pathname) ?? [];
  const route = url.pathname === '/user' ? '/user' : place === undefined ? undefined : `${REPOSITORY}${namesIn(rest)}`;
  const answer = (): Answer => {
    if (authorization !== `Bearer ${fake.token}` && authorization !== `token ${fake.token}`)
      return [401, { message: 'Bad credentials' }];
    if (route === '/user') return whoAmI(fake);
    if (place !== fake.repository) return NOT_FOUND;
    if (rest === '' && request.method === 'GET') return [200, theRepository(fake)];
    if (/^\/(pulls|commits)\//.test(rest) && request.method === 'GET') return pullAnswer(fake, rest, url);
    if (!rest.startsWith('/issues')) return NOT_FOUND;
    if (!fake.hasIssues) return [410, { message: 'Issues are disabled for this repo' }];
    if (rest === '/issues' && request.method === 'GET') return list(fake, url);
    if (rest === '/issues' && request.method === 'POST') return create(fake, parse(body));
    const number = Number(/^\/issues\/(\d+)$/.exec(rest)?.[1]);
    const issue = fake.issues.find((one) => one.number === number);
    if (!issue || request.method !== 'PATCH') return NOT_FOUND;
    return change(issue, parse(body));
  };
  return { route, answer: answer() };
}

function namesIn(rest: string): string {
  return rest
    .replace(/^\/commits\/[^/]+/, '/commits/{commit_sha}')
    .replace(/^\/pulls\/[^/]+/, '/pulls/{pull_number}')
    .replace(/^\/issues\/[^/]+/, '/issues/{issue_number}');
}

function whoAmI({ isWorkflow }: GithubServer): Answer {
  return isWorkflow
    ? [403, { message: 'Resource not accessible by integration' }]
    : [200, githubExample('private-user-response-with-public-profile-information')];
}

function theRepository({ repository, hasIssues }: GithubServer): object {
  const {
    source: _source,
    parent: _parent,
    ...example
  } = githubExample<Record<string, unknown>>('full-repository-default-response');
  return { ...example, full_name: repository, has_issues: hasIssues, language: null };
}

function pullAnswer(fake: GithubServer, rest: string, { searchParams }: URL): Answer {
  if (!fake.readsPulls) return [403, { message: 'Resource not accessible by integration' }];
  const [, commit] = /^\/commits\/([^/]+)\/pulls$/.exec(rest) ?? [];
  if (commit !== undefined) return paged(pullsOfCommit(fake, commit), searchParams);
  const [, number, part = ''] = /^\/pulls\/(\d+)(?:\/(\w+))?$/.exec(rest) ?? [];
  const pull = fake.pulls.find((one) => one.number === Number(number));
  if (!pull) return NOT_FOUND;
  switch (part) {
    case '':
      return [200, onePull(fake, pull)];
    case 'reviews':
      return paged(reviewsOf(fake, pull), searchParams);
    case 'commits':
      return paged(commitsOf(fake, pull), searchParams);
    default:
      return NOT_FOUND;
  }
}

const INVALID: Answer = [
  422,
  { message: 'Validation Failed', errors: [], documentation_url: 'https://docs.github.com/rest' },
];

/** A page of a list; with parameters that every list has and `others`. */
function paged(whole: readonly object[], searchParams: URLSearchParams, others: readonly string[] = []): Answer {
  const isKnown = [...searchParams.keys()].every((name) => ['per_page', 'page', ...others].includes(name));
  const size = Number(searchParams.get('per_page') ?? 30);
  const page = Number(searchParams.get('page') ?? 1);
  if (!isKnown || !(size >= 1 && size <= 100) || !(page >= 1)) return INVALID;
  return [200, whole.slice((page - 1) * size, page * size)];
}

function list({ issues }: GithubServer, { searchParams }: URL): Answer {
  const state = searchParams.get('state') ?? 'open';
  if (!['open', 'closed', 'all'].includes(state)) return INVALID;
  const labels = (searchParams.get('labels') ?? '').split(',').filter((label) => label !== '');
  const found = issues
    .filter((issue) => state === 'all' || issue.state === state)
    .filter((issue) => labels.every((label) => issue.labels.some(({ name }) => name === label)))
    .toSorted((a, b) => b.number - a.number);
  return paged(found.map(wholeIssue), searchParams, ['labels', 'state', 'sort', 'direction', 'since', 'creator']);
}

function wholeIssue({ labels, user: by, ...issue }: FakeIssue): object {
  const example = githubExample<Record<string, unknown>>('issue');
  const label = (example.labels as object[])[0];
  return {
    ...example,
    ...issue,
    labels: labels.map(({ name }) => ({ ...label, name })),
    user: user(by.login, by.type === 'Bot' ? 'Bot' : 'User'),
  };
}

function create(fake: GithubServer, { title, body, labels, ...more }: Record<string, unknown>): Answer {
  const isRight =
    typeof title === 'string' &&
    title !== '' &&
    typeof body === 'string' &&
    body.length <= 65_536 &&
    Array.isArray(labels) &&
    Object.keys(more).length === 0;
  if (!isRight) return INVALID;
  const number = fake.issues.length + 1;
  const issue: FakeIssue = {
    number,
    html_url: `https://github.com/${fake.repository}/issues/${number}`,
    state: 'open',
    state_reason: null,
    title,
    body,
    labels: labels.map((name) => ({ name: String(name) })),
    user: fake.isWorkflow ? { login: 'github-actions[bot]', type: 'Bot' } : { login: 'octocat', type: 'User' },
    created_at: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
  };
  fake.issues.push(issue);
  return [201, wholeIssue(issue)];
}

function change(issue: FakeIssue, { body, state, state_reason: why, ...more }: Record<string, unknown>): Answer {
  const isRight =
    (body === undefined || typeof body === 'string') &&
    (state === undefined || state === 'open' || state === 'closed') &&
    (why === undefined || ['completed', 'not_planned', 'duplicate', 'reopened'].includes(String(why))) &&
    Object.keys(more).length === 0;
  if (!isRight) return INVALID;
  if (typeof body === 'string') issue.body = body;
  if (state === 'open' || state === 'closed') issue.state = state;
  if (why !== undefined) issue.state_reason = String(why);
  return [200, wholeIssue(issue)];
}

function parse(body: string): Record<string, unknown> {
  try {
    return JSON.parse(body) as Record<string, unknown>;
  } catch {
    return {};
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const piece of request.setEncoding('utf8')) body += piece;
  return body;
}
