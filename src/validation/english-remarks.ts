import type { ProseDocument } from '../model/prose.ts';
import type { Remark, retextCheck } from './english-tree.ts';
import { hasHouseTerm } from './house-terms.ts';
import { isEnglish } from './prose-rule.ts';

/**
 * What a plugin of retext remarks on in English, without the words that the desk allows and those that its own list of terms
 * speaks of already: nothing in other languages.
 */
export function remarksBesideTerms(check: ReturnType<typeof retextCheck>): (document: ProseDocument) => Remark[] {
  return (document) => {
    if (!isEnglish(document.language)) return [];
    const remarks = check(document.surroundings.house.allowed)(document);
    return remarks.filter(({ block, offset }) => !hasHouseTerm(document, block, offset));
  };
}
