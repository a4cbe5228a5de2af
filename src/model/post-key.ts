/**
 * What makes a post the same post, whatever happens to its words, its time or its file. The ledger is kept by it.
 */
export interface PostKey {
  /** Id of the post. */
  item: string;
  /** Id of the campaign's occurrence: the same post next year is another one. */
  occurrence: string;
  /** Id of the channel. */
  channel: string;
  language: string;
  /** Place in a thread, from 1. */
  part: number;
  /** On what a correction put there: the moment of the correction in UTC, `2026-12-01T05:00:00Z`. */
  revision?: string;
}

/** A post on a channel in a language, whatever its parts and corrections. */
export type CopyKey = Omit<PostKey, 'part' | 'revision'>;

/** `know-your-status/2026/bluesky/ur/1`: unique, because none of the parts can hold a slash. */
export function keyText(key: PostKey): string {
  const { revision } = key;
  return `${copyText(key)}/${key.part}${revision === undefined ? '' : `/${revision}`}`;
}

/** `know-your-status/2026/bluesky/ur`. */
export function copyText({ item, occurrence, channel, language }: CopyKey): string {
  return `${item}/${occurrence}/${channel}/${language}`;
}
