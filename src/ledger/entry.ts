import { createHash } from 'node:crypto';
import { keyText, type PostKey } from '../model/post-key.ts';

/**
 * What happened to a post, in order: `intent`, then `sending` before the request leaves, then what came of it.
 * `unknown`: the network may have it or not. `failed`: it certainly has not.
 */
export type Transition =
  | { state: 'intent' }
  /** The exact request, so that it can be repeated to the letter. */
  | { state: 'sending'; request: unknown; words: string }
  | { state: 'confirmed'; uri: string; url?: string }
  | { state: 'unknown'; reason: string }
  /** `again`: a later run may try the same words once more. */
  | { state: 'failed'; reason: string; words: string; again: boolean };

/** One line of the ledger. */
export type Entry = Transition & {
  /** Instant at which it was written. */
  at: string;
  key: PostKey;
  /** Hash of the entry before; 64 zeros for the first. */
  previous: string;
  /** SHA-256 of this entry without this field. */
  hash: string;
};

/** What is known of one post. */
export interface PostRecord {
  key: PostKey;
  last: Entry;
  /** The latest request that left or was about to. */
  sending?: Extract<Entry, { state: 'sending' }>;
}

/** Everything the ledger knows, by `keyText`. */
export type LedgerState = ReadonlyMap<string, PostRecord>;

export const FIRST_PREVIOUS = '0'.repeat(64);

/** The entry that follows `previous`, with its hash. */
export function sealEntry(transition: Transition, key: PostKey, at: string, previous: string): Entry {
  const unsealed = { at, key, ...transition, previous };
  return { ...unsealed, hash: hashOf(unsealed) } as Entry;
}

/** Whether an entry is what was written: no letter of it changed. */
export function isIntact({ hash, ...unsealed }: Entry): boolean {
  return hashOf(unsealed) === hash;
}

/** What is known after these entries. */
export function foldEntries(entries: Iterable<Entry>): Map<string, PostRecord> {
  const state = new Map<string, PostRecord>();
  for (const entry of entries) addEntry(state, entry);
  return state;
}

export function addEntry(state: Map<string, PostRecord>, entry: Entry): void {
  const name = keyText(entry.key);
  const before = state.get(name);
  const sending = entry.state === 'sending' ? entry : before?.sending;
  state.set(name, { key: entry.key, last: entry, ...(sending && { sending }) });
}

function hashOf(unsealed: object): string {
  return createHash('sha256').update(JSON.stringify(unsealed)).digest('hex');
}
