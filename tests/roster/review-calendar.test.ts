import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { Due } from '../../src/model/reviews-due.ts';
import { reviewCalendar } from '../../src/roster/review-calendar.ts';
import { sampleOrganisation } from '../support/sample-content.ts';

const NOW = Date.parse('2026-11-23T12:00:00+05:00');
const ORGANISATION = sampleOrganisation();

const REVIEW: Due = {
  on: '2027-05-01',
  kind: 'review',
  what: 'dengue',
  name: 'بارشوں سے پہلے ڈینگی کا راستہ روکیں, اور; \\ پھر',
  file: 'campaigns/dengue/ur.mdx',
  owners: ['hina'],
};
const EXCEPTION: Due = {
  on: '2027-02-01',
  kind: 'suppression',
  what: 'source/unused',
  name: 'sources/',
  file: 'organisation.yml',
  owners: ['kamran', 'rabia'],
};

/** The calendar as another program reads it. */
function readBack(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
}

describe('the calendar of what falls due', () => {
  it('is read by other programs as events of whole days', () => {
    const events = readBack(reviewCalendar([EXCEPTION, REVIEW], ORGANISATION, NOW));
    expect(
      events.map(({ summary, startDate, description, component }) => ({
        summary,
        day: startDate.toString(),
        isDay: startDate.isDate,
        description,
        categories: component.getFirstProperty('categories')?.getValues(),
      })),
    ).toEqual([
      {
        summary: 'The exception to source/unused in sources/ ends',
        day: '2027-02-01',
        isDay: true,
        description: 'sources/\norganisation.yml\nkamran, rabia',
        categories: ['kamran', 'rabia'],
      },
      {
        summary: 'Review the page dengue as a whole',
        day: '2027-05-01',
        isDay: true,
        description: `${REVIEW.name}\ncampaigns/dengue/ur.mdx\nhina`,
        categories: ['hina'],
      },
    ]);
  });

  it('is the same, byte for byte, for the same content at the same moment', () => {
    const text = reviewCalendar([REVIEW], ORGANISATION, NOW);
    expect(reviewCalendar([REVIEW], ORGANISATION, NOW)).toBe(text);
    expect(text).toContain('DTSTAMP:20261123T070000Z\r\n');
    expect(reviewCalendar([REVIEW], ORGANISATION, NOW + 1000).replaceAll('070001Z', '070000Z')).toBe(text);
  });

  it('moves a review to its next day, and tells endings on two days apart', () => {
    const idsOf = (...due: Due[]) => readBack(reviewCalendar(due, ORGANISATION, NOW)).map(({ uid }) => uid);
    expect(idsOf(REVIEW, { ...REVIEW, on: '2028-05-01' })).toEqual([
      'review.dengue@desk.example',
      'review.dengue@desk.example',
    ]);
    expect(idsOf(EXCEPTION, { ...EXCEPTION, on: '2027-08-01' })).toEqual([
      'suppression.source-unused.sources-.2027-02-01@desk.example',
      'suppression.source-unused.sources-.2027-08-01@desk.example',
    ]);
  });

  it('has no event where nothing falls due', () => {
    expect(reviewCalendar([], ORGANISATION, NOW)).toBe(
      'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test-desk//aagahi//EN\r\nNAME:Test Desk: what falls due\r\nX-WR-CALNAME:Test Desk: what falls due\r\nEND:VCALENDAR\r\n',
    );
  });

  it('keeps its lines at 75 bytes, as RFC 5545 asks', () => {
    const lines = reviewCalendar([REVIEW], ORGANISATION, NOW).split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });
});
