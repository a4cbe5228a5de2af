import type { ItemCollection } from './collection.ts';
import type { Drafts } from './draft.ts';
import type { Position } from './problem.ts';

/** A place in a language file that names a source: where the original lists it, or where the text cites it. */
export interface SourcePlace extends Position {
  file: string;
  language: string;
  collection: ItemCollection;
  /** Folder name of the item. */
  slug: string;
  kind: 'listed' | 'cited';
}

/** Every place that names the source, in the order of the files and of their lines. */
export function sourcePlaces(drafts: Pick<Drafts, 'items'>, sourceId: string): SourcePlace[] {
  return drafts.items.flatMap((draft) => {
    const { file, language, collection, slug } = draft;
    const at = (kind: SourcePlace['kind'], { line, column }: Position): SourcePlace => ({
      file,
      line,
      column,
      language,
      collection,
      slug,
      kind,
    });
    const sources: readonly string[] = 'sources' in draft.fields ? (draft.fields.sources ?? []) : [];
    const index = sources.indexOf(sourceId);
    return [
      ...(index < 0 ? [] : [at('listed', draft.locate(['sources', index]))]),
      ...draft.mentions
        .filter(({ kind, value }) => kind === 'source' && value === sourceId)
        .map(({ position }) => at('cited', position)),
    ];
  });
}
