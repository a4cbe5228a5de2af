import { type LedgerRecord, type LedgerState, subjectText } from '../ledger/entry.ts';
import { campaignPath, publicAddress } from '../model/addresses.ts';
import type { Channel } from '../model/channel.ts';
import type { Campaign, Content, Post } from '../model/content.ts';
import { NETWORK } from '../model/network.ts';
import { findOccurrence, type Occurrence, occurrencesOf, sendingMoment } from '../model/occurrence.ts';
import { type CopyKey, copyText, keyText, type PostKey } from '../model/post-key.ts';
import type { RiskClass } from '../model/risk.ts';
import { dayAt, type EpochMs, toEpochMs } from '../model/time.ts';
import {
  type ComposedPost,
  composeCorrectionNote,
  composePost,
  languagesOn,
  pageLanguage,
} from '../posts/compose-post.ts';
import { pageRevision } from '../posts/page-revision.ts';
import { approvalGate, threadHash, wordsHash } from './approval-gate.ts';
import { findLookAlike, type LookAlikes, lookAlikesIn } from './look-alikes.ts';
import {
  type HoldReason,
  type IfAbsent,
  type Leaving,
  type NeededPage,
  type Obstacle,
  type Planned,
  type PlannedChange,
  type PlannedPost,
  unsettledIn,
} from './planned.ts';
import type { PostRequest, Readiness, Ref } from './ports.ts';

