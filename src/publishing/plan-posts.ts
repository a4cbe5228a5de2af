import type { LedgerState, PostRecord } from '../ledger/entry.ts';
import type { Channel } from '../model/channel.ts';
import type { Campaign, Content, Post } from '../model/content.ts';
import type { NetworkName } from '../model/network.ts';
import { findOccurrence, type Occurrence, occurrencesOf, sendingMoment } from '../model/occurrence.ts';
import type { Organisation } from '../model/organisation.ts';
import type { Role } from '../model/person.ts';
import { keyText, type PostKey } from '../model/post-key.ts';
import type { RiskClass } from '../model/risk.ts';
import { dayAt, type EpochMs, toEpochMs } from '../model/time.ts';
import { type ComposedPost, composePost, languagesOn } from '../posts/compose-post.ts';
import { approvalGate, wordsHash } from './approval-gate.ts';
import type { PostRequest, Readiness } from './ports.ts';

/** Why a post does not leave in this run. */
export type HoldReason =
  /** `obstacle`: what would hold it if it were due now. */
  | { kind: 'not-yet'; obstacle?: Obstacle }
  | { kind: 'expired' }
  | { kind: 'sent'; at: string; uri: string; url?: string }
  /** An earlier run was cut off, and its channel cannot be asked what came of it. */
  | { kind: 'unasked'; obstacle: Obstacle }
  | Obstacle;

/** What a person has to do something about. */
export type Obstacle =
  | { kind: 'unapproved'; needs: readonly Role[] }
  | { kind: 'not-connected'; reason: string }
  /** The desk is a demonstration, and the channel leads to the public. */
  | { kind: 'demonstration' }
  | { kind: 'no-sender'; network: NetworkName }
  | { kind: 'failed'; reason: string };

/** What goes with a post when it leaves. */
export interface Leaving {
  /** The same post as its other channels would get it; only the outbox shows them. */
  previews: ComposedPost[];
  /** Public address of the desk's site. */
  site: string;
}

interface Planned {
  key: PostKey;
  publishAt: EpochMs;
  expiresAt: EpochMs;
  /** Unknown where the post is no longer among the content. */
  risk: RiskClass | undefined;
  post: ComposedPost;
  words: string;
}

/** One post on one channel in one language, and what is to be done about it now. */
export type PlannedPost = Planned &
  (
    | ({ kind: 'send' } & Leaving)
    /** An earlier run was cut off or got no answer: look first. */
    | { kind: 'settle'; request: PostRequest; ifAbsent: IfAbsent }
    | { kind: 'hold'; why: HoldReason }
  );

/** What may happen to a post that certainly never arrived. */
export type IfAbsent =
  /** It is still due, worded as it was and approved: the same request leaves again. */
  | { kind: 'repeat' }
  /** It is due and approved with other words by now: those leave. */
  | ({ kind: 'replace' } & Leaving)
  /** It may not leave now. */
  | { kind: 'drop' };

export interface PlanInput {
  content: Content;
  ledger: LedgerState;
  /** By channel id. A channel that is missing counts as one without a sender. */
  readiness: ReadonlyMap<string, Readiness>;
  localApprovals: ReadonlySet<string>;
  now: EpochMs;
}

/** A post may stand 366 days from its occurrence's first day (`relativeTime` of the model); a day more for time zones. */
const FARTHEST_MS = 367 * 86_400_000;

/**
 * What is to be done with every post of the occurrences from about a year ago to a year from now, and with what an earlier
 * run left unsettled. Pure: the same input gives the same plan in the same order, by time and then by key.
 */
export function planPosts(input: PlanInput): PlannedPost[] {
  const { content, now } = input;
  const { timeZone } = content.organisation;
  const years: Years = [yearAt(now - FARTHEST_MS, timeZone), yearAt(now + FARTHEST_MS, timeZone)];
  const planned = content.campaigns.flatMap((campaign) =>
    campaign.posts.flatMap((post) => {
      const compose = composer(campaign, post, content.organisation);
      return occurrencesFor(campaign, post, years).flatMap((occurrence) => {
        const publishAt = sendingMoment(post.publishAt, occurrence, timeZone);
        const expiresAt = sendingMoment(post.expiresAt, occurrence, timeZone);
        // Validation has refused times at which the clocks change; a time zone's rules may change after that.
        if (publishAt === undefined || expiresAt === undefined) return [];
        return planOccurrence({ campaign, post, compose, occurrence, publishAt, expiresAt }, input);
      });
    }),
  );
  const known = new Set(planned.map(({ key }) => keyText(key)));
  const strays = [...input.ledger].flatMap(([name, record]) => (known.has(name) ? [] : planStray(record, input)));
  return [...planned, ...strays].toSorted(
    (a, b) => a.publishAt - b.publishAt || compare(keyText(a.key), keyText(b.key)),
  );
}

type Compose = (channel: Channel, language: string) => { post: ComposedPost; words: string };

/** Composes a post once for each channel and language, however often it occurs. */
function composer(campaign: Campaign, post: Post, organisation: Organisation): Compose {
  const composed = new Map<string, ReturnType<Compose>>();
  return (channel, language) => {
    const name = `${channel.id}/${language}`;
    const before = composed.get(name);
    if (before) return before;
    const made = composePost({ post, campaign, language, channel, organisation });
    const result = { post: made, words: wordsHash(made) };
    composed.set(name, result);
    return result;
  };
}

