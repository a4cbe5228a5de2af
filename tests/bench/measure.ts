import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';

/** What one run of a program took. */
export interface Cost {
  /** From start to end, as a user waits. */
  seconds: number;
  /** Of all cores together, in the program and in the system for it; of the Node process alone. */
  cpuSeconds: number;
  /** Largest resident memory, in MB. */
  memoryMb: number;
  /** What it printed. */
  output: string;
}

export const ROOT = path.resolve(import.meta.dirname, '../..');
/** Below the project, so that what is measured finds the same packages. */
const GROUND = path.join(ROOT, '.aagahi/bench');

/** An empty folder for a bench's files; what an earlier run left there is removed. */
export function benchFolder(name: string): string {
  const folder = path.join(GROUND, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * Runs a Node program `times` times and gives the run with the median time. Programs that are compared are measured one
 * right after the other, so that both meet the machine in the same mood. Throws with what was printed if it fails.
 */
export async function measure(
  words: readonly string[],
  { cwd = ROOT, env = {}, times = 1 }: { cwd?: string; env?: NodeJS.ProcessEnv; times?: number } = {},
): Promise<Cost> {
  const costs: Cost[] = [];
  for (let run = 0; run < times; run += 1) costs.push(await measureOnce(words, cwd, env));
  costs.sort((a, b) => a.seconds - b.seconds);
  const median = costs[Math.floor((costs.length - 1) / 2)];
  if (!median) throw new RangeError('measure at least once');
  return median;
}

async function measureOnce(words: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Cost> {
  mkdirSync(GROUND, { recursive: true });
  const folder = mkdtempSync(path.join(GROUND, 'meter-'));
  const usageFile = path.join(folder, 'usage.json');
  const meter = path.join(folder, 'meter.mjs');
  writeFileSync(
    meter,
    `import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(${JSON.stringify(usageFile)}, JSON.stringify(process.resourceUsage())));`,
  );
  try {
    const startedAt = performance.now();
    const child = spawn(process.execPath, ['--import', meter, ...words], {
      cwd,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    const [code, signal] = await once(child, 'close');
    if (code !== 0) throw new Error(`${words.join(' ')} failed (${signal ?? code}):\n${output.slice(-4000)}`);
    const seconds = (performance.now() - startedAt) / 1000;
    const usage = JSON.parse(readFileSync(usageFile, 'utf8')) as NodeJS.ResourceUsage;
    return {
      seconds,
      cpuSeconds: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
      memoryMb: usage.maxRSS / 1024,
      output,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Rows of cells as a table, its first column to the left and numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return `${[line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n')}\n`;
}

/** What the figures were measured on. */
export function machine(): string {
  return `Node ${process.versions.node}, ${availableParallelism()} cores`;
}

/** A figure against another: `0.42`. */
export function ratio(ours: number, theirs: number): string {
  return (ours / theirs).toFixed(2);
}
