// Time of a send run with nothing due: the desk of this repository, and one of 1,000 campaigns with 4 posts each and a
// ledger of 20,000 entries; beside the mere reading of the same files.
//   node tests/bench/send.ts [--campaigns 1000] [--entries 20000] [--json]
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { wordsHash } from '../../src/approvals/approved-words.ts';
import { EMPTY_LEDGER, type Entry, FIRST_PREVIOUS, sealEntry, type Transition } from '../../src/ledger/entry.ts';
import { toEpochMs } from '../../src/model/time.ts';
import { planAll } from '../../src/publishing/plan.ts';
import { readContent } from '../../src/reading/read-content.ts';
import { generateDesk } from './generate-desk.ts';
import { benchFolder, type Cost, machine, measure, ROOT, ratio, table } from './measure.ts';

interface Row {
  desk: string;
  files: number;
  entries: number;
  send: Cost;
  plain: Cost;
}

/** Late in the evening: no window of a generated post is open. */
const NOW = '2026-11-23T23:00:00+05:00';
const TIMES = 5;

const { values } = parseArgs({
  options: {
    campaigns: { type: 'string', default: '1000' },
    entries: { type: 'string', default: '20000' },
    json: { type: 'boolean', default: false },
  },
});

const ground = benchFolder('send');
const rows = [await measureSample(), await measureLarge(Number(values.campaigns), Number(values.entries))];
process.stdout.write(
  values.json
    ? rows.map((row) => `${JSON.stringify({ ...row, send: figures(row.send), plain: figures(row.plain) })}\n`).join('')
    : `${shown(rows)}Nothing due; median of ${TIMES}; ${machine()}. Reading: start Node, read and parse the same YAML and JSON, no more.\n`,
);

async function measureSample(): Promise<Row> {
  const folder = path.join(ground, 'sample');
  cpSync(path.join(ROOT, 'content'), path.join(folder, 'content'), { recursive: true });
  return measureDesk('this repository’s', folder);
}

async function measureLarge(campaigns: number, entries: number): Promise<Row> {
  const folder = path.join(ground, 'large');
  generateDesk(path.join(folder, 'content'), campaigns, { posts: 4 });
  await writeLedger(folder, entries);
  return measureDesk(`${campaigns} campaigns × 4 posts`, folder);
}

async function measureDesk(desk: string, folder: string): Promise<Row> {
  process.stderr.write(`${desk}\n`);
  const ledger = path.join(folder, '.aagahi/ledger');
  const send = [path.join(ROOT, 'scripts/send.ts'), '--now', NOW];
  // The first run sends what is due in the sample, and there is a ledger after it.
  await measure(send, { cwd: folder });
  const sent = await measure(send, { cwd: folder, times: TIMES });
  if (!/^0 sent, 0 held/m.test(sent.output) && !sent.output.includes('\n0 sent'))
    throw new Error(`something was due:\n${sent.output}`);
  const plain = await measure([path.join(ROOT, 'tests/bench/plain-read.mjs'), 'content', ledger], {
    cwd: folder,
    times: TIMES,
  });
  const files = readdirSync(path.join(folder, 'content'), { recursive: true, encoding: 'utf8' });
  return {
    desk,
    files: files.filter((name) => /\.(mdx|yml)$/.test(name)).length,
    entries: Number(plain.output) - files.filter((name) => /\.(mdx|yml)$/.test(name)).length,
    send: sent,
    plain,
  };
}

/** A ledger as past years would have left it: three entries for each post that was sent, chained and sealed. */
async function writeLedger(folder: string, wanted: number): Promise<void> {
  const { content } = await readContent(folder);
  if (!content) throw new Error('the generated desk has faults');
  const plan = planAll({
    content,
    ledger: EMPTY_LEDGER,
    readiness: new Map(),
    localApprovals: new Set(),
    now: toEpochMs(NOW),
  });
  const months = new Map<string, string[]>();
  let previous = FIRST_PREVIOUS;
  let written = 0;
  for (const planned of plan) {
    if (planned.action !== 'post') continue;
    const { key, post, publishAt } = planned;
    const at = new Date(publishAt).toISOString();
    const request = {
      action: 'post',
      about: 'bench',
      key,
      createdAt: at,
      post,
      previews: [],
      site: content.organisation.url,
    };
    const transitions: Transition[] = [
      { state: 'intent' },
      { state: 'sending', request, words: wordsHash(post) },
      { state: 'confirmed', uri: `outbox:${key.item}` },
    ];
    if (written + transitions.length > wanted) break;
    for (const transition of transitions) {
      const entry: Entry = sealEntry(transition, { action: 'post', ...key }, at, previous);
      previous = entry.hash;
      written += 1;
      const month = at.slice(0, 7);
      const lines = months.get(month) ?? [];
      lines.push(JSON.stringify(entry));
      months.set(month, lines);
    }
  }
  const ledger = path.join(folder, '.aagahi/ledger');
  mkdirSync(ledger, { recursive: true });
  for (const [month, lines] of months) writeFileSync(path.join(ledger, `${month}.jsonl`), `${lines.join('\n')}\n`);
}

function figures({ seconds, cpuSeconds, memoryMb }: Cost): Omit<Cost, 'output'> {
  return { seconds, cpuSeconds, memoryMb };
}

function shown(measured: readonly Row[]): string {
  return table(
    ['desk', 'files', 'ledger', 'send s', 'reading s', 'ratio', 'send MB', 'reading MB', 'ratio'],
    measured.map(({ desk, files, entries, send, plain }) => [
      desk,
      String(files),
      String(entries),
      send.seconds.toFixed(2),
      plain.seconds.toFixed(2),
      ratio(send.seconds, plain.seconds),
      send.memoryMb.toFixed(0),
      plain.memoryMb.toFixed(0),
      ratio(send.memoryMb, plain.memoryMb),
    ]),
  );
}
