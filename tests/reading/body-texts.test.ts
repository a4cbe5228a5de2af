import { describe, expect, it } from 'vitest';
import { bodyTexts } from '../../src/reading/body-texts.ts';
import { compileMdx } from '../../src/reading/compile-mdx.ts';

describe('the texts of a body', () => {
  it('are its paragraphs, headings, whole lists, rows of tables, and words for pictures', () => {
    expect(
      texts(`## A *heading*

One **two**
three.

- first
- second

| A | B |
| - | - |
| c | d |

> quoted

![alt one](./a.png) and <Source id="x" /> more

<Figure src="./b.png" alt="alt two" caption="below" />

<Callout kind="info">

inside

</Callout>
`),
    ).toEqual([
      'text: A heading',
      'text: One two three.',
      'text: first\nsecond\n',
      'text: A | B | ',
      'text: c | d | ',
      'text: quoted\n',
      'alt: alt one',
      'text:  and  more',
      'alt: alt two',
      'alt: below',
      'alt: ./b.png',
      'text: inside\n',
    ]);
  });

  it('hold addresses, also those behind words, and code', () => {
    expect(texts('See [her page](https://a.example/b) and c@d.example or `0300 1`.')).toEqual([
      'text: See her page https://a.example/b  and c@d.example or 0300 1.',
    ]);
  });

  it.each([
    ['in a paragraph of one line', 'Call X now.', '4:6'],
    ['after emphasis', 'A *very* **long** X', '4:19'],
    ['in a second line', 'One\ntwo X', '5:5'],
    ['after escapes and entities', 'A \\* b &amp; c &#x2013; X', '4:25'],
    ['in a list, in a line that goes on', '- one\n  two\n  three X', '6:9'],
    ['in a quotation', '> one\n> two X', '5:7'],
    ['in a table', '| A | B |\n| - | - |\n| c | d X |', '6:9'],
    ['in words for a picture', 'Look ![a X](./b.png)', '4:10'],
    ['in an attribute', '<Figure src="./b.png" alt="a X" />', '4:30'],
    ['in a component', '<Callout kind="info">\n\nOne X\n\n</Callout>', '6:5'],
    ['after a break that stays', 'one\\\ntwo X', '5:5'],
    ['in Urdu', 'یہ X ہے', '4:4'],
  ])('know where each sign stands: %s', (_, body, place) => {
    const found = placed(body).flatMap(({ text, locate }) => {
      const at = text.indexOf('X');
      return at < 0 ? [] : [locate(at)];
    });
    expect(found.map(({ line, column }) => `${line}:${column}`)).toEqual([place]);
  });
});

function placed(body: string) {
  const source = `---\na: 1\n---\n${body}\n`;
  const { tree } = compileMdx(source);
  if (!tree) throw new Error('this cannot be compiled');
  return bodyTexts(tree, source);
}

function texts(body: string): string[] {
  return placed(body).map(({ where, text }) => `${where}: ${text}`);
}
