import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { atomFeed, type Feed, jsonFeed, rssFeed } from '../../src/feeds/feed.ts';

const ENTRY = {
  id: 'tag:desk.example,2026:desk/myth/water/en',
  title: 'Boiled <water> & health',
  text: 'It is safe.\n\nصاف',
  page: 'https://desk.example/en/myths/water/',
  publishedAt: '2026-11-01T00:00:00+05:00',
  updatedAt: '2026-11-03T00:00:00+05:00',
  tags: ['myth', 'false'],
};
const FEED: Feed = {
  language: 'en',
  title: 'What is new',
  description: 'A desk',
  author: { name: 'Desk', email: 'desk@desk.example' },
  home: 'https://desk.example/en/',
  atom: 'https://desk.example/en/feed.atom',
  rss: 'https://desk.example/en/feed.rss',
  json: 'https://desk.example/en/feed.json',
  entries: [ENTRY, { ...ENTRY, id: 'tag:desk.example,2026:desk/myth/ice/en', updatedAt: '2026-11-02T00:00:00+05:00' }],
  builtAt: '2026-11-24T12:00:00+05:00',
};

describe('a feed, as another program reads it', () => {
  it('says the same as Atom', () => {
    const read = parseAtomFeed(atomFeed(FEED));
    expect(read).toMatchObject({
      id: FEED.atom,
      title: { value: 'What is new' },
      updated: '2026-11-03T00:00:00+05:00',
      links: [
        { rel: 'self', href: FEED.atom },
        { rel: 'alternate', href: FEED.home },
      ],
    });
    expect(read.entries?.[0]).toMatchObject({
      id: ENTRY.id,
      title: { value: ENTRY.title },
      content: { value: ENTRY.text },
      published: ENTRY.publishedAt,
      updated: ENTRY.updatedAt,
      links: [{ href: ENTRY.page }],
    });
  });

  it('says the same as RSS', () => {
    const read = parseRssFeed(rssFeed(FEED));
    expect(read).toMatchObject({ title: 'What is new', link: FEED.home, description: 'A desk', language: 'en' });
    expect(read.items?.[0]).toMatchObject({
      guid: { value: ENTRY.id, isPermaLink: false },
      title: ENTRY.title,
      description: ENTRY.text,
      link: ENTRY.page,
      pubDate: 'Sat, 31 Oct 2026 19:00:00 GMT',
    });
  });

  it('says the same as JSON', () => {
    const read = parseJsonFeed(JSON.stringify(jsonFeed(FEED)));
    expect(read).toMatchObject({ title: 'What is new', feed_url: FEED.json, language: 'en' });
    expect(read.items?.[0]).toMatchObject({
      id: ENTRY.id,
      title: ENTRY.title,
      content_text: ENTRY.text,
      url: ENTRY.page,
    });
  });

  it('was changed when the site was built where it has no entry', () => {
    expect(parseAtomFeed(atomFeed({ ...FEED, entries: [] })).updated).toBe(FEED.builtAt);
  });
});
