import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { convert } from 'fontverter';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type BuiltSite, buildSample } from '../support/built-site.ts';
import { builtPages, pageOfEachKind } from '../support/page-kinds.ts';
import { compressFiles, type ServedSite, serveSite } from '../support/static-site.ts';

const BASE = '/awareness/';
const KB = 1000;

describe('the first view of a page, on a phone that has never been here', { timeout: 300_000 }, () => {
  let site: BuiltSite;
  let server: ServedSite;
  let browser: Browser;

  beforeAll(async () => {
    site = await buildSample('content', '2026-11-24T12:00:00+05:00');
    compressFiles(site.folder);
    // A browser keeps what it has just loaded, as the nginx configuration and Pages both tell it.
    server = await serveSite(site.folder, BASE, { 'cache-control': 'public, max-age=240' });
    // What an Android phone sets Arabic letters in by itself.
    const naskh = createRequire(import.meta.url).resolve(
      '@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-arabic-400-normal.woff2',
    );
    browser = await launchBrowser({ fonts: { 'naskh.ttf': await convert(readFileSync(naskh), 'truetype') } });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    site?.remove();
  });

  it.each([
    // The font of English is the phone’s own; two kilobytes write the name of Urdu.
    ['en', 60 * KB, 2 * KB],
    ['ur', 180 * KB, 120 * KB],
  ])('weighs little on campaign pages, with all that is loaded after it: %s', async (language, most, mostFont) => {
    const campaigns = builtPages(site.folder).filter(
      (page) => page.route === '[language]/campaigns/[id]' && page.language === language,
    );
    expect(campaigns.length).toBeGreaterThan(3);
    for (const { address } of campaigns) {
      const sent = await sentFor(address);
      const weight = sum(sent);
      expect(weight, `${address}: ${JSON.stringify(sent)}`).toBeLessThanOrEqual(most);
      expect(weight, address).toBeGreaterThan(10 * KB);
      expect(sum(sent.filter(({ path: file }) => file.endsWith('.woff2'))), address).toBeLessThanOrEqual(mostFont);
    }
  });

  it('has less than 10 kB of program on any page', () => {
    for (const { address } of builtPages(site.folder)) {
      const html = readFileSync(path.join(site.folder, address, address.endsWith('.html') ? '' : 'index.html'), 'utf8');
      const named = [...html.matchAll(/<script[^>]* src="\/awareness\/([^"]+)"/g)].map(([, file = '']) => file);
      expect(named.length, address).toBeGreaterThan(0);
      const bytes = [...programsFrom(named)].map(
        (file) => gzipSync(readFileSync(path.join(site.folder, file))).byteLength,
      );
      expect(
        bytes.reduce((all, one) => all + one, 0),
        address,
      ).toBeLessThan(10 * KB);
    }
  });

  it('moves next to nothing when the font comes late', async () => {
    for (const { address } of pageOfEachKind(site.folder).filter(
      ({ language, route }) => language !== 'en' && !route.startsWith('handbook'),
    )) {
      const context = await browser.newContext({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block' });
      const page = await context.newPage();
      let release = () => {};
      const late = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route('**/*.woff2', async (route) => {
        await late;
        await route.continue();
      });
      await page.goto(`${server.origin}${BASE}${address}`, { waitUntil: 'domcontentloaded' });
      await page.waitForTimeout(200);
      release();
      await page.evaluate(() => document.fonts.ready);
      await page.waitForTimeout(150);
      expect(await shifts(page), address).toBeLessThan(0.1);
      await context.close();
    }
  });

  /** What the server sends to a visitor who opens a page and waits, the worker’s own requests among it. */
  async function sentFor(address: string): Promise<{ path: string; bytes: number }[]> {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 });
    const page = await context.newPage();
    const before = server.sent.length;
    await page.goto(`${server.origin}${BASE}${address}`, { waitUntil: 'networkidle' });
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.waitForTimeout(300);
    await context.close();
    return server.sent.slice(before);
  }

  /** The files of programs, and those that they import. */
  function programsFrom(files: readonly string[], found = new Set<string>()): Set<string> {
    for (const file of files) {
      if (found.has(file)) continue;
      found.add(file);
      const text = readFileSync(path.join(site.folder, file), 'utf8');
      const imported = [...text.matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)].map(([, name]) => `_astro/${name}`);
      programsFrom(imported, found);
    }
    return found;
  }
});

function sum(sent: readonly { bytes: number }[]): number {
  return sent.reduce((all, { bytes }) => all + bytes, 0);
}

async function shifts(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let moved = 0;
        new PerformanceObserver((entries) => {
          for (const entry of entries.getEntries()) moved += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(moved)));
      }),
  );
}
