import { createHash } from 'node:crypto';
import { keyText, type PostKey } from '../model/post-key.ts';

/** What an entry is about: a post, a change to a post that readers have, or what a channel's profile shows. */
export type Subject =
  | ({ action: 'post' | 'edit' | 'withdraw' } & PostKey)
  | { action: 'pin' | 'banner'; channel: string };

/** A message of an incident as machines get it (`capAlert`). */
export interface MessageSubject {
  action: 'message';
  incident: string;
  update: string;
}

/** `post/know-your-status/2026/bluesky/ur/1`, `pin/bluesky`, `message/flood/flood-2`. */
export function subjectText(subject: Subject | MessageSubject): string {
  if (subject.action === 'message') return `message/${subject.incident}/${subject.update}`;
  return 'item' in subject ? `${subject.action}/${keyText(subject)}` : `${subject.action}/${subject.channel}`;
}

/**
 * What happened to a subject, in order: `intent`, then `sending` before the request leaves, then what came of it.
 * `unknown`: the network may have done it or not. `failed`: it certainly has not. `handed`: a person was asked to do it.
 * `tombstoned`: what was there is gone, and does not come back under its key. `released`: a profile was changed by
 * somebody else, and what it shows is theirs. `noted`: what was about to leave is on record.
 */
export type Transition =
  | { state: 'intent' }
  /**
   * The exact request, so that it can be repeated to the letter. `thread`: fingerprint of all parts of its thread.
   * `approvals` and `revision` (the commit of the content) are there for who asks later, and open nothing.
   */
  | {
      state: 'sending';
      request: unknown;
      words: string;
      thread?: string;
      approvals?: readonly NotedApproval[];
      revision?: string;
    }
  | { state: 'confirmed'; uri: string; url?: string; cid?: string }
  | { state: 'unknown'; reason: string }
  /** `again`: a later run may try the same words once more. `unsent`: the request never even left. */
  | { state: 'failed'; reason: string; words: string; again: boolean; unsent?: true }
  | { state: 'handed'; uri: string }
  | { state: 'tombstoned'; reason: string }
  | { state: 'released'; reason: string }
  /** Of a message of an incident alone: the SHA-256 of its bytes, which are never others from then on. */
  | { state: 'noted'; sha256: string };

/** A review by which something left, as it was read just before. */
export interface NotedApproval {
  /** Id of the person, and the role that they stood for. */
  by: string;
  role: string;
  /** Instant and address of the review, and the commit that was reviewed. */
  at: string;
  review: string;
  commit: string;
  /** Fingerprint of all that was approved: of the words with their page, sources and risk. */
  words: string;
}

/** One line of the ledger. */
export type Entry = Transition & {
  /** Instant at which it was written. */
  at: string;
  subject: Subject | MessageSubject;
  /** Who decided it, where a person did. */
  by?: string;
  /** Hash of the entry before; 64 zeros for the first. */
  previous: string;
  /** SHA-256 of this entry without this field. */
  hash: string;
};

/**
 * A line of the ledger that is no entry: from here on a checkpoint stands for everything before. It forgets what was
 * settled long ago, so that everyone who reads the ledger forgets the same at the same place.
 */
export interface Voucher {
  /** Instant of the entry before it. */
  at: string;
  /** SHA-256 of the checkpoint. */
  checkpoint: string;
  previous: string;
  hash: string;
}

/** What is known of one subject. */
export interface LedgerRecord {
  subject: Subject | MessageSubject;
  last: Entry;
  /** The latest request that left or was about to. */
  sending?: Extract<Entry, { state: 'sending' }>;
  /** The latest confirmation, and the request that it confirms. */
  confirmed?: { entry: Extract<Entry, { state: 'confirmed' }>; sending?: Extract<Entry, { state: 'sending' }> };
}

/** Everything the ledger knows, by `subjectText`. */
export interface LedgerState {
  get(name: string): LedgerRecord | undefined;
  values(): Iterable<LedgerRecord>;
  /** Whether it was settled so long ago that only its name is kept. */
  isArchived(name: string): boolean;
  /** When the last entry was written; a clock that says less is wrong. `undefined` where there is none. */
  readonly newestAt: string | undefined;
}

export const FIRST_PREVIOUS = '0'.repeat(64);

export const EMPTY_LEDGER: LedgerState = {
  get: () => undefined,
  values: () => [],
  isArchived: () => false,
  newestAt: undefined,
};

/** The entry that follows `previous`, with its hash. */
export function sealEntry(
  transition: Transition,
  subject: Subject | MessageSubject,
  at: string,
  previous: string,
  by: string | undefined = undefined,
): Entry {
  const unsealed = { at, subject, ...transition, ...(by !== undefined && { by }), previous };
  return { ...unsealed, hash: hashOf(unsealed) } as Entry;
}

/** The line that vouches for a checkpoint, with its hash. */
export function sealVoucher(checkpoint: string, at: string, previous: string): Voucher {
  const unsealed = { at, checkpoint, previous };
  return { ...unsealed, hash: hashOf(unsealed) };
}

/** Whether an entry is what was written: no letter of it changed. */
export function isIntact({ hash, ...unsealed }: Entry): boolean {
  return hashOf(unsealed) === hash;
}

/** What is known after these entries. */
export function foldEntries(entries: Iterable<Entry>): Map<string, LedgerRecord> {
  const state = new Map<string, LedgerRecord>();
  for (const entry of entries) addEntry(state, entry);
  return state;
}

export function addEntry(state: Map<string, LedgerRecord>, entry: Entry): void {
  const name = subjectText(entry.subject);
  const before = state.get(name);
  const sending = entry.state === 'sending' ? entry : before?.sending;
  const confirmed = entry.state === 'confirmed' ? { entry, ...(sending && { sending }) } : before?.confirmed;
  state.set(name, {
    subject: entry.subject,
    last: entry,
    ...(sending && { sending }),
    ...(confirmed && { confirmed }),
  });
}

/** Whether nothing more is going on about a subject. What is not may never be forgotten. */
export function isSettled({ last }: LedgerRecord): boolean {
  return last.state === 'confirmed' || last.state === 'tombstoned' || (last.state === 'failed' && !last.again);
}

function hashOf(unsealed: object): string {
  return createHash('sha256').update(JSON.stringify(unsealed)).digest('hex');
}
