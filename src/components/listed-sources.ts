import type { Source } from '../model/source.ts';

/** Sources of a page: those cited in its text in the order of their numbers, then those that its item only lists. */
export function listedSources(
  { citations }: { citations: readonly string[] },
  item: { sources: readonly string[] },
  sources: ReadonlyMap<string, Source>,
): Source[] {
  return [...new Set([...citations, ...item.sources])].flatMap((id) => sources.get(id) ?? []);
}
