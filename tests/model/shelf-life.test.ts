import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY, policySchema } from '../../src/model/policy.ts';
import { shelfLifeEnd, staleOn } from '../../src/model/shelf-life.ts';

describe('the shelf life of a source', () => {
  it('ends so many months after it was last read', () => {
    const guideline = { kind: 'guideline', publishedOn: '1998', accessedOn: '2026-11-01' } as const;
    expect(shelfLifeEnd(guideline, DEFAULT_POLICY)).toEqual({ on: '2028-11-01', reason: 'reread' });
  });

  it('ends so many months after it was published, however often it is read', () => {
    const news = { kind: 'news', publishedOn: '2024-07-25', accessedOn: '2027-07-01' } as const;
    expect(shelfLifeEnd(news, DEFAULT_POLICY)).toEqual({ on: '2027-07-25', reason: 'age' });
  });

  it.each([
    ['2024', '2027-12-31'],
    ['2024-06', '2027-06-30'],
    ['2024-02', '2027-02-28'],
    ['2024-02-29', '2027-02-28'],
  ])('counts from the end of what the source tells of its day: %s is stale on %s', (publishedOn, on) => {
    expect(staleOn({ kind: 'news', publishedOn, accessedOn: '2030-01-01' }, DEFAULT_POLICY)).toBe(on);
  });

  it('ends in a month that lacks the day on its last day', () => {
    const policy = policySchema.parse({ shelfLife: { statistics: { rereadMonths: 6 } } });
    expect(staleOn({ kind: 'statistics', publishedOn: '2026', accessedOn: '2026-08-31' }, policy)).toBe('2027-02-28');
  });

  it('tells of age where both fall on one day', () => {
    const news = { kind: 'news', publishedOn: '2024-07-25', accessedOn: '2026-07-25' } as const;
    expect(shelfLifeEnd(news, DEFAULT_POLICY)).toEqual({ on: '2027-07-25', reason: 'age' });
  });

  it('is not known where the dates that decide it are missing', () => {
    expect(staleOn({ accessedOn: '2026-11-01' }, DEFAULT_POLICY)).toBeUndefined();
    expect(staleOn({ kind: 'guideline', publishedOn: '2020' }, DEFAULT_POLICY)).toBeUndefined();
    expect(staleOn({ kind: 'news', accessedOn: '2026-11-01' }, DEFAULT_POLICY)).toBe('2027-11-01');
  });
});
