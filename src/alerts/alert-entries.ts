import { incidentPath, publicAddress } from '../model/addresses.ts';
import type { Incident, Update } from '../model/content.ts';
import { sentBy } from '../model/incident-state.ts';
import type { Organisation } from '../model/organisation.ts';
import { type EpochMs, toEpochMs } from '../model/time.ts';
import { capAddress, capIdentifier } from './cap.ts';

/** One message in one language, for feeds. */
export interface AlertEntry {
  /** Permanent, and the same in every feed of the language. */
  id: string;
  kind: Update['kind'];
  title: string;
  text: string;
  page: string;
  cap: string;
  /** Instant it was sent at. It never changes: a message is never edited, only followed. */
  sentAt: string;
  categories: readonly string[];
}

/** How many messages a feed holds. */
const MOST_ENTRIES = 100;

/** Every message of real incidents that is out at `now` in `language`, newest first. */
export function alertEntries(
  incidents: readonly Incident[],
  organisation: Pick<Organisation, 'id' | 'url'>,
  language: string,
  now: EpochMs,
): AlertEntry[] {
  return incidents
    .filter(({ status }) => status === 'actual')
    .flatMap((incident) => sentBy(incident.updates, now).flatMap((update) => entryOf(incident, update)))
    .toSorted((a, b) => toEpochMs(b.sentAt) - toEpochMs(a.sentAt) || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_ENTRIES);

  function entryOf(incident: Incident, update: Update): AlertEntry[] {
    const words = update.versions[language];
    if (!words) return [];
    const { headline, description, instruction, area, changed } = words;
    return [
      {
        id: `tag:${new URL(organisation.url).hostname},2026:${capIdentifier(organisation, incident, update)}/${language}`,
        kind: update.kind,
        title: headline,
        text: [instruction, description, ...(changed === undefined ? [] : [changed]), area].join('\n\n'),
        page: update.link ?? publicAddress(organisation, incidentPath(incident.id, language)),
        cap: capAddress(organisation, incident.id, update.id),
        sentAt: update.sentAt,
        categories: incident.category,
      },
    ];
  }
}