export interface PostsInput {
  content: Content;
  ledger: LedgerState;
  /** By channel id. */
  readiness: ReadonlyMap<string, Readiness>;
  localApprovals: ReadonlySet<string>;
  now: EpochMs;
  /** Posts whose window lies outside are left out, unless something is to be done about them. */
  from: EpochMs;
  until: EpochMs;
  /** How long a `sending` is taken to be another run's, at work on it. */
  leaseMs: number;
  /** Whether posts on this machine's own channels wait for their pages too: for rehearsals. */
  waitOnLoopback?: boolean;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** A post may stand 366 days from its occurrence's first day (`relativeTime` of the model); a day more for time zones. */
const FARTHEST_MS = 367 * DAY_MS;
/** Later than this a correction would only bring up again what readers have forgotten. */
const CORRECTION_WINDOW_MS = 3 * DAY_MS;
/** How long a post waits for its page; half its window where that is shorter. */
const PAGE_WAIT_MS = 2 * HOUR_MS;

/**
 * What is to be done with every post of the occurrences from about a year ago to a year from now, with what readers have
 * of them that has to be corrected or taken away, and with what an earlier run left unsettled. Pure.
 */
export function planPosts(input: PostsInput): Planned[] {
  const { content, now } = input;
  const { timeZone } = content.organisation;
  const years: Years = [yearAt(now - FARTHEST_MS, timeZone), yearAt(now + FARTHEST_MS, timeZone)];
  const copies = copiesIn(input.ledger);
  const unsettled = new Set([...copies].flatMap(([name, records]) => (records.some(isOpen) ? [name] : [])));
  const desk: Desk = { ...input, copies, unsettled, lookAlikes: lookAlikesIn(input.ledger, content) };
  const known = new Set<string>();
  const planned = content.campaigns.flatMap((campaign) =>
    campaign.posts.flatMap((post) => {
      const compose = composer(campaign, post, content);
      const occurrences = occurrencesFor(campaign, post, years);
      const corrected = latestBefore(occurrences, post, timeZone);
      return occurrences.flatMap((occurrence) => {
        const open =
          unsettled.size === 0 ? [] : copiesOf(post, occurrence, content).filter((name) => unsettled.has(name));
        for (const name of open) known.add(name);
        // What was left unsettled is looked at, however long ago.
        if (open.length === 0 && !isNear(occurrence, post, desk)) return [];
        const publishAt = sendingMoment(post.publishAt, occurrence, timeZone);
        const expiresAt = sendingMoment(post.expiresAt, occurrence, timeZone);
        // Validation has refused times at which the clocks change; a time zone's rules may change after that.
        if (publishAt === undefined || expiresAt === undefined) return [];
        const isCorrected = corrected?.id === occurrence.id;
        return planOccurrence({ campaign, post, compose, occurrence, publishAt, expiresAt, isCorrected }, desk);
      });
    }),
  );
  const strays = [...unsettled].flatMap((name) =>
    known.has(name) ? [] : (copies.get(name) ?? []).flatMap((record) => planStray(record, desk)),
  );
  return [...planned, ...strays];
}

interface Desk extends PostsInput {
  /** Every record of a post, by `copyText`. */
  copies: ReadonlyMap<string, readonly LedgerRecord[]>;
  /** Names of those of which nobody knows the end. */
  unsettled: ReadonlySet<string>;
  lookAlikes: LookAlikes;
}

function isOpen(record: LedgerRecord): boolean {
  return unsettledIn(record) !== undefined;
}

function copiesIn(ledger: LedgerState): Map<string, LedgerRecord[]> {
  const copies = new Map<string, LedgerRecord[]>();
  for (const record of ledger.values()) {
    if (record.subject.action !== 'post') continue;
    const name = copyText(record.subject);
    const before = copies.get(name);
    if (before) before.push(record);
    else copies.set(name, [record]);
  }
  return copies;
}

function copiesOf(post: Post, occurrence: Occurrence, { channels }: Content): string[] {
  return post.channels.flatMap((id) => {
    const channel = channels.get(id);
    return channel
      ? languagesOn(post, channel).map((language) =>
          copyText({ item: post.id, occurrence: occurrence.id, channel: id, language }),
        )
      : [];
  });
}

type Compose = (channel: Channel, language: string) => Version;

/** A post's words for one channel in one language. */
interface Version {
  parts: readonly { post: ComposedPost; words: string }[];
  /** Fingerprint of all of them. */
  thread: string;
  note: { post: ComposedPost; words: string } | undefined;
}

/** Composes a post once for each channel and language, however often it occurs. */
function composer(campaign: Campaign, post: Post, { organisation }: Content): Compose {
  const composed = new Map<string, Version>();
  return (channel, language) => {
    const name = `${channel.id}/${language}`;
    const before = composed.get(name);
    if (before) return before;
    const input = { post, campaign, language, channel, organisation };
    const parts = composePost(input).map((part) => ({ post: part, words: wordsHash(part) }));
    const note = post.correction?.by === 'reply' ? composeCorrectionNote(input) : undefined;
    const version = {
      parts,
      thread: threadHash(parts.map(({ words }) => words)),
      note: note && { post: note, words: wordsHash(note) },
    };
    composed.set(name, version);
    return version;
  };
}

interface InOccurrence {
  campaign: Campaign;
  post: Post;
  compose: Compose;
  occurrence: Occurrence;
  publishAt: EpochMs;
  expiresAt: EpochMs;
  /** Whether this is the occurrence that a correction of the post is about. */
  isCorrected: boolean;
}

function planOccurrence(about: InOccurrence, desk: Desk): Planned[] {
  const { post, occurrence } = about;
  // A channel that is listed twice gets a post once.
  const channels = [...new Set(post.channels)].flatMap((id) => desk.content.channels.get(id) ?? []);
  return channels.flatMap((channel) =>
    languagesOn(post, channel).flatMap((language) => {
      const key = { item: post.id, occurrence: occurrence.id, channel: channel.id, language };
      return planCopy({ ...about, channel, channels, key }, desk);
    }),
  );
}

interface OneCopy extends InOccurrence {
  channel: Channel;
  /** All channels that get the post. */
  channels: readonly Channel[];
  key: CopyKey;
}

function planCopy(copy: OneCopy, desk: Desk): Planned[] {
  const { post, key } = copy;
  const { now } = desk;
  const records = desk.copies.get(copyText(key)) ?? [];
  if (post.withdrawn && toEpochMs(post.withdrawn.at) <= now)
    return planWithdrawal(copy, post.withdrawn.reason, records, desk);
  const { correction } = post;
  if (correction && copy.isCorrected && toEpochMs(correction.at) <= now) {
    const standing = standingParts(records, toRevision(correction.at), desk.ledger);
    const sentAt = createdAtOf(standing.parts[0] ?? standing.removed[0]);
    if (sentAt !== undefined && sentAt < toEpochMs(correction.at))
      return planCorrection(copy, correction, standing, desk);
  }
  const { revision } = partOf(standingParts(records, undefined, desk.ledger).parts[0]);
  return planThread(copy, revision, desk);
}

/** The parts of a post, one after the other, as a thread where there are several. */
function planThread(
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
        ...(index === 0 && window.after && { after: window.after }),
        ...(before && { replyTo: { root, parent: before.key }, after: { action: 'post', ...before.key } }),
      },
      desk,
    );
    planned.push(!before || one.kind !== 'send' ? one : afterParent(one, before, hasChanged));
  }
  return planned;
}

