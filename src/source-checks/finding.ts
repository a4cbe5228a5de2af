import type { Problem, Severity } from '../model/problem.ts';

/** Something that a person should see to, where it stands in the content. */
export type Finding = Problem & {
  /** When it was seen. */
  checkedAt?: string;
};

/** What is wrong, before it is said where. */
export interface Told {
  ruleId: string;
  /** `error`: readers are misled, warned away or let down. `warning`: a person should look, because a program cannot tell. */
  severity: Severity;
  message: string;
  hint: string;
  checkedAt?: string;
}

/** Something from outside as code, which no reader’s program takes for more than that. */
export function quoted(text: string): string {
  const plain = text.replaceAll('`', '’').replaceAll(/\p{Cc}|\p{Cf}/gu, '');
  return `\`${plain.length > 300 ? `${plain.slice(0, 300)}…` : plain}\``;
}
