import { ICalCalendar } from 'ical-generator';
import { inLanguage } from '../model/language.ts';
import type { Organisation } from '../model/organisation.ts';
import { type Due, describeDue } from '../model/reviews-due.ts';
import type { EpochMs } from '../model/time.ts';

/**
 * What falls due as a calendar (iCalendar, RFC 5545): an event of a whole day for each. An event keeps its UID when a page is
 * reviewed and falls due again later, so that a calendar that is read again moves it instead of showing it twice. The same
 * input gives the same bytes.
 */
export function reviewCalendar(due: readonly Due[], organisation: Organisation, now: EpochMs): string {
  const { hostname } = new URL(organisation.url);
  const calendar = new ICalCalendar({
    name: `${inLanguage(organisation.name, 'en')}: what falls due`,
    prodId: { company: organisation.id, product: 'aagahi' },
  });
  for (const one of due) {
    calendar.createEvent({
      id: `${uidOf(one)}@${hostname}`,
      stamp: new Date(now),
      start: new Date(`${one.on}T00:00:00Z`),
      allDay: true,
      summary: describeDue(one),
      description: `${one.name}\n${one.file}\n${one.owners.join(', ')}`,
      categories: one.owners.map((name) => ({ name })),
    });
  }
  return `${calendar.toString()}\r\n`;
}

/** What ends on a day of its own is told apart by it; a review of the same thing is the same event on another day. */
function uidOf({ kind, what, name, on }: Due): string {
  const isOnce = kind === 'suppression' || kind === 'role' || kind === 'access';
  return [kind, what, ...(isOnce ? [name, on] : [])].join('.').replace(/[^\w.-]/g, '-');
}
