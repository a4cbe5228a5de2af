import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { checkedContent } from '../../scripts/checked-content.ts';
import { APPROVALS_FILE } from '../../scripts/desk-folders.ts';
import { recordLocalApproval } from '../../scripts/local-approvals.ts';
import { connectDesk, planUnasked } from '../../scripts/planned-content.ts';
import { type Asked, approvalName } from '../../src/approvals/approval-gate.ts';
import { wordedBanner } from '../../src/approvals/approved-words.ts';
import { EMPTY_LEDGER, type LedgerState } from '../../src/ledger/entry.ts';
import { readLedgerFolder } from '../../src/ledger/folder-ledger.ts';
import { toEpochMs } from '../../src/model/time.ts';
import type { Planned } from '../../src/publishing/planned.ts';
import { type DeskPost, deskFiles, postFile, translationFile } from './desk-files.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** Cards drawn by earlier desks: drawing is no part of what these tests are about. */
const drawnCards = path.join(root, '.aagahi/tests/cards');

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

export interface SendingDesk {
  folder: string;
  /** What the commands find in their environment. */
  environment: NodeJS.ProcessEnv;
  write(...posts: DeskPost[]): void;
  remove(post: string): void;
  /** Approves posts as they are worded, as `npm run approve` does. */
  approve(...posts: string[]): Promise<void>;
  /** Approves the banner of a campaign as it is worded. */
  approveBanner(campaign: string): Promise<void>;
  /** Approves everything that is planned at an instant as it is worded: posts, messages of incidents and their banners. */
  approveAll(now: string): Promise<void>;
  /** Runs one of the desk's commands to its end. */
  run(script: string, ...words: string[]): Promise<Ended>;
  /** Starts one, for tests that kill it. */
  start(script: string, ...words: string[]): { child: ChildProcess; ended: Promise<Ended> };
  /** Value of the secret of the channel `bluesky` from now on. */
  connect(secret: string | undefined): void;
  /** States the ledger went through for a post on a channel. */
  states(item: string, channel?: string): string[];
  /** Everything the desk keeps and every command has printed. */
  everythingSaid(): string;
}

/** A desk of its own in a temporary folder, with the channels `outbox` and `bluesky` and one campaign from 1 December. */
export function sendingDesk(different: { demonstration?: boolean; posts?: readonly DeskPost[] } = {}): SendingDesk {
  const folder = mkdtempSync(path.join(tmpdir(), 'aagahi-desk-'));
  onTestFinished(() => {
    keepCards(folder);
    rmSync(folder, { recursive: true, force: true });
  });
  for (const [name, text] of Object.entries(deskFiles(different.demonstration ?? false)))
    writeText(path.join(folder, 'content', name), text);
  mkdirSync(drawnCards, { recursive: true });
  cpSync(drawnCards, path.join(folder, '.aagahi/cards'), { recursive: true });
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_OPTIONS: '',
    NO_COLOR: '1',
  };
  delete environment.FORCE_COLOR;
  let said = '';
  const desk: SendingDesk = {
    folder,
    environment,
    write(...posts) {
      for (const post of posts) {
        const place = path.join(folder, 'content/campaigns/clean-hands/posts', post.id);
        writeText(path.join(place, `${post.language ?? 'en'}.mdx`), postFile(post));
        if (post.urdu !== undefined) writeText(path.join(place, 'ur.mdx'), translationFile(post.urdu, postFile(post)));
      }
    },
    remove(post) {
      rmSync(path.join(folder, 'content/campaigns/clean-hands/posts', post), { recursive: true });
    },
    async approve(...posts) {
      for (const asks of (await planOf(folder)).flatMap((planned) =>
        planned.action === 'post' && planned.asks ? [planned.asks] : [],
      )) {
        if (posts.includes(asks.item) && asks.occurrence === '2026') recordApproval(folder, asks);
      }
    },
    async approveBanner(campaign) {
      const now = toEpochMs('2026-12-01T10:00:00+05:00');
      const { content } = await checkedContent({ root: folder, contentDir: 'content', now });
      const found = content?.campaigns.find(({ id }) => id === campaign);
      if (!content || !found) throw new Error('there is no such campaign');
      recordApproval(folder, {
        kind: 'banner',
        campaign,
        item: `campaign-${campaign}`,
        occurrence: '2026',
        channel: 'bluesky',
        language: 'en',
        risk: found.risk,
        words: wordedBanner(found, 'en', content).approved,
      });
    },
    async approveAll(now) {
      const ledger = readLedgerFolder(path.join(folder, '.aagahi/ledger'));
      for (const { asks } of await planOf(folder, now, ledger)) if (asks) recordApproval(folder, asks);
    },
    start(script, ...words) {
      const child = spawn(process.execPath, [path.join(root, 'scripts', script), ...words], {
        cwd: folder,
        env: environment,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const texts = { out: '', err: '' };
      child.stdout.setEncoding('utf8').on('data', (text) => {
        texts.out += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text) => {
        texts.err += text;
      });
      const ended = once(child, 'close').then(() => {
        said += texts.out + texts.err;
        return { code: child.exitCode, ...texts };
      });
      return { child, ended };
    },
    run: (script, ...words) => desk.start(script, ...words).ended,
    connect(secret) {
      if (secret === undefined) delete environment.AAGAHI_CHANNEL_BLUESKY;
      else environment.AAGAHI_CHANNEL_BLUESKY = secret;
    },
    states: (item, channel = 'bluesky') =>
      ledgerLines(folder)
        .map((line) => JSON.parse(line))
        .filter(({ subject }) => subject.item === item && subject.channel === channel)
        .map(({ state }) => state),
    everythingSaid: () => said + textsIn(path.join(folder, '.aagahi')),
  };
  desk.write(...(different.posts ?? []));
  return desk;
}

async function planOf(
  folder: string,
  at = '2026-12-01T10:00:00+05:00',
  ledger: LedgerState = EMPTY_LEDGER,
): Promise<Planned[]> {
  const now = toEpochMs(at);
  const { content } = await checkedContent({ root: folder, contentDir: 'content', now });
  if (!content) throw new Error('the content has faults');
  return planUnasked(connectDesk({ root: folder, contentDir: 'content', content, ledger, now }));
}

function recordApproval(folder: string, asks: Asked): void {
  recordLocalApproval(path.join(folder, APPROVALS_FILE), {
    name: approvalName(asks),
    post: asks.item,
    by: 'amina',
    at: '2026-12-01T08:00:00+05:00',
  });
}

function ledgerLines(folder: string): string[] {
  const ledger = path.join(folder, '.aagahi/ledger');
  return readdirSync(ledger)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .flatMap((name) => readFileSync(path.join(ledger, name), 'utf8').split('\n'))
    .filter((line) => line !== '');
}

function textsIn(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile() && !/\.(png|woff2)$/.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
}

function keepCards(folder: string): void {
  for (const name of readdirSync(path.join(folder, '.aagahi/cards'))) {
    if (name.endsWith('.png'))
      cpSync(path.join(folder, '.aagahi/cards', name), path.join(drawnCards, name), { force: false });
  }
}

function writeText(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
