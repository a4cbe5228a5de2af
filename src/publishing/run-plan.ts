import type { PostKey } from '../model/post-key.ts';
import { type EpochMs, toInstantText } from '../model/time.ts';
import { wordsHash } from './approval-gate.ts';
import type { PlannedPost } from './plan-posts.ts';
import type { ChannelPort, Ledger, PostRequest, SendOutcome } from './ports.ts';

/** What was done about one post. */
export interface Done {
  key: PostKey;
  outcome: SendOutcome | { kind: 'channel-blocked'; reason: string } | { kind: 'channel-unreachable'; reason: string };
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
 * leaves; so a run that is killed at any point is taken up by the next. A channel that cannot be opened is reported
 * and the others go on.
 */
export async function runPlan({ plan, ledger, channels, now, timeZone, onDone }: RunOptions): Promise<Done[]> {
  const at = toInstantText(now, timeZone);
  const openings = new Map<string, Awaited<ReturnType<ChannelPort['open']>>>();
  const done: Done[] = [];
  for (const planned of plan) {
    const channel = channels.get(planned.key.channel);
    if (planned.kind === 'hold' || !channel) continue;
    const { channel: id } = planned.key;
    const opening = openings.get(id) ?? (await channel.open());
    openings.set(id, opening);
    const outcome: Done['outcome'] =
      opening.kind === 'open'
        ? await (planned.kind === 'send'
            ? sendPost(requestOf(planned, at), channel, ledger, at)
            : settlePost(planned, channel, ledger, at))
        : { kind: `channel-${opening.kind}`, reason: opening.reason };
    const result = { key: planned.key, outcome, planned };
    done.push(result);
    onDone?.(result);
  }
  return done;
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
): Promise<SendOutcome> {
  const found = await channel.find(request);
  if (found.kind !== 'absent') return recordOutcome(found, request, ledger, at);
  if (maySend) return recordOutcome(await channel.send(request), request, ledger, at);
  const tooLate: SendOutcome = {
    kind: 'refused',
    reason: 'an earlier run was cut off, the network has not got it, and its time has passed',
    again: false,
  };
  return recordOutcome(tooLate, request, ledger, at);
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
      ledger.append(
        { state: 'failed', reason: outcome.reason, words: wordsHash(request.post), again: outcome.again },
        request.key,
        at,
      );
      break;
    case 'unknown':
      ledger.append({ state: 'unknown', reason: outcome.reason }, request.key, at);
      break;
  }
  return outcome;
}
