import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'parse5';

/**
 * What pages of a built site name and the site does not have, as `page → file`: targets of links, pictures in all their widths,
 * styles, previews. `publicBase` is the site's public address, with `/` at its end.
 */
export function missingFiles(folder: string, publicBase: string): string[] {
  const site = new URL(publicBase);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => name.split(path.sep).join('/'))
    .flatMap((file) =>
      addressesIn(readFileSync(path.join(folder, file), 'utf8'))
        .flatMap((address) => below(address, file, site))
        .filter((target) => !existsSync(path.join(folder, target)))
        .map((target) => `${file} → ${target}`),
    );
}

/** Every address that a page names: of links, pictures in all their widths, styles and link previews. */
function addressesIn(html: string): string[] {
  const found: string[] = [];
  const visit = (node: { attrs?: { name: string; value: string }[]; childNodes?: unknown[]; nodeName?: string }) => {
    for (const { name, value } of node.attrs ?? []) {
      if (name === 'href' || name === 'src') found.push(value);
      if (name === 'srcset') found.push(...value.split(',').map((part) => part.trim().split(' ')[0] ?? ''));
      if (name === 'content' && value.startsWith('https://')) found.push(value);
    }
    for (const child of node.childNodes ?? []) visit(child as typeof node);
  };
  visit(parse(html) as never);
  return [...found, ...[...html.matchAll(/url\("?([^")]+)/g)].map(([, address]) => address ?? '')];
}

/** The file of the site that an address means; nothing for an address of somebody else. */
function below(address: string, from: string, site: URL): string[] {
  if (/^(mailto|tel|data):/.test(address)) return [];
  const url = new URL(address, `${site.href}${from}`);
  if (url.origin !== site.origin) return [];
  if (!url.pathname.startsWith(site.pathname)) return [`outside the base: ${url.pathname}`];
  const target = decodeURI(url.pathname.slice(site.pathname.length));
  return [target === '' || target.endsWith('/') ? `${target}index.html` : target];
}
