import type { APIContext } from 'astro';
import { languagePaths } from '../../components/language-feed.ts';
import { feedResponse, siteFeed } from '../../components/site-feed.ts';
import { FEED_FORMS } from '../../model/addresses.ts';

export async function getStaticPaths() {
  const languages = await languagePaths();
  return languages.flatMap(({ params }) => FEED_FORMS.map((form) => ({ params: { ...params, form } })));
}

/** What is new on the site in one language: Atom, RSS or JSON Feed. */
export async function GET({ params }: APIContext): Promise<Response> {
  return feedResponse(await siteFeed(params.language ?? ''), params.form);
}
