import { type LedgerRecord, type NotedApproval, type Subject, subjectText } from '../ledger/entry.ts';
import type { PostKey } from '../model/post-key.ts';
import { type EpochMs, toEpochMs, toInstantText } from '../model/time.ts';
import { toLookUp } from './plan-approved.ts';
import { refOf } from './plan-records.ts';
import {
  channelOf,
  type Leaving,
  type NeededPage,
  type Planned,
  type PlannedChange,
  type PlannedPost,
  subjectOf,
} from './planned.ts';
import type {
  ActionRequest,
  BannerRequest,
  ChannelOpening,
  ChannelPort,
  ChannelTrouble,
  Finding,
  Ledger,
  PageStore,
  PostRequest,
  Ref,
  SendOutcome,
} from './ports.ts';

/** Nothing left, and nothing of it will in this run: what is due then is planned anew. */
export type Skipped =
  /** A request of an earlier run that never arrived and may not leave any more. */
  | { kind: 'dropped'; reason: string }
  /** Its time passed while this run was busy with others. */
  | { kind: 'expired' }
  /** What it needs first is not there yet. */
  | { kind: 'waiting'; reason: string };

/** What was done about one thing of the plan. */
export interface Done {
  subject: Subject;
  /** `unreachable`: nothing left, because the channel gave no clear answer before. */
  outcome: SendOutcome | ChannelTrouble | Skipped;
  planned: Planned;
}

export interface RunOptions {
  plan: readonly Planned[];
  /** The ledger that the plan was made from. */
  ledger: Ledger;
  /** By channel id; only these are used. */
  channels: ReadonlyMap<string, ChannelPort>;
  pages: PageStore;
  /** Asked before each request: a run may take long, and a machine may sleep in the middle. */
  clock: () => EpochMs;
  /** Passes the time that a network asks to wait. */
  sleep: (ms: number) => Promise<void>;
  timeZone: string;
  /** The commit of the content, noted with what leaves. */
  revision?: string;
  /** What became of channels that were opened already. */
  openings?: ReadonlyMap<string, ChannelOpening>;
  /** Channels whose doubts can only be settled by a person: each request is on record for all before it leaves. */
  oneByOne?: ReadonlySet<string>;
  /** Told of each request that is about to leave, before its sending is written down: what has to be on record with it. */
  beforeSending?: (planned: Planned, at: string) => void;
  onDone?: (done: Done) => void;
}

/** Requests whose sending is written down at once: a ledger far away then takes two writes for all of them. */
const BATCH = 50;
/** A network that asks for more is left for the next run. */
const LONGEST_WAIT_MS = 20_000;
const TRIES = 3;

type Actionable = Exclude<Planned, { kind: 'hold' }>;

/**
 * Carries a plan out: a crisis first, then what was never tried, then what was tried longest ago. What is about to leave
 * is in the ledger, to the letter, before it leaves; so a run that is killed at any point is taken up by the next. A
 * channel that cannot be opened, or that stops answering, is left alone for the rest of the run and the others go on.
 * Throws where the ledger cannot be written, a LedgerRaceError where another run was faster.
 */
export async function runPlan(options: RunOptions): Promise<Done[]> {
  const { plan, ledger, channels, onDone } = options;
  const run: Run = { ...options, troubles: new Map(options.openings), pagesSeen: new Map() };
  const done: Done[] = [];
  const finish = (planned: Actionable, outcome: Done['outcome']) => {
    const result = { subject: subjectOf(planned), outcome, planned };
    done.push(result);
    onDone?.(result);
  };
  let waiting = inOrder(plan, ledger);
  const stranger = waiting.find((planned) => !channels.has(channelOf(planned)));
  if (stranger) throw new RangeError(`the plan uses the channel ${channelOf(stranger)}, which is not open to this run`);
  const unread = waiting.flatMap(toLookUp)[0];
  if (unread) throw new RangeError(`the plan takes ${unread.item} for approved, which nobody has looked up`);
  for (;;) {
    // A thread's next part follows in the next round, when the part before is there.
    const ready = waiting.filter((planned) => hasWhatItFollows(planned, ledger));
    if (ready.length === 0) break;
    const batch = takeBatch(ready, run);
    waiting = waiting.filter((planned) => !batch.includes(planned));
    await runBatch(batch, run, finish);
  }
  for (const planned of waiting) {
    const trouble = run.troubles.get(channelOf(planned));
    finish(
      planned,
      trouble && trouble.kind !== 'open' ? trouble : { kind: 'waiting', reason: 'what it follows is not there yet' },
    );
  }
  return done;
}

