import { expect, it } from 'vitest';
import { EMPTY_WORDS, LIKE_WORDS, OTHER_SUBJECTS } from '../../src/answers/like-words.ts';
import { foldWord } from '../../src/answers/phrase-patterns.ts';
import { plainWords, stemOf } from '../../src/search/search-words.ts';

const keysOf = (line: string) =>
  line.split(' ').map((name) =>
    name
      .split('+')
      .flatMap(plainWords)
      .map((word) => foldWord(stemOf(word)))
      .join('+'),
  );

it('has each word in one meaning, or among those that mean nothing here, or among other subjects', () => {
  const lists = [...LIKE_WORDS, EMPTY_WORDS.join(' '), OTHER_SUBJECTS.join(' ')];
  const first = new Map<string, string>();
  const twice = lists.flatMap((line) =>
    [...new Set(keysOf(line))].flatMap((key) => {
      const before = first.get(key);
      if (before === undefined) first.set(key, line);
      return before === undefined ? [] : [`${key}: ${before.slice(0, 20)} / ${line.slice(0, 20)}`];
    }),
  );
  expect(twice).toEqual([]);
});
