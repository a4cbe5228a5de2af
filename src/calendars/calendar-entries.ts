import { campaignPath, eventPath, studyPath } from '../model/addresses.ts';
import type { Content, Event } from '../model/content.ts';
import { eventMoments } from '../model/event.ts';
import { occurrencesOf } from '../model/occurrence.ts';
import { lastDayOf } from '../model/study.ts';
import { addDays, addMonths, dayAt, type EpochMs, startOfDay } from '../model/time.ts';

/** Something that stands in the calendar of the year, in one language. */
export interface CalendarEntry {
  kind: 'campaign' | 'event' | 'study-closes';
  /** Name that no other entry has. */
  uid: string;
  /** Calendar days where the organisation is, both included. */
  startsOn: string;
  endsOn: string;
  /** Of what begins at a moment. */
  event?: Event;
  title: string;
  summary: string;
  /** Path of its page below the site's base. */
  path: string;
  /** Day on which what it says was last looked at. */
  reviewedOn: string;
  /** The first moment at which it is over. */
  overAt: EpochMs;
}

/** A month with what begins in it, and what has begun before and lasts into it. */
export interface CalendarMonth {
  /** `2026-12`. */
  month: string;
  entries: readonly CalendarEntry[];
  /** Of the first month of a calendar none: there they stand among the entries. */
  lasting: readonly CalendarEntry[];
  /** The first moment after it. */
  overAt: EpochMs;
}

type Calendared = Pick<Content, 'campaigns' | 'events' | 'studies' | 'organisation'>;

/** What takes place from one calendar day up to another, both included, in the order of its first days. */
export function calendarEntries(content: Calendared, language: string, from: string, until: string): CalendarEntry[] {
  const { timeZone } = content.organisation;
  const endOf = (day: string) => startOfDay(addDays(day, 1), timeZone);
  const campaigns = content.campaigns.flatMap(({ id, schedule, versions, lastReviewedOn }): CalendarEntry[] => {
    const version = versions[language];
    if (!version) return [];
    // One that began in the year before may last until today.
    return occurrencesOf(schedule, yearOf(from) - 1, yearOf(until)).map(({ id: occurrence, startsOn, endsOn }) => ({
      kind: 'campaign',
      uid: `${id}.${occurrence}`,
      startsOn,
      endsOn,
      title: version.title,
      summary: version.summary,
      path: campaignPath(id, language),
      reviewedOn: lastReviewedOn,
      overAt: endOf(endsOn),
    }));
  });
  const events = content.events.flatMap((event): CalendarEntry[] => {
    const version = event.versions[language];
    if (!version) return [];
    const { startsAt, endsAt } = eventMoments(event.time);
    return [
      {
        kind: 'event',
        uid: event.id,
        startsOn: dayAt(startsAt, timeZone),
        endsOn: dayAt(endsAt - 1, timeZone),
        event,
        title: version.title,
        summary: version.summary,
        path: eventPath(event.id, language),
        reviewedOn: event.lastReviewedOn,
        overAt: endsAt,
      },
    ];
  });
  const studies = content.studies.flatMap((study): CalendarEntry[] => {
    const version = study.versions[language];
    if (!version) return [];
    const day = lastDayOf(study);
    return [
      {
        kind: 'study-closes',
        uid: `${study.id}.closes`,
        startsOn: day,
        endsOn: day,
        title: version.title,
        summary: version.summary,
        path: studyPath(study.id, language),
        reviewedOn: study.lastReviewedOn,
        overAt: endOf(day),
      },
    ];
  });
  return [...campaigns, ...events, ...studies]
    .filter(({ startsOn, endsOn }) => startsOn <= until && endsOn >= from)
    .toSorted((a, b) => compare(a.startsOn, b.startsOn) || compare(a.endsOn, b.endsOn) || compare(a.uid, b.uid));
}

/** The month of a calendar day and the eleven after it, with what takes place in them. */
export function calendarMonths(content: Calendared, language: string, today: string): CalendarMonth[] {
  const first = `${today.slice(0, 7)}-01`;
  const entries = calendarEntries(content, language, first, addDays(addMonths(first, 12), -1));
  return Array.from({ length: 12 }, (_, index) => {
    const startsOn = addMonths(first, index);
    const month = startsOn.slice(0, 7);
    return {
      month,
      overAt: startOfDay(addMonths(first, index + 1), content.organisation.timeZone),
      lasting: entries.filter((entry) => index > 0 && entry.startsOn < startsOn && entry.endsOn >= startsOn),
      entries: entries.filter((entry) => (index === 0 && entry.startsOn < first) || entry.startsOn.startsWith(month)),
    };
  });
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
