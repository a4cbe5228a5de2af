import { publicAddress } from '../model/addresses.ts';
import type { Organisation } from '../model/organisation.ts';
import { addDays } from '../model/time.ts';
import type { CalendarEntry } from './calendar-entries.ts';
import { addEvent, namedCalendar, stampOf, uidOf } from './event-calendar.ts';

/**
 * Entries as a calendar to follow (iCalendar, RFC 5545). What has no hour stands on whole days. Each keeps its UID when its days
 * change, so that a calendar that is read again moves it. The same input gives the same bytes.
 */
export function yearCalendar(
  entries: readonly CalendarEntry[],
  { name, kinds, language }: { name: string; kinds: Readonly<Record<CalendarEntry['kind'], string>>; language: string },
  organisation: Organisation,
): string {
  const calendar = namedCalendar(name, language, organisation).ttl(24 * 60 * 60);
  for (const { kind, uid, startsOn, endsOn, event, title, summary, path, reviewedOn } of entries) {
    if (event) {
      addEvent(calendar, event, language, organisation);
      continue;
    }
    const address = publicAddress(organisation, path);
    calendar.createEvent({
      id: uidOf(uid, organisation),
      stamp: stampOf(reviewedOn, organisation),
      start: new Date(`${startsOn}T00:00:00Z`),
      // The end of an event of whole days is the day after its last (RFC 5545, section 3.6.1).
      end: new Date(`${addDays(endsOn, 1)}T00:00:00Z`),
      allDay: true,
      timezone: 'UTC',
      summary: kind === 'study-closes' ? `${kinds[kind]}: ${title}` : title,
      description: `${summary}\n\n${address}`,
      url: address,
      categories: [{ name: kinds[kind] }],
    });
  }
  return `${calendar.toString()}\r\n`;
}
