import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';

/** A page that search engines may list, as it says of itself. */
export interface ListedPage {
  /** Its public address. */
  address: string;
  /** The addresses of all its languages, `x-default` among them, as the page names them. */
  alternates: readonly { language: string; address: string }[];
  /** Day or instant of the last change to its words; missing where nobody knows. */
  changedAt: string | undefined;
}

/**
 * What a built page says of itself to search engines; `undefined` for a page that asks to be left out. The sitemap is made of
 * these, so that it names what was built, and no kind of page can be forgotten in it.
 */
export function listedPage(html: string): ListedPage | undefined {
  const head = html.slice(0, html.indexOf('</head>'));
  if (/<meta name="robots" content="noindex"/.test(head)) return undefined;
  const address = /<link rel="canonical" href="([^"]+)"/.exec(head)?.[1];
  if (address === undefined) return undefined;
  const alternates = [...head.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)];
  return {
    address: decoded(address),
    alternates: alternates.map(([, language = '', other = '']) => ({ language, address: decoded(other) })),
    changedAt: /<meta property="article:modified_time" content="([^"]+)"/.exec(head)?.[1],
  };
}

/** A sitemap (sitemaps.org) with the languages of each page as Google reads them, in the order of the addresses. */
export function sitemap(pages: readonly ListedPage[]): string {
  const urls = pages
    .toSorted((a, b) => (a.address < b.address ? -1 : 1))
    .map(({ address, alternates, changedAt }) =>
      x(
        'url',
        {},
        x('loc', address),
        ...(changedAt === undefined ? [] : [x('lastmod', changedAt)]),
        ...alternates.map((other) =>
          x('xhtml:link', { rel: 'alternate', hreflang: other.language, href: other.address }),
        ),
      ),
    );
  const names = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9', 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(x('urlset', names, ...urls))}\n`;
}

function decoded(attribute: string): string {
  return attribute.replaceAll('&amp;', '&').replaceAll('&#38;', '&');
}
