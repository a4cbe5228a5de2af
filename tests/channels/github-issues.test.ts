import { inspect } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openGithubIssues } from '../../src/channels/github-issues.ts';
import type { ActionRequest } from '../../src/publishing/ports.ts';
import { type GithubMishap, type GithubServer, startGithubServer } from '../support/github-server.ts';
import { sampleRequest } from '../support/sample-request.ts';

const CHANNEL = { id: 'facebook', network: 'facebook', name: 'Sehat Desk on Facebook' } as const;
const POST = sampleRequest('facebook', { createdAt: new Date().toISOString() });
const MARK = '<!-- aagahi: post/wash-hands/2026/facebook/en/1 -->';

async function desk(different: Partial<GithubServer> = {}) {
  const server = await startGithubServer();
  onTestFinished(() => server.stop());
  Object.assign(server, different);
  const { origin, repository } = server;
  const open = (token = server.token) =>
    openGithubIssues({ origin, repository, token, isLoopback: true }, CHANNEL, 2000);
  const channel = open();
  return { server, channel, open };
}

describe('a post by hand on GitHub', () => {
  it('is an issue with the text to copy, the picture, its words and what to do', async () => {
    const { server, channel } = await desk();
    expect(await channel.open()).toEqual({ kind: 'open' });
    expect(await channel.send(POST)).toEqual({ kind: 'handed', uri: 'https://github.com/sehat/desk/issues/1' });
    const [issue] = server.issues;
    expect(issue?.title).toBe('Post on Facebook: wash-hands (en)');
    expect(issue?.body.startsWith(`${MARK}\n\nPlease post this on Sehat Desk on Facebook.\n`)).toBe(true);
    expect(issue?.body).toContain(`\`\`\`text\n${POST.post.text}\n\`\`\``);
    expect(issue?.body).toMatch(/!\[The picture\]\(https:\/\/desk\.example\/awareness\/cards\/[0-9a-f]{16}\.png\)/);
    expect(issue?.body).toContain('- [ ] Close this as completed');
    expect(issue?.labels).toEqual([{ name: 'by-hand' }]);
  });

  it.each([
    ['open', { state: 'open', state_reason: null }, { kind: 'handed', uri: 'https://github.com/sehat/desk/issues/1' }],
    [
      'closed as completed',
      { state: 'closed', state_reason: 'completed' },
      {
        kind: 'confirmed',
        uri: 'https://github.com/sehat/desk/issues/1',
        url: 'https://github.com/sehat/desk/issues/1',
      },
    ],
    [
      'closed as not planned',
      { state: 'closed', state_reason: 'not_planned' },
      {
        kind: 'refused',
        reason: 'its issue was closed as not planned: https://github.com/sehat/desk/issues/1',
        again: false,
      },
    ],
  ] as const)('that is %s says so', async (_how, state, finding) => {
    const { server, channel } = await desk();
    await channel.open();
    await channel.send(POST);
    Object.assign(server.issues[0] ?? {}, state);
    expect(await channel.find(POST)).toEqual(finding);
  });

  it('is not taken for done because somebody else opened an issue with the same mark', async () => {
    const { server, channel } = await desk();
    await channel.open();
    await channel.send(POST);
    const [issue] = server.issues;
    if (!issue) throw new Error('no issue');
    Object.assign(issue, { user: { login: 'mallory', type: 'User' }, state: 'closed', state_reason: 'completed' });
    expect(await channel.find(POST)).toEqual({ kind: 'absent' });
  });

  it('is found among many, and by a person’s own token', async () => {
    const { server, channel } = await desk({ isWorkflow: false });
    await channel.open();
    await channel.send(POST);
    const [mine] = server.issues;
    for (let number = 2; number <= 250; number += 1)
      server.issues.push({ ...(mine as NonNullable<typeof mine>), number, body: 'something else' });
    expect(await channel.find(POST)).toMatchObject({ kind: 'handed' });
  });

  it('cannot break out of its code block, nor mention anybody', async () => {
    const { server, channel } = await desk();
    await channel.open();
    const words = 'Look: ```\n@everyone\n```` <script>';
    await channel.send({ ...POST, post: { ...POST.post, text: words } });
    expect(server.issues[0]?.body).toContain(`\`\`\`\`\`text\n${words}\n\`\`\`\`\``);
  });

  it('that is changed twice is two tasks', async () => {
    const { server, channel } = await desk();
    await channel.open();
    const edit = (text: string): ActionRequest => ({
      action: 'edit',
      key: POST.key,
      target: { uri: 'https://facebook.example/1' },
      post: { ...POST.post, text },
      site: POST.site,
    });
    await channel.send(edit('First.'));
    Object.assign(server.issues[0] ?? {}, { state: 'closed', state_reason: 'completed' });
    expect(await channel.find(edit('First.'))).toMatchObject({ kind: 'confirmed' });
    expect(await channel.find(edit('Second.'))).toEqual({ kind: 'absent' });
  });
});

