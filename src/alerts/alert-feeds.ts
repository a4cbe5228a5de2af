import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { alertsAtomPath, alertsFeedPath, alertsPath, publicAddress } from '../model/addresses.ts';
import { inLanguage } from '../model/language.ts';
import type { Organisation } from '../model/organisation.ts';
import type { AlertEntry } from './alert-entries.ts';

export interface FeedInput {
  organisation: Pick<Organisation, 'name' | 'url' | 'contact'>;
  language: string;
  /** Title of the feed in its language. */
  title: string;
  entries: readonly AlertEntry[];
  /** Instant of the build: what a feed without entries was last changed at. */
  builtAt: string;
}

const CAP_TYPE = 'application/cap+xml';

/** The alerts of one language as an Atom feed (RFC 4287). */
export function alertsAtom({ organisation, language, title, entries, builtAt }: FeedInput): string {
  const address = (path: string) => publicAddress(organisation, path);
  const feed = x(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language },
    x('id', address(alertsAtomPath(language))),
    x('title', title),
    x('updated', entries[0]?.sentAt ?? builtAt),
    x('link', { rel: 'self', type: 'application/atom+xml', href: address(alertsAtomPath(language)) }),
    x('link', { rel: 'alternate', type: 'text/html', href: address(alertsPath(language)) }),
    x('author', {}, x('name', inLanguage(organisation.name, language)), x('email', organisation.contact.email)),
    ...entries.map((entry) =>
      x(
        'entry',
        {},
        x('id', entry.id),
        x('title', entry.title),
        x('published', entry.sentAt),
        x('updated', entry.sentAt),
        x('link', { rel: 'alternate', type: 'text/html', href: entry.page }),
        x('link', { rel: 'related', type: CAP_TYPE, href: entry.cap }),
        ...[entry.kind, ...entry.categories].map((term) => x('category', { term })),
        x('content', { type: 'text' }, entry.text),
      ),
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(feed)}\n`;
}

/** The alerts of one language as a JSON Feed (version 1.1). */
export function alertsJsonFeed({ organisation, language, title, entries }: FeedInput): object {
  const address = (path: string) => publicAddress(organisation, path);
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    language,
    home_page_url: address(alertsPath(language)),
    feed_url: address(alertsFeedPath(language)),
    authors: [{ name: inLanguage(organisation.name, language) }],
    items: entries.map(({ id, title: headline, text, page, cap, sentAt, kind, categories }) => ({
      id,
      url: page,
      title: headline,
      content_text: text,
      date_published: sentAt,
      tags: [kind, ...categories],
      attachments: [{ url: cap, mime_type: CAP_TYPE }],
    })),
  };
}
