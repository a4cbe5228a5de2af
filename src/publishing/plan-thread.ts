import type { Asked } from '../approvals/approval-gate.ts';
import { riskOf } from '../approvals/approved-words.ts';
import { type LedgerRecord, subjectText } from '../ledger/entry.ts';
import { postedPath, publicAddress } from '../model/addresses.ts';
import type { PostKey } from '../model/post-key.ts';
import type { RiskClass } from '../model/risk.ts';
import { type EpochMs, toEpochMs } from '../model/time.ts';
import { type ComposedPost, languagesOn, pageLanguage } from '../posts/compose-post.ts';
import { pageRevision } from '../posts/page-revision.ts';
import type { Desk, OneCopy } from './plan-context.ts';
import { cannotAsk, doubtful, inFlight, passOf, reasonToHold } from './plan-holds.ts';
import { answeredBy } from './plan-messages.ts';
import { partOf } from './plan-records.ts';
import {
  type HoldReason,
  type IfAbsent,
  type Leaving,
  type NeededPage,
  type PlannedPost,
  unsettledIn,
} from './planned.ts';
import type { PostRequest } from './ports.ts';

const HOUR_MS = 3_600_000;
/** How long a post waits for its page; half its window where that is shorter. */
const PAGE_WAIT_MS = 2 * HOUR_MS;

/** The parts of a post, one after the other, as a thread where there are several. */
export function planThread(
  copy: OneCopy,
  revision: string | undefined,
  desk: Desk,
  window: { publishAt: EpochMs; expiresAt: EpochMs; after?: Leaving['after'] } = copy,
): PlannedPost[] {
  const { parts, thread } = copy.compose(copy.channel, copy.key.language);
  const keyOf = (part: number): PostKey => ({ ...copy.key, part, ...(revision !== undefined && { revision }) });
  const root = keyOf(1);
  const first = desk.ledger.get(subjectText({ action: 'post', ...root }));
  const hasChanged = first?.confirmed?.sending?.thread !== undefined && first.confirmed.sending.thread !== thread;
  const planned: PlannedPost[] = [];
  const answered = answeredBy(copy, desk);
  for (const [index, { post, words }] of parts.entries()) {
    const before = planned.at(-1);
    const one = planOne(
      copy,
      {
        key: keyOf(index + 1),
        post,
        words,
        thread,
        window,
        ...(index === 0 && answered),
        ...(index === 0 && window.after && { after: window.after }),
        ...(before && {
          replyTo: { root: answered?.replyTo.root ?? root, parent: before.key },
          after: { action: 'post', ...before.key },
        }),
      },
      desk,
    );
    if (one.kind === 'send' && copy.post.message?.kind === 'cancel' && !answered) planned.push(endsNothing(one, copy));
    else planned.push(!before || one.kind !== 'send' ? one : afterParent(one, before, hasChanged));
  }
  return planned;
}

function afterParent(one: PlannedPost, before: PlannedPost, hasChanged: boolean): PlannedPost {
  if (hasChanged) return held(one, { kind: 'thread-changed' });
  const isComing = before.kind !== 'hold' || before.why.kind === 'sent';
  return isComing ? one : held(one, { kind: 'follows', subject: { action: 'post', ...before.key } });
}

/** Those who never heard of an alert would only be frightened by its end. */
function endsNothing(one: PlannedPost, { post, key }: OneCopy): PlannedPost {
  const item = post.answers?.[0] ?? key.item;
  return held(one, { kind: 'follows', subject: { action: 'post', ...key, item, part: 1 } });
}

function held(one: PlannedPost, why: HoldReason): PlannedPost {
  const { key, publishAt, expiresAt, risk, post, words, asks } = one;
  return {
    action: 'post',
    key,
    publishAt,
    expiresAt,
    risk,
    post,
    words,
    ...(asks && { asks }),
    kind: 'hold',
    why,
  };
}

interface OnePost {
  key: PostKey;
  post: ComposedPost;
  words: string;
  thread: string;
  window: { publishAt: EpochMs; expiresAt: EpochMs };
  replyTo?: { root: PostKey; parent: PostKey };
  after?: Leaving['after'];
  isCorrection?: true;
}

