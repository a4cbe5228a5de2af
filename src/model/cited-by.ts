import type { Content } from './content.ts';

const COLLECTIONS = [
  'campaigns',
  'myths',
  'questions',
  'events',
  'series',
  'episodes',
  'studies',
  'incidents',
  'pages',
] as const;
export type CitingCollection = (typeof COLLECTIONS)[number];

/** An item that rests on a source. */
export interface CitingItem {
  collection: CitingCollection;
  id: string;
  /** Of an episode. */
  seriesId?: string;
  /** Whether its original lists the source. Without it, only a text cites it. */
  isListed: boolean;
  /** Its title in each language. */
  titles: Readonly<Record<string, string>>;
  /** Language files whose text cites the source, from the project’s root; those of an incident’s updates among them. */
  citedIn: readonly { language: string; file: string }[];
}

/**
 * For each source that anything lists or cites, by id, the items that do: campaigns, then myths, questions, events, series, episodes, studies, incidents and pages, each in
 * the order of the content. A source that is missing from the map rests unused.
 */
export function citedBy(content: Pick<Content, CitingCollection>): Map<string, CitingItem[]> {
  const citing = new Map<string, CitingItem[]>();
  for (const collection of COLLECTIONS) {
    for (const item of content[collection]) {
      const texts = [item, ...('updates' in item ? item.updates : [])].flatMap(({ versions }) =>
        Object.values(versions),
      );
      const titles = Object.fromEntries(Object.values(item.versions).map(({ language, title }) => [language, title]));
      for (const source of new Set([...item.sources, ...texts.flatMap(({ body }) => body.citations)])) {
        const entry: CitingItem = {
          collection,
          id: item.id,
          ...('seriesId' in item && { seriesId: item.seriesId }),
          isListed: item.sources.includes(source),
          titles,
          citedIn: texts
            .filter(({ body }) => body.citations.includes(source))
            .map(({ language, file }) => ({ language, file })),
        };
        citing.set(source, [...(citing.get(source) ?? []), entry]);
      }
    }
  }
  return citing;
}
