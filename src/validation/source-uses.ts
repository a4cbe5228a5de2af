import type { Drafts } from '../model/draft.ts';
import type { Fault, Problem } from '../model/problem.ts';
import type { Source } from '../model/source.ts';
import { citingOriginals, problemAtField, recordsOf } from './rule.ts';

/** The fields of every source that can be read, with its id. */
export function sourcesIn(drafts: Drafts) {
  return recordsOf(drafts, 'sources').flatMap((draft) => {
    const { id } = draft.fields;
    return id === undefined ? [] : [{ id, draft, fields: draft.fields as Partial<Source> & { id: string } }];
  });
}

/** A problem at each place where an item lists this source. */
export function atEachUse(drafts: Drafts, sourceId: string, fault: Fault): Problem[] {
  return citingOriginals(drafts).flatMap((draft) => {
    const index = (draft.fields.sources ?? []).indexOf(sourceId);
    return index < 0 ? [] : [problemAtField(draft, ['sources', index], fault)];
  });
}

/** Whether any item lists this source. */
export function isUsed(drafts: Drafts, sourceId: string): boolean {
  return citingOriginals(drafts).some((draft) => draft.fields.sources?.includes(sourceId));
}
