// Builds the same campaigns with this project and with plain Astro + @astrojs/mdx; prints time, memory and their ratios.
//   node tests/bench/build.ts [--sizes 100,1000] [--times 1] [--json]
// Each is started as its users start it. Cards are drawn by neither. This project's site has more on each page, and the
// handbook besides.
import { appendFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { NODE_FLAGS } from '../../scripts/build-site.ts';
import { generateDesk } from './generate-desk.ts';
import { benchFolder, type Cost, machine, measure, ROOT, ratio, table } from './measure.ts';
import { writePlainProject } from './plain-astro.ts';

const STATES = ['cold', 'warm', 'edited'] as const;
type Row = { campaigns: number; state: (typeof STATES)[number]; desk: Cost; plain: Cost };

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,1000' },
    times: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const times = Number(values.times);
const ground = benchFolder('build');
const rows: Row[] = [];
for (const campaigns of values.sizes.split(',').map(Number)) rows.push(...(await measureSize(campaigns)));
process.stdout.write(values.json ? rows.map((row) => `${JSON.stringify(row)}\n`).join('') : inWords(rows));

async function measureSize(campaigns: number): Promise<Row[]> {
  const folder = path.join(ground, String(campaigns));
  const content = path.join(folder, 'content');
  const plain = path.join(folder, 'plain');
  generateDesk(content, campaigns);
  writePlainProject(plain, content);
  const relative = path.relative(ROOT, folder);
  const desk = {
    AAGAHI_CONTENT: path.join(relative, 'content'),
    AAGAHI_OUT: path.join(relative, 'dist'),
    AAGAHI_CACHE: path.join(relative, 'cache'),
    AAGAHI_NOW: '2026-11-23T12:00:00+05:00',
  };
  const caches = [path.join(plain, 'cache'), path.join(folder, 'cache')];
  const prepare = {
    cold: () => {
      for (const cache of caches) rmSync(cache, { recursive: true, force: true });
    },
    warm: () => {},
    edited: () => appendFileSync(path.join(content, 'campaigns/campaign-7/en.mdx'), '\nOne more sentence.\n'),
  };
  const measured: Row[] = [];
  for (const state of STATES) {
    const runs: Row[] = [];
    for (let run = 1; run <= times; run += 1) {
      process.stderr.write(`${campaigns} campaigns, ${state}, ${run} of ${times}\n`);
      prepare[state]();
      const plainCost = await build(plain, {}, []);
      runs.push({ campaigns, state, plain: plainCost, desk: await build(ROOT, desk, NODE_FLAGS) });
    }
    measured.push(medianOf(runs));
  }
  return measured;
}

/** Each side's run with the median time. */
function medianOf(runs: readonly Row[]): Row {
  const median = (side: 'desk' | 'plain') =>
    runs.map((row) => row[side]).toSorted((a, b) => a.seconds - b.seconds)[Math.floor((runs.length - 1) / 2)];
  const [first] = runs;
  const [desk, plain] = [median('desk'), median('plain')];
  if (!first || !desk || !plain) throw new RangeError('build at least once');
  return { ...first, desk, plain };
}

function build(project: string, env: NodeJS.ProcessEnv, flags: readonly string[]): Promise<Cost> {
  const astro = path.join(ROOT, 'node_modules/astro/bin/astro.mjs');
  return measure([...flags, astro, 'build', '--root', project], { cwd: project, env });
}

function inWords(measured: readonly Row[]): string {
  const head = ['', 'seconds', 'astro', 'ratio', 'CPU s', 'astro', 'ratio', 'peak MB', 'astro', 'ratio'];
  const body = measured.map(({ campaigns, state, desk, plain }) => [
    `${campaigns} campaigns, ${state}`,
    ...(
      [
        [desk.seconds, plain.seconds, 1],
        [desk.cpuSeconds, plain.cpuSeconds, 1],
        [desk.memoryMb, plain.memoryMb, 0],
      ] as const
    ).flatMap(([ours, theirs, digits]) => [ours.toFixed(digits), theirs.toFixed(digits), ratio(ours, theirs)]),
  ]);
  return `Building the site (${machine()}); each figure, then that of plain Astro with @astrojs/mdx, then their ratio\n${table(head, body)}`;
}
