import { type Entry, type NotedApproval, subjectText } from '../ledger/entry.ts';
import { keyText, type PostKey } from '../model/post-key.ts';
import type { EditRequest, PostRequest } from './ports.ts';

/** What readers got, or were about to. */
export interface Left {
  text: string;
  /** Fingerprint of its words and its picture's. */
  words: string;
  /** The commit of the content, with a `+` where it was changed since; missing where it was not noted. */
  revision?: string;
  /** By whose reviews it left; none where none was needed. */
  approvals: readonly NotedApproval[];
}

/** What happened to one copy of a post, as the ledger has it. */
export interface CopyEvent {
  /** Instant. */
  at: string;
  /** `note`: the answer that says what was wrong. `handed`: a person was asked to post it. */
  what: 'sent' | 'note' | 'handed' | 'edited' | 'withdrawn' | 'taken-away' | 'refused' | 'unknown' | 'under-way';
  /** Where readers see it, or the network's own name of it. */
  place?: string;
  reason?: string;
  /** Id of the person who said so. */
  by?: string;
  left?: Left;
}

/** One part of a post on one channel in one language. */
export interface Copy {
  key: PostKey;
  /** Id of the campaign; empty where the ledger does not say. */
  campaign: string;
  /** Oldest first. */
  events: CopyEvent[];
}

/** Everything that happened to a post, from all entries of a ledger in their order. Pure. */
export function auditCopies(entries: Iterable<Entry>, item: string): Copy[] {
  const copies = new Map<string, Copy>();
  const underWay = new Map<string, Extract<Entry, { state: 'sending' }>>();
  for (const entry of entries) {
    const { subject } = entry;
    if (!('item' in subject) || subject.item !== item) continue;
    const { action: _action, ...key } = subject;
    const copy = copies.get(keyText(key)) ?? { key, campaign: '', events: [] };
    copies.set(keyText(key), copy);
    if (entry.state === 'sending') {
      underWay.set(subjectText(subject), entry);
      if (subject.action === 'post') copy.campaign = (entry.request as PostRequest).about;
    } else {
      const event = eventOf(entry, underWay.get(subjectText(subject)));
      if (event) copy.events.push(event);
      if (entry.state !== 'intent') underWay.delete(subjectText(subject));
    }
  }
  for (const entry of underWay.values()) {
    const copy = 'item' in entry.subject ? copies.get(keyText(keyOf(entry.subject))) : undefined;
    copy?.events.push({ at: entry.at, what: 'under-way', ...leftBy(entry) });
  }
  return [...copies.values()].filter(({ events }) => events.length > 0);
}

function keyOf({ action: _action, ...key }: Extract<Entry['subject'], { item: string }>): PostKey {
  return key;
}

function eventOf(entry: Entry, sending: Extract<Entry, { state: 'sending' }> | undefined): CopyEvent | undefined {
  const { at, by, subject } = entry;
  const common = { at, ...(by !== undefined && { by }) };
  const left = leftBy(sending);
  switch (entry.state) {
    case 'intent':
    case 'sending':
    case 'released':
    // The bytes of an alert’s message are noted beside its posts.
    case 'noted':
      return undefined;
    case 'confirmed': {
      const isNote = (sending?.request as PostRequest | undefined)?.isCorrection === true;
      const what = subject.action === 'edit' ? 'edited' : isNote ? 'note' : 'sent';
      return { ...common, what, place: entry.url ?? entry.uri, ...left };
    }
    case 'handed':
      return { ...common, what: 'handed', place: entry.uri, ...left };
    case 'unknown':
      return { ...common, what: 'unknown', reason: entry.reason, ...left };
    case 'failed':
      return { ...common, what: 'refused', reason: entry.reason };
    case 'tombstoned':
      return { ...common, what: subject.action === 'withdraw' ? 'withdrawn' : 'taken-away', reason: entry.reason };
  }
}

/** A withdrawal leaves nothing. */
function leftBy(sending: Extract<Entry, { state: 'sending' }> | undefined): { left?: Left } {
  if (!sending || sending.subject.action === 'withdraw') return {};
  const { request, words, revision, approvals = [] } = sending;
  const { text } = (request as PostRequest | EditRequest).post;
  return { left: { text, words, approvals, ...(revision !== undefined && { revision }) } };
}
