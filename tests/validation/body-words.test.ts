import { expect, it } from 'vitest';
import { placeOf } from '../../src/reading/places.ts';
import { readItem } from '../../src/reading/read-item.ts';
import { bodyWords } from '../../src/validation/body-words.ts';

it('gives a page’s words by blocks, each where it starts', () => {
  const { blocks } = wordsOf(`Boil *your*
water ~~raw~~.<Source id="who" />

## Why

- It **may** carry [germs](https://who.int/).
  - Many.
- None.

| A | B |
| - | - |
| 1 | 2 |

<Callout kind="info">

Boil it.

</Callout>
`);
  expect(blocks.map(({ text, position: { line, column } }) => `${line}:${column} ${text}`)).toEqual([
    '4:1 Boil your water .',
    '7:4 Why',
    '9:3 It may carry germs.',
    '10:5 Many.',
    '11:3 None.',
    '13:3 A',
    '13:7 B',
    '15:3 1',
    '15:7 2',
    '19:1 Boil it.',
  ]);
});

it('gives the words of pictures and videos too, those for a picture marked', () => {
  const { blocks } = wordsOf(`<Figure src="./a.png" alt="A tap" caption="Clean" credit="Amina" />

Look ![a glass](./b.png) here.

<Video src="https://v.example/1" title="How to boil" captions="./talk.en.vtt">

We boil it.

</Video>
`);
  expect(blocks.map(({ text, isForPicture }) => (isForPicture ? `(${text})` : text))).toEqual([
    '(A tap)',
    'Clean',
    'Amina',
    '(a glass)',
    'Look here.',
    'How to boil',
    'We boil it.',
  ]);
});

it('gives the addresses that a page links to, and no parts of the page itself', () => {
  expect(wordsOf('See [WHO](https://who.int/a), https://cdc.gov/b and this.[^1]\n\n[^1]: A note.\n').links).toEqual([
    'https://who.int/a',
    'https://cdc.gov/b',
  ]);
});

it('gives nothing of a body that cannot be read', () => {
  expect(bodyWords({ bodyStartsAt: { line: 1, column: 1 } })).toEqual({ blocks: [], links: [] });
});

it('does not take a body whose tree was not kept for one without words', () => {
  const body = { headings: [], citations: [] };
  expect(() => bodyWords({ body, bodyStartsAt: { line: 1, column: 1 } })).toThrow(
    new TypeError('the body was read without its tree: let the reader keep it'),
  );
});

function wordsOf(body: string) {
  const place = placeOf(['campaigns', 'water', 'en.mdx']);
  if (place.kind !== 'item') throw new TypeError('a campaign has its place');
  const { draft } = readItem({
    file: 'en.mdx',
    text: `---\nid: water\n---\n${body}`,
    place,
    contentDir: 'content',
    siblings: [],
    isOriginalBeside: () => false,
  });
  if (!draft) throw new TypeError('the page was not read');
  return bodyWords(draft);
}
