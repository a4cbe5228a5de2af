// What a build is told from outside comes in here and nowhere else:
//   AAGAHI_CONTENT   folder of the content, from the root (content)
//   AAGAHI_NOW       the moment the site is built for, an instant with its offset (the clock's)
//   AAGAHI_SITE_URL  where this build is served, when not at the organisation's address; links within the site follow
//                    it, while canonical addresses and link previews go on naming the public site
//   AAGAHI_OUT       folder of the built site (dist)
//   AAGAHI_CACHE     folder of what one build leaves for the next (.aagahi/astro)
import { readFileSync } from 'node:fs';
import path from 'node:path';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { parse } from 'yaml';
import { writeTheme } from './src/layouts/write-theme.ts';

const root = import.meta.dirname;
const { AAGAHI_CONTENT = 'content', AAGAHI_NOW, AAGAHI_OUT = 'dist', AAGAHI_CACHE = '.aagahi/astro' } = process.env;
const organisation = readOrganisation();
const address = new URL(process.env.AAGAHI_SITE_URL ?? organisationAddress());
const theme = await writeTheme(organisation, path.resolve(root, '.aagahi/fonts'));
const base = address.pathname.endsWith('/') ? address.pathname : `${address.pathname}/`;

export default defineConfig({
  site: address.origin,
  base,
  outDir: path.resolve(root, AAGAHI_OUT),
  cacheDir: path.resolve(root, AAGAHI_CACHE),
  trailingSlash: 'always',
  // No style and no script is written into a page, so that a strict content security policy can stand.
  build: { format: 'directory', concurrency: 4, inlineStylesheets: 'never' },
  integrations: [mdx()],
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  vite: {
    // Astro's own copy goes into the bundle: another package of this project brings an older one of the same name,
    // and the bundle would find that.
    environments: { prerender: { resolve: { noExternal: ['cookie'] } } },
    resolve: {
      alias: {
        'theme:styles.css': theme.styles,
        'theme:nastaliq': `${theme.nastaliq}?url`,
        'theme:naskh': `${theme.naskh}?url`,
      },
    },
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
    define: {
      BUILD_INPUTS: JSON.stringify({
        root,
        contentDir: AAGAHI_CONTENT,
        // Not import.meta.env.BASE_URL: a variable BASE_URL in the environment would win over it.
        base,
        now: AAGAHI_NOW ? Date.parse(AAGAHI_NOW) : Date.now(),
      }),
    },
  },
});

/** As far as it can be read: the reader reports what is wrong in it, at its line; a build only has to get as far as the reader. */
function readOrganisation() {
  try {
    return parse(readFileSync(path.resolve(root, AAGAHI_CONTENT, 'organisation.yml'), 'utf8'));
  } catch {
    return undefined;
  }
}

function organisationAddress() {
  try {
    return new URL(organisation.url).href;
  } catch {
    return 'https://unknown.invalid/';
  }
}
