import { riskOf, threadHash } from '../approvals/approved-words.ts';
import { type LedgerRecord, type LedgerState, subjectText } from '../ledger/entry.ts';
import type { Post } from '../model/content.ts';
import { NETWORK } from '../model/network.ts';
import { keyText } from '../model/post-key.ts';
import { type EpochMs, toEpochMs } from '../model/time.ts';
import type { ComposedPost } from '../posts/compose-post.ts';
import type { Desk, OneCopy } from './plan-context.ts';
import { disconnected, failedWith, inFlight, keptBack, obstacleTo, passOf } from './plan-holds.ts';
import { isGone, isNote, partOf, refOf, shownWords, toRevision } from './plan-records.ts';
import { askedFor, planOne, planStray, planThread } from './plan-thread.ts';
import { type HoldReason, type Planned, type PlannedChange, type PlannedPost, unsettledIn } from './planned.ts';

const DAY_MS = 86_400_000;
/** Later than this a correction would only bring up again what readers have forgotten. */
const CORRECTION_WINDOW_MS = 3 * DAY_MS;

interface Standing {
  /** Records of the parts that readers have, in order. */
  parts: readonly LedgerRecord[];
  /** Those of the newest revision that were there and are gone. */
  removed: readonly LedgerRecord[];
}

/** What readers have of a post, or had last, of revisions before the given one. A correction's answer is no part of it. */
export function standingParts(
  records: readonly LedgerRecord[],
  before: string | undefined,
  ledger: LedgerState,
): Standing {
  const posts = records
    .filter((record) => !isNote(record) && (before === undefined || (partOf(record).revision ?? '') < before))
    .toSorted((a, b) => partOf(a).part - partOf(b).part);
  const revisions = [...new Set(posts.map((record) => partOf(record).revision ?? ''))].toSorted().toReversed();
  for (const revision of revisions) {
    const parts = posts.filter((record) => (partOf(record).revision ?? '') === revision);
    const there = parts.filter((record) => !isGone(record, ledger));
    if (there.length > 0) return { parts: there, removed: [] };
    if (revision === revisions.at(-1)) return { parts: [], removed: parts };
  }
  return { parts: [], removed: [] };
}

export function planCorrection(
  copy: OneCopy,
  { at, by }: NonNullable<Post['correction']>,
  standing: Standing,
  desk: Desk,
): Planned[] {
  const revision = toRevision(at);
  const window = { publishAt: toEpochMs(at), expiresAt: toEpochMs(at) + CORRECTION_WINDOW_MS };
  const version = copy.compose(copy.channel, copy.key.language);
  const asItStands = () => planThread(copy, partOf(standing.parts[0]).revision, desk);
  // What nobody is sure about is settled first.
  if (standing.parts.some((record) => record.last.state !== 'confirmed')) return asItStands();
  const isSame =
    standing.parts.length === version.parts.length &&
    standing.parts.every((record, index) => shownWords(record, desk.ledger) === version.parts[index]?.words);
  if (isSame) return asItStands();
  const canEdit = NETWORK[copy.channel.network].edit === 'shown' && standing.parts.length === version.parts.length;
  if (canEdit && standing.parts.length > 0)
    return standing.parts.flatMap((record, index) => {
      const part = version.parts[index];
      return part && shownWords(record, desk.ledger) !== part.words ? planEdit(copy, record, part, window, desk) : [];
    });
  if (by === 'replace') {
    const replacement = planThread(copy, revision, desk, window);
    if (standing.parts.length === 0) return replacement;
    // What readers have stays until what replaces it may leave.
    const [first] = replacement;
    if (first?.kind === 'hold') return replacement;
    const reason = 'replaced by a corrected text';
    const withdrawals = standing.parts.map((record) => planRemoval(copy, record, reason, window, desk)).toReversed();
    const after = { action: 'withdraw' as const, ...partOf(standing.parts[0]) };
    return [...withdrawals, ...planThread(copy, revision, desk, { ...window, after })];
  }
  const [root] = standing.parts;
  if (!root) return [];
  const key = { ...copy.key, part: 1, revision };
  if (!version.note) {
    const [shown] = version.parts;
    if (!shown) return [];
    const risk = riskOf(copy.post, copy.campaign);
    return [{ action: 'post', key, ...window, risk, ...shown, kind: 'hold', why: { kind: 'no-note' } }];
  }
  const parent = partOf(root);
  const thread = threadHash([version.note.words]);
  return [
    planOne(
      copy,
      { key, ...version.note, thread, window, replyTo: { root: parent, parent }, isCorrection: true },
      desk,
    ),
  ];
}

