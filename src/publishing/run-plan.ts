import type { PostKey } from '../model/post-key.ts';
import { type EpochMs, toInstantText } from '../model/time.ts';
import { wordsHash } from './approval-gate.ts';
import type { PlannedPost } from './plan-posts.ts';
import type { ChannelOpening, ChannelPort, ChannelTrouble, Ledger, PostRequest, SendOutcome } from './ports.ts';

/** A request of an earlier run that never arrived and may not leave any more as it is. What is due now is planned anew. */
export type Dropped = { kind: 'dropped'; reason: string };

/** What was done about one post. */
export interface Done {
  key: PostKey;
  /** `unreachable`: nothing left, because the channel gave no clear answer before. */
  outcome: SendOutcome | ChannelTrouble | Dropped;
  planned: PlannedPost;
}

export interface RunOptions {
  plan: readonly PlannedPost[];
  ledger: Ledger;
  /** By channel id; only these are used. */
  channels: ReadonlyMap<string, ChannelPort>;
  now: EpochMs;
  timeZone: string;
  onDone?: (done: Done) => void;
}

/**
 * Carries a plan out, one post after the other. What is about to leave is in the ledger, to the letter, before it
 * leaves; so a run that is killed at any point is taken up by the next. A channel that cannot be opened, or that stops
 * answering, is left alone for the rest of the run and the others go on.
 */
export async function runPlan({ plan, ledger, channels, now, timeZone, onDone }: RunOptions): Promise<Done[]> {
  const at = toInstantText(now, timeZone);
  const openings = new Map<string, ChannelOpening>();
  const done: Done[] = [];
  for (const planned of plan) {
    if (planned.kind === 'hold') continue;
    const { channel: id } = planned.key;
    const channel = channels.get(id);
    if (!channel) throw new RangeError(`the plan uses the channel ${id}, which is not open to this run`);
    const opening = openings.get(id) ?? (await channel.open());
    const outcome = opening.kind === 'open' ? await act(planned, channel, ledger, at) : opening;
    openings.set(id, opening.kind === 'open' ? troubleAfter(outcome) : opening);
    const result = { key: planned.key, outcome, planned };
    done.push(result);
    onDone?.(result);
  }
  return done;
}

type Actionable = Exclude<PlannedPost, { kind: 'hold' }>;

function act(planned: Actionable, channel: ChannelPort, ledger: Ledger, at: string): Promise<SendOutcome | Dropped> {
  return planned.kind === 'send'
    ? sendPost(requestOf(planned, at), channel, ledger, at)
    : settlePost(planned, channel, ledger, at);
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
  { key, post, previews, site }: Extract<PlannedPost, { kind: 'send' }>,
  createdAt: string,
): PostRequest {
  return { key, createdAt, post, previews, site };
}

async function sendPost(request: PostRequest, channel: ChannelPort, ledger: Ledger, at: string): Promise<SendOutcome> {
  ledger.append({ state: 'intent' }, request.key, at);
  ledger.append({ state: 'sending', request, words: wordsHash(request.post) }, request.key, at);
  return recordOutcome(await channel.send(request), request, ledger, at);
}

async function settlePost(
  { request, maySend }: Extract<PlannedPost, { kind: 'settle' }>,
  channel: ChannelPort,
  ledger: Ledger,
  at: string,
): Promise<SendOutcome | Dropped> {
  const found = await channel.find(request);
  if (found.kind === 'confirmed') return recordOutcome(found, request, ledger, at);
  // Nothing is learnt, so nothing is written: the post stays unsettled.
  if (found.kind !== 'absent') return found;
  if (maySend) return recordOutcome(await channel.send(request), request, ledger, at);
  const reason = 'an earlier run was cut off before the network got it, and it is no longer due as it was then';
  ledger.append({ state: 'failed', reason, words: wordsHash(request.post), again: true }, request.key, at);
  return { kind: 'dropped', reason };
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
