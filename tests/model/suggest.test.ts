import { describe, expect, it } from 'vitest';
import { listed, suggest } from '../../src/model/suggest.ts';

const FIELDS = ['title', 'summary', 'mainMessage', 'callToAction', 'id'];

describe('a suggestion', () => {
  it.each([
    ['tilte', 'title'],
    ['Title', 'title'],
    ['sumary', 'summary'],
    ['main_message', 'mainMessage'],
    ['mainmessage', 'mainMessage'],
    ['ID', 'id'],
    ['ids', 'id'],
  ])('is made for a slip of the pen: %s', (written, meant) => {
    expect(suggest(written, FIELDS)).toBe(meant);
  });

  it.each(['weather', '', 'constructor', 'عنوان', 'x'.repeat(10_000)])(
    'is not made for another word: %s',
    (written) => {
      expect(suggest(written, FIELDS)).toBeUndefined();
    },
  );

  it('is not made where there is nothing to choose from', () => {
    expect(suggest('title', [])).toBeUndefined();
  });
});

describe('a list of names', () => {
  it.each([
    [[], ''],
    [['a'], '`a`'],
    [['a', 'b'], '`a` or `b`'],
    [['a', 'b', 'c'], '`a`, `b` or `c`'],
  ])('reads as a sentence: %j', (names, words) => {
    expect(listed(names)).toBe(words);
  });
});
