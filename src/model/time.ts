import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Fault } from './problem.ts';
import { formatted } from './text.ts';

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = number;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:\d{2})$/;
const LOCAL_TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?$/;
const INSTANT_WALL = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/;
const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A moment in time with its offset: `2026-07-01T09:00:00+05:00`. The text is checked as written, never as a parser read it. */
export const instant = formatted(findInstantFault, {
  format: 'date-time',
  description: 'A moment with its offset, for example 2026-07-01T09:00:00+05:00',
});

/** A calendar day: `2026-07-01`. */
export const day = formatted(findDayFault, { format: 'date' });

/** A day as exactly as the source tells it: `2024`, `2024-07` or `2024-07-25`. YAML reads a bare year as a number. */
export const partialDay = z
  .preprocess(
    (value) => (typeof value === 'number' ? String(value) : value),
    formatted(findPartialDayFault, { pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' }),
  )
  .meta({ type: ['string', 'integer'] });

/** A day of every year: `12-01`. `02-29` is refused: most years do not have it. */
export const monthDay = formatted(findMonthDayFault, { pattern: '^\\d{2}-\\d{2}$' });

/** A day and time as clocks on the wall show it, without an offset: `2026-12-05T16:00`. The zone stands beside it. */
export const wallTime = formatted(findWallTimeFault, { pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$' });

/** A time of day: `09:00`. */
export const timeOfDay = formatted(
  (value) =>
    /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
      ? undefined
      : {
          ruleId: 'date/time',
          message: `Unexpected time \`${value}\``,
          hint: 'write hours and minutes, for example `"09:00"`',
        },
  { pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' },
);

/** A day and time counted from the first day of each occurrence of a campaign. */
export const relativeTime = z.strictObject({
  daysFromStart: z.int().min(-366).max(366).describe('Days after the campaign’s first day; negative is before it'),
  time: timeOfDay.describe('Time of day in the organisation’s zone'),
});

/** A time zone of the IANA database: `Asia/Karachi`. */
export const timeZone = formatted(
  (value) =>
    isTimeZone(value)
      ? undefined
      : {
          ruleId: 'date/time-zone',
          message: `Unexpected time zone \`${value}\``,
          hint: 'write a name such as `Asia/Karachi`',
        },
  {},
);

/** The moment an `instant` names. */
export function toEpochMs(instantText: string): EpochMs {
  return Temporal.Instant.from(instantText).epochMilliseconds;
}

/** The moment as an `instant` with the offset in force in `zone`: `2026-07-01T09:00:00+05:00`. */
export function toInstantText(moment: EpochMs, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(moment)
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** The calendar day it is at `moment` in `zone`. */
export function dayAt(moment: EpochMs, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The time of day it is at `moment` in `zone`: `09:00`. */
export function timeAt(moment: EpochMs, zone: string): string {
  return toInstantText(moment, zone).slice(11, 16);
}

/** The first moment of a calendar day in `zone`: midnight, or when the clocks skip midnight the moment after. */
export function startOfDay(on: string, zone: string): EpochMs {
  return Temporal.PlainDate.from(on).toZonedDateTime({ timeZone: zone }).epochMilliseconds;
}

/** The calendar day `days` after `startsOn`; a negative number is before. */
export function addDays(startsOn: string, days: number): string {
  return Temporal.PlainDate.from(startsOn).add({ days }).toString();
}

/** The calendar day `months` later, or the last day of that month where it has no such day: a month after 31 January is 28 February. */
export function addMonths(startsOn: string, months: number): string {
  return Temporal.PlainDate.from(startsOn).add({ months }).toString();
}

/** The last day that a `partialDay` can mean: `2024-12-31` for `2024`. */
export function lastDayOf(partial: string): string {
  if (partial.length === 4) return `${partial}-12-31`;
  if (partial.length > 7) return partial;
  const { year, month, daysInMonth } = Temporal.PlainYearMonth.from(partial);
  return Temporal.PlainDate.from({ year, month, day: daysInMonth }).toString();
}

/**
 * The moment a clock on the wall in `zone` shows `time` on `on`, or `undefined` where it shows it twice or not at all
 * because the clocks change.
 */
export function momentOf(on: string, time: string, zone: string): EpochMs | undefined {
  const offset = steadyOffset(Number(on.slice(0, 4)), zone);
  // A calendar that knows every zone is slow to ask, and most desks plan thousands of such moments.
  if (offset !== undefined && DAY.test(on)) return Date.parse(`${on}T${time}:00Z`) - offset;
  try {
    return Temporal.PlainDateTime.from(`${on}T${time}`).toZonedDateTime(zone, { disambiguation: 'reject' })
      .epochMilliseconds;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const steadyOffsets = new Map<string, number | undefined>();

/** The offset from UTC in milliseconds that a zone keeps all through a year and the days around it, if it keeps one. */
function steadyOffset(year: number, zone: string): number | undefined {
  const name = `${zone}/${year}`;
  if (steadyOffsets.has(name)) return steadyOffsets.get(name);
  const offset = findSteadyOffset(year, zone);
  steadyOffsets.set(name, offset);
  return offset;
}

function findSteadyOffset(year: number, zone: string): number | undefined {
  if (!(year > 1970 && year < 9999)) return undefined;
  const start = Temporal.PlainDate.from({ year: year - 1, month: 12, day: 29 }).toZonedDateTime({ timeZone: zone });
  const change = start.getTimeZoneTransition('next');
  const isSteady = change === null || change.epochMilliseconds > Date.UTC(year + 1, 0, 4);
  return isSteady ? start.offsetNanoseconds / 1e6 : undefined;
}

function isTimeZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }) !== undefined && /^[A-Z]/.test(value);
  } catch {
    return false;
  }
}

function findInstantFault(value: string): Fault | undefined {
  const parts = INSTANT.exec(value);
  if (!parts) return findInstantFormFault(value);
  const [, year, month, date, hour, minute, second, offset] = parts;
  const dayFault = findCalendarFault(Number(year), Number(month), Number(date), value);
  if (dayFault) return dayFault;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) {
    return {
      ruleId: 'date/impossible',
      message: `Unexpected time in \`${value}\`: no clock shows it`,
      hint: 'write hours from 00 to 23, minutes and seconds from 00 to 59',
    };
  }
  if (offset !== 'Z') {
    const [offsetHours, offsetMinutes] = (offset ?? '').slice(1).split(':').map(Number);
    if ((offsetHours ?? 0) > 14 || (offsetMinutes ?? 0) > 59) {
      return {
        ruleId: 'date/impossible',
        message: `Unexpected offset \`${offset}\`: no place on Earth is that far from UTC`,
        hint: 'write the offset of the place, for example `+05:00` for Pakistan',
      };
    }
  }
  return undefined;
}

function findWallTimeFault(value: string): Fault | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/.exec(value);
  if (!parts) {
    const [, on, time] = LOCAL_TIME.exec(value) ?? INSTANT_WALL.exec(value) ?? [];
    return {
      ruleId: 'date/form',
      message: `Unexpected day and time \`${value}\``,
      hint: `write it as the clocks there show it, without an offset: \`"${on ?? '2026-12-05'}T${time ?? '16:00'}"\``,
    };
  }
  const [, year, month, date, hour, minute] = parts;
  const dayFault = findCalendarFault(Number(year), Number(month), Number(date), value);
  if (dayFault) return dayFault;
  if (Number(hour) <= 23 && Number(minute) <= 59) return undefined;
  return {
    ruleId: 'date/impossible',
    message: `Unexpected time in \`${value}\`: no clock shows it`,
    hint: 'write hours from 00 to 23 and minutes from 00 to 59',
  };
}

function findInstantFormFault(value: string): Fault {
  const local = LOCAL_TIME.exec(value);
  if (local) {
    return {
      ruleId: 'date/no-zone',
      message: `Unexpected date and time \`${value}\` without a time zone`,
      hint: `write for example \`"${local[1]}T${local[2]}:00+05:00"\``,
    };
  }
  if (DAY.test(value)) {
    return {
      ruleId: 'date/no-zone',
      message: `Unexpected date \`${value}\` without a time and a time zone`,
      hint: `write for example \`"${value}T09:00:00+05:00"\``,
    };
  }
  return {
    ruleId: 'date/form',
    message: `Unexpected date and time \`${value}\``,
    hint: 'write for example `"2026-07-01T09:00:00+05:00"`',
  };
}

function findDayFault(value: string): Fault | undefined {
  const parts = DAY.exec(value);
  if (parts) return findCalendarFault(Number(parts[1]), Number(parts[2]), Number(parts[3]), value);
  return {
    ruleId: 'date/form',
    message: `Unexpected date \`${value}\``,
    hint: 'write year, month and day, for example `2026-07-01`',
  };
}

function findPartialDayFault(value: string): Fault | undefined {
  if (/^\d{4}$/.test(value)) return undefined;
  const month = /^(\d{4})-(\d{2})$/.exec(value);
  if (month) return findCalendarFault(Number(month[1]), Number(month[2]), 1, value);
  if (DAY.test(value)) return findDayFault(value);
  return {
    ruleId: 'date/form',
    message: `Unexpected date \`${value}\``,
    hint: 'write as much as the source tells: `2024`, `2024-07` or `2024-07-25`',
  };
}

function findMonthDayFault(value: string): Fault | undefined {
  const parts = /^(\d{2})-(\d{2})$/.exec(value);
  if (!parts) {
    return {
      ruleId: 'date/form',
      message: `Unexpected day of the year \`${value}\``,
      hint: 'write month and day, for example `"12-01"` for 1 December',
    };
  }
  if (value === '02-29') {
    return {
      ruleId: 'date/impossible',
      message: 'Unexpected day `02-29`: most years do not have it',
      hint: 'write `"02-28"` or `"03-01"`',
    };
  }
  // 2001 is a common year: what it lacks, most years lack.
  return findCalendarFault(2001, Number(parts[1]), Number(parts[2]), value);
}

function findCalendarFault(year: number, month: number, date: number, written: string): Fault | undefined {
  const name = MONTH_NAMES[month - 1];
  if (!name) {
    return {
      ruleId: 'date/impossible',
      message: `Unexpected month in \`${written}\`: there is no month ${month}`,
      hint: 'write a month from 01 to 12',
    };
  }
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (date < 1 || date > days) {
    return {
      ruleId: 'date/impossible',
      message: `Unexpected day in \`${written}\`: ${name} has ${days} days`,
      hint: `write a day from 01 to ${days}`,
    };
  }
  return undefined;
}