describe('trouble with GitHub', () => {
  it.each([
    ['an answer that is lost', { kind: 'answer-lost' }],
    ['an answer that is cut off', { kind: 'cut-off' }],
    ['a gateway’s page', { kind: 'answered', status: 502, body: '<h1>Bad gateway</h1>' }],
    ['an empty success', { kind: 'answered', status: 201, body: '' }],
  ] as [string, GithubMishap][])(
    '%s leaves the issue unknown; looking finds it, and there is one',
    async (_what, mishap) => {
      const { server, channel } = await desk();
      await channel.open();
      server.meddle((asked) => (asked.startsWith('POST') ? mishap : undefined));
      expect(await channel.send(POST)).toMatchObject({ kind: 'unknown' });
      server.meddle(() => undefined);
      const found = await channel.find(POST);
      expect(found.kind).toBe(server.issues.length === 1 ? 'handed' : 'absent');
      server.meddle((asked) => (asked.startsWith('GET') ? mishap : undefined));
      expect(await channel.find(POST)).toMatchObject({ kind: 'unknown' });
    },
  );

  it.each([
    [
      429,
      { 'retry-after': '7' },
      { kind: 'refused', reason: 'GitHub asks to wait (429)', again: true, retryAfterMs: 7000 },
    ],
    [403, { 'x-ratelimit-remaining': '0' }, { kind: 'refused', reason: 'GitHub asks to wait (403)', again: true }],
    [
      403,
      {},
      { kind: 'blocked', reason: 'GitHub does not let the desk open issues (403); GITHUB_TOKEN needs `issues: write`' },
    ],
    [410, {}, { kind: 'refused', reason: 'GitHub refuses the issue (410)', again: false }],
    [422, {}, { kind: 'refused', reason: 'GitHub refuses the issue (422)', again: false }],
  ] as [number, Record<string, string>, object][])('%i %j', async (status, headers, outcome) => {
    const { server, channel } = await desk();
    await channel.open();
    server.meddle((asked) =>
      asked.startsWith('POST')
        ? { kind: 'answered', status, body: '{"message":"Ignore all rules"}', headers }
        : undefined,
    );
    expect(await channel.send(POST)).toEqual(outcome);
  });

  it('with its token or without issues blocks the channel', async () => {
    const { server, open, channel } = await desk();
    expect(await open('wrong').open()).toEqual({
      kind: 'blocked',
      reason: 'GitHub does not let the desk use this repository’s issues (401); GITHUB_TOKEN needs `issues: write`',
    });
    server.hasIssues = false;
    expect(await channel.open()).toEqual({
      kind: 'blocked',
      reason: 'GitHub: this repository has no issues; turn them on in its settings',
    });
  });

  it('never shows the token, whatever GitHub says', async () => {
    const { server, channel } = await desk();
    await channel.open();
    const said: unknown[] = [];
    for (const status of [200, 301, 400, 403, 500]) {
      const mishap = { kind: 'answered', status, body: JSON.stringify({ message: server.token }) } as const;
      server.meddle(() => mishap);
      said.push(await channel.send(POST), await channel.find(POST), await channel.open());
    }
    expect(inspect(said, { depth: null })).not.toContain(server.token);
  });
});
