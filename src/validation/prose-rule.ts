import type { Fault, Problem, Severity } from '../model/problem.ts';
import type { ProseBlock, ProseDocument } from '../model/prose.ts';
import type { RuleHeader } from './rule.ts';

/**
 * One thing that words are held to. It judges one language file, and by nothing but what the document holds: what it said
 * of a document is kept, and said again as long as neither the document nor the rules have changed.
 */
export interface ProseRule extends RuleHeader {
  /** In the order of the text. The severity of what it returns is `level`, or `warning` where a fault is less grave. */
  judge(document: ProseDocument): Problem[];
}

/** A problem at an offset of a block. Prose rules warn: numbers and lists of words know no context. */
export function problemInBlock(
  { file }: ProseDocument,
  block: ProseBlock,
  offset: number,
  { ruleId, message, hint }: Fault,
  severity: Severity = 'warning',
): Problem {
  return { file, ...block.locate(offset), severity, ruleId, message, hint };
}

/** The blocks whose words are the desk's own: nobody shortens or mends what another said. */
export function ownBlocks({ blocks }: ProseDocument): ProseBlock[] {
  return blocks.filter(({ isQuoted }) => !isQuoted);
}

export function isEnglish(language: string): boolean {
  return /^en(-|$)/.test(language);
}

/** What `make` makes of a document, made once: several rules want it. */
export function oncePerDocument<T>(make: (document: ProseDocument) => T): (document: ProseDocument) => T {
  const made = new WeakMap<ProseDocument, { value: T }>();
  return (document) => {
    const known = made.get(document);
    if (known) return known.value;
    const value = make(document);
    made.set(document, { value });
    return value;
  };
}
