import type { Schedule } from './campaign.ts';
import type { SendingTime } from './post.ts';
import { addDays, type EpochMs, momentOf, toEpochMs } from './time.ts';

/** One time a campaign takes place. Its `id` is part of a post's identity: `2026` for a yearly campaign. */
export interface Occurrence {
  id: string;
  /** Calendar days, both included. */
  startsOn: string;
  endsOn: string;
}

/** Occurrences whose first day lies in one of the years `fromYear` to `untilYear`, both included, earliest first. */
export function occurrencesOf(schedule: Schedule, fromYear: number, untilYear: number): Occurrence[] {
  switch (schedule.kind) {
    case 'yearly':
      return years(fromYear, untilYear).map((year) => yearlyOccurrence(schedule, year));
    case 'dated':
      return schedule.occurrences
        .filter(({ startsOn }) => yearOf(startsOn) >= fromYear && yearOf(startsOn) <= untilYear)
        .toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  }
}

/** The occurrence with this id, or `undefined` where the campaign never has it. */
export function findOccurrence(schedule: Schedule, id: string): Occurrence | undefined {
  if (schedule.kind === 'dated') return schedule.occurrences.find((occurrence) => occurrence.id === id);
  return /^\d{4}$/.test(id) ? yearlyOccurrence(schedule, Number(id)) : undefined;
}

/**
 * The moment a sending time means in one occurrence. `undefined` where the clocks change in `zone` just then, so that
 * the time comes twice or not at all.
 */
export function sendingMoment(time: SendingTime, occurrence: Occurrence, zone: string): EpochMs | undefined {
  if (typeof time === 'string') return toEpochMs(time);
  return momentOf(addDays(occurrence.startsOn, time.daysFromStart), time.time, zone);
}

function yearlyOccurrence(schedule: Extract<Schedule, { kind: 'yearly' }>, year: number): Occurrence {
  const endYear = schedule.endsOn < schedule.startsOn ? year + 1 : year;
  const label = String(year).padStart(4, '0');
  return {
    id: label,
    startsOn: `${label}-${schedule.startsOn}`,
    endsOn: `${String(endYear).padStart(4, '0')}-${schedule.endsOn}`,
  };
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

function years(from: number, until: number): number[] {
  return Array.from({ length: Math.max(0, until - from + 1) }, (_, index) => from + index);
}
