import { describe, expect, it } from 'vitest';
import { lastDayOf, studyMoments, studyState } from '../../src/model/study.ts';
import { sampleStudy } from '../support/sample-programme.ts';

describe('a study', () => {
  it.each([
    ['2026-11-15', 'before'],
    ['2026-11-16', 'open'],
    ['2026-12-15', 'open'],
    ['2026-12-16', 'closed'],
  ])('is on %s: %s', (today, state) => {
    expect(studyState(sampleStudy(), today)).toBe(state);
  });

  it('closes before its last day where it says so, and never after it', () => {
    expect(lastDayOf(sampleStudy({ closedEarlyOn: '2026-12-01' }))).toBe('2026-12-01');
    expect(lastDayOf(sampleStudy({ closedEarlyOn: '2026-12-31' }))).toBe('2026-12-15');
    expect(studyState(sampleStudy({ closedEarlyOn: '2026-12-01' }), '2026-12-02')).toBe('closed');
  });

  it('opens and closes at midnight where the organisation is', () => {
    expect(studyMoments(sampleStudy(), 'Asia/Karachi')).toEqual({
      opensAt: Date.parse('2026-11-16T00:00:00+05:00'),
      closesAt: Date.parse('2026-12-16T00:00:00+05:00'),
    });
  });
});
