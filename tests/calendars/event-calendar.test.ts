import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { eventCalendar } from '../../src/calendars/event-calendar.ts';
import { sampleOrganisation } from '../support/sample-content.ts';
import { sampleEvent } from '../support/sample-programme.ts';

const ORGANISATION = sampleOrganisation({ url: 'https://desk.example/awareness/' });

/** The calendar as another program reads it. */
function readBack(text: string): ICAL.Event {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const [event, ...more] = calendar.getAllSubcomponents('vevent');
  expect(more).toEqual([]);
  if (!event) throw new Error('no event in the calendar');
  return new ICAL.Event(event);
}

describe('the calendar file of an event', () => {
  it('is read by another program as the moments, the place and the address of the page', () => {
    const event = readBack(eventCalendar(sampleEvent(), 'en', ORGANISATION));
    expect({
      uid: event.uid,
      starts: event.startDate.toJSDate().toISOString(),
      ends: event.endDate.toJSDate().toISOString(),
      summary: event.summary,
      location: event.location,
      description: event.description,
      status: event.component.getFirstPropertyValue('status'),
      sequence: event.sequence,
    }).toEqual({
      uid: 'talk@desk.example',
      starts: '2026-12-05T11:00:00.000Z',
      ends: '2026-12-05T12:30:00.000Z',
      summary: 'Ask about smog',
      location: 'Town Hall, 1 Main Road; upstairs, left',
      description: 'Bring your questions.\n\nhttps://desk.example/awareness/en/events/talk/',
      status: 'CONFIRMED',
      sequence: 0,
    });
  });

  it('is the same event in every language', () => {
    const event = readBack(eventCalendar(sampleEvent(), 'ur', ORGANISATION));
    expect([event.uid, event.summary]).toEqual(['talk@desk.example', 'سموگ پر پوچھیں']);
  });

  it('says where it can be followed when it is nowhere else', () => {
    const { en } = sampleEvent().versions;
    if (!en) throw new Error('no English');
    const event = readBack(
      eventCalendar(sampleEvent({ versions: { en: { ...en, place: undefined } } }), 'en', ORGANISATION),
    );
    expect(event.location).toBe('https://desk.example/live');
  });

  it('takes over what a calendar has when the event is called off', () => {
    const event = readBack(
      eventCalendar(sampleEvent({ cancelled: { at: '2026-12-01T09:00:00+05:00' } }), 'en', ORGANISATION),
    );
    expect([event.component.getFirstPropertyValue('status'), event.sequence]).toEqual(['CANCELLED', 1]);
  });

  it('has no line of more than 75 bytes, ends each with CR and LF, and is the same in each build', () => {
    const text = eventCalendar(sampleEvent(), 'ur', ORGANISATION);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(eventCalendar(sampleEvent(), 'ur', ORGANISATION)).toBe(text);
  });
});
