import { describe, expect, it } from 'vitest';
import type { Incident, Myth, Page } from '../../src/model/content.ts';
import { boundariesBetween } from '../../src/model/date-boundaries.ts';
import type { Source } from '../../src/model/source.ts';
import { toInstantText } from '../../src/model/time.ts';
import { sampleCampaign, sampleContent } from '../support/sample-content.ts';
import { sampleIncident, sampleUpdate } from '../support/sample-incident.ts';
import { sampleEvent, sampleStudy, sampleThreadPost } from '../support/sample-programme.ts';

const reviewed = { author: 'amina', lastReviewedOn: '2026-11-01', sources: ['who'], slug: 'x', versions: {} };
const page = { ...reviewed, id: 'crisis-plan', kind: 'crisis-plan', nextReviewDueOn: '2027-03-01' } as unknown as Page;
const myth = { ...reviewed, id: 'onions', nextReviewDueOn: '2027-02-01' } as unknown as Myth;
const campaign = sampleCampaign({ nextReviewDueOn: '2027-01-01' });

describe('boundariesBetween', () => {
  it('counts the first day of a campaign, and the day after its last', () => {
    expect(told({ campaigns: [campaign] }, '2026-11-23', '2026-12-31')).toEqual([
      '2026-12-01T00:00:00+05:00 clean-hands begins',
      '2026-12-08T00:00:00+05:00 clean-hands is over',
    ]);
  });

  it('counts the day on which the page of a campaign, a myth or of how we work is marked for its review', () => {
    expect(told({ campaigns: [campaign], myths: [myth], pages: [page] }, '2027-01-01', '2027-03-31')).toEqual([
      '2027-01-02T00:00:00+05:00 the review of clean-hands is overdue',
      '2027-02-02T00:00:00+05:00 the review of onions is overdue',
      '2027-03-02T00:00:00+05:00 the review of crisis-plan is overdue',
    ]);
  });

  it('counts the day after the last on which a source holds, and the day on which one is too old', () => {
    const expiring = source({ expiresOn: '2026-12-31' });
    expect(told({ pages: [page], sources: expiring }, '2026-12-01', '2027-01-31')).toEqual([
      '2027-01-01T00:00:00+05:00 who, a source of crisis-plan, has expired',
    ]);
    expect(told({ pages: [page], sources: source({ accessedOn: '2026-01-15' }) }, '2026-12-01', '2027-01-31')).toEqual([
      '2027-01-15T00:00:00+05:00 who, a source of crisis-plan, is too old',
    ]);
  });

  it('counts the beginning and the end of an event, and each post of its thread', () => {
    const posts = [sampleThreadPost('asked', '2026-12-05T16:30:00+05:00')];
    expect(told({ campaigns: [], events: [sampleEvent({ posts })] }, '2026-12-05', '2026-12-06')).toEqual([
      '2026-12-05T16:00:00+05:00 talk begins',
      '2026-12-05T16:30:00+05:00 asked stands on its page',
      '2026-12-05T17:30:00+05:00 talk is over',
    ]);
    const off = sampleEvent({ posts, cancelled: { at: '2026-12-05T15:00:00+05:00' } });
    expect(told({ campaigns: [], events: [off] }, '2026-12-05', '2026-12-06')).toEqual([
      '2026-12-05T15:00:00+05:00 talk was called off',
    ]);
  });

  it('counts the first day of a study, and the day after its last', () => {
    expect(told({ campaigns: [], studies: [sampleStudy()] }, '2026-11-01', '2026-12-31')).toEqual([
      '2026-11-16T00:00:00+05:00 diary opens',
      '2026-12-16T00:00:00+05:00 diary is closed',
    ]);
  });

  it('counts the moments of an incident: a message is sent, runs out, or is not followed when it was promised', () => {
    const first = sampleUpdate({ nextUpdateDueAt: '2026-12-01T12:00:00+05:00' });
    const second = sampleUpdate({
      id: 'flood-2',
      kind: 'update',
      sentAt: '2026-12-01T18:00:00+05:00',
      expiresAt: '2026-12-03T18:00:00+05:00',
      nextUpdateDueAt: '2026-12-02T18:00:00+05:00',
    });
    const cancel = sampleUpdate({
      id: 'flood-3',
      kind: 'cancel',
      sentAt: '2026-12-02T10:00:00+05:00',
      expiresAt: '2026-12-02T22:00:00+05:00',
    });
    const between = (incident: Incident) => told({ campaigns: [], incidents: [incident] }, '2026-11-30', '2026-12-05');
    expect(between(sampleIncident([first, second, cancel]))).toEqual([
      '2026-12-01T09:00:00+05:00 flood-1 is sent',
      '2026-12-01T12:00:00+05:00 the update promised in flood-1 is overdue',
      '2026-12-01T18:00:00+05:00 flood-2 is sent',
      '2026-12-02T10:00:00+05:00 flood-3 is sent',
      '2026-12-02T22:00:00+05:00 flood-3 has run out',
    ]);
    expect(between(sampleIncident([first], { status: 'draft' }))).toEqual([]);
  });

  it('counts a moment once: at its own instant, and not before', () => {
    const at = '2027-03-02T00:00:00+05:00';
    const before = { ...sampleContent(), campaigns: [], pages: [page] };
    expect(boundariesBetween(before, Date.parse(at) - 60_000, Date.parse(at) - 1)).toEqual([]);
    expect(boundariesBetween(before, Date.parse(at) - 1, Date.parse(at))).toHaveLength(1);
    expect(boundariesBetween(before, Date.parse(at), Date.parse(at) + 60_000)).toEqual([]);
  });
});

function source(different: Partial<Source>): ReadonlyMap<string, Source> {
  const who: Source = {
    id: 'who',
    kind: 'fact-sheet',
    title: 'Drinking-water',
    publisher: 'World Health Organization',
    url: 'https://www.who.int/news-room/fact-sheets/detail/drinking-water',
    language: 'en',
    publishedOn: '2025',
    accessedOn: '2026-11-01',
    ...different,
  };
  return new Map([['who', who]]);
}

function told(different: Parameters<typeof sampleContent>[0], since: string, now: string): string[] {
  const content = sampleContent({ campaigns: [], ...different });
  return boundariesBetween(content, Date.parse(`${since}T12:00:00+05:00`), Date.parse(`${now}T12:00:00+05:00`)).map(
    ({ at, what }) => `${toInstantText(at, 'Asia/Karachi')} ${what}`,
  );
}
