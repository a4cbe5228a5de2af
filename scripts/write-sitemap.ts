import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { listedPage, sitemap } from '../src/feeds/sitemap.ts';
import { SITEMAP } from '../src/model/addresses.ts';

/** Writes the sitemap of a built site, from what its pages say of themselves. */
export async function writeSitemap(site: string): Promise<void> {
  const names = (await readdir(site, { recursive: true })).filter((name) => name.endsWith('.html'));
  const pages = await Promise.all(names.map(async (name) => listedPage(await readFile(path.join(site, name), 'utf8'))));
  await writeFile(path.join(site, SITEMAP), sitemap(pages.filter((page) => page !== undefined)));
}
