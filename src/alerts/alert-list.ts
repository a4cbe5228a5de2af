import { incidentPath, publicAddress } from '../model/addresses.ts';
import type { Incident, Update } from '../model/content.ts';
import { incidentState, inOrder } from '../model/incident-state.ts';
import type { Organisation } from '../model/organisation.ts';
import { type EpochMs, toEpochMs } from '../model/time.ts';
import { capAddress, capIdentifier, languagesOf } from './cap.ts';

type Desk = Pick<Organisation, 'id' | 'url' | 'languages' | 'contact' | 'demonstration'>;

/** One message of an incident as `alerts.json` gives it. Instants are ISO 8601 with an offset, as the content has them. */
export interface ListedAlert {
  /** The CAP identifier. */
  identifier: string;
  incident: string;
  kind: Update['kind'];
  sentAt: string;
  /** When it stops holding by itself. */
  expiresAt: string;
  /**
   * When it stops being the newest word: the next message’s `sentAt`, or its own `expiresAt` where that is earlier. A reader
   * shows an alert from `sentAt` until then, by their own clock.
   */
  until: string;
  nextUpdateDueAt?: string;
  severity: Update['severity'];
  urgency: Update['urgency'];
  certainty: Update['certainty'];
  categories: Incident['category'];
  /** By language. */
  words: Readonly<Record<string, { headline: string; instruction: string; area: string; page: string }>>;
  /** Address of the CAP file. */
  cap: string;
}

/** `alerts.json`: for other sites and apps, and for the desk’s own pages. The handbook documents it. */
export interface AlertList {
  version: 1;
  /** Instant of the build it comes from. */
  builtAt: string;
  /** There where the desk is a demonstration: nothing in it is real. */
  demonstration?: true;
  /** Messages of real incidents that hold, or will: the ones sent, and those that have a time already. Newest first. */
  alerts: readonly ListedAlert[];
}

/**
 * The messages that hold at `now` or later. What was replaced, cancelled or has run out is left out; a cancellation stays until
 * it runs out itself, so that those who ask from time to time learn of it. Exercises, tests and drafts never appear.
 */
export function alertList(
  incidents: readonly Incident[],
  organisation: Desk,
  now: EpochMs,
  builtAt: string,
): AlertList {
  const alerts = incidents
    .filter(({ status }) => status === 'actual')
    .flatMap((incident) => listed(incident, organisation, now))
    .toSorted((a, b) => toEpochMs(b.sentAt) - toEpochMs(a.sentAt) || (a.identifier < b.identifier ? -1 : 1));
  return { version: 1, builtAt, ...(organisation.demonstration && { demonstration: true as const }), alerts };
}

function listed(incident: Incident, organisation: Desk, now: EpochMs): ListedAlert[] {
  if (incidentState(incident, now).kind === 'draft') return [];
  const ordered = inOrder(incident.updates);
  return ordered.flatMap((update, index) => {
    const next = ordered[index + 1];
    const isReplaced = next !== undefined && toEpochMs(next.sentAt) < toEpochMs(update.expiresAt);
    const until = isReplaced ? next.sentAt : update.expiresAt;
    if (toEpochMs(until) <= now) return [];
    const words = languagesOf(update, organisation).flatMap((language) => {
      const version = update.versions[language];
      if (!version) return [];
      const { headline, instruction, area } = version;
      const page = update.link ?? publicAddress(organisation, incidentPath(incident.id, language));
      return [[language, { headline, instruction, area, page }] as const];
    });
    const { nextUpdateDueAt } = update;
    return [
      {
        identifier: capIdentifier(organisation, incident, update),
        incident: incident.id,
        kind: update.kind,
        sentAt: update.sentAt,
        expiresAt: update.expiresAt,
        until,
        ...(nextUpdateDueAt !== undefined && { nextUpdateDueAt }),
        severity: update.severity,
        urgency: update.urgency,
        certainty: update.certainty,
        categories: incident.category,
        words: Object.fromEntries(words),
        cap: capAddress(organisation, incident.id, update.id),
      },
    ];
  });
}
