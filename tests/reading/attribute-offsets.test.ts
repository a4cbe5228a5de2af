import { describe, expect, it } from 'vitest';
import { attributePlaces } from '../../src/reading/attribute-offsets.ts';

/** What stands at each attribute's name and value, up to the next space or quote. */
function found(tag: string, before = ''): string[][] {
  const text = `${before}${tag} and "more" a="b"`;
  const word = (at: number) => /^[^\s"'=/>]*/.exec(text.slice(at))?.[0] ?? '';
  return attributePlaces(text, before.length).map(({ name, nameAt, valueAt }) => [name, word(nameAt), word(valueAt)]);
}

describe('the attributes of a tag', () => {
  it.each<[string, string[][]]>([
    ['<Source id="who" />', [['id', 'id', 'who']]],
    ["<Source id='who'/>", [['id', 'id', 'who']]],
    [
      '<Figure\n  src = "./a.png"\n\talt="b c"\n/>',
      [
        ['src', 'src', '.'],
        ['alt', 'alt', 'b'],
      ],
    ],
    [
      '<Figure alt="a > b" src="./a.png">',
      [
        ['alt', 'alt', 'a'],
        ['src', 'src', '.'],
      ],
    ],
    [
      '<Figure alt=\'say "no"\' src="x">',
      [
        ['alt', 'alt', 'say'],
        ['src', 'src', 'x'],
      ],
    ],
    [
      '<Callout kind={"a" + {b: "}"}.b} open>',
      [
        ['kind', 'kind', 'kind'],
        ['open', 'open', 'open'],
      ],
    ],
    [
      '<Callout {...{a: 1}} kind="info">',
      [
        ['{…}', '{...{a:', '{...{a:'],
        ['kind', 'kind', 'info'],
      ],
    ],
    [
      '<Callout kind="" open>',
      [
        ['kind', 'kind', ''],
        ['open', 'open', 'open'],
      ],
    ],
    ['<Fact>', []],
    ['<></>', []],
  ])('are found in their order: %s', (tag, places) => {
    expect(found(tag)).toEqual(places);
    expect(found(tag, 'پانی 💧 ')).toEqual(places);
  });

  it('end with a tag that is cut off', () => {
    expect(attributePlaces('<A b="', 0)).toEqual([{ name: 'b', nameAt: 3, valueAt: 6 }]);
    expect(attributePlaces('<A {', 0)).toEqual([{ name: '{…}', nameAt: 3, valueAt: 3 }]);
  });
});
