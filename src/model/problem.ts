/** `error` stops a merge and a build; `warning` is shown and stops nothing. */
export type Severity = 'error' | 'warning';

/** A place in a file. Lines and columns count from 1; a column counts UTF-16 code units, as editors and GitHub do. */
export interface Position {
  line: number;
  column: number;
}

/** A mistake in content. It is a value: all of them are collected and reported together. */
export interface Problem extends Position {
  /** Path from the project's root, with forward slashes: `content/campaigns/dengue/en.mdx`. */
  file: string;
  /** Permanent name of the rule, such as `field/unknown`. It never changes its meaning. */
  ruleId: string;
  severity: Severity;
  /** What was found and why it is wrong: one sentence. */
  message: string;
  /** What to write instead. */
  hint: string;
  /**
   * Whether time alone made it: nobody wrote anything wrong. It stops only a pull request that touches the item; elsewhere
   * it is a warning, and holds back that item’s posts.
   */
  byClock?: true;
  /** Whether the line on which it stands must not be shown again where problems are printed. */
  hidesLine?: true;
  /** What no output may repeat. No JSON holds it. */
  [CONCEALED]?: readonly string[];
}

/** Key of what a problem conceals: a symbol, so that it goes along with a copy and into no JSON. */
export const CONCEALED: unique symbol = Symbol('concealed');

/**
 * The problems as they may be shown: what one of them conceals stands nowhere any more, be it in the name of a file or in
 * what another rule says, and no line is shown that holds it.
 */
export function showable(problems: readonly Problem[]): Problem[] {
  const concealed = [...new Set(problems.flatMap((problem) => problem[CONCEALED] ?? []))]
    .filter((text) => text.length >= SHORTEST_CONCEALED)
    .toSorted((a, b) => b.length - a.length);
  const hidden = new Set(problems.filter(({ hidesLine }) => hidesLine).map(({ file, line }) => `${file}:${line}`));
  const veil = (text: string) => concealed.reduce((veiled, secret) => veiled.replaceAll(secret, '…'), text);
  return problems.map(({ [CONCEALED]: _, ...problem }) => ({
    ...problem,
    file: veil(problem.file),
    message: veil(problem.message),
    hint: veil(problem.hint),
    ...(hidden.has(`${problem.file}:${problem.line}`) && { hidesLine: true as const }),
  }));
}

/** Shorter than this, it identifies nobody without its line, and stands in half of all words. */
const SHORTEST_CONCEALED = 4;

/** What is wrong with one value, before anyone knows where the value stands. */
export interface Fault {
  ruleId: string;
  message: string;
  hint: string;
}

/** Orders problems as a reader of the files meets them. */
export function compareProblems(a: Problem, b: Problem): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.ruleId, b.ruleId);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
