import type { APIContext } from 'astro';
import { alertsAtom } from '../../../alerts/alert-feeds.ts';
import { languageFeed, languagePaths } from '../../../components/language-feed.ts';

export const getStaticPaths = languagePaths;

/** The alerts of one language as an Atom feed. */
export async function GET({ params }: APIContext): Promise<Response> {
  const feed = alertsAtom(await languageFeed(params.language ?? ''));
  return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
}
