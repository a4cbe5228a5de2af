import type { LedgerState, PostRecord } from '../ledger/entry.ts';
import type { Channel } from '../model/channel.ts';
import type { Campaign, Content, Post } from '../model/content.ts';
import type { NetworkName } from '../model/network.ts';
import { findOccurrence, type Occurrence, occurrencesOf, sendingMoment } from '../model/occurrence.ts';
import type { Role } from '../model/person.ts';
import { keyText, type PostKey } from '../model/post-key.ts';
import type { RiskClass } from '../model/risk.ts';
import { dayAt, type EpochMs } from '../model/time.ts';
import { type ComposedPost, composePost } from '../posts/compose-post.ts';
import { approvalGate, wordsHash } from './approval-gate.ts';
import type { PostRequest, Readiness } from './ports.ts';

/** Why a post does not leave in this run. */
export type HoldReason =
  | { kind: 'not-yet' }
  | { kind: 'expired' }
  | { kind: 'sent'; at: string; uri: string }
  | { kind: 'unapproved'; needs: readonly Role[] }
  | { kind: 'not-connected'; reason: string }
  | { kind: 'no-sender'; network: NetworkName }
  | { kind: 'failed'; reason: string };

interface Planned {
  key: PostKey;
  publishAt: EpochMs;
  expiresAt: EpochMs;
  risk: RiskClass;
  post: ComposedPost;
  words: string;
}

/** One post on one channel in one language, and what is to be done about it now. */
export type PlannedPost = Planned &
  (
    | { kind: 'send'; previews: ComposedPost[]; site: string }
    /** An earlier run was cut off or got no answer: look first, and send only if it is certainly not there. */
    | { kind: 'settle'; request: PostRequest; maySend: boolean }
    | { kind: 'hold'; why: HoldReason }
  );

export interface PlanInput {
  content: Content;
  ledger: LedgerState;
  /** By channel id. A channel that is missing counts as one without a sender. */
  readiness: ReadonlyMap<string, Readiness>;
  localApprovals: ReadonlySet<string>;
  now: EpochMs;
}

/**
 * What is to be done with every post of the last, the present and the next year's occurrences. Pure: the same input
 * gives the same plan in the same order, by time and then by key.
 */
export function planPosts(input: PlanInput): PlannedPost[] {
  const { content, now } = input;
  const { timeZone } = content.organisation;
  const year = Number(dayAt(now, timeZone).slice(0, 4));
  const planned = content.campaigns.flatMap((campaign) =>
    campaign.posts.flatMap((post) =>
      occurrencesFor(campaign, post, year).flatMap((occurrence) => {
        const publishAt = sendingMoment(post.publishAt, occurrence, timeZone);
        const expiresAt = sendingMoment(post.expiresAt, occurrence, timeZone);
        // Validation has refused times at which the clocks change; a time zone's rules may change after that.
        if (publishAt === undefined || expiresAt === undefined) return [];
        return planOccurrence({ campaign, post, occurrence, publishAt, expiresAt }, input);
      }),
    ),
  );
  return planned.toSorted((a, b) => a.publishAt - b.publishAt || compare(keyText(a.key), keyText(b.key)));
}

interface InOccurrence {
  campaign: Campaign;
  post: Post;
  occurrence: Occurrence;
  publishAt: EpochMs;
  expiresAt: EpochMs;
}

function planOccurrence(
  { campaign, post, occurrence, publishAt, expiresAt }: InOccurrence,
  input: PlanInput,
): PlannedPost[] {
  const { content } = input;
  const { organisation } = content;
  const channels = post.channels.flatMap((id) => content.channels.get(id) ?? []);
  const languages = Object.keys(post.versions);
  return channels.flatMap((channel) =>
    channel.languages
      .filter((language) => languages.includes(language))
      .map((language): PlannedPost => {
        const compose = (on: Channel) => composePost({ post, campaign, language, channel: on, organisation });
        const key = { item: post.id, occurrence: occurrence.id, channel: channel.id, language, part: 1 };
        const composed = compose(channel);
        const planned = {
          key,
          publishAt,
          expiresAt,
          risk: post.risk ?? campaign.risk,
          post: composed,
          words: wordsHash(composed),
        };
        const record = input.ledger.get(keyText(key));
        const unsettled = record && settle(planned, record, input.now);
        if (unsettled) return unsettled;
        const why = reasonToHold(planned, record, input);
        if (why) return { ...planned, kind: 'hold', why };
        const others = channels.filter((other) => other.network !== 'outbox' && other.languages.includes(language));
        return {
          ...planned,
          kind: 'send',
          previews: channel.network === 'outbox' ? others.map(compose) : [],
          site: organisation.url,
        };
      }),
  );
}

function settle(planned: Planned, { last, sending }: PostRecord, now: EpochMs): PlannedPost | undefined {
  if ((last.state !== 'sending' && last.state !== 'unknown') || !sending) return undefined;
  return { ...planned, kind: 'settle', request: sending.request as PostRequest, maySend: now < planned.expiresAt };
}

function reasonToHold(
  planned: Planned,
  record: PostRecord | undefined,
  { readiness, localApprovals, now }: PlanInput,
): HoldReason | undefined {
  const last = record?.last;
  if (last?.state === 'confirmed') return { kind: 'sent', at: last.at, uri: last.uri };
  if (now >= planned.expiresAt) return { kind: 'expired' };
  if (now < planned.publishAt) return { kind: 'not-yet' };
  if (last?.state === 'failed' && !last.again && last.words === planned.words)
    return { kind: 'failed', reason: last.reason };
  const ready = readiness.get(planned.key.channel) ?? { kind: 'no-sender' };
  if (ready.kind === 'no-sender') return { kind: 'no-sender', network: planned.post.network };
  if (ready.kind === 'not-connected') return ready;
  const gate = approvalGate(
    {
      network: planned.post.network,
      isLoopback: ready.isLoopback,
      risk: planned.risk,
      key: planned.key,
      words: planned.words,
    },
    localApprovals,
  );
  return gate.kind === 'closed' ? { kind: 'unapproved', needs: gate.needs } : undefined;
}

function occurrencesFor(campaign: Campaign, post: Post, year: number): Occurrence[] {
  if (post.occurrence === undefined) return occurrencesOf(campaign.schedule, year - 1, year + 1);
  const found = findOccurrence(campaign.schedule, post.occurrence);
  return found ? [found] : [];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
