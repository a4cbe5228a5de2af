import { ICalCalendar, ICalEventStatus } from 'ical-generator';
import { eventPath, publicAddress } from '../model/addresses.ts';
import type { Event } from '../model/content.ts';
import { eventMoments } from '../model/event.ts';
import { inLanguage } from '../model/language.ts';
import type { Organisation } from '../model/organisation.ts';
import { type EpochMs, startOfDay } from '../model/time.ts';

/** One event as a calendar file (iCalendar, RFC 5545) in one of its languages. Its UID and moments are the same in all. */
export function eventCalendar(event: Event, language: string, organisation: Organisation): string {
  const calendar = namedCalendar(inLanguage(organisation.name, language), language, organisation);
  addEvent(calendar, event, language, organisation);
  return `${calendar.toString()}\r\n`;
}

/** An empty calendar of the organisation, in one language. */
export function namedCalendar(name: string, language: string, organisation: Organisation): ICalCalendar {
  const prodId = { company: organisation.id, product: 'aagahi', language: language.toUpperCase() };
  return new ICalCalendar({ name, prodId });
}

/**
 * Enters an event, as moments of UTC: each phone shows them by its own clock, whatever zones it knows. Called off, it says so, and
 * with a higher number than before, so that a calendar that has it takes it over.
 */
export function addEvent(calendar: ICalCalendar, event: Event, language: string, organisation: Organisation): void {
  const version = event.versions[language];
  if (!version) throw new RangeError(`${event.id} is not written in ${language}`);
  const { startsAt, endsAt } = eventMoments(event.time);
  const { place } = version;
  const address = publicAddress(organisation, eventPath(event.id, language));
  calendar.createEvent({
    id: uidOf(event.id, organisation),
    sequence: event.cancelled ? 1 : 0,
    stamp: stampOf(event.lastReviewedOn, organisation),
    start: new Date(startsAt),
    end: new Date(endsAt),
    summary: version.title,
    description: [version.cancellation, version.summary, address].filter((text) => text !== undefined).join('\n\n'),
    ...(place ? { location: `${place.name}, ${place.address}` } : event.online ? { location: event.online } : {}),
    url: address,
    status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
}

/** Name of an entry that no other has, in whatever calendar it stands. */
export function uidOf(name: string, { url }: Organisation): string {
  return `${name}@${new URL(url).hostname}`;
}

/** When what an entry says was last looked at: the same bytes come from each build. */
export function stampOf(lastReviewedOn: string, { timeZone }: Organisation): Date {
  const at: EpochMs = startOfDay(lastReviewedOn, timeZone);
  return new Date(at);
}
