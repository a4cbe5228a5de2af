import { distance } from 'fastest-levenshtein';
import type { LedgerRecord, LedgerState } from '../ledger/entry.ts';
import type { Content } from '../model/content.ts';
import { plannedCampaigns } from '../model/event-campaign.ts';
import type { PostKey } from '../model/post-key.ts';
import type { PostRequest } from './ports.ts';

/** What readers have got. */
export interface LookAlikes {
  /** Posts by occurrence, channel and language. */
  sent: ReadonlyMap<string, readonly LedgerRecord[]>;
  /** Ids of the posts that the content has. */
  known: ReadonlySet<string>;
}

/** How much of the shorter text may differ where the other post is no longer in the content: an id that was changed. */
const LIKE = 0.1;

/** The posts that readers have got, for `findLookAlike`. */
export function lookAlikesIn(ledger: LedgerState, content: Content): LookAlikes {
  const sent = new Map<string, LedgerRecord[]>();
  for (const record of ledger.values()) {
    const { subject, last } = record;
    if (subject.action !== 'post' || last.state !== 'confirmed' || subject.part !== 1) continue;
    const name = placeOf(subject);
    const before = sent.get(name);
    if (before) before.push(record);
    else sent.set(name, [record]);
  }
  return { sent, known: new Set(plannedCampaigns(content).flatMap(({ posts }) => posts.map(({ id }) => id))) };
}

/**
 * Id of another post that said the same on this channel in this occurrence of the same campaign: in the same letters; or,
 * where that post is no longer among the content, in almost the same. An id that was changed would otherwise bring the
 * post out again.
 */
export function findLookAlike(
  key: PostKey,
  { text, campaign }: { text: string; campaign: string },
  { sent, known }: LookAlikes,
): string | undefined {
  const words = lettersOf(text);
  if (words === '') return undefined;
  const found = sent.get(placeOf(key))?.find(({ subject, confirmed }) => {
    const request = confirmed?.sending?.request as PostRequest | undefined;
    if (!request || request.isCorrection || request.about !== campaign) return false;
    if (!('item' in subject) || subject.item === key.item) return false;
    const other = lettersOf(request.post.text);
    if (other === words) return true;
    const room = LIKE * Math.min(other.length, words.length);
    const isClose = Math.abs(other.length - words.length) <= room;
    return !known.has(subject.item) && isClose && distance(other, words) <= room;
  });
  return found && 'item' in found.subject ? found.subject.item : undefined;
}

function placeOf({ occurrence, channel, language }: PostKey): string {
  return `${occurrence}/${channel}/${language}`;
}

function lettersOf(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/https?:\S+|[^\p{L}\p{N}]+/gu, '');
}