interface Run extends RunOptions {
  /** What became of opening each channel, and of its last request. */
  troubles: Map<string, ChannelOpening>;
  pagesSeen: Map<string, Promise<string | undefined>>;
}

/**
 * A crisis first. Then what was never tried, then what was tried longest ago: one that a network chokes on each time must
 * not keep the others waiting for ever.
 */
function inOrder(plan: readonly Planned[], ledger: Ledger): Actionable[] {
  return plan
    .filter((planned) => planned.kind !== 'hold')
    .map((planned) => ({ planned, urgency: planned.risk === 'crisis' ? 0 : 1, at: triedAt(planned, ledger) }))
    .toSorted((a, b) => a.urgency - b.urgency || (a.at === b.at ? 0 : a.at - b.at))
    .map(({ planned }) => planned);
}

function triedAt(planned: Planned, ledger: Ledger): number {
  const record = ledger.state().get(subjectText(subjectOf(planned)));
  const isUntried = !record || (record.last.state === 'failed' && record.last.unsent === true);
  return isUntried ? Number.NEGATIVE_INFINITY : toEpochMs(record.last.at);
}

function hasWhatItFollows(planned: Actionable, ledger: Ledger): boolean {
  const after = followed(planned);
  if (!after) return true;
  const state = ledger.state().get(subjectText(after))?.last.state;
  return state === 'confirmed' || state === 'tombstoned';
}

function followed(planned: Actionable): Subject | undefined {
  switch (planned.kind) {
    case 'settle':
      return undefined;
    default:
      return planned.after;
  }
}

function takeBatch(ready: readonly Actionable[], { oneByOne }: Run): Actionable[] {
  const [first] = ready;
  if (first && oneByOne?.has(channelOf(first))) return [first];
  const isApart = (planned: Actionable) => oneByOne?.has(channelOf(planned)) === true;
  const end = ready.findIndex(isApart);
  return ready.slice(0, Math.min(BATCH, end < 0 ? ready.length : end));
}

type Finish = (planned: Actionable, outcome: Done['outcome']) => void;

/** A request that is about to leave, its sending still to be written down. */
interface Outgoing {
  planned: Actionable;
  request: ActionRequest;
  words: string;
  thread?: string;
  approvals?: readonly NotedApproval[];
}

/** Writes down at once what is about to leave, then sends it one after the other, and writes down what came of it. */
async function runBatch(batch: readonly Actionable[], run: Run, finish: Finish): Promise<void> {
  const { ledger, channels, timeZone } = run;
  const outgoing: Outgoing[] = [];
  for (const planned of batch) {
    const channel = channels.get(channelOf(planned)) as ChannelPort;
    const opening = run.troubles.get(channelOf(planned)) ?? (await openChannel(channel));
    run.troubles.set(channelOf(planned), opening);
    if (opening.kind !== 'open') {
      finish(planned, opening);
      continue;
    }
    const prepared = await prepare(planned, channel, run);
    if ('outcome' in prepared) {
      run.troubles.set(channelOf(planned), troubleAfter(prepared.outcome));
      finish(planned, prepared.outcome);
    } else outgoing.push(prepared);
  }
  const at = toInstantText(run.clock(), timeZone);
  const noted = run.revision === undefined ? {} : { revision: run.revision };
  for (const { planned, request, words, thread, approvals } of outgoing) {
    const subject = subjectOf(planned);
    run.beforeSending?.(planned, at);
    ledger.append({ state: 'intent' }, subject, at);
    const more = { ...(thread !== undefined && { thread }), ...(approvals && { approvals }), ...noted };
    ledger.append({ state: 'sending', request, words, ...more }, subject, at);
  }
  await ledger.publish('claim');
  for (const one of outgoing) {
    const { planned, words } = one;
    const obstacle = obstacleBefore(planned, toEpochMs(at), run);
    if (obstacle) {
      // It is on record as being sent, and certainly never left.
      const failed = { state: 'failed', reason: describe(obstacle), words, again: true, unsent: true } as const;
      ledger.append(failed, subjectOf(planned), toInstantText(run.clock(), timeZone));
      finish(planned, obstacle);
      continue;
    }
    const outcome = await sendOne(one, run);
    record(outcome, subjectOf(planned), words, run);
    if (isTrouble(outcome)) run.troubles.set(channelOf(planned), troubleAfter(outcome));
    finish(planned, outcome);
  }
  await ledger.publish('facts');
}

type Prepared = Outgoing | { outcome: Done['outcome'] };

