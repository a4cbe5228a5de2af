import { type LedgerRecord, type LedgerState, subjectText } from '../ledger/entry.ts';
import type { PostKey } from '../model/post-key.ts';
import { type EpochMs, toEpochMs } from '../model/time.ts';
import type { PostRequest, Ref } from './ports.ts';

export function partOf(record: LedgerRecord | undefined): PostKey {
  if (record?.subject.action !== 'post') return { item: '', occurrence: '', channel: '', language: '', part: 0 };
  const { action: _, ...key } = record.subject;
  return key;
}

export function isNote({ sending }: LedgerRecord): boolean {
  return (sending?.request as PostRequest | undefined)?.isCorrection === true;
}

/** Whether a post was there and was taken away, by the desk or, as a person has said, by somebody else. */
export function isGone(record: LedgerRecord, ledger: LedgerState): boolean {
  if (record.last.state === 'tombstoned') return true;
  return ledger.get(subjectText({ action: 'withdraw', ...partOf(record) }))?.last.state === 'tombstoned';
}

/** Fingerprint of the words that readers have: those that were sent, or of the latest edit. */
export function shownWords(record: LedgerRecord, ledger: LedgerState): string | undefined {
  const edit = ledger.get(subjectText({ action: 'edit', ...partOf(record) }));
  return edit?.confirmed?.sending?.words ?? record.confirmed?.sending?.words;
}

/** Where a post is on its network. Some give it another name when it is edited. */
export function refOf({ subject, confirmed }: LedgerRecord, ledger: LedgerState): Ref {
  const edit = subject.action === 'post' ? ledger.get(subjectText({ ...subject, action: 'edit' })) : undefined;
  const { uri = '', cid } = edit?.confirmed?.entry ?? confirmed?.entry ?? {};
  return { uri, ...(cid !== undefined && { cid }) };
}

export function createdAtOf(record: LedgerRecord | undefined): EpochMs | undefined {
  const request = record?.sending?.request as PostRequest | undefined;
  return request && toEpochMs(request.createdAt);
}

/** The moment of a correction, written the same however its offset was. */
export function toRevision(at: string): string {
  return new Date(toEpochMs(at)).toISOString().replace('.000', '');
}
