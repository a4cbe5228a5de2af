import type { FieldPath, RecordDraft } from '../../model/draft.ts';
import { aSource, SOURCE } from '../example-desk.ts';
import { problemAtField, type Rule, recordsOf } from '../rule.ts';

const id = 'source/duplicate';

export const sourceDuplicate: Rule = {
  id,
  level: 'error',
  why: 'A source in two files is assessed in one and retracted in the other, and counts as two voices.',
  from: 'Aagahi',
  check(drafts) {
    const seen = new Map<string, string>();
    return recordsOf(drafts, 'sources').flatMap((draft) => {
      const twin = namesOf(draft).find(([, name]) => seen.has(name));
      const name = draft.fields.id ?? draft.file;
      for (const [, key] of namesOf(draft)) if (!seen.has(key)) seen.set(key, name);
      if (!twin) return [];
      const [path, key, what] = twin;
      return [
        problemAtField(draft, path, {
          ruleId: id,
          message: `Unexpected ${what}: \`${seen.get(key)}\` has it too, so they are one source`,
          hint: 'cite that one everywhere, and remove this file',
        }),
      ];
    });
  },
  examples: [
    { name: 'sources of their own', said: [] },
    {
      name: 'another page of the same site, and another query of the same page',
      changes: {
        'sources/who-other.yml': aSource(
          'who-other',
          'publisher: WHO\nurl: https://www.who.int/news-room/fact-sheets/\n',
        ),
        'sources/who-query.yml': aSource(
          'who-query',
          'publisher: WHO\nurl: https://who.int/news-room/fact-sheets/?id=7\n',
        ),
      },
      said: [],
    },
    {
      name: 'the same page, paper and book under other ids',
      changes: {
        'sources/z-address.yml': aSource(
          'z-address',
          'publisher: WHO\nurl: https://who.int/news-room/fact-sheets/detail/drinking-water/?utm_source=mail#facts\n',
        ),
        'sources/z-book.yml': aSource(
          'z-book',
          'publisher: WHO\nurl: https://books.example/1\nisbn: "9789241549950"\n',
        ),
        'sources/z-doi.yml': aSource('z-doi', 'publisher: X\nurl: https://doi.org/10.1000/XYZ123\n'),
        'sources/z-pubmed.yml': aSource('z-pubmed', 'publisher: X\nurl: https://pubmed.ncbi.nlm.nih.gov/35065702/\n'),
        'sources/z-pubmed-2.yml': aSource('z-pubmed-2', 'publisher: X\nurl: https://x.example/\npmid: "35065702"\n'),
      },
      said: [
        'sources/z-address.yml:8:6 Unexpected address: `who-water` has it too, so they are one source → cite that one everywhere, and remove this file',
        'sources/z-book.yml:9:7 Unexpected ISBN: `cdc-water` has it too, so they are one source → cite that one everywhere, and remove this file',
        'sources/z-doi.yml:8:6 Unexpected address: `cdc-water` has it too, so they are one source → cite that one everywhere, and remove this file',
        'sources/z-pubmed.yml:8:6 Unexpected address: `z-pubmed-2` has it too, so they are one source → cite that one everywhere, and remove this file',
      ],
    },
    {
      name: 'a source that moved to another file, under the same id',
      changes: { [SOURCE]: ['id: who-water', 'id: who-drinking-water'] },
      said: [],
    },
  ],
};

/** Everything that tells a source from all others, the surest first: where it stands, the name as compared, and what it is. */
function namesOf({
  fields,
}: Extract<RecordDraft, { collection: 'sources' }>): [FieldPath, key: string, what: string][] {
  const { doi, pmid, isbn, url } = fields;
  return [
    ...(doi === undefined ? [] : [[['doi'], doiKey(doi), 'DOI'] satisfies [FieldPath, string, string]]),
    ...(pmid === undefined ? [] : [[['pmid'], pmidKey(pmid), 'PubMed id'] satisfies [FieldPath, string, string]]),
    ...(isbn === undefined
      ? []
      : [[['isbn'], `isbn ${isbn.replace(/\D/g, '')}`, 'ISBN'] satisfies [FieldPath, string, string]]),
    ...(url === undefined ? [] : [[['url'], addressKey(url), 'address'] satisfies [FieldPath, string, string]]),
  ];
}

// A DOI is the same in any case (DOI Handbook, 2.4).
const doiKey = (doi: string) => `doi ${doi.toLowerCase()}`;
const pmidKey = (pmid: string) => `pmid ${pmid}`;

/** The page that an address leads to, however it is written. */
function addressKey(url: string): string {
  const { hostname, pathname, searchParams } = new URL(url);
  const host = hostname.replace(/^www\./, '');
  const path = decoded(pathname).replace(/\/(?:index\.html?)?$/i, '');
  if (host === 'doi.org' || host === 'dx.doi.org') return doiKey(path.slice(1));
  if (host === 'pubmed.ncbi.nlm.nih.gov') return pmidKey(path.slice(1));
  for (const name of [...searchParams.keys()]) if (/^utm_|^fbclid$|^gclid$/i.test(name)) searchParams.delete(name);
  searchParams.sort();
  return `address ${host}${path}?${searchParams}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
