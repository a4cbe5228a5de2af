import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BlueskyServer, startBlueskyServer } from '../support/bluesky-server.ts';
import { type Clone, cloneCheckout } from '../support/clone.ts';
import { type GithubServer, startGithubServer } from '../support/github-server.ts';
import { type JobResult, runWorkflowSteps } from '../support/run-workflow-steps.ts';
import { readWorkflow } from '../support/workflow.ts';

const HOUR_MS = 3_600_000;

let clone: Clone;
let bluesky: BlueskyServer;
let github: GithubServer;
let remote = '';

beforeAll(async () => {
  [bluesky, github] = await Promise.all([startBlueskyServer(), startGithubServer()]);
  clone = cloneCheckout();
  remote = `${clone.folder}-remote.git`;
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', remote]);
  clone.git('remote', 'add', 'origin', remote);
  onlyOnBluesky('hands-plain-soap', 'hands-twenty-seconds');
  dueNow('hands-plain-soap');
  clone.commit('a post that is due');
  clone.git('push', '--quiet', 'origin', 'main');
  approve('hands-plain-soap');
}, 60_000);

afterAll(async () => {
  clone.remove();
  rmSync(remote, { recursive: true, force: true });
  await Promise.all([bluesky.stop(), github.stop()]);
});

/** Leaves one campaign with these posts, for Bluesky alone: nothing else is then due, whatever day it is. */
function onlyOnBluesky(...posts: string[]): void {
  const campaigns = path.join(clone.folder, 'content/campaigns');
  for (const name of readdirSync(campaigns))
    if (name !== 'clean-hands') rmSync(path.join(campaigns, name), { recursive: true });
  const folder = path.join(campaigns, 'clean-hands/posts');
  for (const name of readdirSync(folder)) {
    if (!posts.includes(name)) rmSync(path.join(folder, name), { recursive: true });
    else
      for (const language of ['en', 'ur']) {
        const file = path.join(folder, name, `${language}.mdx`);
        const text = readFileSync(file, 'utf8').replace(/^channels: .*$/m, 'channels: [bluesky]');
        writeFileSync(file, notDue(text.replace(/^variants:\n(?: .*\n|\n)+/m, '')));
      }
  }
}

function notDue(text: string): string {
  const far = '{ daysFromStart: -366, time: "08:00" }';
  return text
    .replace(/publishAt: .*/, `publishAt: ${far}`)
    .replace(/expiresAt: .*/, `expiresAt: ${far.replace('08', '09')}`);
}

/** Moves one post to now. */
function dueNow(post: string): void {
  const file = path.join(clone.folder, 'content/campaigns/clean-hands/posts', post, 'en.mdx');
  const text = readFileSync(file, 'utf8');
  const at = (ms: number) => new Date(Date.now() + ms).toISOString().replace(/\.\d+Z$/, 'Z');
  writeFileSync(
    file,
    text
      .replace(/publishAt: .*/, `publishAt: "${at(-HOUR_MS / 2)}"`)
      .replace(/expiresAt: .*/, `expiresAt: "${at(HOUR_MS * 5)}"\noccurrence: "2026"\nrisk: routine`),
  );
}

function approve(post: string): void {
  execFileSync(process.execPath, ['scripts/approve.ts', post, '--by', 'sana-namoona'], {
    cwd: clone.folder,
    stdio: 'ignore',
  });
}

function publish(different: Record<string, string> = {}): Promise<JobResult> {
  const { workflow } = readWorkflow('publish.yml');
  const [job] = Object.values(workflow.jobs);
  if (!job) throw new Error('publish.yml has no job');
  return runWorkflowSteps(
    job,
    clone.folder,
    {
      'github.token': github.token,
      "inputs.init-ledger && '--init-ledger' || ''": '',
      'secrets.AAGAHI_CHANNEL_BLUESKY': bluesky.secret(),
      'secrets.AAGAHI_CHANNEL_MASTODON': '',
      'secrets.AAGAHI_CHANNEL_TELEGRAM': '',
      "!cancelled() && github.event_name == 'schedule'": 'false',
      ...different,
    },
    { GITHUB_REPOSITORY: github.repository, GITHUB_API_URL: github.origin },
  );
}

const codes = ({ steps }: JobResult) => steps.map(({ name, code }) => `${name}: ${code}`);
const output = ({ steps }: JobResult, name: string) => steps.find((step) => step.name === name)?.output ?? '';

describe('the steps of publish.yml', () => {
  it('send nothing without a ledger, and open an issue that says so', async () => {
    const result = await publish();
    expect(codes(result)).toEqual([
      'Install: 0',
      'Send: 0',
      'Does anything await a person?: 0',
      'Say that it did not work: 1',
    ]);
    expect(output(result, 'Send')).toContain('`origin` has no branch `ledger` for the ledger.');
    expect(await bluesky.posts()).toEqual([]);
    expect(github.issues).toMatchObject([{ title: 'Publishing needs a person', state: 'open' }]);
    expect(github.issues[0]?.body).toContain('use --init-ledger');
  });

  it('send what is due once the ledger is made, touch nothing that is checked out, and close the issue', async () => {
    const before = clone.git('status', '--porcelain');
    const result = await publish({ "inputs.init-ledger && '--init-ledger' || ''": '--init-ledger' });
    expect(output(result, 'Send')).toContain('sent     hands-plain-soap  bluesky, en');
    expect(codes(result)).toEqual(['Install: 0', 'Send: 0', 'Does anything await a person?: 0']);
    expect(await bluesky.posts()).toHaveLength(2);
    expect(github.issues.map(({ state }) => state)).toEqual(['closed']);
    expect(clone.git('status', '--porcelain').replace(/.*(sent|status)\.txt\n?/g, '')).toBe(
      before.replace(/.*(sent|status)\.txt\n?/g, ''),
    );
    expect(clone.git('log', '--format=%s', 'origin/main', '-1')).toBe('a post that is due');
    // Making the branch, claiming, and writing down what came of it.
    clone.git('fetch', '--quiet', 'origin', 'ledger');
    expect(clone.git('log', '--format=%s', 'FETCH_HEAD').split('\n')).toHaveLength(3);
  });

  it('send nothing the second time, build nothing and write nothing', async () => {
    const result = await publish();
    expect(codes(result)).toEqual(['Install: 0', 'Send: 0', 'Does anything await a person?: 0']);
    expect(await bluesky.posts()).toHaveLength(2);
    clone.git('fetch', '--quiet', 'origin', 'ledger');
    expect(clone.git('log', '--format=%s', 'FETCH_HEAD').split('\n')).toHaveLength(3);
    expect(output(result, 'Send')).not.toMatch(/build|card/i);
  });

  it('say what went wrong with a channel, once, and never its password or the token', async () => {
    const wrong = bluesky.secret().replace(/:[^:@]+@/, ':wrong-password-planted@');
    dueNow('hands-twenty-seconds');
    approve('hands-twenty-seconds');
    const result = await publish({ 'secrets.AAGAHI_CHANNEL_BLUESKY': wrong });
    expect(output(result, 'Send').match(/Bluesky refuses the account’s name or app password/g)).toHaveLength(1);
    expect(codes(result)).toContain('Say that it did not work: 1');
    expect(github.issues.map(({ state }) => state)).toEqual(['closed', 'open']);
    const said = JSON.stringify([result, github.issues]);
    expect(said).not.toContain('wrong-password-planted');
    expect(said).not.toContain(github.token);
    expect(said).not.toContain('correct-horse');
  });
});
