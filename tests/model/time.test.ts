import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  addDays,
  day,
  dayAt,
  instant,
  momentOf,
  monthDay,
  partialDay,
  toEpochMs,
  toInstantText,
} from '../../src/model/time.ts';

function faultOf(schema: z.ZodType, value: unknown) {
  const result = schema.safeParse(value);
  if (result.success) return undefined;
  const [issue] = result.error.issues;
  return issue?.code === 'custom' ? { message: issue.message, ...issue.params } : issue;
}

describe('an instant', () => {
  it.each(['2026-07-01T09:00:00+05:00', '2026-07-01T09:00+05:00', '2024-02-29T23:59:59Z', '2026-07-01T00:00:00-03:30'])(
    'may be written %s',
    (text) => expect(faultOf(instant, text)).toBeUndefined(),
  );

  it('is refused without a time zone, and says how to write one', () => {
    expect(faultOf(instant, '2026-07-01T09:00')).toEqual({
      ruleId: 'date/no-zone',
      message: 'Unexpected date and time `2026-07-01T09:00` without a time zone',
      hint: 'write for example `"2026-07-01T09:00:00+05:00"`',
    });
    expect(faultOf(instant, '2026-07-01')).toMatchObject({ ruleId: 'date/no-zone' });
    expect(faultOf(instant, '2026-07-01 09:00:00')).toMatchObject({ ruleId: 'date/no-zone' });
  });

  it.each([
    ['2026-13-01T09:00:00+05:00', 'Unexpected month in `2026-13-01T09:00:00+05:00`: there is no month 13'],
    ['2026-02-30T09:00:00+05:00', 'Unexpected day in `2026-02-30T09:00:00+05:00`: February has 28 days'],
    ['2026-07-01T24:00:00+05:00', 'Unexpected time in `2026-07-01T24:00:00+05:00`: no clock shows it'],
    ['2026-07-01T09:00:60+05:00', 'Unexpected time in `2026-07-01T09:00:60+05:00`: no clock shows it'],
    ['2026-07-01T09:00:00+25:00', 'Unexpected offset `+25:00`: no place on Earth is that far from UTC'],
  ])('that no calendar or clock shows is refused: %s', (text, message) => {
    expect(faultOf(instant, text)).toMatchObject({ ruleId: 'date/impossible', message });
  });

  it('is accepted exactly when it can be turned into a moment', () => {
    const text = fc.stringMatching(/^20\d\d-[01]\d-[0-3]\dT[0-2]\d:[0-6]\d(:[0-6]\d)?(Z|[+-][01]\d:[0-6]\d)$/);
    fc.assert(
      fc.property(text, (value) => {
        if (faultOf(instant, value) === undefined) expect(Number.isFinite(toEpochMs(value))).toBe(true);
      }),
    );
  });
});

describe('a day', () => {
  it('knows leap years', () => {
    expect(faultOf(day, '2024-02-29')).toBeUndefined();
    expect(faultOf(day, '2026-02-29')).toMatchObject({
      message: 'Unexpected day in `2026-02-29`: February has 28 days',
    });
    expect(faultOf(day, '1900-02-29')).toMatchObject({ ruleId: 'date/impossible' });
  });

  it('of a source may be as vague as the source', () => {
    expect(partialDay.parse(2024)).toBe('2024');
    expect(faultOf(partialDay, '2024-07')).toBeUndefined();
    expect(faultOf(partialDay, '2024-13')).toMatchObject({ ruleId: 'date/impossible' });
    expect(faultOf(partialDay, 'July 2024')).toMatchObject({ ruleId: 'date/form' });
  });

  it('of every year is not the 29th of February', () => {
    expect(faultOf(monthDay, '02-29')).toMatchObject({ message: 'Unexpected day `02-29`: most years do not have it' });
    expect(faultOf(monthDay, '12-01')).toBeUndefined();
  });
});

describe('a time on the wall', () => {
  it('is a moment in its zone', () => {
    expect(momentOf('2026-12-01', '09:00', 'Asia/Karachi')).toBe(Date.UTC(2026, 11, 1, 4));
    expect(toInstantText(Date.UTC(2026, 11, 1, 4), 'Asia/Karachi')).toBe('2026-12-01T09:00:00+05:00');
    expect(dayAt(Date.UTC(2026, 10, 30, 20), 'Asia/Karachi')).toBe('2026-12-01');
  });

  it('that the clocks skip or show twice is no moment', () => {
    expect(momentOf('2026-03-29', '02:30', 'Europe/Berlin')).toBeUndefined();
    expect(momentOf('2026-10-25', '02:30', 'Europe/Berlin')).toBeUndefined();
    expect(momentOf('2026-10-25', '03:00', 'Europe/Berlin')).toBe(Date.UTC(2026, 9, 25, 2));
  });

  it('counts days over the ends of months and years', () => {
    expect(addDays('2026-12-01', -1)).toBe('2026-11-30');
    expect(addDays('2027-12-31', 60)).toBe('2028-02-29');
  });
});

describe('a time on the wall', () => {
  it('is the moment that the calendar of time zones says, for any day, time and zone', () => {
    const zones = ['Asia/Karachi', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca'];
    for (const zone of [...zones, 'Asia/Kathmandu', 'Pacific/Apia', 'Asia/Tehran', 'UTC'])
      for (let year = 2006; year <= 2031; year += 1)
        for (const day of ['01-01', '02-28', '03-29', '03-31', '06-01', '10-25', '12-29', '12-31'])
          for (const time of ['00:00', '02:30', '12:00', '23:59']) {
            const on = `${year}-${day}`;
            expect(momentOf(on, time, zone), `${on} ${time} ${zone}`).toBe(asked(on, time, zone));
          }
  });
});

function asked(on: string, time: string, zone: string): number | undefined {
  try {
    return Temporal.PlainDateTime.from(`${on}T${time}`).toZonedDateTime(zone, { disambiguation: 'reject' })
      .epochMilliseconds;
  } catch {
    return undefined;
  }
}
