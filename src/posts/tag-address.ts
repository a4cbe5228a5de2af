import type { Organisation } from '../model/organisation.ts';

/** What a link tells the desk's own statistics: no word of who followed it. */
export interface LinkTags {
  /** Id of the channel. */
  source: string;
  /** Ids of the campaign and of the post. */
  campaign: string;
  content: string;
}

/**
 * The address with the usual parameters (`utm_source` and its like), where it leads to the desk's own site; any other
 * stays as it is, and so does one that has been tagged by hand.
 */
export function tagAddress(address: string, { url }: Pick<Organisation, 'url'>, tags: LinkTags): string {
  const base = new URL(url.endsWith('/') ? url : `${url}/`);
  const target = new URL(address);
  const isOwn = target.origin === base.origin && target.pathname.startsWith(base.pathname);
  if (!isOwn || target.searchParams.has('utm_source')) return address;
  target.searchParams.set('utm_source', tags.source);
  target.searchParams.set('utm_medium', 'social');
  target.searchParams.set('utm_campaign', tags.campaign);
  target.searchParams.set('utm_content', tags.content);
  return target.href;
}
