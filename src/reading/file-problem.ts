import type { Fault, Position, Problem, Severity } from '../model/problem.ts';

/** A fault at its place in a file. */
export function problemAt(file: string, position: Position, fault: Fault, severity: Severity = 'error'): Problem {
  return {
    file,
    line: position.line,
    column: position.column,
    ruleId: fault.ruleId,
    severity,
    message: fault.message,
    hint: fault.hint,
  };
}

export const FILE_START: Position = { line: 1, column: 1 };
