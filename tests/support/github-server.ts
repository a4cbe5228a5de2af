import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

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
  token: string;
  issues: FakeIssue[];
  /** Method and path of each request. */
  asked: string[];
  meddle(mishap: (asked: string) => GithubMishap | undefined): void;
  /** Whether the token is a workflow's, which is no user. */
  isWorkflow: boolean;
  hasIssues: boolean;
  stop(): Promise<void>;
}

/**
 * GitHub's REST API as far as the desk uses it: the repository, the token's user, listing, making and changing issues. It
 * refuses what GitHub refuses: a missing or wrong token (401), another repository (404), issues that are turned off (410), an
 * unknown or malformed parameter (422), more than 100 a page. Parameters, statuses and fields were checked against GitHub's own
 * description of its API (`@octokit/openapi` 23.0.2) and its pages on rate limits; nothing was compared with GitHub itself.
 */
export async function startGithubServer(): Promise<GithubServer> {
  let meddling: (asked: string) => GithubMishap | undefined = () => undefined;
  const fake: GithubServer = {
    origin: '',
    repository: 'sehat/desk',
    token: 'ghs_planted0123456789abcdefghijklmnopqrst',
    issues: [],
    asked: [],
    isWorkflow: true,
    hasIssues: true,
    meddle(mishap) {
      meddling = mishap;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
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
    const [status, answer] = answerTo(fake, request, url, body);
    if (mishap?.kind === 'answer-lost') request.socket.destroy();
    else if (mishap?.kind === 'cut-off') cutOff(response, status, JSON.stringify(answer));
    else response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(answer));
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

function answerTo(fake: GithubServer, request: IncomingMessage, url: URL, body: string): Answer {
  const { authorization } = request.headers;
  if (authorization !== `Bearer ${fake.token}` && authorization !== `token ${fake.token}`)
    return [401, { message: 'Bad credentials' }];
  if (url.pathname === '/user')
    return fake.isWorkflow
      ? [403, { message: 'Resource not accessible by integration' }]
      : [200, { login: 'octocat', type: 'User' }];
  const [, place, rest = ''] = /^\/repos\/([\w.-]+\/[\w.-]+)(\/.*)?$/.exec(url.pathname) ?? [];
  if (place !== fake.repository) return [404, { message: 'Not Found' }];
  if (rest === '' && request.method === 'GET') return [200, { full_name: place, has_issues: fake.hasIssues }];
  if (!rest.startsWith('/issues')) return [404, { message: 'Not Found' }];
  if (!fake.hasIssues) return [410, { message: 'Issues are disabled for this repo' }];
  if (rest === '/issues' && request.method === 'GET') return list(fake, url);
  if (rest === '/issues' && request.method === 'POST') return create(fake, parse(body));
  const number = Number(/^\/issues\/(\d+)$/.exec(rest)?.[1]);
  const issue = fake.issues.find((one) => one.number === number);
  if (!issue || request.method !== 'PATCH') return [404, { message: 'Not Found' }];
  return change(issue, parse(body));
}

const LIST_PARAMETERS = ['labels', 'state', 'sort', 'direction', 'per_page', 'page', 'since', 'creator'];

function list({ issues }: GithubServer, { searchParams }: URL): Answer {
  const unknown = [...searchParams.keys()].find((name) => !LIST_PARAMETERS.includes(name));
  const size = Number(searchParams.get('per_page') ?? 30);
  const page = Number(searchParams.get('page') ?? 1);
  const state = searchParams.get('state') ?? 'open';
  if (unknown || !['open', 'closed', 'all'].includes(state) || !(size >= 1 && size <= 100) || !(page >= 1))
    return [422, { message: 'Validation Failed', errors: [] }];
  const labels = (searchParams.get('labels') ?? '').split(',').filter((label) => label !== '');
  const found = issues
    .filter((issue) => state === 'all' || issue.state === state)
    .filter((issue) => labels.every((label) => issue.labels.some(({ name }) => name === label)))
    .toSorted((a, b) => b.number - a.number);
  return [200, found.slice((page - 1) * size, page * size)];
}

function create(fake: GithubServer, { title, body, labels, ...more }: Record<string, unknown>): Answer {
  const isRight =
    typeof title === 'string' &&
    title !== '' &&
    typeof body === 'string' &&
    body.length <= 65_536 &&
    Array.isArray(labels) &&
    Object.keys(more).length === 0;
  if (!isRight) return [422, { message: 'Validation Failed', errors: [] }];
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
  return [201, issue];
}

function change(issue: FakeIssue, { body, state, state_reason: why, ...more }: Record<string, unknown>): Answer {
  const isRight =
    (body === undefined || typeof body === 'string') &&
    (state === undefined || state === 'open' || state === 'closed') &&
    (why === undefined || ['completed', 'not_planned', 'duplicate', 'reopened'].includes(String(why))) &&
    Object.keys(more).length === 0;
  if (!isRight) return [422, { message: 'Validation Failed', errors: [] }];
  if (typeof body === 'string') issue.body = body;
  if (state === 'open' || state === 'closed') issue.state = state;
  if (why !== undefined) issue.state_reason = String(why);
  return [200, issue];
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
