import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { alertRegionIn, withAlertRegion } from './alert-region-of-page.ts';

/** The last site cannot be brought up to date; it has to be built whole. */
export class SpliceError extends Error {
  override name = 'SpliceError';
}

export interface Spliced {
  /** Files of alerts that were written or removed. */
  files: number;
  /** Pages whose part on alerts is another one now. */
  pages: number;
}

/**
 * Puts what a fresh build says of alerts into a site that was built before: the pages, feeds and files of alerts as they are, and
 * in every other page the part that speaks of them. Everything else stays, to the byte. `fresh` may be a site of alerts alone.
 * Looks at every page before it changes the first: throws a SpliceError, with nothing changed, where a page does not fit.
 */
export function spliceSite(site: string, fresh: string): Spliced {
  const regions = regionsByLanguage(fresh);
  const pages = filesBelow(site)
    .filter((name) => name.endsWith('.html') && !isOfAlerts(name))
    .flatMap((name) => {
      const html = readFileSync(path.join(site, name), 'utf8');
      if (alertRegionIn(html) === undefined) return [];
      const language = languageOf(html);
      const region = regions.get(language ?? '');
      if (region === undefined) throw new SpliceError(`${name} is in \`${language}\`, of which nothing is known`);
      const after = withAlertRegion(html, region);
      return [{ name, after, isOther: after !== html }];
    });
  if (pages.length === 0) throw new SpliceError('no page of the last site has a place for alerts');
  let files = 0;
  const ours = filesBelow(fresh).filter(
    (name) => isOfAlerts(name) || (isShared(name) && !existsSync(path.join(site, name))),
  );
  for (const name of ours) if (put(path.join(fresh, name), path.join(site, name))) files += 1;
  for (const name of filesBelow(site))
    if (isOfAlerts(name) && !ours.includes(name)) {
      rmSync(path.join(site, name));
      files += 1;
    }
  const changed = pages.filter(({ isOther }) => isOther);
  for (const { name, after } of changed) replace(path.join(site, name), after);
  return { files, pages: changed.length };
}

/** `alerts.json`, `alerts/…` and `<language>/alerts/…`: pages, feeds and CAP files. All of them are the desk's whole say on alerts. */
function isOfAlerts(name: string): boolean {
  return /^(alerts\.json$|alerts\/|[A-Za-z0-9-]+\/alerts\/)/.test(name);
}

/** What pages refer to by a name that follows from its bytes. */
function isShared(name: string): boolean {
  return /^(_astro|cards)\//.test(name);
}

/** The part on alerts of a page in each language. An incident's own page has another one. */
function regionsByLanguage(fresh: string): Map<string, string> {
  const regions = new Map<string, string>();
  for (const name of filesBelow(fresh)) {
    if (!name.endsWith('.html') || isOfAlerts(name)) continue;
    const html = readFileSync(path.join(fresh, name), 'utf8');
    const region = alertRegionIn(html);
    const language = languageOf(html);
    if (region === undefined || language === undefined) continue;
    const before = regions.get(language);
    if (before !== undefined && before !== region)
      throw new SpliceError(`${name} says something else of alerts than other pages in \`${language}\``);
    regions.set(language, region);
  }
  return regions;
}

function languageOf(html: string): string | undefined {
  return /<html\b[^>]*?\slang="([^"]+)"/.exec(html)?.[1];
}

/** Files below a folder, by their path with `/`, in the order of their names. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .toSorted();
}

function put(from: string, to: string): boolean {
  if (existsSync(to) && readFileSync(from).equals(readFileSync(to))) return false;
  mkdirSync(path.dirname(to), { recursive: true });
  copyFileSync(from, `${to}.part`);
  renameSync(`${to}.part`, to);
  return true;
}

function replace(file: string, text: string): void {
  writeFileSync(`${file}.part`, text);
  renameSync(`${file}.part`, file);
}
