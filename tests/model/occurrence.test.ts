import { describe, expect, it } from 'vitest';
import type { Schedule } from '../../src/model/campaign.ts';
import { findOccurrence, occurrencesOf, sendingMoment } from '../../src/model/occurrence.ts';

const winter: Schedule = { kind: 'yearly', startsOn: '10-15', endsOn: '01-31' };
const week: Schedule = {
  kind: 'dated',
  occurrences: [
    { id: '2027', startsOn: '2027-05-03', endsOn: '2027-05-09' },
    { id: '2026', startsOn: '2026-04-27', endsOn: '2026-05-03' },
  ],
};

describe('a yearly campaign', () => {
  it('takes place once a year and is named after the year it starts in', () => {
    expect(occurrencesOf(winter, 2026, 2027)).toEqual([
      { id: '2026', startsOn: '2026-10-15', endsOn: '2027-01-31' },
      { id: '2027', startsOn: '2027-10-15', endsOn: '2028-01-31' },
    ]);
  });

  it('has every year as an occurrence and nothing else', () => {
    expect(findOccurrence(winter, '1998')).toMatchObject({ startsOn: '1998-10-15' });
    expect(findOccurrence(winter, 'spring')).toBeUndefined();
  });
});

describe('a campaign whose days move', () => {
  it('keeps the names of its occurrences, earliest first', () => {
    expect(occurrencesOf(week, 2020, 2030).map(({ id }) => id)).toEqual(['2026', '2027']);
    expect(occurrencesOf(week, 2027, 2027).map(({ id }) => id)).toEqual(['2027']);
  });

  it('has only the occurrences it lists', () => {
    expect(findOccurrence(week, '2027')).toMatchObject({ startsOn: '2027-05-03' });
    expect(findOccurrence(week, '2028')).toBeUndefined();
  });
});

describe('a sending time', () => {
  const occurrence = { id: '2026', startsOn: '2026-10-15', endsOn: '2027-01-31' };

  it('counted from the start falls on that day in the zone', () => {
    expect(sendingMoment({ daysFromStart: -1, time: '18:30' }, occurrence, 'Asia/Karachi')).toBe(
      Date.UTC(2026, 9, 14, 13, 30),
    );
  });

  it('written as a moment is that moment whatever the zone', () => {
    expect(sendingMoment('2026-10-20T09:00:00+05:00', occurrence, 'Europe/Berlin')).toBe(Date.UTC(2026, 9, 20, 4));
  });

  it('that the clocks skip is no moment', () => {
    expect(sendingMoment({ daysFromStart: 10, time: '02:30' }, occurrence, 'Europe/Berlin')).toBeUndefined();
  });
});
