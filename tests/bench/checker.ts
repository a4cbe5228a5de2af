// The checker on 1,000 campaign files of 700 words, beside `astro sync` with the glob loader and a Zod schema, and
// remark-lint, on the same files. Whole processes, from start to end.
//   node tests/bench/checker.ts [--files 1000] [--times 5] [--json]
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { generateDesk } from './generate-desk.ts';
import { benchFolder, type Cost, machine, measure, ROOT, ratio, table } from './measure.ts';
import { writePlainProject } from './plain-astro.ts';

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '1000' },
    times: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
  },
});
const count = Number(values.files);
const times = Number(values.times);
const folder = benchFolder('checker');
const content = path.join(folder, 'content');
const plain = path.join(folder, 'plain');
generateDesk(content, count);
writePlainProject(plain, content);
mkdirSync(plain, { recursive: true });

const relative = path.relative(ROOT, content);
const astro = path.join(ROOT, 'node_modules/astro/bin/astro.mjs');
const CONTENDERS: readonly [name: string, run: () => Promise<Cost>][] = [
  [
    'npm run check',
    () => measure(['scripts/check.ts', '--content', relative, '--now', '2026-11-23T12:00:00+05:00'], { times }),
  ],
  // `--force` empties Astro's data store: each run reads every file, as the other two do.
  [
    'astro sync, glob loader and Zod',
    () => measure([astro, 'sync', '--force', '--root', plain], { cwd: plain, times }),
  ],
  ['remark-lint, recommended', () => measure(['tests/bench/remark-lint.ts', content], { times })],
];

const rows: ({ name: string } & Cost)[] = [];
for (const [name, run] of CONTENDERS) {
  process.stderr.write(`${name}\n`);
  rows.push({ name, ...(await run()) });
}
const [ours] = rows;
if (!ours) throw new RangeError('nothing was measured');
process.stdout.write(
  values.json
    ? rows.map(({ output: _, ...row }) => `${JSON.stringify({ files: count, ...row })}\n`).join('')
    : `${count} files of 700 words (${machine()}), median of ${times}; ratios: the desk against the other\n${table(
        ['', 'seconds', 'ratio', 'files/s', 'CPU s', 'ratio', 'peak MB', 'ratio'],
        rows.map(({ name, seconds, cpuSeconds, memoryMb }) => [
          name,
          seconds.toFixed(2),
          ratio(ours.seconds, seconds),
          (count / seconds).toFixed(0),
          cpuSeconds.toFixed(2),
          ratio(ours.cpuSeconds, cpuSeconds),
          memoryMb.toFixed(0),
          ratio(ours.memoryMb, memoryMb),
        ]),
      )}`,
);