export function planOne(copy: OneCopy, one: OnePost, desk: Desk): PlannedPost {
  const { campaign } = copy;
  const { key, post, words, thread, window, replyTo, after, isCorrection } = one;
  const { publishAt, expiresAt } = window;
  const risk = riskOf(copy.post, campaign);
  const asks = askedFor(copy);
  const planned = { action: 'post' as const, key, publishAt, expiresAt, risk, post, words, asks };
  const name = subjectText({ action: 'post', ...key });
  const record = desk.ledger.get(name);
  const flight = record && inFlight(record, desk);
  if (flight) return { ...planned, kind: 'hold', why: flight };
  const why = reasonToHold({ ...planned, evenInCrisis: copy.post.duringCrisis, campaign }, record, desk);
  const leaving = (): Leaving => ({
    about: campaign.id,
    previews: previewsOf(copy),
    site: desk.content.organisation.url,
    thread,
    ...passOf({ asks, network: post.network }, desk),
    ...(replyTo && { replyTo }),
    ...(after && { after }),
    ...(isCorrection && { isCorrection }),
    ...pageNeeded(copy, risk, window, desk),
  });
  const unsettled = record && unsettledIn(record);
  if (unsettled) {
    const doubt = doubtful(copy.channel);
    if (doubt) return { ...planned, kind: 'hold', why: doubt };
    const ifAbsent: IfAbsent = why
      ? { kind: 'drop' }
      : unsettled.words === words
        ? { kind: 'repeat', ...passOf({ asks, network: post.network }, desk) }
        : { kind: 'replace', ...leaving() };
    const request = unsettled.request as PostRequest;
    return cannotAsk(planned, desk) ?? { ...planned, kind: 'settle', request, ifAbsent };
  }
  return why ? { ...planned, kind: 'hold', why } : { ...planned, kind: 'send', ...leaving() };
}

/** What somebody has to approve before a copy of a post leaves: all of its parts together. */
export function askedFor({ post, campaign, channel, key, compose, prepared }: OneCopy): Asked {
  const { occurrence, language } = key;
  const risk = riskOf(post, campaign);
  const what = { kind: 'post' as const, campaign: campaign.id, occurrence, channel: channel.id, language, risk };
  // A cancellation in the words that were approved with the alert needs no other approval.
  if (prepared && languagesOn(prepared.post, channel).includes(language))
    return { ...what, item: prepared.post.id, words: prepared.compose(channel, language).approved() };
  const words = compose(channel, language).approved();
  const breakGlass = post.message?.breakGlass;
  return { ...what, item: key.item, words, ...(breakGlass && { breakGlass: true as const }) };
}

/** The outbox shows what the other channels would get. */
function previewsOf({ post, channel, channels, compose, key }: OneCopy): ComposedPost[] {
  if (channel.network !== 'outbox') return [];
  return channels
    .filter((other) => other.network !== 'outbox' && languagesOn(post, other).includes(key.language))
    .flatMap((other) => compose(other, key.language).parts.map((part) => part.post));
}

/** A post that leads to a page of the desk's own comes after the page; what a crisis asks for comes at once. */
function pageNeeded(
  { post, campaign, key, channel }: OneCopy,
  risk: RiskClass,
  { publishAt, expiresAt }: { publishAt: EpochMs; expiresAt: EpochMs },
  { content, readiness, waitOnLoopback }: Desk,
): { page?: NeededPage } {
  const ready = readiness.get(channel.id);
  const isSeenHereOnly =
    channel.network === 'outbox' || (ready?.kind === 'ready' && ready.isLoopback && !waitOnLoopback);
  if (post.link !== 'page' || risk === 'crisis' || isSeenHereOnly) return {};
  const language = pageLanguage(campaign, key.language);
  const waitUntil = publishAt + Math.min(PAGE_WAIT_MS, (expiresAt - publishAt) / 2);
  const address = publicAddress(content.organisation, postedPath(campaign, language));
  return { page: { address, revision: pageRevision(campaign, language), waitUntil } };
}

/** What was left unsettled and has since gone from the content: it is looked for, and never sent again. */
export function planStray(record: LedgerRecord, desk: Desk): PlannedPost[] {
  const unsettled = unsettledIn(record);
  if (!unsettled || record.subject.action !== 'post') return [];
  const request = unsettled.request as PostRequest;
  const at = toEpochMs(request.createdAt);
  const planned = {
    action: 'post' as const,
    key: partOf(record),
    publishAt: at,
    expiresAt: at,
    risk: undefined,
    post: request.post,
    words: unsettled.words,
  };
  const flight = inFlight(record, desk);
  if (flight) return [{ ...planned, kind: 'hold', why: flight }];
  const channel = desk.content.channels.get(planned.key.channel);
  const doubt = channel && doubtful(channel);
  if (doubt) return [{ ...planned, kind: 'hold', why: doubt }];
  return [cannotAsk(planned, desk) ?? { ...planned, kind: 'settle', request, ifAbsent: { kind: 'drop' } }];
}
