import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alertRegionIn } from '../../scripts/alert-region-of-page.ts';
import { FLOOD_NOW, WITH_ALERTS } from '../support/alert-desk.ts';
import { type BuiltSite, buildSample } from '../support/built-site.ts';
import { writeDesk } from '../support/example-desk.ts';
import { runScript } from '../support/run-script.ts';

// A site built before the flood is brought up to date by `npm run splice`, again when the flood is over, and held each time
// against the site that `npm run build` makes whole.

const OVER = '2026-11-24T09:00:00+05:00';
/** What a page is when it has a part on alerts, and the part is left out. */
const WITHOUT_REGION = '<the part on alerts>';

let desks: string;
let before: BuiltSite;
let during: BuiltSite;
let after: BuiltSite;
let site: string;

beforeAll(async () => {
  const parent = path.resolve('.aagahi/tests');
  mkdirSync(parent, { recursive: true });
  desks = mkdtempSync(path.join(parent, 'splice-'));
  writeDesk(path.join(desks, 'before'), {});
  writeDesk(path.join(desks, 'during'), WITH_ALERTS);
  // One after the other: Astro keeps one list of pictures for the whole project.
  before = await buildSample(contentOf('before'), FLOOD_NOW);
  during = await buildSample(contentOf('during'), FLOOD_NOW);
  after = await buildSample(contentOf('during'), OVER);
  site = path.join(desks, 'site');
  cpSync(before.folder, site, { recursive: true });
});
afterAll(() => {
  for (const built of [before, during, after]) built?.remove();
  rmSync(desks, { recursive: true, force: true });
});

describe('npm run splice', () => {
  it('makes of a site without alerts the site that a whole build makes when the flood is there, to the byte', () => {
    const { code, stdout } = splice(FLOOD_NOW);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+ files of alerts and the part on alerts of \d+ pages in .*site\/, [\d.]+ s\n$/);
    expectAlertsOf(during);
    const [spliced, old] = [pagesWithoutRegion(site), pagesWithoutRegion(before.folder)];
    expect(Object.keys(spliced).length).toBeGreaterThan(10);
    expect(spliced).toEqual(old);
  });

  it('takes the alert off every page when it is over, as a whole build does', () => {
    expect(splice(OVER).code).toBe(0);
    expectAlertsOf(after);
    expect(pagesWithoutRegion(site)).toEqual(pagesWithoutRegion(before.folder));
  });

  it('changes nothing while the content of alerts has a mistake, and says where it is', () => {
    writeDesk(path.join(desks, 'faulty'), {
      ...WITH_ALERTS,
      'incidents/heat/en.mdx': (WITH_ALERTS['incidents/heat/en.mdx'] as string).replace(
        'status: actual',
        'status: hot',
      ),
    });
    const was = filesIn(site);
    const { code, stdout } = splice(FLOOD_NOW, 'faulty');
    expect(code).toBe(1);
    expect(stdout).toContain('incidents/heat/en.mdx:');
    expect(filesIn(site)).toEqual(was);
  });
});

function contentOf(desk: string): string {
  return path.relative(process.cwd(), path.join(desks, desk, 'content'));
}

function splice(now: string, desk = 'during') {
  const words = ['--site', path.relative(process.cwd(), site), '--content', contentOf(desk), '--now', now];
  return runScript('splice', words, process.cwd());
}

/** Files of alerts are those of the whole build, no more and no fewer; so is the part on alerts of every page that both have. */
function expectAlertsOf(whole: BuiltSite): void {
  const [ours, theirs] = [filesIn(site), filesIn(whole.folder)];
  const alerts = (files: Record<string, string>) =>
    Object.fromEntries(Object.entries(files).filter(([name]) => /(^|\/)alerts(\/|\.json$)/.test(name)));
  expect(Object.keys(alerts(theirs)).length).toBeGreaterThan(15);
  expect(alerts(ours)).toEqual(alerts(theirs));
  const regions = (files: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(files).flatMap(([name, text]) => {
        const region = name.endsWith('.html') ? alertRegionIn(text) : undefined;
        return region === undefined ? [] : [[name, region]];
      }),
    );
  expect(regions(ours)).toEqual(regions(theirs));
  for (const name of Object.values(alerts(ours)).flatMap(
    (text) => text.match(/(?<=\/)(?:cards|_astro)\/[\w./-]+\.\w+/g) ?? [],
  ))
    expect(Object.keys(ours)).toContain(name);
}

function pagesWithoutRegion(folder: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filesIn(folder))
      .filter(([name]) => name.endsWith('.html') && !/(^|\/)alerts\//.test(name))
      .map(([name, text]) => [name, text.replace(alertRegionIn(text) ?? WITHOUT_REGION, () => WITHOUT_REGION)]),
  );
}

function filesIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const file = path.join(parentPath, name);
      return [path.relative(folder, file), readFileSync(file, 'latin1')];
    }),
  );
}
