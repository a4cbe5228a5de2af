import { describe, expect, it } from 'vitest';
import type { PageBody } from '../../src/model/content.ts';
import { pageWords } from '../../src/posts/page-words.ts';
import { placeOf } from '../../src/reading/places.ts';
import { readItem } from '../../src/reading/read-item.ts';
import { sampleCampaign, sampleOrganisation } from '../support/sample-content.ts';

const HELPLINES = [
  { id: 'rescue', country: 'PK', name: { en: 'Rescue', ur: 'ریسکیو' }, number: '1122' },
  { id: 'samaritans', country: 'GB', name: { en: 'Samaritans' }, number: '116 123' },
];

function wordsOf(markdown: string, helplines: typeof HELPLINES = HELPLINES, shown: string[] = []): string {
  const place = placeOf(['campaigns', 'x', 'en.mdx']);
  if (place.kind !== 'item') throw new TypeError('no item');
  const text = `---\ntitle: X\n---\n\n${markdown}\n`;
  const { draft } = readItem({
    file: 'en.mdx',
    text,
    place,
    contentDir: 'content',
    siblings: [],
    isOriginalBeside: () => false,
  });
  const campaign = sampleCampaign({ helplines: shown });
  const [version] = Object.values(campaign.versions);
  if (!version || typeof draft?.body !== 'object') throw new TypeError('no body');
  const versions = { en: { ...version, body: draft.body satisfies PageBody } };
  return pageWords({ ...campaign, versions }, 'en', sampleOrganisation({ helplines })).join('\n');
}

describe('what a page says', () => {
  it.each([
    ['emphasis', 'Boil **all** water for *one* minute.', 'Boil all water for one minute.'],
    ['emphasis inside a word', 'un**safe**', 'unsafe'],
    ['line ends', 'Boil all water\nfor one minute.', 'Boil all water for one minute.'],
    ['another level of a heading', '## Boil it\n\nNow.', '### Boil it\n\nNow.'],
    ['a list', '- Boil it\n- Cool it', 'Boil it\n\nCool it'],
    ['two ways to write an attribute', "<Source id='who' />", '<Source id="who" />'],
    ['two ways to write a letter', 'caf\u00e9', 'cafe\u0301'],
  ])('is the same in another form: %s', (_what, one, other) => {
    expect(wordsOf(one)).toBe(wordsOf(other));
  });

  it.each([
    ['a word', 'Boil all water.', 'Boil some water.'],
    ['the order of words', 'Boil it, then drink it.', 'Drink it, then boil it.'],
    ['where words end', 'Boil it\n\nnow here', 'Boil it\n\nnowhere'],
    ['where a link leads', '[Facts](https://who.int/a)', '[Facts](https://who.int/b)'],
    ['the words for a picture', '![A tap](./tap.png)', '![A well](./tap.png)'],
    ['the picture', '![A tap](./tap.png)', '![A tap](./well.png)'],
    ['the source that is cited', 'Boil it.<Source id="who" />', 'Boil it.<Source id="cdc" />'],
    ['how grave a note is', '<Callout kind="info">Boil it.</Callout>', '<Callout kind="danger">Boil it.</Callout>'],
    ['what is struck out', 'Do ~~not~~ drink it.', 'Do not drink it.'],
    ['what is ticked', '- [x] Boil it', '- [ ] Boil it'],
    ['a number in a table', '| a |\n| - |\n| 1 |', '| a |\n| - |\n| 2 |'],
  ])('is another with %s', (_what, one, other) => {
    expect(wordsOf(one)).not.toBe(wordsOf(other));
  });

  it('holds the help lines that it shows, and no others', () => {
    const other = HELPLINES.map((line) => ({ ...line, number: `${line.number}9` }));
    expect(wordsOf('Boil it.', other)).toBe(wordsOf('Boil it.'));
    expect(wordsOf('Boil it.', other, ['rescue'])).not.toBe(wordsOf('Boil it.', HELPLINES, ['rescue']));
    const shown = '<Helplines country="PK" />';
    expect(wordsOf(shown, other)).not.toBe(wordsOf(shown));
    expect(wordsOf(shown)).toContain('1122 Rescue');
    expect(wordsOf(shown)).not.toContain('116 123');
  });
});
