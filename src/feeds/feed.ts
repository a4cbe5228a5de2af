import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';

/** One thing that is new, in one language. */
export interface FeedEntry {
  /** Permanent: a `tag:` address (RFC 4151). */
  id: string;
  title: string;
  /** Plain text. */
  text: string;
  /** Public address of the page. */
  page: string;
  /** Instants. */
  publishedAt: string;
  updatedAt: string;
  tags: readonly string[];
}

/** A feed in one language, whatever it is written as. */
export interface Feed {
  language: string;
  title: string;
  description: string;
  author: { name: string; email: string };
  /** Public addresses of the page that the feed belongs to, and of the feed in each of its forms. */
  home: string;
  atom: string;
  rss: string;
  json: string;
  /** The newest first. */
  entries: readonly FeedEntry[];
  /** Instant of the build: what a feed without entries was last changed at. */
  builtAt: string;
}

/** An Atom feed (RFC 4287). */
export function atomFeed(feed: Feed): string {
  return xml(
    x(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language },
      x('id', feed.atom),
      x('title', feed.title),
      x('subtitle', feed.description),
      x('updated', updatedAt(feed)),
      x('link', { rel: 'self', type: 'application/atom+xml', href: feed.atom }),
      x('link', { rel: 'alternate', type: 'text/html', href: feed.home }),
      x('author', {}, x('name', feed.author.name), x('email', feed.author.email)),
      ...feed.entries.map((entry) =>
        x(
          'entry',
          {},
          x('id', entry.id),
          x('title', entry.title),
          x('published', entry.publishedAt),
          x('updated', entry.updatedAt),
          x('link', { rel: 'alternate', type: 'text/html', href: entry.page }),
          ...entry.tags.map((term) => x('category', { term })),
          x('content', { type: 'text' }, entry.text),
        ),
      ),
    ),
  );
}

/** The same as RSS 2.0, for readers that know no other. */
export function rssFeed(feed: Feed): string {
  return xml(
    x(
      'rss',
      { version: '2.0', 'xmlns:atom': 'http://www.w3.org/2005/Atom' },
      x(
        'channel',
        {},
        x('title', feed.title),
        x('link', feed.home),
        x('description', feed.description),
        x('language', feed.language),
        x('lastBuildDate', rssDate(updatedAt(feed))),
        x('atom:link', { rel: 'self', type: 'application/rss+xml', href: feed.rss }),
        ...feed.entries.map((entry) =>
          x(
            'item',
            {},
            x('guid', { isPermaLink: 'false' }, entry.id),
            x('title', entry.title),
            x('link', entry.page),
            x('description', entry.text),
            x('pubDate', rssDate(entry.publishedAt)),
            ...entry.tags.map((tag) => x('category', tag)),
          ),
        ),
      ),
    ),
  );
}

/** The same as a JSON Feed (version 1.1). */
export function jsonFeed(feed: Feed): object {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    language: feed.language,
    home_page_url: feed.home,
    feed_url: feed.json,
    authors: [{ name: feed.author.name }],
    items: feed.entries.map(({ id, page, title, text, publishedAt, updatedAt: changedAt, tags }) => ({
      id,
      url: page,
      title,
      content_text: text,
      date_published: publishedAt,
      date_modified: changedAt,
      tags,
    })),
  };
}

function updatedAt({ entries, builtAt }: Feed): string {
  const moments = entries.map((entry) => entry.updatedAt);
  const latest = moments.toSorted((a, b) => Date.parse(b) - Date.parse(a))[0];
  return latest ?? builtAt;
}

/** RFC 822 with a year of four digits, as RSS asks. */
function rssDate(instant: string): string {
  return new Date(instant).toUTCString();
}

function xml(tree: Parameters<typeof toXml>[0]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(tree)}\n`;
}
