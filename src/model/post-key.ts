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
}

/** `know-your-status/2026/bluesky/ur/1`: unique, because none of the parts can hold a slash. */
export function keyText(key: PostKey): string {
  return [key.item, key.occurrence, key.channel, key.language, key.part].join('/');
}