interface InOccurrence {
  campaign: Campaign;
  post: Post;
  compose: Compose;
  occurrence: Occurrence;
  publishAt: EpochMs;
  expiresAt: EpochMs;
}

function planOccurrence(
  { campaign, post, compose, occurrence, publishAt, expiresAt }: InOccurrence,
  input: PlanInput,
): PlannedPost[] {
  const { content } = input;
  // A channel that is listed twice gets a post once.
  const channels = [...new Set(post.channels)].flatMap((id) => content.channels.get(id) ?? []);
  const risk = post.risk ?? campaign.risk;
  return channels.flatMap((channel) =>
    languagesOn(post, channel).map((language): PlannedPost => {
      const key = { item: post.id, occurrence: occurrence.id, channel: channel.id, language, part: 1 };
      const planned = { key, publishAt, expiresAt, risk, ...compose(channel, language) };
      const leaving = (): Leaving => {
        const others = channels.filter(
          (other) => other.network !== 'outbox' && languagesOn(post, other).includes(language),
        );
        const previews = channel.network === 'outbox' ? others.map((other) => compose(other, language).post) : [];
        return { previews, site: content.organisation.url };
      };
      const record = input.ledger.get(keyText(key));
      const why = reasonToHold(planned, record, input);
      const unsettled = record && unsettledIn(record);
      if (unsettled) {
        const { request, words } = unsettled;
        const ifAbsent: IfAbsent = why
          ? { kind: 'drop' }
          : words === planned.words
            ? { kind: 'repeat' }
            : { kind: 'replace', ...leaving() };
        return cannotAsk(planned, input) ?? { ...planned, kind: 'settle', request, ifAbsent };
      }
      return why ? { ...planned, kind: 'hold', why } : { ...planned, kind: 'send', ...leaving() };
    }),
  );
}

/** What was left unsettled and has since gone from the content: it is looked for, and never sent again. */
function planStray(record: PostRecord, input: PlanInput): PlannedPost[] {
  const unsettled = unsettledIn(record);
  if (!unsettled) return [];
  const { request, words } = unsettled;
  const at = toEpochMs(request.createdAt);
  const planned = { key: record.key, publishAt: at, expiresAt: at, risk: undefined, post: request.post, words };
  return [cannotAsk(planned, input) ?? { ...planned, kind: 'settle', request, ifAbsent: { kind: 'drop' } }];
}

/** The request that left, or was about to, where nobody knows yet what came of it. */
function unsettledIn({ last, sending }: PostRecord): { request: PostRequest; words: string } | undefined {
  if ((last.state !== 'sending' && last.state !== 'unknown') || !sending) return undefined;
  return { request: sending.request as PostRequest, words: sending.words };
}

/** A channel that is not connected cannot be asked whether it has a post. */
function cannotAsk(planned: Planned, { readiness }: PlanInput): PlannedPost | undefined {
  const obstacle = disconnected(planned, readiness);
  return obstacle && { ...planned, kind: 'hold', why: { kind: 'unasked', obstacle } };
}

function disconnected({ key, post }: Planned, readiness: PlanInput['readiness']): Obstacle | undefined {
  const ready = readiness.get(key.channel) ?? { kind: 'no-sender' };
  switch (ready.kind) {
    case 'ready':
      return undefined;
    case 'no-sender':
      return { kind: 'no-sender', network: post.network };
    case 'not-connected':
      return ready;
  }
}

function reasonToHold(
  planned: Planned & { risk: RiskClass },
  record: PostRecord | undefined,
  input: PlanInput,
): HoldReason | undefined {
  const last = record?.last;
  if (last?.state === 'confirmed')
    return { kind: 'sent', at: last.at, uri: last.uri, ...(last.url !== undefined && { url: last.url }) };
  if (input.now >= planned.expiresAt) return { kind: 'expired' };
  const obstacle = obstacleTo(planned, record, input);
  return input.now < planned.publishAt ? { kind: 'not-yet', ...(obstacle && { obstacle }) } : obstacle;
}

function obstacleTo(
  planned: Planned & { risk: RiskClass },
  record: PostRecord | undefined,
  { content, readiness, localApprovals }: PlanInput,
): Obstacle | undefined {
  const { key, post, risk, words } = planned;
  const last = record?.last;
  if (last?.state === 'failed' && !last.again && last.words === words) return { kind: 'failed', reason: last.reason };
  const away = disconnected(planned, readiness);
  if (away) return away;
  const ready = readiness.get(key.channel);
  const isLoopback = ready?.kind === 'ready' && ready.isLoopback;
  if (content.organisation.demonstration && !isLoopback) return { kind: 'demonstration' };
  const gate = approvalGate({ network: post.network, isLoopback, risk, key, words }, localApprovals);
  return gate.kind === 'closed' ? { kind: 'unapproved', needs: gate.needs } : undefined;
}

type Years = readonly [from: number, until: number];

function yearAt(moment: EpochMs, timeZone: string): number {
  return Number(dayAt(moment, timeZone).slice(0, 4));
}

function occurrencesFor(campaign: Campaign, post: Post, [from, until]: Years): Occurrence[] {
  if (post.occurrence === undefined) return occurrencesOf(campaign.schedule, from, until);
  const found = findOccurrence(campaign.schedule, post.occurrence);
  return found ? [found] : [];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
