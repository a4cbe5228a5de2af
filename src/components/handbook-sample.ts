import type { Helpline, Organisation } from '../model/organisation.ts';
import type { Source } from '../model/source.ts';

/** Sources that the handbook's examples cite, whatever the desk itself holds. */
export const HANDBOOK_SOURCES: ReadonlyMap<string, Source> = new Map(
  [
    {
      id: 'who-dengue-fact-sheet',
      kind: 'fact-sheet' as const,
      title: 'Dengue',
      publisher: 'World Health Organization',
      url: 'https://www.who.int/news-room/fact-sheets/detail/dengue-and-severe-dengue',
      language: 'en',
      publishedOn: '2025',
      accessedOn: '2026-11-23',
    },
    {
      id: 'nature-dengue-2013',
      kind: 'peer-reviewed' as const,
      title: 'The global distribution and burden of dengue',
      publisher: 'Nature',
      url: 'https://doi.org/10.1038/nature12060',
      language: 'en',
      publishedOn: '2013-04-07',
      accessedOn: '2026-11-23',
      doi: '10.1038/nature12060',
    },
  ].map((source) => [source.id, source]),
);

const RESCUE: Helpline = {
  id: 'rescue-1122',
  country: 'PK',
  name: { en: 'Rescue 1122, emergency' },
  number: '1122',
  hours: { en: 'Day and night' },
};

/** The desk's organisation with a help line that the examples show, and with every blank open. */
export function withHandbookHelplines(organisation: Organisation): Organisation {
  return { ...organisation, helplines: [RESCUE], blanks: {} };
}