function afterParent(one: PlannedPost, before: PlannedPost, hasChanged: boolean): PlannedPost {
  const hold = (why: HoldReason): PlannedPost => ({
    action: 'post',
    key: one.key,
    publishAt: one.publishAt,
    expiresAt: one.expiresAt,
    risk: one.risk,
    post: one.post,
    words: one.words,
    kind: 'hold',
    why,
  });
  if (hasChanged) return hold({ kind: 'thread-changed' });
  const isComing = before.kind !== 'hold' || before.why.kind === 'sent';
  return isComing ? one : hold({ kind: 'follows', subject: { action: 'post', ...before.key } });
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

function planOne(copy: OneCopy, one: OnePost, desk: Desk): PlannedPost {
  const { campaign } = copy;
  const { key, post, words, thread, window, replyTo, after, isCorrection } = one;
  const { publishAt, expiresAt } = window;
  const risk = copy.post.risk ?? campaign.risk;
  const planned = { action: 'post' as const, key, publishAt, expiresAt, risk, post, words };
  const name = subjectText({ action: 'post', ...key });
  const record = desk.ledger.get(name);
  const flight = record && inFlight(record, desk);
  if (flight) return { ...planned, kind: 'hold', why: flight };
  const why = reasonToHold({ ...planned, evenInCrisis: copy.post.duringCrisis, campaign: campaign.id }, record, desk);
  const leaving = (): Leaving => ({
    about: campaign.id,
    previews: previewsOf(copy),
    site: desk.content.organisation.url,
    thread,
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
        ? { kind: 'repeat' }
        : { kind: 'replace', ...leaving() };
    const request = unsettled.request as PostRequest;
    return cannotAsk(planned, desk) ?? { ...planned, kind: 'settle', request, ifAbsent };
  }
  return why ? { ...planned, kind: 'hold', why } : { ...planned, kind: 'send', ...leaving() };
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
  const address = publicAddress(content.organisation, campaignPath(campaign.id, language));
  return { page: { address, revision: pageRevision(campaign, language), waitUntil } };
}

// Corrections and withdrawals

interface Standing {
  /** Records of the parts that readers have, in order. */
  parts: readonly LedgerRecord[];
  /** Those of the newest revision that were there and are gone. */
  removed: readonly LedgerRecord[];
}

/** What readers have of a post, or had last, of revisions before the given one. A correction's answer is no part of it. */
function standingParts(records: readonly LedgerRecord[], before: string | undefined, ledger: LedgerState): Standing {
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

function planCorrection(
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
    const risk = copy.post.risk ?? copy.campaign.risk;
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
  const risk = copy.post.risk ?? copy.campaign.risk;
  const planned = { action: 'edit' as const, subject, channel: key.channel, ...window, risk, post, aim: post.text };
  const edited = desk.ledger.get(subjectText(subject));
  const why =
    (edited && (inFlight(edited, desk) ?? failedWith(edited, words))) ??
    (desk.now >= window.expiresAt ? ({ kind: 'expired' } as const) : undefined) ??
    obstacleTo({ ...planned, key, words }, desk) ??
    keptBack({ channel: key.channel, risk, evenInCrisis: copy.post.duringCrisis }, desk);
  if (why) return { ...planned, kind: 'hold', why };
  const target = refOf(record, desk.ledger);
  const request = { action: 'edit' as const, key, target, post, site: desk.content.organisation.url };
  return { ...planned, kind: 'change', request, words };
}

function planWithdrawal(copy: OneCopy, reason: string, records: readonly LedgerRecord[], desk: Desk): Planned[] {
  const { key, publishAt, expiresAt, post, campaign } = copy;
  const open = records.filter((record) => record.last.state !== 'confirmed' && unsettledIn(record));
  const there = records
    .filter((record) => record.last.state === 'confirmed' && !isGone(record, desk.ledger))
    .toSorted((a, b) => (keyText(partOf(a)) < keyText(partOf(b)) ? 1 : -1));
  const at = toEpochMs(post.withdrawn?.at ?? '');
  const window = { publishAt: at, expiresAt: Number.POSITIVE_INFINITY };
  const removals = there.map((record) => planRemoval(copy, record, reason, window, desk));
  const [shown] = copy.compose(copy.channel, key.language).parts;
  const risk = post.risk ?? campaign.risk;
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
  const risk = post.risk ?? campaign.risk;
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

/** What was left unsettled and has since gone from the content: it is looked for, and never sent again. */
function planStray(record: LedgerRecord, desk: Desk): PlannedPost[] {
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

// Reasons to hold

/** Another run wrote that it is sending this, and may be about to. */
export function inFlight(
  { last }: LedgerRecord,
  { now, leaseMs }: { now: EpochMs; leaseMs: number },
): HoldReason | undefined {
  if (last.state !== 'sending' || leaseMs === 0) return undefined;
  const until = toEpochMs(last.at) + leaseMs;
  return now < until ? { kind: 'in-flight', until } : undefined;
}

/** A network that cannot be asked whether it has a post leaves the question to a person. */
function doubtful({ network }: Channel): HoldReason | undefined {
  const { doubt, sender, title } = NETWORK[network];
  return doubt === 'person' && sender === 'program'
    ? { kind: 'needs-person', reason: `${title} cannot be asked whether it has the post` }
    : undefined;
}

type Described = Pick<PlannedPost, 'key' | 'publishAt' | 'expiresAt' | 'risk' | 'post' | 'words'> & {
  risk: RiskClass;
};

function reasonToHold(
  planned: Described & { evenInCrisis: boolean; campaign: string },
  record: LedgerRecord | undefined,
  desk: Desk,
): HoldReason | undefined {
  const { key, words } = planned;
  const { ledger, now } = desk;
  const name = subjectText({ action: 'post', ...key });
  const last = record?.last;
  if (record && isGone(record, ledger))
    return { kind: 'withdrawn', reason: last?.state === 'tombstoned' ? last.reason : 'it was taken away' };
  if (record && last?.state === 'confirmed') {
    const { at, uri, url } = last;
    const isOther = shownWords(record, ledger) !== words;
    return { kind: 'sent', at, uri, ...(url !== undefined && { url }), ...(isOther && { changed: true as const }) };
  }
  if (ledger.isArchived(name)) return { kind: 'archived' };
  if (now >= planned.expiresAt) return { kind: 'expired' };
  const obstacle =
    (record && failedWith(record, words)) ?? obstacleTo(planned, desk) ?? lookAlike(planned, planned.campaign, desk);
  if (now < planned.publishAt) return { kind: 'not-yet', ...(obstacle && { obstacle }) };
  return obstacle ?? keptBack({ channel: key.channel, risk: planned.risk, evenInCrisis: planned.evenInCrisis }, desk);
}

function failedWith({ last }: LedgerRecord, words: string): Obstacle | undefined {
  return last.state === 'failed' && !last.again && last.words === words
    ? { kind: 'failed', reason: last.reason }
    : undefined;
}

function obstacleTo(
  { key, risk, words, post }: Pick<Described, 'key' | 'risk' | 'words' | 'post'>,
  { content, readiness, localApprovals }: Pick<Desk, 'content' | 'readiness' | 'localApprovals'>,
): Obstacle | undefined {
  const away = disconnected(key.channel, { readiness });
  if (away) return away;
  const ready = readiness.get(key.channel);
  const isLoopback = ready?.kind === 'ready' && ready.isLoopback;
  if (content.organisation.demonstration && !isLoopback) return { kind: 'demonstration' };
  const gate = approvalGate({ network: post.network, isLoopback, risk, key, words }, localApprovals);
  return gate.kind === 'closed' ? { kind: 'unapproved', needs: gate.needs } : undefined;
}

function lookAlike({ key, post }: Described, campaign: string, { lookAlikes }: Desk): Obstacle | undefined {
  const item = findLookAlike(key, { text: post.text, campaign }, lookAlikes);
  return item === undefined ? undefined : { kind: 'look-alike', item };
}

/** What the desk keeps back for now: all of it, or what is no crisis. */
export function keptBack(
  { channel, risk, evenInCrisis }: { channel: string; risk: RiskClass; evenInCrisis: boolean },
  { content, now }: { content: Content; now: EpochMs },
): HoldReason | undefined {
  const { pause, reason, until } = content.pause;
  const isPaused = pause !== 'nothing' && (until === undefined || now < toEpochMs(until));
  if (isPaused && (pause === 'all' || risk !== 'crisis'))
    return { kind: 'paused', ...(reason !== undefined && { reason }) };
  if (risk === 'crisis' || evenInCrisis) return undefined;
  const incident = content.incidents.find((one) => one.channels.includes(channel) && isActive(one, now));
  return incident && { kind: 'suspended', incident: incident.id };
}

/** Whether an incident is going on: its newest update is out, is no cancellation, and still holds. */
function isActive({ status, updates }: Content['incidents'][number], now: EpochMs): boolean {
  const out = updates.filter(({ sentAt }) => toEpochMs(sentAt) <= now);
  const newest = out.toSorted((a, b) => toEpochMs(a.sentAt) - toEpochMs(b.sentAt)).at(-1);
  return status === 'actual' && newest !== undefined && newest.kind !== 'cancel' && now < toEpochMs(newest.expiresAt);
}

/** A channel that is not connected cannot be asked whether it has a post. */
function cannotAsk(
  planned: Pick<PlannedPost, 'action' | 'key' | 'publishAt' | 'expiresAt' | 'risk' | 'post' | 'words'>,
  desk: Desk,
): PlannedPost | undefined {
  const obstacle = disconnected(planned.key.channel, desk);
  return obstacle && { ...planned, kind: 'hold', why: { kind: 'unasked', obstacle } };
}

export function disconnected(channel: string, { readiness }: Pick<PostsInput, 'readiness'>): Obstacle | undefined {
  const ready = readiness.get(channel);
  if (!ready) return { kind: 'not-connected', reason: 'there is no such channel in the content any more' };
  return ready.kind === 'ready' ? undefined : ready;
}

// What the ledger says of a post

function partOf(record: LedgerRecord | undefined): PostKey {
  if (record?.subject.action !== 'post') return { item: '', occurrence: '', channel: '', language: '', part: 0 };
  const { action: _, ...key } = record.subject;
  return key;
}

function isNote({ sending }: LedgerRecord): boolean {
  return (sending?.request as PostRequest | undefined)?.isCorrection === true;
}

/** Whether a post was there and was taken away, by the desk or, as a person has said, by somebody else. */
function isGone(record: LedgerRecord, ledger: LedgerState): boolean {
  if (record.last.state === 'tombstoned') return true;
  return ledger.get(subjectText({ action: 'withdraw', ...partOf(record) }))?.last.state === 'tombstoned';
}

/** Fingerprint of the words that readers have: those that were sent, or of the latest edit. */
function shownWords(record: LedgerRecord, ledger: LedgerState): string | undefined {
  const edit = ledger.get(subjectText({ action: 'edit', ...partOf(record) }));
  return edit?.confirmed?.sending?.words ?? record.confirmed?.sending?.words;
}

/** Where a post is on its network. Some give it another name when it is edited. */
export function refOf({ subject, confirmed }: LedgerRecord, ledger: LedgerState): Ref {
  const edit = subject.action === 'post' ? ledger.get(subjectText({ ...subject, action: 'edit' })) : undefined;
  const { uri = '', cid } = edit?.confirmed?.entry ?? confirmed?.entry ?? {};
  return { uri, ...(cid !== undefined && { cid }) };
}

function createdAtOf(record: LedgerRecord | undefined): EpochMs | undefined {
  const request = record?.sending?.request as PostRequest | undefined;
  return request && toEpochMs(request.createdAt);
}

/** The moment of a correction, written the same however its offset was. */
function toRevision(at: string): string {
  return new Date(toEpochMs(at)).toISOString().replace('.000', '');
}

// Occurrences

type Years = readonly [from: number, until: number];

function yearAt(moment: EpochMs, timeZone: string): number {
  return Number(dayAt(moment, timeZone).slice(0, 4));
}

function occurrencesFor(campaign: Campaign, post: Post, [from, until]: Years): Occurrence[] {
  if (post.occurrence === undefined) return occurrencesOf(campaign.schedule, from, until);
  const found = findOccurrence(campaign.schedule, post.occurrence);
  return found ? [found] : [];
}

/** The occurrence that a correction is about: the last whose posts were due before it. */
function latestBefore(occurrences: readonly Occurrence[], { correction, publishAt }: Post, timeZone: string) {
  if (!correction) return undefined;
  const at = toEpochMs(correction.at);
  return occurrences.findLast((one) => (sendingMoment(publishAt, one, timeZone) ?? Number.POSITIVE_INFINITY) <= at);
}

/**
 * Whether a post's window may touch what is asked for, told without a calendar: most posts of a year are far from today,
 * and time zones are slow to ask. What is to be corrected or taken away is always near.
 */
function isNear(occurrence: Occurrence, post: Post, { from, until }: Desk): boolean {
  if (post.correction || post.withdrawn) return true;
  const roughly = (time: Post['publishAt']) =>
    typeof time === 'string'
      ? Date.parse(time)
      : Date.parse(`${occurrence.startsOn}T${time.time}:00Z`) + time.daysFromStart * DAY_MS;
  return roughly(post.publishAt) - DAY_MS <= until && roughly(post.expiresAt) + DAY_MS >= from;
}
