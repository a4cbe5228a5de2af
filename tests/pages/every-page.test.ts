import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTENT_POLICY, CONTENT_POLICY_HEADER } from '../../src/layouts/content-policy.ts';
import { launchBrowser } from '../support/browser.ts';
import { type BuiltSite, buildSample } from '../support/built-site.ts';
import { builtPages } from '../support/page-kinds.ts';
import { serveSite } from '../support/static-site.ts';

const BASE = '/awareness/';

describe('every page of the sample content', { timeout: 300_000 }, () => {
  let site: BuiltSite;
  let server: Awaited<ReturnType<typeof serveSite>>;
  let browser: Browser;

  beforeAll(async () => {
    site = await buildSample('content', '2026-11-24T12:00:00+05:00');
    server = await serveSite(site.folder, BASE, { 'content-security-policy': CONTENT_POLICY_HEADER });
    browser = await launchBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    site?.remove();
  });

  it('keeps to a policy that lets no style and no script stand in a page', async () => {
    const page = await browser.newPage();
    const refused: string[] = [];
    await page.exposeFunction('noteRefusal', (text: string) => refused.push(text));
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, documentURI }) => {
        (window as unknown as { noteRefusal(text: string): void }).noteRefusal(
          `${documentURI}: ${violatedDirective} refuses ${blockedURI}`,
        );
      });
    });
    for (const { address } of builtPages(site.folder))
      await page.goto(`${server.origin}${BASE}${address}`, { waitUntil: 'load' });
    expect(refused).toEqual([]);
    // The watch itself works: a style that is put in is refused.
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p style="color:red">red</p>'));
    await expect.poll(() => refused.length).toBe(2);
    expect(refused[0]).toMatch(/style-src-attr refuses inline$/);
    await page.context().close();
  });

  it('says the policy in the page, before anything that it is about', () => {
    for (const { address } of builtPages(site.folder)) {
      const file = address.endsWith('.html') ? address : `${address}index.html`;
      const html = readFileSync(`${site.folder}/${file}`, 'utf8');
      const [before = '', after] = html.split(
        `<meta http-equiv="content-security-policy" content="${CONTENT_POLICY}">`,
      );
      expect(after, address).toBeDefined();
      expect(before, address).not.toMatch(/<(script|style|link)/);
    }
  });
});

describe('the nginx configuration', () => {
  it('sends the policy that the pages keep to', () => {
    const [, sent] = /Content-Security-Policy "([^"]+)"/.exec(readFileSync('deploy/nginx.conf', 'utf8')) ?? [];
    expect(sent).toBe(CONTENT_POLICY_HEADER);
    expect(sent).not.toContain('unsafe');
  });
});
