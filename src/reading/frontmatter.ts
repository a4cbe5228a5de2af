import type { Fault, Position } from '../model/problem.ts';

export type Split =
  | { yaml: string; bodyStartsOnLine: number; fault?: never }
  | { fault: Fault; position: Position; yaml?: never };

/** Hyphens that an editor turned into dashes, that are indented, too few or many, or have something after them. */
const ALMOST_CLOSING = /^[ \t]*[-–—]{1,5}[ \t]*$|^[ \t]*---[ \t]+\S/;

/** Parts a language file into the YAML between the two lines `---` and what follows. */
export function splitFrontmatter(text: string): Split {
  const lines = text.split('\n');
  if (!/^---[ \t]*$/.test(lines[0] ?? '')) {
    return {
      fault: {
        ruleId: 'frontmatter/missing',
        message: 'Unexpected first line: a language file starts with its fields',
        hint: 'start the file with a line `---`, then the fields, then another line `---`',
      },
      position: { line: 1, column: 1 },
    };
  }
  const end = lines.findIndex((line, index) => index > 0 && /^---[ \t]*$/.test(line));
  if (end < 0) {
    const near = lines.findIndex((line, index) => index > 0 && ALMOST_CLOSING.test(line));
    if (near > 0) {
      return {
        fault: {
          ruleId: 'frontmatter/unclosed',
          message: 'Unexpected line: it looks like the one that closes the fields, and is not',
          hint: 'write three hyphens at the start of the line, and nothing else on it: `---`',
        },
        position: { line: near + 1, column: 1 },
      };
    }
    return {
      fault: {
        ruleId: 'frontmatter/unclosed',
        message: 'Unexpected end: the fields that start here have no closing line `---`',
        hint: 'write a line `---` after the last field',
      },
      position: { line: 1, column: 1 },
    };
  }
  return { yaml: lines.slice(1, end).join('\n'), bodyStartsOnLine: end + 2 };
}
