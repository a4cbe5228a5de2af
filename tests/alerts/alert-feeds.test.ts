import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { alertEntries } from '../../src/alerts/alert-entries.ts';
import { alertsAtom, alertsJsonFeed } from '../../src/alerts/alert-feeds.ts';
import { alertList } from '../../src/alerts/alert-list.ts';
import type { Incident } from '../../src/model/content.ts';
import { sampleOrganisation } from '../support/sample-content.ts';
import { sampleIncident, sampleUpdate } from '../support/sample-incident.ts';

const organisation = sampleOrganisation();
const first = sampleUpdate();
const second = sampleUpdate({
  id: 'flood-2',
  kind: 'update',
  sentAt: '2026-12-01T18:00:00+05:00',
  expiresAt: '2026-12-02T18:00:00+05:00',
});
const cancel = sampleUpdate({
  id: 'flood-3',
  kind: 'cancel',
  sentAt: '2026-12-02T10:00:00+05:00',
  expiresAt: '2026-12-03T10:00:00+05:00',
});
const history = [first, second, cancel];
const at = (instant: string) => Date.parse(instant);
const BUILT = '2026-12-01T08:00:00+05:00';

describe('the list of alerts', () => {
  const held = (now: string, incidents: Incident[] = [sampleIncident(history)]) =>
    alertList(incidents, organisation, at(now), BUILT).alerts.map(
      ({ identifier, sentAt, until }) => `${identifier} ${sentAt.slice(5, 16)} ${until.slice(5, 16)}`,
    );

  it('names what is to come before it has begun, each until the next takes its place', () => {
    expect(held('2026-12-01T08:00:00+05:00')).toEqual([
      'test-desk.flood.flood-3 12-02T10:00 12-03T10:00',
      'test-desk.flood.flood-2 12-01T18:00 12-02T10:00',
      'test-desk.flood.flood-1 12-01T09:00 12-01T18:00',
    ]);
  });

  it.each([
    ['2026-12-01T17:59:59+05:00', ['flood-3', 'flood-2', 'flood-1']],
    ['2026-12-01T18:00:00+05:00', ['flood-3', 'flood-2']],
    ['2026-12-02T10:00:00+05:00', ['flood-3']],
    ['2026-12-03T10:00:00+05:00', []],
  ])('leaves out at %s what is over', (now, left) => {
    expect(held(now).map((line) => line.split(' ')[0]?.slice('test-desk.flood.'.length))).toEqual(left);
  });

  it.each(['draft', 'test', 'exercise'] as const)('says nothing of what is a %s', (status) => {
    expect(held(BUILT, [sampleIncident(history, { status })])).toEqual([]);
  });

  it('has the words of each language, and where to read on', () => {
    const [listed] = alertList([sampleIncident([first])], organisation, at(BUILT), BUILT).alerts;
    expect(listed).toMatchObject({
      incident: 'flood',
      kind: 'alert',
      severity: 'severe',
      categories: ['health', 'infra'],
      words: {
        en: { headline: 'Tap water is unsafe', page: 'https://desk.example/awareness/en/alerts/flood/' },
        ur: { area: 'پرانا شہر' },
      },
      cap: 'https://desk.example/awareness/alerts/flood/flood-1.cap.xml',
    });
  });
});

describe('the feeds of alerts', () => {
  const entries = (now: string, language = 'en') =>
    alertEntries([sampleIncident(history)], organisation, language, at(now));
  const feed = (now: string, language = 'en') => ({
    organisation,
    language,
    title: 'Alerts',
    entries: entries(now, language),
    builtAt: BUILT,
  });

  it('hold what is out, newest first, and nothing that is to come', () => {
    expect(entries('2026-12-01T18:00:00+05:00').map(({ id }) => id)).toEqual([
      'tag:desk.example,2026:test-desk.flood.flood-2/en',
      'tag:desk.example,2026:test-desk.flood.flood-1/en',
    ]);
    expect(entries('2026-12-01T08:59:59+05:00')).toEqual([]);
  });

  it('are Atom that an independent reader understands', () => {
    const parsed = new XMLParser({ ignoreAttributes: false, parseTagValue: false }).parse(
      alertsAtom(feed('2026-12-02T12:00:00+05:00', 'ur')),
    ).feed;
    expect(parsed).toMatchObject({
      '@_xml:lang': 'ur',
      id: 'https://desk.example/awareness/ur/alerts/feed.atom',
      updated: '2026-12-02T10:00:00+05:00',
      author: { name: 'آزمائشی ڈیسک', email: 'desk@desk.example' },
    });
    expect(parsed.entry).toHaveLength(3);
    expect(parsed.entry[2]).toMatchObject({
      title: 'نل کا پانی محفوظ نہیں',
      published: '2026-12-01T09:00:00+05:00',
      content: { '#text': 'ایک منٹ ابالیں۔\n\nسیلاب کنوؤں تک پہنچ گیا ہے۔\n\nپرانا شہر' },
    });
    expect(
      parsed.entry[2].link.map((link: Record<string, string>) => [link['@_rel'], link['@_type'], link['@_href']]),
    ).toEqual([
      ['alternate', 'text/html', 'https://desk.example/awareness/ur/alerts/flood/'],
      ['related', 'application/cap+xml', 'https://desk.example/awareness/alerts/flood/flood-1.cap.xml'],
    ]);
  });

  it('say when they were built where nothing has ever been sent', () => {
    expect(alertsAtom(feed('2026-11-01T00:00:00+05:00'))).toContain(`<updated>${BUILT}</updated>`);
  });

  it('are JSON Feed 1.1', () => {
    expect(alertsJsonFeed(feed('2026-12-01T10:00:00+05:00'))).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Alerts',
      language: 'en',
      home_page_url: 'https://desk.example/awareness/en/alerts/',
      feed_url: 'https://desk.example/awareness/en/alerts/feed.json',
      authors: [{ name: 'Test Desk' }],
      items: [
        {
          id: 'tag:desk.example,2026:test-desk.flood.flood-1/en',
          url: 'https://desk.example/awareness/en/alerts/flood/',
          title: 'Tap water is unsafe',
          content_text: 'Boil it for one minute.\n\nThe flood has reached the wells.\n\nThe old town',
          date_published: '2026-12-01T09:00:00+05:00',
          tags: ['alert', 'health', 'infra'],
          attachments: [
            {
              url: 'https://desk.example/awareness/alerts/flood/flood-1.cap.xml',
              mime_type: 'application/cap+xml',
            },
          ],
        },
      ],
    });
  });
});
