import { readdirSync } from 'node:fs';
import path from 'node:path';

/** One built page of a kind. */
export interface PageOfKind {
  /** The route that made it: `[language]/campaigns/[id]`. */
  route: string;
  /** First part of its address; `''` for pages that belong to no language. */
  language: string;
  /** Address below the base: `en/campaigns/dengue/`. */
  address: string;
}

/** Every page of a built site with the route of `src/pages` that made it, in the order of their addresses. */
export function builtPages(folder: string): PageOfKind[] {
  const routes = pageRoutes();
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => name.endsWith('.html'))
    .toSorted()
    .map((name) => {
      const address = name.replace(/(^|\/)index\.html$/, '$1');
      const route = routes.find(({ pattern }) => pattern.test(address));
      if (!route) throw new Error(`no route of src/pages makes ${name}`);
      const [first = ''] = address.split('/');
      return { route: route.name, language: route.name.startsWith('[language]') ? first : '', address };
    });
}

/**
 * One page of each kind in each language, so that a kind that is added is looked at without anybody listing it. Throws where a
 * route makes no page at all: the content that is built has to have one of each.
 */
export function pageOfEachKind(folder: string): PageOfKind[] {
  const kinds = new Map<string, PageOfKind>();
  for (const page of builtPages(folder)) {
    const name = `${page.route} ${page.language}`;
    if (!kinds.has(name)) kinds.set(name, page);
  }
  const found = [...kinds.values()];
  const empty = pageRoutes().filter(({ name }) => !found.some(({ route }) => route === name));
  if (empty.length > 0) throw new Error(`no page was built of ${empty.map(({ name }) => name).join(', ')}`);
  return found;
}

/** The routes that make pages, those without a place to fill in first. */
function pageRoutes(): { name: string; pattern: RegExp }[] {
  return readdirSync('src/pages', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(astro|mdx)$/.test(name))
    .map((name) =>
      name
        .split(path.sep)
        .join('/')
        .replace(/\.(astro|mdx)$/, ''),
    )
    .toSorted((a, b) => places(a) - places(b))
    .map((name) => {
      const address = name === '404' ? '404.html' : name.replace(/(^|\/)index$/, '$1').replace(/([^/])$/, '$1/');
      const source = address.replaceAll('.', '\\.').replaceAll(/\[\w+\]/g, '[^/]+');
      return { name, pattern: new RegExp(`^${source}$`) };
    });
}

function places(route: string): number {
  return route.split('[').length;
}
