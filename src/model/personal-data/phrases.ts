import { normaliseText } from './normalise-text.ts';

/**
 * A pattern that finds any of these pieces in the small letters of a normal text. They may be written in plain Urdu, with
 * its own letters: they are made normal, too.
 */
export function anyOf(pieces: readonly string[], flags = ''): RegExp {
  return new RegExp(`(?:${normaliseText(pieces.join('|')).text})`, `u${flags}`);
}

/** The same for whole words: what is found neither follows a letter nor stands before one. */
export function anyWordOf(pieces: readonly string[], flags = ''): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${normaliseText(pieces.join('|')).text})(?!\\p{L})`, `u${flags}`);
}

/** Words parted by white space, made normal. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(normaliseText(words).lower.trim().split(/\s+/));
}
