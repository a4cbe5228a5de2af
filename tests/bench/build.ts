// Builds the same campaigns with this project and with plain Astro + @astrojs/mdx; prints time, memory and their ratios.
//   node tests/bench/build.ts [--sizes 100,1000] [--json]
// Cards are drawn by neither. This project's site has more on each page, and the handbook besides.
import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { generateDesk } from './generate-desk.ts';
import { writePlainProject } from './plain-astro.ts';

interface Cost {
  seconds: number;
  /** Largest resident memory, in MB. */
  memoryMb: number;
}
const STATES = ['cold', 'warm', 'edited'] as const;
type Row = { campaigns: number; state: (typeof STATES)[number]; desk: Cost; plain: Cost };

const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '100,1000' }, json: { type: 'boolean', default: false } },
});
const root = path.resolve(import.meta.dirname, '../..');
// Below the project, so that both find the same packages.
const ground = path.join(root, '.aagahi/bench/build');
const usageFile = path.join(ground, 'usage.json');
const meter = path.join(ground, 'meter.mjs');

mkdirSync(ground, { recursive: true });
writeFileSync(
  meter,
  `import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(process.env.BENCH_USAGE, JSON.stringify(process.resourceUsage())));`,
);

const rows: Row[] = [];
for (const campaigns of values.sizes.split(',').map(Number)) rows.push(...(await measure(campaigns)));
process.stdout.write(values.json ? rows.map((row) => `${JSON.stringify(row)}\n`).join('') : table(rows));

async function measure(campaigns: number): Promise<Row[]> {
  const folder = path.join(ground, String(campaigns));
  rmSync(folder, { recursive: true, force: true });
  const content = path.join(folder, 'content');
  const plain = path.join(folder, 'plain');
  generateDesk(content, campaigns);
  writePlainProject(plain, content);
  const relative = path.relative(root, folder);
  const desk = {
    AAGAHI_CONTENT: path.join(relative, 'content'),
    AAGAHI_OUT: path.join(relative, 'dist'),
    AAGAHI_CACHE: path.join(relative, 'cache'),
    AAGAHI_NOW: '2026-11-23T12:00:00+05:00',
  };
  const measured: Row[] = [];
  for (const state of STATES) {
    if (state === 'edited') appendFileSync(path.join(content, 'campaigns/campaign-7/en.mdx'), '\nOne more sentence.\n');
    process.stderr.write(`${campaigns} campaigns, ${state}\n`);
    measured.push({ campaigns, state, plain: await build(plain, {}), desk: await build(root, desk) });
  }
  return measured;
}

async function build(project: string, environment: NodeJS.ProcessEnv): Promise<Cost> {
  const astro = path.join(root, 'node_modules/astro/bin/astro.mjs');
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['--import', meter, astro, 'build', '--root', project], {
    cwd: project,
    env: { ...process.env, ...environment, BENCH_USAGE: usageFile, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      said += text;
    });
  }
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`The build of ${project} failed:\n${said.slice(-4000)}`);
  const { maxRSS } = JSON.parse(readFileSync(usageFile, 'utf8'));
  return { seconds: (performance.now() - startedAt) / 1000, memoryMb: maxRSS / 1024 };
}

function table(measured: readonly Row[]): string {
  const line = (...cells: readonly string[]) => `${cells.map((cell) => cell.padStart(11)).join(' ')}\n`;
  return [
    line('campaigns', 'build', 'desk s', 'astro s', 'ratio', 'desk MB', 'astro MB', 'ratio'),
    ...measured.map(({ campaigns, state, desk, plain }) =>
      line(
        String(campaigns),
        state,
        desk.seconds.toFixed(1),
        plain.seconds.toFixed(1),
        (desk.seconds / plain.seconds).toFixed(2),
        desk.memoryMb.toFixed(0),
        plain.memoryMb.toFixed(0),
        (desk.memoryMb / plain.memoryMb).toFixed(2),
      ),
    ),
  ].join('');
}
