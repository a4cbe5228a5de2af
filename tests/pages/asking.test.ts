import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import sirv from 'sirv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aQuestion, QUESTION, SECOND_QUESTION, withEmergencyLine } from '../../src/validation/example-desk.ts';
import { launchBrowser } from '../support/browser.ts';
import { type BuiltSite, buildChangedDesk } from '../support/built-site.ts';

const BASE = '/awareness/';
/** What a page may load where nothing written into it runs, and nothing comes from elsewhere. */
const POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; form-action 'self'";
/** Compressed, on any page, before anybody asks. */
const SCRIPT_LIMIT = 10_000;

const DESK = {
  ...withEmergencyLine,
  [QUESTION]: aQuestion({ alsoAsked: '[Boiling water to drink]' }),
  'questions/boil-how-long/ur.mdx':
    '---\ntranslationOf:\n  language: en\n  fields: {}\n  blocks: []\ntitle: پانی کتنی دیر ابالیں؟\nalsoAsked: [pani kitni der ubalein]\nanswer: ابلنا شروع ہو تو ایک منٹ۔\n---\n\nایک منٹ کافی ہے۔<Source id="who-water" />\n',
  [SECOND_QUESTION]: aQuestion({
    id: 'cholera-signs',
    urgent: 'true',
    title: 'What are the danger signs of cholera?',
    alsoAsked: '[When is cholera dangerous?]',
    answer: 'Watery stools without end, and eyes that sink in. Go to a hospital at once.',
    nextReviewDueOn: '2026-11-22',
  }),
};

