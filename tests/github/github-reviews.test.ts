import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { githubReviews } from '../../src/github/github-reviews.ts';
import { BOTH, NEITHER, soap, verdict, verdictHere } from '../support/approval-verdict.ts';
import type { GithubMishap } from '../support/github-server.ts';
import { reviewedDesk } from '../support/reviewed-desk.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('a desk that cannot read', () => {
  const UNREAD = 'its approvals cannot be read, and nothing leaves without them:';

  async function approvedDesk() {
    const desk = await reviewedDesk();
    const pull = desk.open(soap());
    pull.review('sana-edits', 'APPROVED');
    pull.review('hina-md', 'APPROVED');
    pull.merge();
    return desk;
  }

  it.each([
    ['is cut off', { kind: 'cut-off' }, 'GitHub did not answer clearly (an answer that cannot be read)'],
    ['is lost', { kind: 'answer-lost' }, 'GitHub did not answer clearly (no answer)'],
    [
      'is a gateway’s page',
      { kind: 'answered', status: 502, body: '<h1>Bad gateway</h1>' },
      'GitHub did not answer clearly (502)',
    ],
    ['is an error of its own', { kind: 'answered', status: 500, body: '{}' }, 'GitHub did not answer clearly (500)'],
    [
      'is no list',
      { kind: 'answered', status: 200, body: '{}' },
      'GitHub did not answer clearly (an answer that cannot be read)',
    ],
    [
      'is of another form',
      { kind: 'answered', status: 200, body: '[{"number":1}]' },
      'GitHub did not answer clearly (an answer that cannot be read)',
    ],
    [
      'asks to wait',
      { kind: 'answered', status: 429, body: '{}', headers: { 'retry-after': '60' } },
      'GitHub asks to wait (429)',
    ],
    [
      'is that the hour’s requests are used up',
      { kind: 'answered', status: 403, body: '{}', headers: { 'x-ratelimit-remaining': '0' } },
      'GitHub asks to wait (403)',
    ],
    [
      'is a refusal',
      { kind: 'answered', status: 403, body: '{}' },
      'GitHub does not let the desk read reviews (403); GITHUB_TOKEN needs `pull-requests: read`',
    ],
    [
      'is that there is nothing',
      { kind: 'answered', status: 404, body: '{}' },
      'GitHub does not have what was asked for (404)',
    ],
  ] as [string, GithubMishap, string][])('sends nothing where GitHub’s answer %s', async (_what, mishap, said) => {
    const desk = await approvedDesk();
    for (const part of ['/pulls', '/reviews', '/commits']) {
      desk.github.meddle((asked) => (asked.endsWith(part) ? mishap : undefined));
      expect(await verdict(desk)).toBe(`${UNREAD} ${said}`);
    }
    desk.github.meddle(() => undefined);
    expect(await verdict(desk)).toBe(BOTH);
  });

  it('sends nothing with a wrong token, or one that may not read pull requests', async () => {
    const desk = await approvedDesk();
    desk.github.readsPulls = false;
    const said = (status: number) =>
      `${UNREAD} GitHub does not let the desk read reviews (${status}); GITHUB_TOKEN needs \`pull-requests: read\``;
    expect(await verdict(desk)).toBe(said(403));
    desk.update();
    const wrong = { ...desk, github: { ...desk.github, token: 'wrong' } };
    expect(await verdictHere(wrong)).toBe(said(401));
  });

  it('sends nothing by a list that has no end, nor by more lists than a run may read', async () => {
    const desk = await approvedDesk();
    const [pull] = desk.github.pulls;
    const review = pull?.reviews[0];
    if (!pull || !review) throw new Error('there is no review');
    for (let number = 0; number < 2000; number += 1) pull.reviews.push({ ...review, login: `reader-${number}` });
    expect(await verdict(desk)).toBe(`${UNREAD} GitHub did not answer clearly (a list that is too long)`);
    const { origin, repository, token } = desk.github;
    const reviews = githubReviews({ origin, repository, token, isLoopback: true }, { mostLists: 1 });
    expect((await reviews.pull(1)).number).toBe(1);
    expect((await reviews.pull(1)).number).toBe(1);
    await expect(reviews.commitsOf({ ...(await reviews.pull(1)), number: 2 })).rejects.toThrow(
      'there is more to read on GitHub than one run may; the next goes on',
    );
  });

  it('sends nothing from a shallow checkout, nor from none', async () => {
    const desk = await approvedDesk();
    desk.update();
    const shallow = temporaryFolder();
    desk.git('clone', '--quiet', '--depth=1', `file://${desk.folder}`, path.join(shallow, 'desk'));
    expect(await verdictHere({ ...desk, folder: path.join(shallow, 'desk') })).toBe(
      `${UNREAD} this checkout has only a part of its history; check out with \`fetch-depth: 0\``,
    );
    rmSync(path.join(shallow, 'desk/.git'), { recursive: true });
    expect(await verdictHere({ ...desk, folder: path.join(shallow, 'desk') })).toBe(
      `${UNREAD} this folder is no git checkout, which the reviews of its content are found by`,
    );
  });

  it('sends nothing where a reviewed commit cannot be asked for', async () => {
    const desk = await approvedDesk();
    desk.update();
    Object.assign(desk.github.pulls[0]?.reviews[0] ?? {}, { commit: 'e'.repeat(40) });
    desk.git('-C', desk.folder, 'remote', 'set-url', 'origin', '/nowhere/at/all.git');
    expect(await verdictHere(desk)).toBe(
      `${UNREAD} commit eeeeeee cannot be fetched from \`origin\`: there is no such repository, or the credentials do not open it`,
    );
  });

  it('asks GitHub nothing where nothing is due, and little where something is', async () => {
    const desk = await approvedDesk();
    expect(await verdict(desk, { now: '2026-12-01T08:00:00+05:00' })).toBe('due 2026-12-01 09:00');
    expect(desk.github.asked).toEqual([]);
    await verdict(desk);
    const short = desk.github.asked.map((line) => line.replace(/[0-9a-f]{40}/, '…'));
    expect(short).toEqual([
      'GET /repos/sehat/desk/commits/…/pulls',
      'GET /repos/sehat/desk/pulls/1/commits',
      'GET /repos/sehat/desk/commits/…/pulls',
      'GET /repos/sehat/desk/pulls/1/reviews',
    ]);
  });

  it('sends nothing that was changed in this folder and not committed', async () => {
    const desk = await approvedDesk();
    desk.update();
    const file = path.join(desk.folder, 'content/campaigns/clean-hands/posts/soap/en.mdx');
    writeFileSync(file, readFileSync(file, 'utf8').replace('soap.', 'bleach.'));
    expect(await verdictHere(desk)).toBe(
      `${NEITHER} (what is in this folder is not what is committed: its words, page or sources are others there)`,
    );
  });
});
