import type { PostRecord } from '../ledger/entry.ts';
import { keyText, type PostKey } from '../model/post-key.ts';
import { type EpochMs, toEpochMs, toInstantText } from '../model/time.ts';
import { wordsHash } from './approval-gate.ts';
import type { Leaving, PlannedPost } from './plan-posts.ts';
import type {
  ChannelOpening,
  ChannelPort,
  ChannelTrouble,
  Finding,
  Ledger,
  PostRequest,
  SendOutcome,
} from './ports.ts';

/** Nothing left, and nothing of it will: what is due now is planned anew. */
export type Skipped =
  /** A request of an earlier run that never arrived and may not leave any more. */
  | { kind: 'dropped'; reason: string }
  /** Its time passed while this run was busy with others. */
  | { kind: 'expired' };

/** What was done about one post. */
export interface Done {
  key: PostKey;
  /** `unreachable`: nothing left, because the channel gave no clear answer before. */
  outcome: SendOutcome | ChannelTrouble | Skipped;
  planned: PlannedPost;
}

export interface RunOptions {
  plan: readonly PlannedPost[];
  /** The ledger that the plan was made from, and nobody else's meanwhile. */
  ledger: Ledger;
  /** By channel id; only these are used. */
  channels: ReadonlyMap<string, ChannelPort>;
  /** Asked before each post: a run may take long, and a machine may sleep in the middle. */
  clock: () => EpochMs;
  timeZone: string;
  onDone?: (done: Done) => void;
}

/**
 * Carries a plan out, one post after the other. What is about to leave is in the ledger, to the letter, before it
 * leaves; so a run that is killed at any point is taken up by the next. A channel that cannot be opened, or that stops
 * answering, is left alone for the rest of the run and the others go on. Throws where the ledger cannot be written.
 */
export async function runPlan({ plan, ledger, channels, clock, timeZone, onDone }: RunOptions): Promise<Done[]> {
  const openings = new Map<string, ChannelOpening>();
  const done: Done[] = [];
  for (const planned of leastRecentlyTried(plan, ledger)) {
    const { channel: id } = planned.key;
    const channel = channels.get(id);
    if (!channel) throw new RangeError(`the plan uses the channel ${id}, which is not open to this run`);
    const opening = openings.get(id) ?? (await openChannel(channel));
    const now = clock();
    const outcome =
      opening.kind === 'open' ? await act(planned, channel, ledger, now, toInstantText(now, timeZone)) : opening;
    openings.set(id, opening.kind === 'open' ? troubleAfter(outcome) : opening);
    const result = { key: planned.key, outcome, planned };
    done.push(result);
    onDone?.(result);
  }
  return done;
}

type Actionable = Exclude<PlannedPost, { kind: 'hold' }>;

/**
 * Posts that were never tried first, then those whose last try is longest ago: one that a network chokes on each time
 * must not keep the others waiting for ever.
 */
function leastRecentlyTried(plan: readonly PlannedPost[], ledger: Ledger): Actionable[] {
  const triedAt = (record: PostRecord | undefined) => (record ? toEpochMs(record.last.at) : Number.NEGATIVE_INFINITY);
  return plan
    .filter((planned) => planned.kind !== 'hold')
    .map((planned) => ({ planned, at: triedAt(ledger.state().get(keyText(planned.key))) }))
    .toSorted((a, b) => (a.at === b.at ? 0 : a.at - b.at))
    .map(({ planned }) => planned);
}

async function act(
  planned: Actionable,
  channel: ChannelPort,
  ledger: Ledger,
  now: EpochMs,
  at: string,
): Promise<Done['outcome']> {
  const isLate = now >= planned.expiresAt;
  if (planned.kind === 'settle') return settlePost(planned, isLate, channel, ledger, at);
  if (isLate) return { kind: 'expired' };
  return sendPost(requestOf(planned, planned, at), channel, ledger, at);
}

function troubleAfter(outcome: Done['outcome']): ChannelOpening {
  switch (outcome.kind) {
    case 'blocked':
      return outcome;
    case 'unknown':
      return { kind: 'unreachable', reason: outcome.reason };
    case 'refused':
      return outcome.again ? { kind: 'unreachable', reason: outcome.reason } : { kind: 'open' };
    default:
      return { kind: 'open' };
  }
}

function requestOf(
  { key, post }: Pick<PlannedPost, 'key' | 'post'>,
  { previews, site }: Leaving,
  createdAt: string,
): PostRequest {
  return { key, createdAt, post, previews, site };
}

async function sendPost(request: PostRequest, channel: ChannelPort, ledger: Ledger, at: string): Promise<SendOutcome> {
  const last = ledger.state().get(keyText(request.key))?.last.state;
  if (last === 'sending' || last === 'unknown' || last === 'confirmed')
    throw new RangeError(`the plan would send ${keyText(request.key)}, which the ledger says is ${last}`);
  ledger.append({ state: 'intent' }, request.key, at);
  ledger.append({ state: 'sending', request, words: wordsHash(request.post) }, request.key, at);
  return recordOutcome(await trySending(channel, request), request, ledger, at);
}

async function settlePost(
  planned: Extract<PlannedPost, { kind: 'settle' }>,
  isLate: boolean,
  channel: ChannelPort,
  ledger: Ledger,
  at: string,
): Promise<SendOutcome | Skipped> {
  const { request, ifAbsent } = planned;
  const found = await tryFinding(channel, request);
  if (found.kind === 'confirmed') return recordOutcome(found, request, ledger, at);
  // Nothing is learnt, so nothing is written: the post stays unsettled.
  if (found.kind !== 'absent') return found;
  if (ifAbsent.kind === 'repeat' && !isLate)
    return recordOutcome(await trySending(channel, request), request, ledger, at);
  const reason = 'an earlier run was cut off before the network got it, and it is no longer due as it was then';
  ledger.append({ state: 'failed', reason, words: wordsHash(request.post), again: true }, request.key, at);
  return ifAbsent.kind === 'replace' && !isLate
    ? sendPost(requestOf(planned, ifAbsent, at), channel, ledger, at)
    : { kind: 'dropped', reason };
}

function recordOutcome(outcome: SendOutcome, request: PostRequest, ledger: Ledger, at: string): SendOutcome {
  switch (outcome.kind) {
    case 'confirmed':
      ledger.append(
        { state: 'confirmed', uri: outcome.uri, ...(outcome.url !== undefined && { url: outcome.url }) },
        request.key,
        at,
      );
      break;
    case 'refused':
    case 'blocked': {
      const again = outcome.kind === 'blocked' || outcome.again;
      const words = wordsHash(request.post);
      ledger.append({ state: 'failed', reason: outcome.reason, words, again }, request.key, at);
      break;
    }
    case 'unknown':
      ledger.append({ state: 'unknown', reason: outcome.reason }, request.key, at);
      break;
  }
  return outcome;
}

// A channel that breaks in a way it did not foresee must not keep the others from sending.

function openChannel(channel: ChannelPort): Promise<ChannelOpening> {
  return channel.open().catch((error: unknown) => ({ kind: 'unreachable', reason: broken(error) }));
}

function trySending(channel: ChannelPort, request: PostRequest): Promise<SendOutcome> {
  return channel.send(request).catch((error: unknown) => ({ kind: 'unknown', reason: broken(error) }));
}

function tryFinding(channel: ChannelPort, request: PostRequest): Promise<Finding> {
  return channel.find(request).catch((error: unknown) => ({ kind: 'unknown', reason: broken(error) }));
}

function broken(error: unknown): string {
  return `the channel broke off: ${error instanceof Error ? error.message : String(error)}`;
}
