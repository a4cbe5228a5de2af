import type { Incident, Update } from './content.ts';
import { type EpochMs, toEpochMs } from './time.ts';

/** Where an incident stands at a moment. What comes next is decided by `TRANSITIONS`. */
export type IncidentState =
  /** Nothing of it leaves the desk. */
  | { kind: 'draft' }
  /** Its first message is still to come. */
  | { kind: 'scheduled'; first: Update }
  /** `overdueSince`: when readers were promised to hear more, and have not. */
  | { kind: 'active'; newest: Update; since: EpochMs; until: EpochMs; overdueSince?: EpochMs }
  | { kind: 'cancelled'; newest: Update; at: EpochMs }
  | { kind: 'expired'; newest: Update; at: EpochMs };

/** Which message may follow which: `none` before the first. Nothing follows a cancellation. */
export const TRANSITIONS = {
  none: ['alert'],
  alert: ['update', 'cancel'],
  update: ['update', 'cancel'],
  cancel: [],
} as const satisfies Record<'none' | Update['kind'], readonly Update['kind'][]>;

/** An incident's messages in the order in which they are sent. */
export function inOrder(updates: readonly Update[]): Update[] {
  return updates.toSorted((a, b) => toEpochMs(a.sentAt) - toEpochMs(b.sentAt) || (a.id < b.id ? -1 : 1));
}

/** Messages that are out at `now`, in order. */
export function sentBy(updates: readonly Update[], now: EpochMs): Update[] {
  return inOrder(updates).filter(({ sentAt }) => toEpochMs(sentAt) <= now);
}

/** Where an incident stands at `now`. An incident without any message is a draft. Pure. */
export function incidentState({ status, updates }: Pick<Incident, 'status' | 'updates'>, now: EpochMs): IncidentState {
  const [first] = inOrder(updates);
  if (status === 'draft' || !first) return { kind: 'draft' };
  const sent = sentBy(updates, now);
  const newest = sent.at(-1);
  if (!newest) return { kind: 'scheduled', first };
  if (newest.kind === 'cancel') return { kind: 'cancelled', newest, at: toEpochMs(newest.sentAt) };
  const until = toEpochMs(newest.expiresAt);
  if (now >= until) return { kind: 'expired', newest, at: until };
  const promised = newest.nextUpdateDueAt === undefined ? undefined : toEpochMs(newest.nextUpdateDueAt);
  return {
    kind: 'active',
    newest,
    since: toEpochMs(first.sentAt),
    until,
    ...(promised !== undefined && promised < now && { overdueSince: promised }),
  };
}

/** Whether an incident concerns the public now: exercises and tests never do. */
export function isPublicEmergency(incident: Pick<Incident, 'status' | 'updates'>, now: EpochMs): boolean {
  return incident.status === 'actual' && incidentState(incident, now).kind === 'active';
}
