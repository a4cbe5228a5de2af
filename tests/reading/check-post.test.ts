import { describe, expect, it } from 'vitest';
import { checkPost } from '../../src/reading/check-post.ts';
import { compileMdx } from '../../src/reading/compile-mdx.ts';

describe('the text of a post', () => {
  it.each([
    ['is a paragraph', 'Boil it.', 'Boil it.'],
    [
      'has a space where a line ends in the file',
      'Boil water\nfor one minute\nbefore you drink it.',
      'Boil water for one minute before you drink it.',
    ],
    [
      'has a space there beside an address too',
      'See https://who.int\nfor more\nof it.',
      'See https://who.int for more of it.',
    ],
    ['keeps a break after a backslash', 'Boil it.\\\nLet it cool.\nDrink it.', 'Boil it.\nLet it cool. Drink it.'],
    ['keeps a break after two spaces', 'Boil it.  \nLet it cool.', 'Boil it.\nLet it cool.'],
    ['keeps an empty line between paragraphs, and one only', 'Boil it.\n\n\n\nDrink it.', 'Boil it.\n\nDrink it.'],
    [
      'keeps what has no meaning in plain text',
      '2 * 3 = 6, snake_case, 5 < 6 & 7 > 6',
      '2 * 3 = 6, snake_case, 5 < 6 & 7 > 6',
    ],
    ['takes back an escape', '\\#NoHashtag \\{x\\} \\*', '#NoHashtag {x} *'],
    ['keeps Urdu and its joiners', 'پانی اُبال\u200cیں 👩‍👩‍👧۔\nپھر پئیں۔', 'پانی اُبال\u200cیں 👩‍👩‍👧۔ پھر پئیں۔'],
  ])('%s', (_, written, text) => {
    expect(postOf(written)).toEqual({ text, faults: [] });
  });

  it('has no sign that nobody sees, however it is written', () => {
    expect(postOf('Boil &#x202e;it.').faults).toEqual([
      {
        position: { line: 4, column: 1 },
        fault: {
          ruleId: 'file/hidden-character',
          message: 'Unexpected invisible character U+202E',
          hint: 'delete it; the direction of text follows from its language',
        },
      },
    ]);
  });
});

function postOf(body: string) {
  const { tree } = compileMdx(`---\nid: x\n---\n${body}\n`);
  if (!tree) throw new TypeError('this should compile');
  return checkPost(tree);
}
