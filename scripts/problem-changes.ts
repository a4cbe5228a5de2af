import type { Problem } from '../src/model/problem.ts';

export interface ProblemChanges {
  added: Problem[];
  gone: Problem[];
}

/**
 * What is new and what is gone between two checks. A problem that has only moved to another line is neither: who writes a
 * sentence at the top of a page has not made all that stands below it new.
 */
export function problemChanges(before: readonly Problem[], after: readonly Problem[]): ProblemChanges {
  return { added: withoutThose(after, before), gone: withoutThose(before, after) };
}

function withoutThose(problems: readonly Problem[], others: readonly Problem[]): Problem[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(nameOf(other), (left.get(nameOf(other)) ?? 0) + 1);
  return problems.filter((problem) => {
    const name = nameOf(problem);
    const count = left.get(name) ?? 0;
    if (count > 0) left.set(name, count - 1);
    return count === 0;
  });
}

function nameOf({ file, ruleId, severity, message }: Problem): string {
  return [file, ruleId, severity, message].join('\0');
}
