import type { Problem } from '../model/problem.ts';
import type { ProseDocument } from '../model/prose.ts';
import { PROSE_RULES } from './prose-rules.ts';

/** What the rules on words say of a document. The same document gives the same problems, in the same order. */
export function judgeProse(document: ProseDocument): Problem[] {
  return PROSE_RULES.flatMap(({ judge }) => judge(document));
}
