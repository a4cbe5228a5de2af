import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_HASHES, hasMoved, movedSince } from '../../src/model/moved-since.ts';

/** Blocks by one letter each: the letter is fingerprint and words, its place is the line. */
const text = (letters: string) =>
  [...letters].map((letter, index) => ({ hash: letter, line: index + 1, words: letter }));
const blocksOf = (before: string, now: string) =>
  movedSince({ fields: {}, blocks: [...before] }, { fields: {}, blocks: text(now) }).blocks.map((move) =>
    move.kind === 'removed' ? `removed after ${move.after?.words ?? 'nothing'}` : `${move.kind} ${move.block.words}`,
  );

describe('the blocks of an original', () => {
  it.each<[string, string, string, string[]]>([
    ['nothing moved', 'abc', 'abc', []],
    ['one was rewritten', 'abc', 'aBc', ['changed B']],
    ['one was written', 'abc', 'abXc', ['added X']],
    ['one was written at the start', 'abc', 'Xabc', ['added X']],
    ['one was taken out', 'abc', 'ac', ['removed after a']],
    ['the first was taken out', 'abc', 'bc', ['removed after nothing']],
    ['all were taken out', 'ab', '', ['removed after nothing', 'removed after nothing']],
    ['all were written', '', 'ab', ['added a', 'added b']],
    ['one was split', 'abc', 'aXYc', ['changed X', 'added Y']],
    ['two were put together', 'abcd', 'aXd', ['changed X', 'removed after X']],
    ['one went to the end', 'abcd', 'acdb', ['relocated b']],
    ['one went to the end and another came in its place', 'abcd', 'aXcdb', ['added X', 'relocated b']],
    ['one of two that are alike was taken out', 'haha', 'aha', ['removed after nothing']],
    ['one that is there twice came once more', 'hah', 'hahh', ['added h']],
    ['several things at once', 'abcdef', 'aBcdXf', ['changed B', 'changed X']],
  ])('where %s', (_, before, now, moves) => {
    expect(blocksOf(before, now)).toEqual(moves);
  });

  it('tell with any two texts how the one became the other', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 12 });
    fc.assert(
      fc.property(letters, letters, (before, now) => {
        const moves = blocksOf(before, now);
        const count = (kind: string) => moves.filter((move) => move.startsWith(kind)).length;
        expect(now.length - before.length).toBe(count('added') - count('removed'));
        expect(moves.length === 0).toBe(before === now);
        // No more is told than has to be: what stands in both in the same order has not moved.
        const told = count('changed') + count('added') + count('relocated');
        expect(now.length - told).toBe(longestByTrying(before, now));
      }),
    );
  });

  it('are not aligned where there are too many of them', () => {
    const many = Array.from({ length: 2100 }, (_, index) => `b${index}`);
    const { blocks } = movedSince(
      { fields: {}, blocks: many },
      { fields: {}, blocks: many.toReversed().map((hash, index) => ({ hash, line: index + 1, words: hash })) },
    );
    expect(new Set(blocks.map(({ kind }) => kind))).toEqual(new Set(['relocated']));
    expect(blocks).toHaveLength(2100);
  });
});

describe('the fields of an original', () => {
  const fieldsOf = (made: Record<string, string>, now: Record<string, string>) =>
    movedSince({ fields: made, blocks: [] }, { fields: now, blocks: [] }).fields;

  it('are told by name where one was changed, written or taken out', () => {
    expect(fieldsOf({ title: '1', summary: '2', alt: '3' }, { title: '1', summary: '9', warning: '4' })).toEqual([
      'summary',
      'warning',
      'alt',
    ]);
  });

  it('that hold nothing are as those that are not there', () => {
    const [list, group] = ['[]', '{}'].map((value) => createHash('sha256').update(value).digest('hex').slice(0, 12));
    expect([...EMPTY_HASHES]).toEqual([list, group]);
    expect(fieldsOf({ hashtags: list ?? '' }, { variants: group ?? '' })).toEqual([]);
    expect(fieldsOf({ hashtags: list ?? '' }, { hashtags: '1' })).toEqual(['hashtags']);
  });

  it('are not found on what every object has', () => {
    expect(fieldsOf({}, { constructor: '1' })).toEqual(['constructor']);
  });

  it('or a block are enough for a translation to be behind', () => {
    expect(hasMoved({ fields: [], blocks: [] })).toBe(false);
    expect(hasMoved({ fields: ['title'], blocks: [] })).toBe(true);
    expect(hasMoved({ fields: [], blocks: [{ kind: 'removed', after: undefined }] })).toBe(true);
  });
});

function longestByTrying(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a[0] === b[0]) return 1 + longestByTrying(a.slice(1), b.slice(1));
  return Math.max(longestByTrying(a.slice(1), b), longestByTrying(a, b.slice(1)));
}
