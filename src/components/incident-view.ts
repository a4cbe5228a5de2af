import type { Incident, Update } from '../model/content.ts';
import { type IncidentState, incidentState, sentBy } from '../model/incident-state.ts';
import { type EpochMs, toEpochMs } from '../model/time.ts';

/** An incident that has a page, as a build sees it. */
export interface IncidentView {
  incident: Incident;
  state: Exclude<IncidentState, { kind: 'draft' }>;
  /** The messages that are out, newest first. */
  sent: readonly Update[];
  /** The newest of them; the first one to come where none is out yet. */
  newest: Update;
}

/** The incident at `now`; `undefined` for a draft, which has no page. */
export function incidentView(incident: Incident, now: EpochMs): IncidentView | undefined {
  const state = incidentState(incident, now);
  if (state.kind === 'draft') return undefined;
  const newest = state.kind === 'scheduled' ? state.first : state.newest;
  return { incident, state, sent: sentBy(incident.updates, now).toReversed(), newest };
}

const WORST_FIRST: readonly Update['severity'][] = ['extreme', 'severe', 'moderate', 'minor', 'unknown'];

/** The real incidents that are in force, the most severe first, and those that are over, the latest first. */
export function listedIncidents(
  incidents: readonly Incident[],
  now: EpochMs,
): { active: IncidentView[]; past: IncidentView[] } {
  const views = incidents
    .filter(({ status }) => status === 'actual')
    .flatMap((incident) => incidentView(incident, now) ?? [])
    .toSorted((a, b) => toEpochMs(b.newest.sentAt) - toEpochMs(a.newest.sentAt));
  return {
    active: views
      .filter(({ state }) => state.kind === 'active')
      .toSorted((a, b) => WORST_FIRST.indexOf(a.newest.severity) - WORST_FIRST.indexOf(b.newest.severity)),
    past: views.filter(({ state }) => state.kind === 'cancelled' || state.kind === 'expired'),
  };
}
