import type { Fault } from '../model/problem.ts';

/** Bytes from the start of a film that tell what it is. */
export const FILM_START_BYTES = 16;

/** A larger film belongs on a server for films: each build would copy it, and each clone of the desk would carry it. */
export const FILM_LIMIT_BYTES = 8_000_000;

/** What is wrong with a film by its first bytes and its size; `undefined` where it is a WebM or MP4 that a desk can keep. */
export function findFilmFault(start: Uint8Array, size: number): Fault | undefined {
  const bytes = Buffer.from(start);
  // WebM is Matroska, which begins with EBML's mark (RFC 8794); an MP4 names its brand at its fifth byte (ISO/IEC 14496-12).
  const isFilm =
    bytes.subarray(0, 4).equals(Buffer.from([0x1a, 0x45, 0xdf, 0xa3])) ||
    bytes.subarray(4, 8).toString('latin1') === 'ftyp';
  if (!isFilm) {
    return {
      ruleId: 'video/unreadable',
      message:
        bytes.length === 0
          ? 'Unexpected empty file in place of a film'
          : 'Unexpected content: this is no film of the kinds webm and mp4, whatever its name says',
      hint: bytes.toString('latin1').startsWith('version https:')
        ? 'fetch the film itself with `git lfs pull`'
        : 'save the film again as webm or mp4, or delete the file',
    };
  }
  if (size <= FILM_LIMIT_BYTES) return undefined;
  return {
    ruleId: 'video/large',
    message: `Unexpected film of ${(size / 1e6).toFixed(1)} MB: the desk keeps films of at most ${FILM_LIMIT_BYTES / 1e6} MB`,
    hint: 'make it smaller, or put it on a server for films and write its address as `video`',
  };
}
