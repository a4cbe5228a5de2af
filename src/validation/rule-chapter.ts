import type { Rule } from './rule.ts';

/** A rule as the handbook shows it. */
export interface RuleEntry {
  id: string;
  level: Rule['level'];
  isFixed: boolean;
  why: string;
  from: string;
  /** Those of its examples that it refuses, the first two. */
  examples: readonly {
    name: string;
    /** What was put into the example desk. */
    written: readonly { file: string; text: string }[];
    said: readonly { message: string; hint: string }[];
  }[];
}

/** So many refused examples show what a rule means. */
const SHOWN = 2;
/** Whole files are longer than an example should be. */
const LONGEST_SHOWN = 400;

/** What the handbook says of a rule: made from the rule itself, so that it cannot say anything else than the rule does. */
export function ruleEntry({ id, level, isFixed, why, from, examples }: Omit<Rule, 'check'>): RuleEntry {
  const refused = examples.filter(({ said }) => said.length > 0).slice(0, SHOWN);
  return {
    id,
    level: level === 'error' ? 'error' : 'warning',
    isFixed: isFixed === true,
    why,
    from,
    examples: refused.map(({ name, changes = {}, said }) => ({
      name,
      written: Object.entries(changes).flatMap(([file, change]) => {
        const text = typeof change === 'string' ? change : change?.[1];
        return text === undefined || text === '' || text.length > LONGEST_SHOWN ? [] : [{ file, text }];
      }),
      said: said.map(saidOf),
    })),
  };
}

/** `file:line:column message → hint` without its place. */
function saidOf(line: string): { message: string; hint: string } {
  const [, message = line, hint = ''] = /^\S+:\d+:\d+ (?:warning )?(.*?) → (.*)$/s.exec(line) ?? [];
  return { message, hint };
}
