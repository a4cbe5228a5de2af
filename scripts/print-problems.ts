import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { styleText } from 'node:util';
import { type Problem, showable } from '../src/model/problem.ts';
import { TEXT_LIMIT_BYTES } from '../src/reading/decode-text.ts';

export const PROBLEM_FORMATS = ['human', 'json', 'github'] as const;
export type ProblemFormat = (typeof PROBLEM_FORMATS)[number];

/** Problems as text, ready to print, without what they conceal; empty where there are none. */
export function formatProblems(found: readonly Problem[], format: ProblemFormat, root: string): string {
  const problems = showable(found);
  switch (format) {
    case 'json':
      return problems.map((problem) => `${JSON.stringify(problem)}\n`).join('');
    case 'github':
      return problems.map((problem) => `${toAnnotation(problem)}\n`).join('');
    case 'human': {
      const lineOf = sourceLines(root);
      return problems.map((problem) => `${forPeople(problem, lineOf(problem))}\n\n`).join('');
    }
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

function forPeople(problem: Problem, written: string | undefined): string {
  const { line, column, severity, ruleId } = problem;
  const [file, message, hint] = [problem.file, problem.message, problem.hint].map(printable);
  const mark = severity === 'error' ? styleText(['red', 'bold'], 'error  ') : styleText(['yellow', 'bold'], 'warning');
  return [
    styleText('bold', `${file}:${line}:${column}`),
    `  ${mark} ${message}`,
    `          ${styleText('cyan', `→ ${hint}`)}`,
    ...(written === undefined || problem.hidesLine
      ? []
      : [`          ${styleText('dim', `${line} │ ${excerpt(written, column)}`)}`]),
    `          ${styleText('dim', ruleId)}`,
  ].join('\n');
}

/** The text around a column. No caret: in text of mixed direction it would point at the wrong word. */
function excerpt(text: string, column: number): string {
  if (text.length <= 90) return text;
  const from = Math.max(0, column - 40);
  return `${from > 0 ? '…' : ''}${text.slice(from, from + 88)}${from + 88 < text.length ? '…' : ''}`;
}

/** Lines of the files as they are written. Problems of one file follow each other, so that one file is kept. */
function sourceLines(root: string): (problem: Problem) => string | undefined {
  let kept: { file: string; lines: readonly string[] } | undefined;
  return ({ file, line }) => {
    if (kept?.file !== file) kept = { file, lines: linesOf(path.join(root, file)) };
    const written = kept.lines[line - 1];
    return written === undefined ? undefined : printable(written);
  };
}

function linesOf(fullPath: string): string[] {
  try {
    if (statSync(fullPath).size > TEXT_LIMIT_BYTES) return [];
    const written = readFileSync(fullPath, 'utf8');
    // A picture has no lines. What stands in it, such as its owner's name, tells nobody what is wrong.
    return written.includes('\0') ? [] : written.split(/\r\n?|\n/);
  } catch {
    return [];
  }
}

/** A terminal must not obey what a faulty file holds, or its name. */
export function printable(text: string): string {
  return text.replaceAll(/(?!\t)\p{Cc}|[\u202A-\u202E]/gu, '\uFFFD');
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
