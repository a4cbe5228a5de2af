import { type LedgerState, type MessageSubject, type Subject, subjectText } from '../ledger/entry.ts';
import type { Incident } from '../model/content.ts';
import { incidentState } from '../model/incident-state.ts';
import { type EpochMs, toEpochMs } from '../model/time.ts';
import { type HoldReason, type Planned, subjectOf } from './planned.ts';

/** Something that a person should know of. */
export interface Concern {
  kind: ConcernKind;
  subject: Subject | MessageSubject;
  /** Since when. */
  since: EpochMs;
  /** What holds it, where that is known. */
  why?: HoldReason;
  reason?: string;
}

/**
 * `unknown`: nobody knows whether readers have it. `blocked`: it is held until a person does something. `refused`: the
 * network will not have it as it is. `overdue`: nothing holds it, and still it has not left. `missed`: its time is over.
 * `to-do`: a person has been asked to post it. `silent`: readers of an emergency were promised an update that has not come.
 */
export type ConcernKind = 'unknown' | 'blocked' | 'refused' | 'overdue' | 'missed' | 'to-do' | 'silent';

const HOUR_MS = 3_600_000;
/** A schedule may well be that late; what is later wants looking at. */
const OVERDUE_MS = HOUR_MS;
/** A missed post is spoken of for a day. */
const MISSED_MS = 24 * HOUR_MS;
/** A person gets this long before it is said again that they were asked. */
const TO_DO_MS = 6 * HOUR_MS;
/** A request that nobody has heard of for so long belongs to a run that is no more. */
const STUCK_MS = HOUR_MS;

/** What awaits a person, from the plan and the ledger. What rules hold back for a while is no concern. Pure. */
export function findConcerns(plan: readonly Planned[], ledger: LedgerState, now: EpochMs): Concern[] {
  const concerns = new Map<string, Concern>();
  const add = (concern: Concern) => {
    const name = subjectText(concern.subject);
    if (!concerns.has(name)) concerns.set(name, concern);
  };
  for (const { subject, last } of ledger.values()) {
    const since = toEpochMs(last.at);
    if (last.state === 'unknown') add({ kind: 'unknown', subject, since, reason: last.reason });
    if (last.state === 'sending' && now - since > STUCK_MS)
      add({ kind: 'unknown', subject, since, reason: 'a run was cut off while it was sending' });
    if (last.state === 'handed' && now - since > TO_DO_MS) add({ kind: 'to-do', subject, since, reason: last.uri });
  }
  for (const planned of plan) {
    const found = concernOf(planned, now);
    if (found) add({ ...found, subject: subjectOf(planned) });
  }
  return [...concerns.values()].toSorted((a, b) => a.since - b.since);
}

/** Real emergencies whose readers wait for an update that they were promised. Pure. */
export function findSilences(incidents: readonly Incident[], now: EpochMs): Concern[] {
  return incidents.flatMap((incident) => {
    const state = incidentState(incident, now);
    if (incident.status !== 'actual' || state.kind !== 'active' || state.overdueSince === undefined) return [];
    const subject = { action: 'message', incident: incident.id, update: state.newest.id } as const;
    const reason = `readers were promised to hear more by then: npm run new -- update ${incident.id}`;
    return [{ kind: 'silent', subject, since: state.overdueSince, reason }];
  });
}

function concernOf(planned: Planned, now: EpochMs): Omit<Concern, 'subject'> | undefined {
  const since = Math.max(planned.publishAt, 0);
  if (planned.kind !== 'hold')
    return planned.action === 'post' && now - since > OVERDUE_MS ? { kind: 'overdue', since } : undefined;
  const { why } = planned;
  switch (why.kind) {
    case 'expired':
      return now - planned.expiresAt < MISSED_MS ? { kind: 'missed', since: planned.expiresAt, why } : undefined;
    case 'failed':
      return now >= since ? { kind: 'refused', since, why } : undefined;
    case 'unapproved':
    case 'lapsed':
    case 'objection':
    case 'approvals-unread':
    case 'not-connected':
    case 'needs-person':
    case 'thread-changed':
    case 'look-alike':
    case 'no-note':
    case 'changed-by-hand':
    case 'unasked':
      return now >= since ? { kind: 'blocked', since, why } : undefined;
    default:
      return undefined;
  }
}