describe('asking the built site', { timeout: 60_000 }, () => {
  let site: BuiltSite;
  let browser: Browser;
  let origin = '';
  let close = async () => {};

  beforeAll(async () => {
    site = await buildChangedDesk(DESK, '2026-11-23T12:00:00+05:00');
    const files = sirv(site.folder, { dev: true });
    const server = createServer((request, response) => {
      response.setHeader('content-security-policy', POLICY);
      request.url = request.url?.startsWith(BASE) ? `/${request.url.slice(BASE.length)}` : '/nowhere';
      files(request, response, () => {
        response.writeHead(404).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    close = () => new Promise((resolve) => server.close(() => resolve()));
    browser = await launchBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await close();
    site?.remove();
  });

  it('without scripts shows everything by topic, and no field that does nothing', async () => {
    const page = await open('en/search/', { javaScriptEnabled: false });
    expect(await page.locator('#ask-field').isVisible()).toBe(false);
    expect(await page.locator('#topic-water + ul a').allInnerTexts()).toEqual([
      'How long must I boil water?',
      'What are the danger signs of cholera?',
    ]);
    const listed = await page
      .locator('.topic-list a')
      .evaluateAll((links) => links.map((link) => link.textContent?.trim()));
    for (const title of ['Clean water, every glass', 'Boiling makes water safe to drink', 'Drinking-water', 'Alerts'])
      expect(listed).toContain(title);
    await page.locator('.topic-list a').first().click();
    expect(await page.locator('h1').innerText()).not.toBe('Search');
    await page.context().close();
  });

  it('loads what it searches in when somebody asks, and not before', async () => {
    const page = await open('en/search/');
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await page.locator('#ask-field').fill('glass');
    await page.waitForTimeout(200);
    expect(loaded.filter((address) => !address.endsWith('alerts.json') && !address.endsWith('sw.js'))).toEqual([]);
    await page.locator('#ask-field').press('Enter');
    await page.locator('.found-pages').waitFor();
    expect(loaded).toContain(`${BASE}en/search/index.json`);
    await page.context().close();
  });

  it('finds pages, says how many, and keeps the question in the address', async () => {
    const page = await ask('en/search/', 'every glass');
    expect(await page.locator('[role=status].asked-said').innerText()).toBe(
      'We have no reviewed answer to this. 1 page found.',
    );
    expect(await page.locator('.found-pages h3').allInnerTexts()).toEqual(['Clean water, every glass']);
    expect(await page.locator('.found-pages .found-kind').innerText()).toBe('Campaign');
    // Behind the #, which no server gets to see.
    expect(new URL(page.url()).hash).toBe('#q=every%20glass');
    expect(new URL(page.url()).search).toBe('');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.reload();
    await page.locator('.found-pages').waitFor();
    expect(asked.filter((address) => address.includes('glass'))).toEqual([]);
    await page.locator('.found-pages a').click();
    await page.waitForURL(`**${BASE}en/campaigns/clean-water/`);
    await page.context().close();
  });

  it.each(['ہر گلاس صاف', 'هر گلاس صاف', 'ہَر گِلاس', 'گلاس  پاني'])('finds Urdu written as “%s”', async (asked) => {
    const page = await ask('ur/search/', asked);
    expect(await page.locator('.found-pages h3').first().innerText()).toBe('ہر گلاس صاف پانی');
    await page.context().close();
  });

  it('says when it finds nothing, and does not guess an answer', async () => {
    const page = await ask('en/search/', 'zebra crossing');
    expect(await page.locator('.asked-said').innerText()).toBe(
      'We have no reviewed answer to this. No page found. Try another word, or look below by topic.',
    );
    expect(await page.locator('.asked-unknown h2').innerText()).toBe('We do not know');
    expect(await page.locator('.asked-unknown').innerText()).toContain('we do not guess');
    expect(await page.locator('.asked-answer').count()).toBe(0);
    await page.context().close();
  });

  it.each([
    ['en/questions/', 'boil water how many minutes', 'For one minute, counted from when it boils.'],
    ['ur/questions/', 'پاني كتني دير ابالنا ہے', 'ابلنا شروع ہو تو ایک منٹ۔'],
    ['ur/search/', 'pani kitni der ubalna hai', 'ابلنا شروع ہو تو ایک منٹ۔'],
  ])('answers on %s when asked “%s”, with source and day', async (address, asked, answer) => {
    const page = await ask(address, asked);
    expect(await page.locator('.asked-words').innerText()).toBe(answer);
    expect(await page.locator('.asked-answer a[rel~=external]').getAttribute('href')).toBe(
      'https://www.who.int/news-room/fact-sheets/detail/drinking-water',
    );
    const said = await page.locator('.asked-answer').innerText();
    expect(said).toMatch(address.startsWith('en') ? /Reviewed 1 November 2026\./ : /جائزہ: 1 نومبر، 2026۔/);
    expect(await page.locator('.asked-alert').innerText()).toBe('');
    await page.context().close();
  });

  it('puts the number to call before everything when the words are urgent', async () => {
    const page = await ask('en/questions/', 'my son is not breathing');
    expect(await page.locator('[role=alert].asked-alert').innerText()).toContain(
      'Is somebody in danger now? Call first.',
    );
    expect(await page.locator('.asked-alert a').getAttribute('href')).toBe('tel:1166');
    const order = await page.locator('#ask').evaluate((box) => {
      const text = box.textContent ?? '';
      return text.indexOf('Do not wait for an answer on a website') < text.indexOf('We have no reviewed answer');
    });
    expect(order).toBe(true);
    await page.context().close();
  });

  it('does so in Urdu and for an answer that is urgent itself', async () => {
    const urdu = await ask('ur/questions/', 'ابو کو سانس نہیں آ رہا');
    expect(await urdu.locator('.asked-alert').innerText()).toContain('پہلے فون کریں');
    await urdu.context().close();
    const page = await ask('en/questions/', 'danger signs of cholera');
    expect(await page.locator('.asked-alert .helpline-number').count()).toBe(1);
    expect(await page.locator('.asked-overdue').innerText()).toContain(
      'We should have reviewed it by 22 November 2026.',
    );
    await page.context().close();
  });

  it('shows the numbers for emergencies beside the box without scripts too', async () => {
    const page = await open('en/questions/', { javaScriptEnabled: false });
    expect(await page.locator('.ask-emergency a').getAttribute('href')).toBe('tel:1166');
    await page.context().close();
  });

  it('says so when it cannot look anything up, and works again when it can', async () => {
    const page = await open('en/search/');
    await page.route('**/index.json', (route) => route.abort());
    await page.locator('#ask-field').fill('glass');
    await page.locator('#ask-field').press('Enter');
    await page.getByText('We could not look it up. Check your connection and try again.').waitFor();
    await page.unroute('**/index.json');
    await page.locator('#ask-field').press('Enter');
    await page.locator('.found-pages').waitFor();
    await page.context().close();
  });

  it('answers an emergency also where the pages cannot be searched, and says what is missing', async () => {
    const page = await open('en/search/');
    await page.route('**/index.json', (route) => route.abort());
    await page.locator('#ask-field').fill('my father is not breathing');
    await page.locator('#ask-field').press('Enter');
    await page.locator('.asked-alert .helpline-number').first().waitFor();
    expect(await page.locator('.asked-said').innerText()).toBe(
      'We have no reviewed answer to this. We could not look it up. Check your connection and try again.',
    );
    await page.context().close();
  });

  it('shows what somebody asked as text, whatever it is', async () => {
    const page = await open(`en/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)> "glass"')}`);
    await page.locator('.asked > *').first().waitFor();
    expect(await page.locator('#ask img').count()).toBe(0);
    await page.context().close();
  });

  it.each([
    'en/questions/',
    'ur/questions/',
    'en/search/?q=boil+water+minutes',
    'ur/search/?q=پانی',
    'en/questions/cholera-signs/',
    'ur/questions/boil-how-long/',
  ])('has nothing that axe finds, and nothing wider than a small phone: %s', async (address) => {
    const page = await open(address, { viewport: { width: 320, height: 640 } });
    if (address.includes('?')) await page.locator('.asked > *').first().waitFor();
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join()}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.context().close();
  });

  it.each(['en/search/', 'ur/questions/', 'en/questions/boil-how-long/'])(
    'loads few scripts before anybody asks: %s',
    (address) => {
      const html = readFileSync(path.join(site.folder, address, 'index.html'), 'utf8');
      expect(scriptBytes(html)).toBeLessThan(SCRIPT_LIMIT);
    },
  );

  it('shows a question with its answer first, its source and its review', async () => {
    const page = await open('en/questions/cholera-signs/');
    expect(await page.locator('.main-message').innerText()).toContain('Watery stools without end');
    expect(await page.locator('.asked-emergency .helpline-number').innerText()).toBe('1166');
    expect(await page.locator('.lapse li').innerText()).toBe(
      'We should have reviewed this page by 22 November 2026. We are checking it.',
    );
    expect(await page.locator('.sources li').count()).toBe(1);
    expect(await page.locator('.languages a').count()).toBe(1);
    await page.context().close();
  });

  async function open(address: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ serviceWorkers: 'block', ...options });
    const page = await context.newPage();
    const refused: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) refused.push(message.text());
    });
    await page.goto(`${origin}${BASE}${address}`);
    expect(refused).toEqual([]);
    return page;
  }

  async function ask(address: string, question: string): Promise<Page> {
    const page = await open(address);
    await page.locator('#ask-field').fill(question);
    await page.locator('#ask button').click();
    await page.locator('.asked > *').first().waitFor();
    return page;
  }

  /** Bytes of the scripts that a page names and of what these import at once, compressed. */
  function scriptBytes(html: string): number {
    const names = [...html.matchAll(/<script type="module" src="\/awareness\/([^"]+)"/g)].map(([, name]) => name ?? '');
    const seen = new Set<string>();
    const visit = (name: string): number => {
      if (seen.has(name)) return 0;
      seen.add(name);
      const text = readFileSync(path.join(site.folder, name), 'utf8');
      const imported = [...text.matchAll(/(?:^|;)import(?:[^"'()]*from)?["']\.\/([^"']+)["']/g)].map(([, file]) =>
        path.posix.join(path.posix.dirname(name), file ?? ''),
      );
      return gzipSync(text).length + imported.reduce((sum, file) => sum + visit(file), 0);
    };
    return names.reduce((sum, name) => sum + visit(name), 0);
  }
});
