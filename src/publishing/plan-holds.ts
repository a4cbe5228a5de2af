import { type Asked, approvalGate, type GateAnswer } from '../approvals/approval-gate.ts';
import { type LedgerRecord, subjectText } from '../ledger/entry.ts';
import type { Channel } from '../model/channel.ts';
import type { Campaign, Content } from '../model/content.ts';
import { isPublicEmergency } from '../model/incident-state.ts';
import { type Lapse, type Lapsing, lapsesOf } from '../model/lapses.ts';
import { NETWORK, type NetworkName } from '../model/network.ts';
import type { RiskClass } from '../model/risk.ts';
import { dayAt, type EpochMs, toEpochMs } from '../model/time.ts';
import { findLookAlike } from './look-alikes.ts';
import type { Desk, PostsInput } from './plan-context.ts';
import { isGone, shownWords } from './plan-records.ts';
import type { HoldReason, Obstacle, Pass, PlannedPost } from './planned.ts';

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
export function doubtful({ network }: Channel): HoldReason | undefined {
  const { doubt, sender, title } = NETWORK[network];
  return doubt === 'person' && sender === 'program'
    ? { kind: 'needs-person', reason: `${title} cannot be asked whether it has the post` }
    : undefined;
}

type Described = Pick<PlannedPost, 'key' | 'publishAt' | 'expiresAt' | 'risk' | 'post' | 'words'> & {
  risk: RiskClass;
  asks: Asked;
};

export function reasonToHold(
  planned: Described & { evenInCrisis: boolean; campaign: Lapsing & Pick<Campaign, 'id' | 'incident'> },
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
    (record && failedWith(record, words)) ??
    lapseOf(planned, desk) ??
    obstacleTo({ asks: planned.asks, network: planned.post.network }, desk) ??
    // An update may have to say the same again; that two incidents do is a matter of the checker.
    (planned.campaign.incident ? undefined : lookAlike(planned, planned.campaign.id, desk));
  if (now < planned.publishAt) return { kind: 'not-yet', ...(obstacle && { obstacle }) };
  return obstacle ?? keptBack({ channel: key.channel, risk: planned.risk, evenInCrisis: planned.evenInCrisis }, desk);
}

/**
 * What will have lapsed of the campaign when the post is due: told beforehand, while there is time to mend it. The clock
 * never blocks an emergency.
 */
function lapseOf(
  { campaign, risk, publishAt }: Described & { campaign: Lapsing },
  { content, now }: Desk,
): { kind: 'lapsed'; lapse: Lapse } | undefined {
  if (risk === 'crisis') return undefined;
  const [lapse] = lapsesOf(campaign, content, dayAt(Math.max(now, publishAt), content.organisation.timeZone));
  return lapse && { kind: 'lapsed', lapse };
}

export function failedWith({ last }: LedgerRecord, words: string): Obstacle | undefined {
  return last.state === 'failed' && !last.again && last.words === words
    ? { kind: 'failed', reason: last.reason }
    : undefined;
}

/** Whatever a person has to do something about before what is asked for may leave. */
export function obstacleTo(leaving: ToLeave, desk: GateDesk): Obstacle | undefined {
  const { channel } = leaving.asks;
  const away = disconnected(channel, desk);
  if (away) return away;
  if (desk.content.organisation.demonstration && !leadsHere(channel, desk)) return { kind: 'demonstration' };
  const gate = gateOf(leaving, desk);
  return gate.kind === 'open' || gate.kind === 'assumed' ? undefined : gate;
}

/** How what nothing holds came past the approvals it needs. */
export function passOf(leaving: ToLeave, desk: GateDesk): Pass {
  const gate = gateOf(leaving, desk);
  if (gate.kind === 'open') return gate.approvals.length > 0 ? { approvals: gate.approvals } : {};
  if (gate.kind === 'assumed') return { toLookUp: leaving.asks };
  throw new RangeError(`${leaving.asks.item} would leave through a closed gate`);
}

interface ToLeave {
  asks: Asked;
  network: NetworkName;
}

type GateDesk = Pick<PostsInput, 'content' | 'readiness' | 'localApprovals' | 'reviews' | 'assumeUnread'>;

function gateOf({ asks, network }: ToLeave, desk: GateDesk): GateAnswer {
  return approvalGate(
    asks,
    { network, isLoopback: leadsHere(asks.channel, desk) },
    {
      policy: desk.content.organisation.policy,
      local: desk.localApprovals,
      reviews: desk.reviews ?? new Map(),
      assumeUnread: desk.assumeUnread ?? false,
    },
  );
}

/** Whether a channel leads to this very machine. */
export function leadsHere(channel: string, { readiness }: Pick<PostsInput, 'readiness'>): boolean {
  const ready = readiness.get(channel);
  return ready?.kind === 'ready' && ready.isLoopback;
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
  const incident = content.incidents.find((one) => one.channels.includes(channel) && isPublicEmergency(one, now));
  return incident && { kind: 'suspended', incident: incident.id };
}

/** A channel that is not connected cannot be asked whether it has a post. */
export function cannotAsk(
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
