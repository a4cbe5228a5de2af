import { spawn } from 'node:child_process';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

// Every check of the repository, one after the other. Words after `npm test --` go to Vitest, which then runs alone.
// Astro goes before the compiler: it writes the types of the collections (`.astro/`), which a fresh clone does not have.
const STEPS: readonly (readonly [label: string, command: string, ...words: string[]])[] = [
  ['Format and lint', 'biome', 'check', '--error-on-warnings'],
  ['Types of pages', 'astro', 'check', '--minimumFailingSeverity', 'warning'],
  ['Types', 'tsc', '--noEmit'],
  ['Tests', 'vitest', 'run'],
];

const wanted = process.argv.slice(2);
const steps =
  wanted.length > 0
    ? STEPS.slice(-1).map(([label, command, ...words]) => [label, command, ...words, ...wanted] as const)
    : STEPS;
const failed: string[] = [];
let counts = { passed: 0, failed: 0, skipped: 0 };

for (const [label, command, ...words] of steps) {
  process.stdout.write(`\n── ${label}\n`);
  const startedAt = performance.now();
  const { code, output } = await run(command, words);
  if (code !== 0) failed.push(label);
  if (command === 'vitest') counts = readCounts(output);
  process.stdout.write(
    `── ${label}: ${code === 0 ? 'fine' : 'FAILED'} after ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`,
  );
}

if (failed.length > 0) process.stdout.write(`\nFailed: ${failed.join(', ')}\n`);
process.stdout.write(
  `\n${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}\n`,
);
process.exitCode = failed.length > 0 || counts.passed === 0 ? 1 : 0;

function run(command: string, words: readonly string[]): Promise<{ code: number; output: string }> {
  const binary = path.join(import.meta.dirname, '..', 'node_modules', '.bin', command);
  const child = spawn(binary, words, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  let output = '';
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    from.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      to.write(text);
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The counts of Vitest's closing line: `Tests  2 failed | 40 passed | 1 skipped (43)`. */
function readCounts(output: string): typeof counts {
  const line =
    stripVTControlCharacters(output)
      .match(/^\s*Tests\s+.*$/gm)
      ?.at(-1) ?? '';
  const count = (word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0);
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
}
