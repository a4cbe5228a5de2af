import { describe, expect, it } from 'vitest';
import { momentText, timeZoneText } from '../../src/alerts/moment-text.ts';
import { interfaceWords } from '../../src/reading/interface-words.ts';

const form = (language: string) => ({
  language,
  country: 'PK',
  timeZone: 'Asia/Karachi',
  pattern: interfaceWords(language).alerts.momentForm,
});

describe('momentText', () => {
  it.each([
    ['en', '2026-11-09T01:30:00Z', 'Monday, 9 November, 6:30 am'],
    ['en', '2026-11-09T19:00:00Z', 'Tuesday, 10 November, 12:00 am'],
    ['ur', '2026-11-09T01:30:00Z', 'پیر، 9 نومبر، صبح 6:30 بجے'],
    ['ur', '2026-11-10T15:00:00Z', 'منگل، 10 نومبر، رات 8:00 بجے'],
  ])('says in %s where the organisation is, in Latin digits, when it is %s', (language, instant, text) => {
    expect(momentText(Date.parse(instant), form(language))).toBe(text);
  });

  it('adds the year where it is asked for', () => {
    expect(momentText(Date.parse('2025-11-09T01:30:00Z'), { ...form('en'), withYear: true })).toBe(
      'Sunday, 9 November 2025, 6:30 am',
    );
  });

  it('names the zone', () => {
    expect(timeZoneText(form('en'), Date.parse('2026-11-09T01:30:00Z'))).toBe('Pakistan Standard Time');
  });
});