/** Looks where something has to be looked at first, and makes the request that is to leave. */
async function prepare(planned: Actionable, channel: ChannelPort, run: Run): Promise<Prepared> {
  const now = run.clock();
  const isLate = now >= planned.expiresAt;
  if (planned.kind === 'settle') return settle(planned, isLate, channel, run);
  if (isLate) return { outcome: { kind: 'expired' } };
  if (planned.kind === 'change') return prepareChange(planned, channel, run);
  return preparePost(planned, planned, now, run);
}

async function preparePost(planned: PlannedPost, leaving: Leaving, now: EpochMs, run: Run): Promise<Prepared> {
  const { ledger, timeZone } = run;
  const last = ledger.state().get(subjectText({ action: 'post', ...planned.key }))?.last.state;
  if (last === 'sending' || last === 'unknown' || last === 'confirmed' || last === 'handed')
    throw new RangeError(`the plan would send ${subjectText(subjectOf(planned))}, which the ledger says is ${last}`);
  const missing = leaving.page && (await missingPage(leaving.page, now, run));
  if (missing) return { outcome: { kind: 'waiting', reason: missing } };
  const { about, previews, site, replyTo, isCorrection, thread, approvals } = leaving;
  const { key, post, words } = planned;
  const request: PostRequest = {
    action: 'post',
    key,
    about,
    createdAt: toInstantText(now, timeZone),
    post,
    previews,
    site,
    ...(replyTo && { replyTo: { root: refAt(replyTo.root, ledger), parent: refAt(replyTo.parent, ledger) } }),
    ...(isCorrection && { isCorrection }),
  };
  return { planned: planned as Actionable, request, words, thread, ...(approvals && { approvals }) };
}

function refAt(key: PostKey, ledger: Ledger): Ref {
  const found = ledger.state().get(subjectText({ action: 'post', ...key }));
  if (!found) throw new RangeError(`the plan answers ${subjectText({ action: 'post', ...key })}, which is not there`);
  return refOf(found, ledger.state());
}

async function missingPage(
  { address, revision, waitUntil }: NeededPage,
  now: EpochMs,
  run: Run,
): Promise<string | undefined> {
  const asked = run.pagesSeen.get(address) ?? run.pages.revision(address);
  run.pagesSeen.set(address, asked);
  const found = await asked;
  if (found === undefined) return `its page is not live yet: ${address}`;
  return found === revision || now >= waitUntil ? undefined : `its page is still the former one: ${address}`;
}

/** Before a banner is replaced for the first time, what is there is stored: it comes back in the end. */
async function prepareChange(
  planned: Extract<PlannedChange, { kind: 'change' }>,
  channel: ChannelPort,
  { ledger }: Run,
): Promise<Prepared> {
  const { words, approvals } = planned;
  const request =
    planned.request.action === 'banner' ? await withFormer(planned.request, channel, ledger) : planned.request;
  return request
    ? { planned, request, words, ...(approvals && { approvals }) }
    : { outcome: { kind: 'unreachable', reason: 'the banner that is there now cannot be had, and would be lost' } };
}

async function withFormer(
  request: BannerRequest,
  channel: ChannelPort,
  ledger: Ledger,
): Promise<BannerRequest | undefined> {
  if (request.former !== null || request.was === null || isClaimed(request, ledger)) return request;
  const bytes = await channel.bannerPicture().catch(() => undefined);
  return bytes && { ...request, former: { kind: 'kept', name: ledger.keep(bytes) } };
}

/** Whether the desk has put a banner there before: then what was there first is known already. */
function isClaimed({ channel }: BannerRequest, ledger: Ledger): boolean {
  const before: LedgerRecord | undefined = ledger.state().get(subjectText({ action: 'banner', channel }));
  return before?.confirmed !== undefined && before.last.state !== 'released';
}

async function settle(
  planned: Extract<Actionable, { kind: 'settle' }>,
  isLate: boolean,
  channel: ChannelPort,
  run: Run,
): Promise<Prepared> {
  const { request, ifAbsent } = planned;
  const subject = subjectOf(planned);
  const words = 'words' in planned ? planned.words : '';
  const sent = run.ledger.state().get(subjectText(subject))?.sending?.words ?? words;
  const found = await tryFinding(channel, request);
  switch (found.kind) {
    case 'confirmed':
    case 'refused':
      record(found, subject, sent, run);
      return { outcome: found };
    case 'handed':
      if (run.ledger.state().get(subjectText(subject))?.last.state !== 'handed') record(found, subject, sent, run);
      return { outcome: found };
    case 'absent':
      break;
    default:
      // Nothing is learnt, so nothing is written: it stays unsettled.
      return { outcome: found };
  }
  if (ifAbsent.kind === 'repeat' && !isLate) {
    const thread = run.ledger.state().get(subjectText(subject))?.sending?.thread;
    const approvals = 'approvals' in ifAbsent ? ifAbsent.approvals : undefined;
    return { planned, request, words: sent, ...(thread !== undefined && { thread }), ...(approvals && { approvals }) };
  }
  const reason = 'an earlier run was cut off before the network got it, and it is no longer due as it was then';
  const at = toInstantText(run.clock(), run.timeZone);
  run.ledger.append({ state: 'failed', reason, words: sent, again: true }, subject, at);
  return ifAbsent.kind === 'replace' && !isLate && planned.action === 'post'
    ? preparePost(planned, ifAbsent, run.clock(), run)
    : { outcome: { kind: 'dropped', reason } };
}

