import { describe, expect, it } from 'vitest';
import { type AlertList, alertList } from '../../src/alerts/alert-list.ts';
import { readAlertList } from '../../src/alerts/read-alert-list.ts';
import {
  judgedAt,
  newerList,
  newestOf,
  nextBoundary,
  servedAddress,
  shownAlerts,
  wordsOf,
} from '../../src/alerts/shown-alert.ts';
import { sampleOrganisation } from '../support/sample-content.ts';
import { sampleIncident, sampleUpdate } from '../support/sample-incident.ts';

const BUILT = '2026-12-01T08:00:00+05:00';
const at = (instant: string) => Date.parse(`${instant}+05:00`);
const cancel = {
  kind: 'cancel',
  sentAt: '2026-12-01T20:00:00+05:00',
  expiresAt: '2026-12-02T20:00:00+05:00',
} as const;
const list = alertList(
  [
    sampleIncident([sampleUpdate(), sampleUpdate({ id: 'flood-2', ...cancel })]),
    sampleIncident([sampleUpdate({ id: 'heat-1', severity: 'moderate', sentAt: '2026-12-01T10:00:00+05:00' })], {
      id: 'heat',
    }),
    sampleIncident([sampleUpdate({ id: 'dam-1', severity: 'severe', sentAt: '2026-12-01T11:00:00+05:00' })], {
      id: 'dam',
    }),
  ],
  sampleOrganisation(),
  Date.parse(BUILT),
  BUILT,
);
const idsAt = (instant: string, own?: string) => shownAlerts(list, at(instant), own).map(({ incident }) => incident);

describe('shownAlerts', () => {
  it.each([
    ['2026-12-01T08:59:59', []],
    ['2026-12-01T09:00:00', ['flood']],
    ['2026-12-01T10:00:00', ['flood', 'heat']],
    ['2026-12-01T11:00:00', ['dam', 'flood', 'heat']],
    ['2026-12-01T20:00:00', ['dam', 'heat']],
    ['2026-12-02T08:59:59', ['dam', 'heat']],
    ['2026-12-02T09:00:00', []],
  ])('at %s: the most severe first, then the newest, and no cancellation', (instant, shown) => {
    expect(idsAt(instant)).toEqual(shown);
  });

  it('leaves out what the page itself is about', () => {
    expect(idsAt('2026-12-01T11:00:00', 'dam')).toEqual(['flood', 'heat']);
  });
});

describe('what else a list is asked', () => {
  it('names the newest word on an incident, a cancellation too', () => {
    expect(newestOf(list, 'flood', at('2026-12-01T19:59:59'))?.kind).toBe('alert');
    expect(newestOf(list, 'flood', at('2026-12-01T20:00:00'))?.kind).toBe('cancel');
    expect(newestOf(list, 'storm', at('2026-12-01T20:00:00'))).toBe(undefined);
  });

  it('names the next moment at which it shows something else, until there is none', () => {
    expect(nextBoundary(list, at('2026-12-01T09:00:00'))).toBe(at('2026-12-01T10:00:00'));
    expect(nextBoundary(list, at('2026-12-02T20:00:00'))).toBe(undefined);
  });

  it('gives way to the list of a later build alone', () => {
    const other = (builtAt: string): AlertList => ({ ...list, builtAt });
    expect(newerList(list, other('2026-12-01T08:00:01+05:00'))).not.toBe(list);
    // The same moment, in another offset.
    expect(newerList(list, other('2026-12-01T03:00:00Z'))).toBe(list);
    expect(newerList(list, undefined)).toBe(list);
  });

  it('is judged by the visitor’s clock, and never before it was made', () => {
    expect(judgedAt(list, at('2026-12-01T12:00:00'))).toBe(at('2026-12-01T12:00:00'));
    expect(judgedAt(list, 0)).toBe(Date.parse(BUILT));
  });

  it('leads to this copy of the site, and to another site as it is', () => {
    const served = (page: string) => servedAddress(page, 'https://desk.example/awareness/', '/');
    expect(served('https://desk.example/awareness/en/alerts/flood/')).toBe('/en/alerts/flood/');
    expect(served('https://desk.example/other/')).toBe('https://desk.example/other/');
  });

  it('has words in the language of the page, or in the first there is', () => {
    const [alert] = list.alerts;
    if (!alert) throw new Error('no alert');
    expect(wordsOf(alert, 'ur')?.words.area).toBe('پرانا شہر');
    expect(wordsOf(alert, 'ar')?.language).toBe('en');
    expect(wordsOf(alert, 'toString')?.language).toBe('en');
    expect(wordsOf({ words: {} }, 'en')).toBe(undefined);
  });
});

describe('readAlertList', () => {
  it('believes what the desk itself writes', () => {
    expect(readAlertList(JSON.parse(JSON.stringify(list)))).toEqual(list);
  });

  it.each([null, 3, 'text', [], {}, { version: 1, builtAt: BUILT }, { version: 1, builtAt: BUILT, alerts: {} }])(
    'believes nothing of %j',
    (answer) => {
      expect(readAlertList(answer)).toBe(undefined);
    },
  );

  it.each(['identifier', 'incident', 'kind', 'severity', 'sentAt', 'expiresAt', 'until', 'words'])(
    'believes no list in which an alert lacks its %s',
    (field) => {
      const [first, ...others] = JSON.parse(JSON.stringify(list.alerts));
      delete first[field];
      expect(readAlertList({ ...list, alerts: [...others, first] })).toBe(undefined);
    },
  );

  it('believes no list of endless length', () => {
    expect(readAlertList({ ...list, alerts: Array.from({ length: 501 }, () => list.alerts[0]) })).toBe(undefined);
  });
});
