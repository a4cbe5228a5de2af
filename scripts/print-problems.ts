import { readFileSync } from 'node:fs';
import path from 'node:path';
import { styleText } from 'node:util';
import type { Problem } from '../src/model/problem.ts';

export const PROBLEM_FORMATS = ['human', 'json', 'github'] as const;
export type ProblemFormat = (typeof PROBLEM_FORMATS)[number];

/** Problems as text, ready to print; empty where there are none. */
export function formatProblems(problems: readonly Problem[], format: ProblemFormat, root: string): string {
  switch (format) {
    case 'json':
      return problems.map((problem) => `${JSON.stringify(problem)}\n`).join('');
    case 'github':
      return problems.map((problem) => `${toAnnotation(problem)}\n`).join('');
    case 'human':
      return problems.map((problem) => `${forPeople(problem, root)}\n\n`).join('');
  }
}

/** `3 errors and 1 warning`. */
export function countProblems(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const counted = [
    ...(errors > 0 ? [`${errors} ${errors === 1 ? 'error' : 'errors'}`] : []),
    ...(warnings > 0 ? [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`] : []),
  ];
  return counted.join(' and ') || 'no problems';
}

function forPeople({ file, line, column, severity, message, hint, ruleId }: Problem, root: string): string {
  const mark = severity === 'error' ? styleText(['red', 'bold'], 'error  ') : styleText(['yellow', 'bold'], 'warning');
  const written = sourceLine(root, file, line);
  return [
    styleText('bold', `${file}:${line}:${column}`),
    `  ${mark} ${message}`,
    `          ${styleText('cyan', `→ ${hint}`)}`,
    ...(written === undefined ? [] : [`          ${styleText('dim', `${line} │ ${excerpt(written, column)}`)}`]),
    `          ${styleText('dim', ruleId)}`,
  ].join('\n');
}

/** The text around a column. No caret: in text of mixed direction it would point at the wrong word. */
function excerpt(text: string, column: number): string {
  if (text.length <= 90) return text;
  const from = Math.max(0, column - 40);
  return `${from > 0 ? '…' : ''}${text.slice(from, from + 88)}${from + 88 < text.length ? '…' : ''}`;
}

function sourceLine(root: string, file: string, line: number): string | undefined {
  try {
    // A terminal must not obey what a faulty file holds.
    const lines = readFileSync(path.join(root, file), 'utf8')
      .slice(0, 1_000_000)
      .split(/\r\n?|\n/);
    return lines[line - 1]?.replaceAll(/(?!\t)\p{Cc}|[\u202A-\u202E]/gu, '�');
  } catch {
    return undefined;
  }
}

/** A workflow command of GitHub Actions; the escapes are those of its runner. */
function toAnnotation({ file, line, column, severity, message, hint, ruleId }: Problem): string {
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const place = `file=${property(file)},line=${line},col=${column},title=${property(ruleId)}`;
  return `::${severity} ${place}::${data(`${message}; ${hint}`)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
