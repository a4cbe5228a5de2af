import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Job } from './workflow.ts';

export interface StepResult {
  name: string;
  code: number;
  /** Standard output and error together. */
  output: string;
}

export interface JobResult {
  steps: StepResult[];
  /** What the steps wrote to the job's summary and to their outputs. */
  summary: string;
  outputs: Record<string, string>;
}

/**
 * Runs the `run:` steps of a job in a checkout, in order, as the runner does: `bash -eo pipefail`, the files of
 * `GITHUB_OUTPUT` and `GITHUB_STEP_SUMMARY`, and each `${{ … }}` looked up in `expressions`, which has to know it. An
 * `if:` is such an expression too. Actions (`uses:`) are left out. After a step that fails, only those whose `if:` is
 * `!cancelled()` go on. Checked against GitHub's documentation of workflow commands and of steps.
 */
export async function runWorkflowSteps(
  job: Job,
  checkout: string,
  expressions: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, string>> = {},
): Promise<JobResult> {
  const folder = mkdtempSync(path.join(tmpdir(), 'runner-'));
  const summaryFile = path.join(folder, 'summary');
  const outputFile = path.join(folder, 'output');
  const result: JobResult = { steps: [], summary: '', outputs: {} };
  const outputsOfSteps: Record<string, string> = {};
  let hasFailed = false;
  try {
    for (const step of job.steps) {
      const condition = step.if === undefined ? undefined : evaluate(step.if, { ...expressions, ...outputsOfSteps });
      if (condition === 'false' || (hasFailed && condition !== 'always') || step.run === undefined) continue;
      writeFileSync(summaryFile, result.summary);
      writeFileSync(outputFile, '');
      const environment = Object.fromEntries(
        Object.entries(step.env ?? {}).map(([name, value]) => [
          name,
          evaluate(value, { ...expressions, ...outputsOfSteps }),
        ]),
      );
      const { code, output } = await bash(step.run, {
        cwd: checkout,
        env: {
          ...process.env,
          ...variables,
          ...environment,
          CI: 'true',
          GITHUB_ACTIONS: 'true',
          GITHUB_OUTPUT: outputFile,
          GITHUB_STEP_SUMMARY: summaryFile,
        },
      });
      hasFailed ||= code !== 0;
      result.steps.push({ name: step.name ?? step.run, code, output });
      if (existsSync(summaryFile)) result.summary = readFileSync(summaryFile, 'utf8');
      for (const [name, value] of readOutputs(outputFile)) {
        result.outputs[name] = value;
        if (step.id) outputsOfSteps[`steps.${step.id}.outputs.${name}`] = value;
      }
    }
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function bash(
  script: string,
  options: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<{ code: number; output: string }> {
  const words = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script];
  const child = spawn('bash', words, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  await once(child, 'close');
  return { code: child.exitCode ?? -1, output };
}

function evaluate(text: string, expressions: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_all, expression: string) => {
    if (expression === '!cancelled()') return 'always';
    const known = expressions[expression];
    if (known !== undefined) return known;
    const comparison = /^(\S+) ([!=])= '([^']*)'$/.exec(expression);
    const value = expressions[comparison?.[1] ?? expression];
    if (value === undefined) throw new Error(`The test does not know \${{ ${expression} }}`);
    return comparison ? String((value === comparison[3]) === (comparison[2] === '=')) : value;
  });
}

function readOutputs(file: string): [string, string][] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.includes('='))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]);
}
