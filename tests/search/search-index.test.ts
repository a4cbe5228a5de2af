import { describe, expect, it } from 'vitest';
import { readSearchIndex, type SearchPage, writeSearchIndex } from '../../src/search/search-index.ts';

const page = (path: string, title: string, more: Partial<SearchPage> = {}): SearchPage => ({
  path,
  kind: 'Page',
  title,
  summary: '',
  words: '',
  text: '',
  ...more,
});

function searchIn(...pages: SearchPage[]): (asked: string) => string[] {
  const search = readSearchIndex(writeSearchIndex(pages));
  return (asked) => search(asked).map(({ path }) => path);
}

describe('the search', () => {
  it('finds what a page says, and gives what a reader sees of it', () => {
    const search = readSearchIndex(
      writeSearchIndex([
        page('en/a/', 'Stop dengue', { kind: 'Campaign', summary: 'Tip out water.', text: 'Use a net.' }),
      ]),
    );
    expect(search('nets')).toEqual([
      { path: 'en/a/', kind: 'Campaign', title: 'Stop dengue', summary: 'Tip out water.' },
    ]);
  });

  it('puts a page whose title has the word before one whose text has it', () => {
    const search = searchIn(page('text/', 'Water', { text: 'dengue dengue' }), page('title/', 'Dengue'));
    expect(search('dengue')).toEqual(['title/', 'text/']);
  });

  it('gives the pages that have every word, and only where there is none those that have some', () => {
    const search = searchIn(page('both/', 'Boil water'), page('one/', 'Safe water'));
    expect(search('boil water')).toEqual(['both/']);
    expect(search('boil milk')).toEqual(['both/']);
  });

  it.each(['ڈینگي كا بخار', 'ڈینگی کا بُخار', 'بخار ڈینگی'])('finds Urdu written as “%s”', (asked) => {
    expect(searchIn(page('ur/a/', 'ڈینگی کا بخار'), page('ur/b/', 'صاف ہاتھ'))(asked)[0]).toBe('ur/a/');
  });

  it('finds Arabic without its article and its marks', () => {
    expect(searchIn(page('ar/a/', 'غَسْلُ اليدين'), page('ar/b/', 'حمى الضنك'))('غسل يدين')).toEqual(['ar/a/']);
  });

  it.each([
    ['a number in any digits', '۱۱۶۶'],
    ['a word that is still being typed', 'helpl'],
    ['a word with a wrong letter', 'helplime'],
  ])('finds %s', (_what, asked) => {
    expect(searchIn(page('en/a/', 'The helpline 1166'), page('en/b/', 'Soap'))(asked)).toEqual(['en/a/']);
  });

  it.each(['', '   ', '؟', 'xyzzy'])('finds nothing for “%s”', (asked) => {
    expect(searchIn(page('en/a/', 'Soap'))(asked)).toEqual([]);
  });

  it('refuses what no build wrote', () => {
    expect(() => readSearchIndex('<!doctype html>')).toThrow(SyntaxError);
  });
});
