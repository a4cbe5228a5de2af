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
}

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
