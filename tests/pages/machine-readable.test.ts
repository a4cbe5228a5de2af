import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FLOOD_NOW, WITH_ALERTS } from '../support/alert-desk.ts';
import { type BuiltSite, buildChangedDesk } from '../support/built-site.ts';
import { builtPages } from '../support/page-kinds.ts';

const PUBLIC = 'https://desk.example/awareness/';

describe('what machines read of the built site', { timeout: 120_000 }, () => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await buildChangedDesk(WITH_ALERTS, FLOOD_NOW);
  }, 180_000);
  afterAll(() => site?.remove());

  const read = (file: string) => readFileSync(path.join(site.folder, file), 'utf8');
  const htmlOf = (address: string) => read(address.endsWith('.html') ? address : `${address}index.html`);

  it('has in its sitemap every page that search engines may list, with its languages, and no other', () => {
    const { urlset } = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'xhtml:link' }).parse(
      read('sitemap.xml'),
    );
    const listed = builtPages(site.folder).filter(({ address }) => !htmlOf(address).includes('content="noindex"'));
    const byName = (a: string, b: string) => (a < b ? -1 : 1);
    expect(urlset.url.map(({ loc }: { loc: string }) => loc)).toEqual(
      listed.map(({ address }) => `${PUBLIC}${address}`).toSorted(byName),
    );
    const water = urlset.url.find(({ loc }: { loc: string }) => loc.endsWith('/ur/campaigns/clean-water/'));
    expect(water.lastmod).toMatch(/^2026-\d\d-\d\d$/);
    expect(water['xhtml:link'].map((link: Record<string, string>) => [link['@_hreflang'], link['@_href']])).toEqual([
      ['en', `${PUBLIC}en/campaigns/clean-water/`],
      ['ur', `${PUBLIC}ur/campaigns/clean-water/`],
      ['x-default', `${PUBLIC}en/campaigns/clean-water/`],
    ]);
    expect(read('robots.txt')).toContain(`Sitemap: ${PUBLIC}sitemap.xml`);
  });

  it.each(['en', 'ur'])('has a feed of what is new, the same in three forms: %s', (language) => {
    const atom = parseAtomFeed(read(`${language}/feed.atom`));
    const rss = parseRssFeed(read(`${language}/feed.rss`));
    const json = parseJsonFeed(JSON.parse(read(`${language}/feed.json`)));
    const titles = atom.entries?.map(({ title }) => title?.value);
    expect(titles).toContain(
      { en: 'Tap water is unsafe in the old town', ur: 'پرانے شہر میں نل کا پانی محفوظ نہیں' }[language],
    );
    expect(rss.items?.map(({ title }) => title)).toEqual(titles);
    expect(json.items?.map(({ title }) => title)).toEqual(titles);
    for (const entry of atom.entries ?? []) {
      const [link] = entry.links ?? [];
      const below = link?.href?.slice(PUBLIC.length);
      expect(existsSync(path.join(site.folder, below ?? '', 'index.html')), below).toBe(true);
    }
    expect(htmlOf(`${language}/`)).toContain(`href="/awareness/${language}/feed.atom"`);
  });

  it('says of every page that is listed what it is, in schema.org’s words, and of no other', () => {
    for (const { address } of builtPages(site.folder)) {
      const html = htmlOf(address);
      const found = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
      const isListed = !html.includes('content="noindex"');
      expect(found.length, address).toBe(isListed ? 1 : 0);
      if (!isListed) continue;
      const data = JSON.parse(found[0]?.[1] ?? '');
      expect(data['@context'], address).toBe('https://schema.org');
      expect(data['@type'], address).toMatch(/^[A-Z]\w+$/);
      expect(data.url, address).toBe(`${PUBLIC}${address}`);
    }
  });

  it.each([
    [
      'en/campaigns/clean-water/',
      { '@type': 'MedicalWebPage', lastReviewed: '2026-11-01', reviewedBy: { '@type': 'Person' } },
    ],
    ['ur/alerts/flood/', { '@type': 'SpecialAnnouncement', datePosted: '2026-11-23T09:00:00+05:00', inLanguage: 'ur' }],
    ['en/sources/who-water/', { '@type': 'WebPage', about: { '@type': 'WebPage', name: 'Drinking-water' } }],
    ['ur/contact/', { '@type': 'ContactPage', mentions: [{ telephone: '1166' }] }],
    ['en/', { '@type': 'WebSite' }],
    ['en/about/', { '@type': 'AboutPage' }],
  ])('says what kind of page it is: /%s', (address, expected) => {
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(htmlOf(address)) ?? [];
    expect(JSON.parse(json)).toMatchObject(expected);
  });
});
