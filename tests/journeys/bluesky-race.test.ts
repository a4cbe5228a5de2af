import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BlueskyServer, startBlueskyServer } from '../support/bluesky-server.ts';
import { type Ended, type SendingDesk, sendingDesk } from '../support/sending-desk.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

// Runs that know nothing of each other, each in a checkout of its own, with one ledger on a branch between them.

const root = path.resolve(import.meta.dirname, '../..');
const PUBLISHERS = 8;
const POSTS = 5;

let server: BlueskyServer;
beforeAll(async () => {
  server = await startBlueskyServer();
});
afterAll(() => server.stop());

function git(folder: string, ...words: string[]): string {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@desk.example', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...who, ...words], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

async function send(desk: SendingDesk, folder: string, ...words: string[]): Promise<Ended> {
  const program = path.join(root, 'scripts/send.ts');
  const now = ['--now', '2026-12-01T10:00:00+05:00'];
  const child = spawn(process.execPath, [program, '--ledger', 'git:ledger', ...now, ...words], {
    cwd: folder,
    env: desk.environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said.err += text;
  });
  await once(child, 'close');
  return { code: child.exitCode, ...said };
}

describe('eight publishers with one ledger', () => {
  it('post each post once, together', async () => {
    const desk = sendingDesk();
    desk.connect(server.secret());
    const ids = Array.from({ length: POSTS }, (_, index) => `race-${index + 1}`);
    desk.write(...ids.map((id) => ({ id, text: `Words of ${id}.`, urdu: `${id} کے الفاظ۔` })));
    await desk.approve(...ids);
    const folder = temporaryFolder();
    const remote = path.join(folder, 'remote.git');
    git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', remote);
    git(desk.folder, 'init', '--quiet', '--initial-branch=main');
    git(desk.folder, 'add', 'content');
    git(desk.folder, 'commit', '--quiet', '-m', 'content');
    git(desk.folder, 'remote', 'add', 'origin', remote);
    git(desk.folder, 'push', '--quiet', 'origin', 'main');

    const first = await send(desk, desk.folder);
    expect(first).toMatchObject({ code: 2 });
    expect(first.err).toContain('`origin` has no branch `ledger` for the ledger.');
    expect(await server.posts()).toEqual([]);

    const checkouts = Array.from({ length: PUBLISHERS }, (_, index) => {
      const checkout = path.join(folder, `publisher-${index}`);
      git(folder, 'clone', '--quiet', '--depth=1', `file://${remote}`, checkout);
      cpSync(path.join(desk.folder, '.aagahi'), path.join(checkout, '.aagahi'), { recursive: true });
      return checkout;
    });
    const ended = await Promise.all(checkouts.map((checkout) => send(desk, checkout, '--init-ledger')));
    expect(ended.map(({ code, err }) => `${code} ${err}`)).toEqual(Array.from({ length: PUBLISHERS }, () => '0 '));
    const posts = (await server.posts()).map(({ value }) => value.text).toSorted();
    expect(posts).toHaveLength(2 * POSTS);
    expect(new Set(posts).size).toBe(2 * POSTS);
    const sent = ended.map(({ out }) => out.match(/^sent /gm)?.length ?? 0);
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(2 * POSTS);

    // A handful of pushes: the branch, the claim, and what came of it.
    git(desk.folder, 'fetch', '--quiet', 'origin', 'ledger');
    expect(git(desk.folder, 'log', '--format=%s', 'FETCH_HEAD').trim().split('\n').length).toBeLessThanOrEqual(
      2 * PUBLISHERS,
    );
    expect(git(desk.folder, 'status', '--porcelain', '--untracked-files=no')).toBe('');

    const [late = ''] = checkouts;
    rmSync(path.join(late, '.aagahi/git-ledger'), { recursive: true, force: true });
    expect((await send(desk, late)).out).toContain('0 sent');
    expect(await server.posts()).toHaveLength(2 * POSTS);
  });
});
