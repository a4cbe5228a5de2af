// A hundred due posts to Bluesky's reference server, with a ledger in a folder and one on a branch; beside it, a program
// that posts the same with the same client and keeps no memory at all.
//   npm run bench -- publish      or: node tests/bench/publish.ts [POSTS]
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkedContent } from '../../scripts/checked-content.ts';
import { recordLocalApproval } from '../../scripts/local-approvals.ts';
import { connectDesk, planUnasked } from '../../scripts/planned-content.ts';
import { approvalName } from '../../src/approvals/approval-gate.ts';
import { EMPTY_LEDGER } from '../../src/ledger/entry.ts';
import { toEpochMs } from '../../src/model/time.ts';
import { startBlueskyServer } from '../support/bluesky-server.ts';
import { deskFiles, postFile } from '../support/desk-files.ts';
import { benchFolder, machine, ROOT, ratio, table } from './measure.ts';

const NOW = '2026-12-01T10:00:00+05:00';
const count = Number(process.argv[2] ?? 100);
const server = await startBlueskyServer();
try {
  const rows = [];
  const plain = seconds(() => plainly(server.url, server.secret()));
  rows.push(['the client alone, no memory', count, plain.toFixed(2), (count / plain).toFixed(1), '1.00', '–']);
  for (const [name, isGit] of [
    ['npm run send, ledger in a folder', false],
    ['npm run send, ledger on a branch', true],
  ] as const) {
    const desk = await makeDesk(name, isGit);
    const words = isGit ? ['--ledger', 'git:ledger', '--init-ledger'] : [];
    const took = seconds(() => send(desk, words));
    const pushes = isGit ? String(commitsOf(desk)) : '–';
    rows.push([name, count, took.toFixed(2), (count / took).toFixed(1), ratio(took, plain), pushes]);
  }
  const posts = await server.posts();
  process.stdout.write(
    `${machine()}\n${table(
      ['', 'posts', 'seconds', 'a second', 'ratio', 'pushes'],
      rows.map((row) => row.map(String)),
    )}\n${posts.length} posts are there.\n`,
  );
} finally {
  await server.stop();
}

function seconds(work: () => void): number {
  const startedAt = performance.now();
  work();
  return (performance.now() - startedAt) / 1000;
}

function send(desk: string, words: readonly string[]): void {
  const env = { ...process.env, AAGAHI_CHANNEL_BLUESKY: server.secret() };
  const program = path.join(ROOT, 'scripts/send.ts');
  const { status, stderr } = spawnSync(process.execPath, [program, '--now', NOW, ...words], {
    cwd: desk,
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}

async function makeDesk(name: string, isGit: boolean): Promise<string> {
  const desk = benchFolder(`publish-${isGit ? 'git' : 'folder'}`);
  rmSync(desk, { recursive: true, force: true });
  const write = (file: string, text: string) => {
    const full = path.join(desk, 'content', file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, text);
  };
  for (const [file, text] of Object.entries(deskFiles(false))) write(file, text);
  for (let index = 1; index <= count; index += 1) {
    const id = `${isGit ? 'git' : 'folder'}-${index}`;
    write(`campaigns/clean-hands/posts/${id}/en.mdx`, postFile({ id, text: `Words of ${id}, ${name}.` }));
  }
  const now = toEpochMs(NOW);
  const { content } = await checkedContent({ root: desk, contentDir: 'content', now });
  if (!content) throw new Error('the content has faults');
  const plan = planUnasked(connectDesk({ root: desk, contentDir: 'content', content, ledger: EMPTY_LEDGER, now }));
  for (const planned of plan)
    if (planned.action === 'post' && planned.asks)
      recordLocalApproval(path.join(desk, '.aagahi/approvals.jsonl'), {
        name: approvalName(planned.asks),
        post: planned.key.item,
        by: 'amina',
        at: NOW,
      });
  if (isGit) {
    git(desk, 'init', '--quiet', '--bare', '--initial-branch=main', 'remote.git');
    git(desk, 'init', '--quiet', '--initial-branch=main');
    git(desk, 'remote', 'add', 'origin', path.join(desk, 'remote.git'));
  }
  return desk;
}

function commitsOf(desk: string): number {
  return Number(git(path.join(desk, 'remote.git'), 'rev-list', '--count', 'ledger'));
}

function git(folder: string, ...words: string[]): string {
  return execFileSync('git', words, { cwd: folder, encoding: 'utf8' }).trim();
}

/** What a user would otherwise write: sign in, post one after the other. */
function plainly(origin: string, secret: string): void {
  const { username, password } = new URL(secret);
  const program = `
    import { AtpAgent } from '@atproto/api';
    const agent = new AtpAgent({ service: ${JSON.stringify(origin)} });
    await agent.login({ identifier: ${JSON.stringify(username)}, password: ${JSON.stringify(password)} });
    for (let index = 1; index <= ${count}; index += 1) await agent.post({ text: 'Plain words ' + index, langs: ['en'] });
  `;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}
