import type { ComposedPost } from '../posts/compose-post.ts';
import type { Segment } from '../posts/segment.ts';

/** The text as Mastodon is sent it: links in full, as it shortens them itself and counts them all alike. */
export function mastodonText({ segments }: Pick<ComposedPost, 'segments'>): string {
  return segments.map(sentText).join('');
}

function sentText(segment: Segment): string {
  switch (segment.kind) {
    case 'text':
      return segment.text;
    case 'link':
      return segment.href;
    case 'hashtag':
      return segment.shown;
  }
}

/**
 * A text in a form that it keeps on its way through a server, to tell whether two are the same. Servers give a post back
 * as HTML: they trim and wrap lines, make links and hashtags of some words, and cut a mention's host.
 */
export function comparableText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/https?:\/\/[^\s<>"]+/giu, (address) => comparableAddress(address))
    .replace(/(@[\w.-]+)@[\w-]+(?:\.[\w-]+)+/gu, '$1')
    .replace(/[\s\p{Cf}]+/gu, '')
    .toLowerCase();
}

/** The same of a post's HTML. */
export function comparableHtml(html: string): string {
  const withAddresses = html.replace(/<a\b([^>]*)>(.*?)<\/a>/gisu, (_all, attributes: string, inner: string) => {
    const shown = decode(withoutTags(inner)).trim();
    const href = decode(/\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/iu.exec(attributes)?.slice(1).find(Boolean) ?? '');
    return encode(standsFor(href, shown));
  });
  return comparableText(decode(withoutTags(withAddresses)));
}

/** What an author wrote where a server made a link. */
function standsFor(href: string, shown: string): string {
  if (/^[#@]/u.test(shown) || !URL.canParse(href)) return shown;
  // Some servers make links of bare names such as `who.int`.
  const isBare = !/^https?:/iu.test(shown);
  if (isBare && URL.canParse(`https://${shown}`) && isSame(`https://${shown}`, href)) return shown;
  return href;
}

function isSame(a: string, b: string): boolean {
  return comparableAddress(a) === comparableAddress(b);
}

/** Without its scheme's letter case, its needless slash and the differences between ways to encode it. */
function comparableAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const { href } = new URL(address);
  try {
    return decodeURI(href).replace(/\/$/u, '');
  } catch {
    return href.replace(/\/$/u, '');
  }
}

function withoutTags(html: string): string {
  return html.replace(/<(?:br|\/?p|\/?div|\/?li)\b[^>]*>/giu, '\n').replace(/<[^>]*>/gu, '');
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' };

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/giu, (all, decimal, hex, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? all;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : all;
  });
}

function encode(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
