import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarEntries, calendarMonths } from '../../src/calendars/calendar-entries.ts';
import { yearCalendar } from '../../src/calendars/year-calendar.ts';
import { sampleCampaign, sampleOrganisation } from '../support/sample-content.ts';
import { sampleEvent, sampleStudy } from '../support/sample-programme.ts';

const organisation = sampleOrganisation({ url: 'https://desk.example/awareness/', timeZone: 'Asia/Karachi' });
const winter = {
  ...sampleCampaign(),
  id: 'winter',
  schedule: { kind: 'yearly', startsOn: '11-15', endsOn: '01-31' },
} as const;
const content = { organisation, campaigns: [winter], events: [sampleEvent()], studies: [sampleStudy()] };
const KINDS = { campaign: 'Campaign', event: 'Event', 'study-closes': 'Study closes' };

describe('the calendar of the year', () => {
  it('has campaigns, events and last days of studies in the order of their days', () => {
    const entries = calendarEntries(content, 'en', '2026-11-01', '2027-10-31');
    expect(entries.map(({ kind, uid, startsOn, endsOn }) => `${kind} ${uid} ${startsOn} ${endsOn}`)).toEqual([
      'campaign winter.2026 2026-11-15 2027-01-31',
      'event talk 2026-12-05 2026-12-05',
      'study-closes diary.closes 2026-12-15 2026-12-15',
    ]);
  });

  it('leaves out what is not written in the language', () => {
    expect(calendarEntries(content, 'ur', '2026-12-01', '2026-12-31').map(({ kind }) => kind)).not.toContain(
      'study-closes',
    );
  });

  it('shows twelve months: what begins in each, what lasts into it, and in the first all that is on', () => {
    const months = calendarMonths(content, 'en', '2026-12-20');
    expect(months).toHaveLength(12);
    expect(
      months
        .slice(0, 3)
        .map(({ month, entries, lasting }) => [month, entries.map(({ uid }) => uid), lasting.map(({ uid }) => uid)]),
    ).toEqual([
      ['2026-12', ['winter.2026', 'talk', 'diary.closes'], []],
      ['2027-01', [], ['winter.2026']],
      ['2027-02', [], []],
    ]);
    expect(months[0]?.overAt).toBe(Date.parse('2027-01-01T00:00:00+05:00'));
    expect(months.at(-1)?.entries.map(({ uid }) => uid)).toEqual(['winter.2027']);
  });

  it('is read by another program: whole days up to the last, hours of events, addresses', () => {
    const entries = calendarEntries(content, 'en', '2026-11-01', '2027-10-31');
    const text = yearCalendar(entries, { name: 'Test desk', kinds: KINDS, language: 'en' }, organisation);
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    expect(
      calendar.getAllSubcomponents('vevent').map((component) => {
        const { uid, summary, startDate, endDate } = new ICAL.Event(component);
        return [uid, summary, startDate.toString(), endDate.toString()];
      }),
    ).toEqual([
      ['winter.2026@desk.example', winter.versions.en?.title, '2026-11-15', '2027-02-01'],
      ['talk@desk.example', 'Ask about smog', '2026-12-05T11:00:00Z', '2026-12-05T12:30:00Z'],
      ['diary.closes@desk.example', 'Study closes: Smog diary', '2026-12-15', '2026-12-16'],
    ]);
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Test desk');
  });
});
