// The whole check with its rules on words, on 5,000 files of 700 words, half of them in Urdu: the rules alone, words judged
// for the first time, words known, and one edit in a watch; and memory at a fifth of the size. Beside remark with retext,
// set up as its users do, on the English half of the same files.
//   node tests/bench/prose.ts [--files 5000] [--times 3] [--json]
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { generateDesk } from './generate-desk.ts';
import { benchFolder, type Cost, machine, measure, ROOT, ratio, table } from './measure.ts';

const NOW = '2026-11-23T12:00:00+05:00';
const EDITS = 7;
/** As `npm run check` starts it. */
const CHECK_FLAGS: readonly string[] = ['--max-semi-space-size=8'];

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '5000' },
    times: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
  },
});
const many = Number(values.files);
const few = Math.round(many / 5);
const times = Number(values.times);
const ground = benchFolder('prose');
const check = path.join(ROOT, 'scripts/check.ts');
const structural = path.join(ROOT, 'tests/bench/structural-check.ts');

const rows: { name: string; many: Cost; few: Cost }[] = [];
for (const files of [few, many]) generateDesk(path.join(deskOf(files), 'content'), files, { urdu: true });
await measureBoth('rules and cards alone, cold', (files) => {
  forget(files);
  return run(files, [...CHECK_FLAGS, structural, NOW]);
});
await measureBoth('npm run check, cold', (files) => {
  forget(files);
  return run(files, [...CHECK_FLAGS, check, '--now', NOW]);
});
await measureBoth('npm run check, warm', (files) => run(files, [...CHECK_FLAGS, check, '--now', NOW]));
await measureBoth('remark and retext, English half', (files) =>
  measure([path.join(ROOT, 'tests/bench/remark-retext.ts'), path.join(deskOf(files), 'content')]),
);
const edits = await measureEdits(many);

const theirs = rows.at(-1);
if (!theirs) throw new RangeError('nothing was measured');
if (values.json) {
  for (const { name, many: cost } of rows) {
    const { output: _, ...figures } = cost;
    process.stdout.write(`${JSON.stringify({ files: many, name, ...figures })}\n`);
  }
  process.stdout.write(`${JSON.stringify({ files: many, name: 'one edit in a watch', seconds: edits })}\n`);
} else {
  process.stdout.write(
    `${many} files of 700 words (${machine()}), median of ${times}; ratios: the desk against remark and retext\n${table(
      ['', 'seconds', 'ratio', 'CPU s', 'ratio', 'peak MB', 'ratio', `MB at ${few}`, 'growth'],
      rows.map(({ name, many: cost, few: small }) => [
        name,
        cost.seconds.toFixed(1),
        ratio(cost.seconds, theirs.many.seconds),
        cost.cpuSeconds.toFixed(1),
        ratio(cost.cpuSeconds, theirs.many.cpuSeconds),
        cost.memoryMb.toFixed(0),
        ratio(cost.memoryMb, theirs.many.memoryMb),
        small.memoryMb.toFixed(0),
        ratio(cost.memoryMb, small.memoryMb),
      ]),
    )}One edit in a watch of ${many} files: ${edits.toFixed(2)} s from the writing to the report, median of ${EDITS}.\n`,
  );
}

function deskOf(files: number): string {
  return path.join(ground, String(files));
}

/** As on a machine that has never checked this desk. */
function forget(files: number): void {
  rmSync(path.join(deskOf(files), '.aagahi'), { recursive: true, force: true });
}

function run(files: number, words: readonly string[]): Promise<Cost> {
  return measure(words, { cwd: deskOf(files) });
}

async function measureBoth(name: string, once: (files: number) => Promise<Cost>): Promise<void> {
  process.stderr.write(`${name}\n`);
  const costs: Cost[] = [];
  for (let time = 0; time < times; time += 1) costs.push(await once(many));
  const median = costs.toSorted((a, b) => a.seconds - b.seconds)[Math.floor((times - 1) / 2)];
  if (!median) throw new RangeError('measure at least once');
  rows.push({ name, many: median, few: await once(few) });
}

/** Seconds from the writing of a file to the line that says that everything is checked. */
async function measureEdits(files: number): Promise<number> {
  process.stderr.write('one edit in a watch\n');
  const child = spawn(process.execPath, [...CHECK_FLAGS, check, '--watch', '--json', '--now', NOW], {
    cwd: deskOf(files),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const checked = checks(child);
  await checked.next();
  const took: number[] = [];
  for (let edit = 0; edit < EDITS; edit += 1) {
    const startedAt = performance.now();
    appendFileSync(path.join(deskOf(files), `content/campaigns/campaign-${edit * 2}/en.mdx`), '\nIn order to rest.\n');
    await checked.next();
    took.push((performance.now() - startedAt) / 1000);
  }
  child.kill('SIGINT');
  await once(child, 'close');
  return took.toSorted((a, b) => a - b)[Math.floor(EDITS / 2)] ?? Number.NaN;
}

async function* checks(child: ChildProcess): AsyncGenerator<void> {
  if (!child.stdout) return;
  for await (const line of createInterface(child.stdout)) if (line.includes('"change":"checked"')) yield;
}
