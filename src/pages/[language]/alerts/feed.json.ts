import type { APIContext } from 'astro';
import { alertsJsonFeed } from '../../../alerts/alert-feeds.ts';
import { languageFeed, languagePaths } from '../../../components/language-feed.ts';

export const getStaticPaths = languagePaths;

/** The alerts of one language as a JSON Feed. */
export async function GET({ params }: APIContext): Promise<Response> {
  const feed = alertsJsonFeed(await languageFeed(params.language ?? ''));
  return new Response(JSON.stringify(feed), { headers: { 'content-type': 'application/feed+json; charset=utf-8' } });
}