/** Why something that is on record as being sent does not leave after all. */
function obstacleBefore(planned: Actionable, writtenAt: EpochMs, run: Run): ChannelTrouble | Skipped | undefined {
  const trouble = run.troubles.get(channelOf(planned));
  if (trouble && trouble.kind !== 'open') return trouble;
  const now = run.clock();
  if (now >= planned.expiresAt) return { kind: 'expired' };
  const { leaseMs } = run.ledger;
  return leaseMs > 0 && now - writtenAt > leaseMs / 2
    ? { kind: 'waiting', reason: 'this run took too long, and another may have begun' }
    : undefined;
}

function describe(obstacle: ChannelTrouble | Skipped): string {
  return obstacle.kind === 'expired' ? 'its time passed while this run was busy' : obstacle.reason;
}

/** Sends what is on record as being sent. Where the network asks to wait a little, it is done. */
async function sendOne({ planned, request }: Outgoing, run: Run): Promise<SendOutcome> {
  const channel = run.channels.get(channelOf(planned)) as ChannelPort;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await trySending(channel, request);
    if (outcome.kind !== 'refused' || !outcome.again || outcome.retryAfterMs === undefined) return outcome;
    if (attempt === TRIES || outcome.retryAfterMs > LONGEST_WAIT_MS) return outcome;
    await run.sleep(outcome.retryAfterMs);
  }
}

function isTrouble({ kind }: Done['outcome']): boolean {
  return kind === 'blocked' || kind === 'unknown' || kind === 'refused' || kind === 'unreachable';
}

function troubleAfter(outcome: Done['outcome']): ChannelOpening {
  switch (outcome.kind) {
    case 'blocked':
      return { kind: 'blocked', reason: outcome.reason };
    case 'unknown':
    case 'unreachable':
      return { kind: 'unreachable', reason: outcome.reason };
    case 'refused':
      return outcome.again ? { kind: 'unreachable', reason: outcome.reason } : { kind: 'open' };
    default:
      return { kind: 'open' };
  }
}

function record(outcome: SendOutcome, subject: Subject, words: string, { ledger, clock, timeZone }: Run): void {
  const at = toInstantText(clock(), timeZone);
  switch (outcome.kind) {
    case 'confirmed': {
      const { uri, url, cid } = outcome;
      if (subject.action === 'withdraw') ledger.append({ state: 'tombstoned', reason: words }, subject, at);
      else
        ledger.append(
          { state: 'confirmed', uri, ...(url !== undefined && { url }), ...(cid !== undefined && { cid }) },
          subject,
          at,
        );
      break;
    }
    case 'handed':
      ledger.append({ state: 'handed', uri: outcome.uri }, subject, at);
      break;
    case 'refused':
    case 'blocked': {
      const again = outcome.kind === 'blocked' || outcome.again;
      ledger.append({ state: 'failed', reason: outcome.reason, words, again }, subject, at);
      break;
    }
    case 'unknown':
      ledger.append({ state: 'unknown', reason: outcome.reason }, subject, at);
      break;
  }
}

// A channel that breaks in a way it did not foresee must not keep the others from sending.

async function openChannel(channel: ChannelPort): Promise<ChannelOpening> {
  return channel.open().catch((error: unknown) => ({ kind: 'unreachable', reason: broken(error) }));
}

async function trySending(channel: ChannelPort, request: ActionRequest): Promise<SendOutcome> {
  return channel.send(request).catch((error: unknown) => ({ kind: 'unknown', reason: broken(error) }));
}

async function tryFinding(channel: ChannelPort, request: ActionRequest): Promise<Finding> {
  return channel.find(request).catch((error: unknown) => ({ kind: 'unknown', reason: broken(error) }));
}

/** Nothing of what a client says of its own is passed on: it may hold an address with a token in it. */
function broken(error: unknown): string {
  return `the channel broke off (${error instanceof Error ? error.name : 'an error'})`;
}
