import { phraseFinder } from '../model/phrases.ts';
import type { ProseBlock, ProseDocument } from '../model/prose.ts';
import type { Terms } from '../model/terms.ts';
import { oncePerDocument, ownBlocks } from './prose-rule.ts';

type Term = Terms['terms'][number];

export interface TermMatch {
  block: ProseBlock;
  from: number;
  to: number;
  term: Term;
}

/** Where a document's own words are not those of the house. A phrase inside of one that is right is none of them. */
export const houseTermsIn = oncePerDocument((document: ProseDocument): readonly TermMatch[] => {
  const find = finderFor(document.surroundings.house.terms);
  return ownBlocks(document).flatMap((block) =>
    find(block.text).flatMap(({ value, from, to }) => (value === 'right' ? [] : [{ block, from, to, term: value }])),
  );
});

/** Whether a house term speaks of these words: one remark on them is enough. */
export function hasHouseTerm(document: ProseDocument, block: ProseBlock, offset: number): boolean {
  return houseTermsIn(document).some((match) => match.block === block && match.from <= offset && offset < match.to);
}

type Find = ReturnType<typeof phraseFinder<Term | 'right'>>;
const finders = new WeakMap<readonly Term[], Find>();

/** All documents of a language have the same list. */
function finderFor(terms: readonly Term[]): Find {
  const wrong = () => terms.flatMap((term) => term.dontSay.map((phrase) => [phrase, term] as const));
  const right = () => terms.map(({ say }) => [say, 'right'] as const);
  const find = finders.get(terms) ?? phraseFinder<Term | 'right'>([...right(), ...wrong()]);
  finders.set(terms, find);
  return find;
}
