import MiniSearch, { type Options } from 'minisearch';
import { plainWords, stemOf } from './search-words.ts';

/** A page as the search knows it. */
export interface SearchPage {
  /** Below the site's base. */
  path: string;
  /** What it is, in the reader's language: “Campaign”. */
  kind: string;
  title: string;
  summary: string;
  /** Other words by which it is looked for: how people ask, a claim, hashtags, headings. */
  words: string;
  /** The text of the page. */
  text: string;
}

/** What is shown of a page that was found. */
export type FoundPage = Pick<SearchPage, 'path' | 'kind' | 'title' | 'summary'>;

const OPTIONS: Options<SearchPage> = {
  idField: 'path',
  fields: ['title', 'words', 'summary', 'text'],
  storeFields: ['kind', 'title', 'summary'],
  tokenize: plainWords,
  processTerm: (word) => stemOf(word),
  searchOptions: {
    boost: { title: 4, words: 3, summary: 2 },
    // A word still being typed, and one letter wrong in a word long enough to be told by the others.
    prefix: (_term, index, terms) => index === terms.length - 1,
    fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    weights: { fuzzy: 0.3, prefix: 0.5 },
  },
};

/** What a build writes for one language, as `readSearchIndex` takes it. */
export function writeSearchIndex(pages: readonly SearchPage[]): string {
  const index = new MiniSearch<SearchPage>(OPTIONS);
  index.addAll(pages);
  return JSON.stringify(index);
}

/** A search over an index that a build wrote. Throws a SyntaxError or an Error of MiniSearch where it is none. */
export function readSearchIndex(json: string): (asked: string) => FoundPage[] {
  const index = MiniSearch.loadJSON<SearchPage>(json, OPTIONS);
  return (asked) => {
    // Pages that have every word; only where there is none, pages that have some.
    const all = index.search(asked, { combineWith: 'AND' });
    const found = all.length > 0 ? all : index.search(asked);
    return found.map(({ id, kind, title, summary }) => ({ path: String(id), kind, title, summary }));
  };
}
