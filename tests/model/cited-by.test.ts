import { describe, expect, it } from 'vitest';
import { citedBy } from '../../src/model/cited-by.ts';
import type { Incident } from '../../src/model/content.ts';
import { sourcePlaces } from '../../src/model/source-places.ts';
import { readContent } from '../../src/reading/read-content.ts';

const body = (...citations: string[]) => ({ tree: undefined, headings: [], citations });
const NOTHING: Parameters<typeof citedBy>[0] = {
  campaigns: [],
  myths: [],
  questions: [],
  events: [],
  series: [],
  episodes: [],
  studies: [],
  incidents: [],
  pages: [],
};
const { drafts, content } = await readContent(process.cwd(), 'tests/fixtures/desk');
if (!content) throw new Error('the small desk cannot be read');

describe('citedBy', () => {
  it('names the items that rest on a source, with their titles and the files that cite it', () => {
    const citing = citedBy(content);
    expect(citing.get('cdc-water')).toEqual([
      {
        collection: 'campaigns',
        id: 'clean-water',
        isListed: true,
        titles: { en: 'Clean water, every glass', ur: 'ہر گلاس صاف پانی' },
        citedIn: [
          { language: 'en', file: 'tests/fixtures/desk/campaigns/clean-water/en.mdx' },
          { language: 'ur', file: 'tests/fixtures/desk/campaigns/clean-water/ur.mdx' },
        ],
      },
    ]);
    expect(citing.get('unicef-boiling')).toMatchObject([
      { collection: 'myths', citedIn: [{ language: 'en' }], isListed: true },
    ]);
  });

  it('has nothing for a source that nothing rests on', () => {
    expect(citedBy(NOTHING).get('who-water')).toBeUndefined();
  });

  it('tells a source that is cited and not listed, and one that only an update cites', () => {
    const version = { language: 'en', file: 'i/en.mdx', revision: '1', title: 'Flood', body: body('cited') };
    const update = { versions: { en: { language: 'en', file: 'u/en.mdx', body: body('late', 'cited') } } };
    const incident = { id: 'flood', sources: ['listed'], versions: { en: version }, updates: [update] };
    const citing = citedBy({ ...NOTHING, incidents: [incident as unknown as Incident] });
    expect(
      [...citing].map(([source, [item]]) => [source, item?.isListed, item?.citedIn.map(({ file }) => file)]),
    ).toEqual([
      ['listed', true, []],
      ['cited', false, ['i/en.mdx', 'u/en.mdx']],
      ['late', false, ['u/en.mdx']],
    ]);
  });
});

describe('sourcePlaces', () => {
  it('gives every line that lists or cites a source', () => {
    expect(
      sourcePlaces(drafts, 'epa-boiling').map(
        ({ file, line, column, kind, language }) =>
          `${file.split('/').slice(-2).join('/')}:${line}:${column} ${kind} ${language}`,
      ),
    ).toEqual([
      'boiled-water/en.mdx:12:11 listed en',
      'boiled-water/en.mdx:37:33 cited en',
      'boiled-water/ur.mdx:34:42 cited ur',
    ]);
  });
});
