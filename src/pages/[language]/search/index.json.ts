import { getEntry } from 'astro:content';
import type { APIContext } from 'astro';
import { desk } from '../../../components/desk.ts';
import { type ListedPage, listedPages } from '../../../components/topic-index.ts';
import { bodyId } from '../../../reading/content-loader.ts';
import { type SearchPage, writeSearchIndex } from '../../../search/search-index.ts';
import { textOfHtml } from '../../../search/text-of-html.ts';

/** An index with the whole text of more pages than these would take longer to load than to look through by topic. */
const MOST_WITH_TEXT = 400;

export async function getStaticPaths() {
  const { organisation } = await desk();
  return organisation.languages.map(({ tag }) => ({ params: { language: tag } }));
}

/** What the search of a language looks in. */
export async function GET({ params: { language = '' } }: APIContext): Promise<Response> {
  const listed = listedPages(await desk(), language);
  const pages = await Promise.all(
    listed.map(
      async ({ path, kind, title, summary, words, bodies }): Promise<SearchPage> => ({
        path,
        kind,
        title,
        summary,
        words: words.join('\n'),
        text: listed.length > MOST_WITH_TEXT ? '' : await textOf(bodies, language),
      }),
    ),
  );
  return new Response(writeSearchIndex(pages), { headers: { 'content-type': 'application/json' } });
}

async function textOf(bodies: ListedPage['bodies'], language: string): Promise<string> {
  const entries = await Promise.all(
    bodies.map(({ collection, id }) => getEntry('bodies', bodyId(collection, id, language))),
  );
  return entries.map((entry) => textOfHtml(entry?.rendered?.html ?? '')).join('\n');
}
