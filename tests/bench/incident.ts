// An alert on Bluesky's reference server from the command to the confirmed post, with a thousand campaigns in the content: one
// incident alone, beside everything that is due. The site is not built in either. And the same alert on a site of a thousand
// campaigns that was built before: spliced in, beside the whole build that a user would wait for (its cards are drawn already).
//   npm run bench -- incident      or: node tests/bench/incident.ts [CAMPAIGNS]
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkedContent } from '../../scripts/checked-content.ts';
import { recordLocalApproval } from '../../scripts/local-approvals.ts';
import { connectDesk, planUnasked } from '../../scripts/planned-content.ts';
import { approvalName } from '../../src/approvals/approval-gate.ts';
import { EMPTY_LEDGER } from '../../src/ledger/entry.ts';
import { toEpochMs } from '../../src/model/time.ts';
import { startBlueskyServer } from '../support/bluesky-server.ts';
import { generateDesk } from './generate-desk.ts';
import { benchFolder, type Cost, machine, measure, ROOT, ratio, table } from './measure.ts';

const NOW = '2026-12-01T10:00:00+05:00';
const count = Number(process.argv[2] ?? 1000);
const desk = benchFolder('incident');
const server = await startBlueskyServer();
try {
  generateDesk(path.join(desk, 'content'), count);
  const channel = readFileSync(path.join(ROOT, 'tests/fixtures/desk/channels/outbox.yml'), 'utf8');
  writeFileSync(
    path.join(desk, 'content/channels/bluesky.yml'),
    channel.replaceAll('outbox', 'bluesky').replace('[en, ur]', '[en]'),
  );
  await whole();
  script('new.ts', ...newIncident());
  await approve();
  const rows: [string, number, number][] = [];
  for (const [name, words] of [
    ['npm run send -- --incident', ['--incident', 'flood']],
    ['npm run send', []],
  ] as const) {
    rmSync(path.join(desk, '.aagahi/ledger'), { recursive: true, force: true });
    const { seconds, cpuSeconds } = await measure([path.join(ROOT, 'scripts/send.ts'), '--now', NOW, ...words], {
      cwd: desk,
      env: { AAGAHI_CHANNEL_BLUESKY: server.secret() },
    });
    rows.push([name, seconds, cpuSeconds]);
  }
  const all = rows[1]?.[1] ?? 1;
  process.stdout.write(
    `${machine()}, ${count} campaigns\n${table(
      ['command to confirmed post', 'seconds', 'CPU', 'ratio'],
      rows.map(([name, seconds, cpu]) => [name, seconds.toFixed(2), cpu.toFixed(2), ratio(seconds, all)]),
    )}${(await server.posts()).length} post is there: the second run began with no memory, and asked for the same.\n`,
  );
  const spliced = await site('splice.ts', '--site', inRoot('dist'));
  const built = await whole();
  process.stdout.write(
    table(
      ['command to a site that says it', 'seconds', 'CPU', 'ratio'],
      [row('npm run splice', spliced, built), row('npm run build', built, built)],
    ),
  );
} finally {
  await server.stop();
}

/** The whole site, as `npm run build` makes it. */
function whole(): Promise<Cost> {
  return site('build.ts', '--out', inRoot('dist'));
}

/** A command that makes pages: Astro makes them below the project. */
function site(name: string, ...words: string[]): Promise<Cost> {
  const ours = ['--content', inRoot('content'), '--now', NOW];
  return measure([path.join(ROOT, 'scripts', name), ...ours, ...words], { cwd: ROOT, env: {} });
}

function inRoot(folder: string): string {
  return path.relative(ROOT, path.join(desk, folder));
}

function row(name: string, { seconds, cpuSeconds }: Cost, beside: Cost): string[] {
  return [name, seconds.toFixed(2), cpuSeconds.toFixed(2), ratio(seconds, beside.seconds)];
}

function newIncident(): string[] {
  const words = {
    title: 'Flood',
    headline: 'Do not drink tap water',
    description: 'The wells are flooded.',
    area: 'The old town',
  };
  const more = {
    instruction: 'Boil it for one minute.',
    'ending-headline': 'Tap water is safe',
    'ending-instruction': 'Drink it.',
  };
  const choices = {
    category: 'health',
    severity: 'severe',
    source: 'who-a',
    author: 'amina',
    channel: 'bluesky',
    status: 'actual',
  };
  const options = Object.entries({ ...words, ...more, ...choices, circle: '31.55,74.34,5', language: 'en', at: NOW });
  return ['incident', ...options.flatMap(([name, value]) => [`--${name}`, value])];
}

function script(name: string, ...words: string[]): void {
  const ran = spawnSync(process.execPath, [path.join(ROOT, 'scripts', name), ...words], {
    cwd: desk,
    encoding: 'utf8',
  });
  if (ran.status !== 0) throw new Error(ran.stdout + ran.stderr);
}

/** Approves what is due, as `npm run approve` does. */
async function approve(): Promise<void> {
  const now = toEpochMs(NOW);
  const { content } = await checkedContent({ root: desk, contentDir: 'content', now });
  if (!content) throw new Error('the content has faults');
  const plan = planUnasked(connectDesk({ root: desk, contentDir: 'content', content, ledger: EMPTY_LEDGER, now }));
  for (const { asks } of plan)
    if (asks)
      recordLocalApproval(path.join(desk, '.aagahi/approvals.jsonl'), {
        name: approvalName(asks),
        post: asks.item,
        by: 'amina',
        at: NOW,
      });
}
