import { describe, expect, it } from 'vitest';
import { FILM_LIMIT_BYTES, findFilmFault } from '../../src/reading/check-film.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const MP4 = bytes(0, 0, 0, 0x20, 0x66, 0x74, 0x79, 0x70, 0x69, 0x73, 0x6f, 0x6d);

describe('findFilmFault', () => {
  it('lets pass WebM and MP4', () => {
    expect(findFilmFault(bytes(0x1a, 0x45, 0xdf, 0xa3, 0x9f), 1000)).toBeUndefined();
    expect(findFilmFault(MP4, FILM_LIMIT_BYTES)).toBeUndefined();
  });

  it.each([
    ['an empty file', bytes(), 'Unexpected empty file in place of a film'],
    [
      'a page under the name of a film',
      new TextEncoder().encode('<!doctype html>'),
      'Unexpected content: this is no film of the kinds webm and mp4, whatever its name says',
    ],
  ])('tells %s', (_name, start, message) => {
    expect(findFilmFault(start, 1000)).toEqual({
      ruleId: 'video/unreadable',
      message,
      hint: 'save the film again as webm or mp4, or delete the file',
    });
  });

  it('tells a pointer of Git LFS in place of the film', () => {
    const start = new TextEncoder().encode('version https://');
    expect(findFilmFault(start, 130)?.hint).toBe('fetch the film itself with `git lfs pull`');
  });

  it('tells a film that is too large to be carried in every copy of the desk', () => {
    expect(findFilmFault(MP4, 12_340_000)).toEqual({
      ruleId: 'video/large',
      message: 'Unexpected film of 12.3 MB: the desk keeps films of at most 8 MB',
      hint: 'make it smaller, or put it on a server for films and write its address as `video`',
    });
  });
});