function planEdit(
  copy: OneCopy,
  record: LedgerRecord,
  { post, words }: { post: ComposedPost; words: string },
  window: { publishAt: EpochMs; expiresAt: EpochMs },
  desk: Desk,
): PlannedChange {
  const key = partOf(record);
  const subject = { action: 'edit' as const, ...key };
  const risk = riskOf(copy.post, copy.campaign);
  const asks = askedFor(copy);
  const leaving = { asks, network: post.network };
  const base = { action: 'edit' as const, subject, channel: key.channel, ...window, risk, post };
  const planned = { ...base, asks, aim: post.text };
  const edited = desk.ledger.get(subjectText(subject));
  const why =
    (edited && (inFlight(edited, desk) ?? failedWith(edited, words))) ??
    (desk.now >= window.expiresAt ? ({ kind: 'expired' } as const) : undefined) ??
    obstacleTo(leaving, desk) ??
    keptBack({ channel: key.channel, risk, evenInCrisis: copy.post.duringCrisis }, desk);
  if (why) return { ...planned, kind: 'hold', why };
  const target = refOf(record, desk.ledger);
  const request = { action: 'edit' as const, key, target, post, site: desk.content.organisation.url };
  return { ...planned, kind: 'change', request, words, ...passOf(leaving, desk) };
}

export function planWithdrawal(copy: OneCopy, reason: string, records: readonly LedgerRecord[], desk: Desk): Planned[] {
  const { key, publishAt, expiresAt, post, campaign } = copy;
  const open = records.filter((record) => record.last.state !== 'confirmed' && unsettledIn(record));
  const there = records
    .filter((record) => record.last.state === 'confirmed' && !isGone(record, desk.ledger))
    .toSorted((a, b) => (keyText(partOf(a)) < keyText(partOf(b)) ? 1 : -1));
  const at = toEpochMs(post.withdrawn?.at ?? '');
  const window = { publishAt: at, expiresAt: Number.POSITIVE_INFINITY };
  const removals = there.map((record) => planRemoval(copy, record, reason, window, desk));
  const [shown] = copy.compose(copy.channel, key.language).parts;
  const risk = riskOf(post, campaign);
  const notice: PlannedPost[] =
    shown && removals.length === 0
      ? [
          {
            action: 'post',
            key: { ...key, part: 1 },
            publishAt,
            expiresAt,
            risk,
            ...shown,
            kind: 'hold',
            why: { kind: 'withdrawn', reason },
          },
        ]
      : [];
  return [...open.flatMap((record) => planStray(record, desk)), ...removals, ...(open.length > 0 ? [] : notice)];
}

function planRemoval(
  { campaign, post, channel }: OneCopy,
  record: LedgerRecord,
  reason: string,
  window: { publishAt: EpochMs; expiresAt: EpochMs },
  desk: Desk,
): PlannedChange {
  const key = partOf(record);
  const subject = { action: 'withdraw' as const, ...key };
  const risk = riskOf(post, campaign);
  const planned = { action: 'withdraw' as const, subject, channel: key.channel, ...window, risk, aim: reason };
  const earlier = desk.ledger.get(subjectText(subject));
  const away = disconnected(key.channel, desk);
  const why: HoldReason | undefined =
    (earlier && (inFlight(earlier, desk) ?? failedWith(earlier, reason))) ??
    (desk.now >= window.expiresAt ? ({ kind: 'expired' } as const) : undefined) ??
    away ??
    (desk.content.pause.pause === 'all'
      ? keptBack({ channel: key.channel, risk, evenInCrisis: true }, desk)
      : undefined) ??
    (NETWORK[channel.network].delete
      ? undefined
      : { kind: 'needs-person', reason: 'this network lets no program take a post away' });
  if (why) return { ...planned, kind: 'hold', why };
  return {
    ...planned,
    kind: 'change',
    request: { action: 'withdraw', key, target: refOf(record, desk.ledger), reason },
    words: reason,
  };
}
