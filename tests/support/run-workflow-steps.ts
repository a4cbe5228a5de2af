import { spawnSync } from 'node:child_process';
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
export function runWorkflowSteps(job: Job, checkout: string, expressions: Readonly<Record<string, string>>): JobResult {
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
      const { status, stdout, stderr } = spawnSync(
        'bash',
        ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run],
        {
          cwd: checkout,
          env: {
            ...process.env,
            ...environment,
            CI: 'true',
            GITHUB_ACTIONS: 'true',
            GITHUB_OUTPUT: outputFile,
            GITHUB_STEP_SUMMARY: summaryFile,
          },
          encoding: 'utf8',
          maxBuffer: 1 << 28,
        },
      );
      hasFailed ||= status !== 0;
      result.steps.push({ name: step.name ?? step.run, code: status ?? -1, output: stdout + stderr });
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

function evaluate(text: string, expressions: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_all, expression: string) => {
    if (expression === '!cancelled()') return 'always';
    const comparison = /^(\S+) == '([^']*)'$/.exec(expression);
    const value = expressions[comparison?.[1] ?? expression];
    if (value === undefined) throw new Error(`The test does not know \${{ ${expression} }}`);
    return comparison ? String(value === comparison[2]) : value;
  });
}

function readOutputs(file: string): [string, string][] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.includes('='))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]);
}
