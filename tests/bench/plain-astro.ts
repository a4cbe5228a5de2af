import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes an Astro project as its guide shows one: @astrojs/mdx, the glob loader, a schema, a small layout, components. */
export function writePlainProject(folder: string, contentDir: string): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files(path.relative(folder, contentDir).split(path.sep).join('/')))) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}

function files(content: string): Record<string, string> {
  return {
    'package.json': '{ "type": "module" }',
    'astro.config.mjs': `import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
export default defineConfig({
  integrations: [mdx()],
  markdown: { syntaxHighlight: false },
  cacheDir: './cache',
  vite: {
    build: { rolldownOptions: { checks: { moduleLevelDirective: false } } },
    environments: { prerender: { resolve: { noExternal: ['cookie'] } } },
  },
});
`,
    'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
export const collections = {
  campaigns: defineCollection({
    loader: glob({ pattern: '*/en.mdx', base: '${content}/campaigns' }),
    schema: z.looseObject({
      id: z.string(),
      title: z.string(),
      summary: z.string(),
      mainMessage: z.string(),
      sources: z.array(z.string()),
      audience: z.array(z.string()),
      callToAction: z.object({ text: z.string(), url: z.url() }),
    }),
  }),
};
`,
    'src/pages/index.astro': `---
import { getCollection } from 'astro:content';
const campaigns = await getCollection('campaigns');
---
<html lang="en"><head><title>All</title></head><body><ul>
{campaigns.map(({ data }) => <li><a href={'/' + data.id + '/'}>{data.title}</a><p>{data.mainMessage}</p></li>)}
</ul></body></html>
`,
    'src/pages/[id].astro': `---
import { getCollection, render } from 'astro:content';
import Callout from '../components/Callout.astro';
import Fact from '../components/Fact.astro';
import Helplines from '../components/Helplines.astro';
import Source from '../components/Source.astro';
export async function getStaticPaths() {
  return (await getCollection('campaigns')).map((entry) => ({ params: { id: entry.data.id }, props: { entry } }));
}
const { entry } = Astro.props;
const { data } = entry;
const { Content } = await render(entry);
---
<html lang="en"><head><title>{data.title}</title><meta name="description" content={data.summary} /></head><body>
<h1>{data.title}</h1><p>{data.mainMessage}</p><a href={data.callToAction.url}>{data.callToAction.text}</a>
<Content components={{ Callout, Fact, Helplines, Source }} />
<ul>{data.sources.map((id) => <li id={'source-' + id}>{id}</li>)}</ul></body></html>
`,
    'src/components/Callout.astro': `<div class={'callout-' + Astro.props.kind} role="note"><slot /></div>\n`,
    'src/components/Fact.astro': `<div class="fact"><slot /><a href={'#source-' + Astro.props.source}>{Astro.props.source}</a></div>\n`,
    'src/components/Helplines.astro': '<ul><li><a href="tel:1166">1166</a> Health line</li></ul>\n',
    'src/components/Source.astro': `<sup><a href={'#source-' + Astro.props.id}>{Astro.props.id}</a></sup>\n`,
  };
}
