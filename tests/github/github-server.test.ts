import { describe, expect, it, onTestFinished } from 'vitest';
import { faultsInAnswer } from '../support/github-description.ts';
import type { FakePull } from '../support/github-pulls.ts';
import { startGithubServer } from '../support/github-server.ts';

const SHA = 'a'.repeat(40);
const PULL: FakePull = {
  number: 7,
  author: 'octocat',
  into: 'main',
  head: SHA,
  state: 'closed',
  mergedAt: '2026-11-20T06:00:00Z',
  mergeCommit: 'b'.repeat(40),
  landed: ['b'.repeat(40)],
  commits: [
    {
      sha: SHA,
      author: null,
      committer: 'web-flow',
      written: { name: 'a', email: 'a@b.c', date: '2026-11-20T06:00:00Z' },
      parents: ['c'.repeat(40)],
      message: 'm',
    },
  ],
  reviews: [
    { login: null, state: 'APPROVED', at: '2026-11-20T06:00:00Z', commit: null },
    { login: 'hina', state: 'PENDING', at: '', commit: SHA },
  ],
};

async function ask() {
  const server = await startGithubServer();
  server.pulls.push(PULL);
  const get = async (path: string, token = server.token) => {
    const answer = await fetch(`${server.origin}${path}`, { headers: { authorization: `Bearer ${token}` } });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown>[] };
  };
  return { server, get };
}

describe('the fake GitHub', () => {
  it('answers as GitHub’s description of its API has it', async () => {
    const { server, get } = await ask();
    const place = '/repos/sehat/desk';
    for (const path of ['', '/issues', `/commits/${SHA}/pulls`, '/pulls/7', '/pulls/7/reviews', '/pulls/7/commits'])
      expect((await get(`${place}${path}`)).status, path).toBe(200);
    await server.stop();
  });

  it('is found out where it does not', async () => {
    const { server, get } = await ask();
    server.pulls.push({
      ...PULL,
      number: 8,
      reviews: [{ login: 'hina', state: 7 as never, at: 'yesterday', commit: SHA }],
    });
    await get('/repos/sehat/desk/pulls/8/reviews');
    await expect(server.stop()).rejects.toThrow(
      'GitHub would not answer like this:\nGET /repos/{owner}/{repo}/pulls/{pull_number}/reviews 200: /0/state must be string\nGET /repos/{owner}/{repo}/pulls/{pull_number}/reviews 200: /0/submitted_at must match format "date-time"',
    );
  });

  it.each([
    ['/repos/sehat/desk/pulls/9', 404],
    ['/repos/sehat/desk/pulls/9/reviews', 404],
    ['/repos/sehat/other/pulls/7', 404],
    ['/repos/sehat/desk/pulls/7/reviews?per_page=101', 422],
    ['/repos/sehat/desk/pulls/7/commits?state=all', 422],
    [`/repos/sehat/desk/commits/${SHA}/pulls?page=0`, 422],
  ])('refuses %s with %i', async (path, status) => {
    const { server, get } = await ask();
    onTestFinished(() => server.stop());
    expect((await get(path)).status).toBe(status);
    expect((await get(path, 'wrong')).status).toBe(401);
  });

  it('says of a commit which pull request brought it, or which it is part of', async () => {
    const { server, get } = await ask();
    onTestFinished(() => server.stop());
    const draft: FakePull = { ...PULL, number: 8, state: 'open', mergedAt: null, mergeCommit: null, landed: [] };
    server.pulls.push(draft);
    const numbers = async (sha: string) =>
      (await get(`/repos/sehat/desk/commits/${sha}/pulls`)).body.map(({ number }) => number);
    expect(await numbers('b'.repeat(40))).toEqual([7]);
    expect(await numbers(SHA)).toEqual([7, 8]);
    expect(await numbers('d'.repeat(40))).toEqual([]);
  });
});

describe('GitHub’s description', () => {
  it('knows no answer of a request that there is not', () => {
    expect(faultsInAnswer('GET', '/repos/{owner}/{repo}/approvals', 200, [])).toEqual([
      "GET /repos/{owner}/{repo}/approvals 200: GitHub's description does not know this answer",
    ]);
  });
});
