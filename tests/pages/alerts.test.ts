import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AlertList } from '../../src/alerts/alert-list.ts';
import { FLOOD_NOW, WITH_ALERTS } from '../support/alert-desk.ts';
import { launchBrowser } from '../support/browser.ts';
import { type BuiltSite, buildChangedDesk } from '../support/built-site.ts';
import { serveSite } from '../support/static-site.ts';

const BASE = '/awareness/';
const LANGUAGES = ['en', 'ur'] as const;
const HEADLINE = { en: 'Tap water is unsafe in the old town', ur: 'پرانے شہر میں نل کا پانی محفوظ نہیں' };

interface Visit {
  /** What the visitor's clock shows. */
  at?: string;
  /** What `alerts.json` answers; left out, the built file. */
  list?: unknown;
  scripts?: boolean;
  /** Whether the site's fonts arrive. */
  fonts?: boolean;
  context?: BrowserContextOptions;
}

describe('alerts on the built site', { timeout: 120_000 }, () => {
  let site: BuiltSite;
  let server: Awaited<ReturnType<typeof serveSite>>;
  let browser: Browser;

  beforeAll(async () => {
    site = await buildChangedDesk(WITH_ALERTS, FLOOD_NOW);
    server = await serveSite(site.folder, BASE);
    browser = await launchBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    site?.remove();
  });

  describe('without scripts', () => {
    it.each(LANGUAGES)(
      'shows the most urgent alert on every page, and how many more there are: %s',
      async (language) => {
        for (const address of [`${language}/`, `${language}/campaigns/clean-water/`, `${language}/alerts/`]) {
          const page = await open(address, { scripts: false });
          const box = page.getByRole('region', { name: HEADLINE[language] });
          expect(await box.getByRole('heading', { level: 2 }).getByRole('link').getAttribute('href')).toBe(
            `${BASE}${language}/alerts/flood/`,
          );
          expect((await box.innerText()).split('\n').filter((line) => line.trim() !== '')).toEqual(
            {
              en: [
                'Demonstration · Alert · Severe danger',
                HEADLINE.en,
                'Boil water for one minute before you drink it.',
                'The old town',
                'In force until Tuesday, 24 November, 9:00 am',
                'More alerts: 1',
              ],
              ur: [
                'نمونہ · ہنگامی اطلاع · شدید خطرہ',
                HEADLINE.ur,
                'پینے سے پہلے پانی ایک منٹ ابالیں۔',
                'پرانا شہر',
                'منگل، 24 نومبر، صبح 9:00 بجے تک جاری',
                'مزید اطلاعات: 1',
              ],
            }[language],
          );
          expect(await box.locator('time').getAttribute('datetime')).toBe('2026-11-24T09:00:00+05:00');
          await page.context().close();
        }
      },
    );

    it('stands in every page, the handbook and the page for what is not there too', () => {
      const pages = readdirSync(site.folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('.html'),
      );
      expect(pages).toContain('404.html');
      for (const file of pages.filter((name) => !name.includes('alerts/flood')))
        expect(read(file), file).toContain('data-identifier="test-desk.flood.flood-1"');
    });

    it('does not point from a page to itself, and names the next most urgent there', async () => {
      const page = await open('en/alerts/flood/', { scripts: false });
      expect(await page.locator('.alert-headline').first().innerText()).toBe('It is very hot in the hills today');
      expect(await page.locator('.alert .alert-more').count()).toBe(0);
      await page.context().close();
    });
  });

  describe('by the visitor’s clock', () => {
    it('says in place of an alert that it is over once it has run out', async () => {
      const page = await open('en/', { at: '2026-11-24T09:00:00+05:00' });
      expect(await shown(page)).toEqual({ page: 'This alert is over.', bar: undefined });
      await page.context().close();
    });

    it('changes to the next message at its moment, while the page stays open', async () => {
      const page = await open('en/', { at: '2026-11-23T17:55:00+05:00' });
      expect(await shown(page)).toEqual({ page: HEADLINE.en, bar: undefined });
      await page.clock.fastForward(5 * 60_000);
      expect(await shown(page)).toEqual({
        page: 'There is a newer alert.',
        bar: 'Tankers bring safe water to the old town',
      });
      await page.context().close();
    });

    it('does not trust a clock that stands before the page was made', async () => {
      const page = await open('en/', { at: '2017-01-01T00:00:00Z' });
      expect(await shown(page)).toEqual({ page: HEADLINE.en, bar: undefined });
      await page.context().close();
    });
  });

  describe('by a newer alerts.json', () => {
    it('takes back what was cancelled', async () => {
      const page = await open('ur/', { list: later([]) });
      expect(await shown(page)).toEqual({ page: 'یہ اطلاع اب ختم ہو چکی ہے۔', bar: undefined });
      await page.context().close();
    });

    it.each(LANGUAGES)('shows what has begun since, to the page’s own address of this copy: %s', async (language) => {
      const page = await open(`${language}/`, { list: later([anAlert()]) });
      expect((await shown(page)).bar).toBe({ en: 'A dam may break', ur: 'بند ٹوٹ سکتا ہے' }[language]);
      expect(await page.locator('.alert-bar .alert-headline a').getAttribute('href')).toBe(
        `${BASE}${language}/alerts/dam/`,
      );
      expect(await page.locator('.alert-bar .alert-label').innerText()).toContain(
        { en: 'Extreme danger', ur: 'انتہائی خطرہ' }[language],
      );
      await page.context().close();
    });

    it('polls while the page is looked at', async () => {
      const page = await open('en/', { list: builtList() });
      await page.unroute('**/alerts.json');
      await page.route('**/alerts.json', (route) => route.fulfill({ json: later([anAlert()]) }));
      await page.clock.fastForward(60_000);
      expect((await shown(page)).bar).toBe(undefined);
      await page.clock.fastForward(70_000);
      await expect.poll(async () => (await shown(page)).bar).toBe('A dam may break');
      await page.context().close();
    });

    it('keeps what it knew over an older list', async () => {
      const page = await open('en/', { list: { ...later([anAlert()]), builtAt: '2026-11-22T09:00:00+05:00' } });
      expect(await shown(page)).toEqual({ page: HEADLINE.en, bar: undefined });
      await page.context().close();
    });

    it.each([
      ['no JSON', '<html>Please log in</html>'],
      ['nothing', null],
      ['another version', { ...later([]), version: 2 }],
      ['no moment of its build', { ...later([]), builtAt: 'yesterday' }],
      ['an alert without words', later([{ ...anAlert(), words: {} }])],
      ['an alert that leads to a program', later([anAlert({ page: 'javascript:alert(1)' })])],
      ['an alert without an end', later([{ ...anAlert(), until: undefined }])],
    ])('believes no answer with %s, and says that it could not check', async (_what, list) => {
      const page = await open('en/', { list });
      expect(await shown(page)).toEqual({
        page: HEADLINE.en,
        bar: 'We cannot check for news now. Last known: Monday, 23 November, 11:00 am.',
      });
      await page.context().close();
    });

    it('puts words from outside nowhere but into text', async () => {
      const page = await open('en/', { list: later([anAlert({ headline: '<img src=x onerror=alert(1)>' })]) });
      expect((await shown(page)).bar).toBe('<img src=x onerror=alert(1)>');
      expect(await page.locator('#alerts img').count()).toBe(0);
      await page.context().close();
    });

    it('tells the reader of an incident’s page that a newer message is out', async () => {
      const page = await open('en/alerts/flood/', { at: '2026-11-23T18:05:00+05:00' });
      expect((await shown(page)).bar).toBe('This page is older than the newest message.');
      expect(await page.locator('.alert-bar .alert-more').innerText()).toBe('Load it again');
      await page.context().close();
    });
  });

  describe('for those who listen', () => {
    it('says a new alert once in a visit, and not again on the next page', async () => {
      const page = await open('en/', { list: later([anAlert()]) });
      const said = () => page.locator('#alerts [role=alert]').innerText();
      expect(await said()).toBe('Demonstration · Alert · Extreme danger. A dam may break. Leave the valley now.');
      await page.goto(`${server.origin}${BASE}en/campaigns/clean-water/`, { waitUntil: 'networkidle' });
      expect((await shown(page)).bar).toBe('A dam may break');
      expect(await said()).toBe('');
      await page.context().close();
    });

    it('does not say what stands in the page already', async () => {
      const page = await open('en/');
      expect(await page.locator('#alerts [role=alert]').innerText()).toBe('');
      await page.context().close();
    });

    it('lets a reader close the bar for the visit', async () => {
      const page = await open('en/', { list: later([anAlert()]) });
      await page.getByRole('button', { name: 'Close' }).click();
      expect((await shown(page)).bar).toBe(undefined);
      await page.goto(`${server.origin}${BASE}en/campaigns/clean-water/`, { waitUntil: 'networkidle' });
      expect((await shown(page)).bar).toBe(undefined);
      await page.context().close();
    });
  });

  describe('without moving anything', () => {
    it.each([
      ['stays', {}],
      ['runs out', { at: '2026-11-24T12:00:00+05:00' }],
      ['is cancelled', { list: later([]) }],
      ['is followed', { list: later([anAlert()]) }],
    ] as const)('when an alert %s', async (_what, visit) => {
      for (const [language, width] of [
        ['en', 360],
        ['ur', 360],
        ['en', 1280],
      ] as const) {
        // A font that arrives late moves its text, alert or not: here it is not what is measured.
        const page = await open(`${language}/`, {
          ...visit,
          fonts: false,
          context: { viewport: { width, height: 700 } },
        });
        const moved = await page.evaluate(
          () =>
            new Promise<string[]>((resolve) => {
              const sources: string[] = [];
              new PerformanceObserver((entries) => {
                for (const entry of entries.getEntries()) {
                  const { value, hadRecentInput } = entry as PerformanceEntry & {
                    value: number;
                    hadRecentInput: boolean;
                  };
                  if (!hadRecentInput) sources.push(value.toFixed(4));
                }
              }).observe({ type: 'layout-shift', buffered: true });
              requestAnimationFrame(() => requestAnimationFrame(() => resolve(sources)));
            }),
        );
        expect(
          moved.map(Number).reduce((sum, value) => sum + value, 0),
          `${language} ${width}`,
        ).toBeLessThan(0.01);
        await page.context().close();
      }
    });
  });

  describe('without a connection', () => {
    it('shows what was read before, with the alerts last known and when that was', async () => {
      const page = await visitor();
      await page.goto(`${server.origin}${BASE}en/`, { waitUntil: 'networkidle' });
      await page.evaluate(async () => {
        await navigator.serviceWorker.ready;
      });
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await page.goto(`${server.origin}${BASE}en/campaigns/clean-water/`, { waitUntil: 'networkidle' });
      await page.context().setOffline(true);

      await page.goto(`${server.origin}${BASE}en/campaigns/clean-water/?utm_source=bluesky`);
      expect(await page.locator('h1').innerText()).toBe('Clean water, every glass');
      expect(await page.evaluate(() => getComputedStyle(document.querySelector('.masthead') as Element).color)).toBe(
        'rgb(255, 255, 255)',
      );
      await expect
        .poll(async () => (await shown(page)).bar)
        .toMatch(/^We cannot check for news now\. Last known: .+\.$/);
      expect((await shown(page)).page).toBe(HEADLINE.en);
      // It says from when it is; the worker’s clock is not the page’s here.
      expect(await page.locator('.copy-note').innerText()).toMatch(
        /^You see a copy that your device kept: \w+day, \d+ \w+, \d+:\d\d [ap]m\. It may be old\.$/,
      );

      // The alert was never opened: its headline stood on the pages that were.
      await page.goto(`${server.origin}${BASE}en/alerts/flood/`);
      expect(await page.locator('h1').innerText()).toBe(HEADLINE.en);
      expect(await page.locator('.do-now').innerText()).toContain('Boil water');

      await page.goto(`${server.origin}${BASE}ur/alerts/storm/`);
      expect(await page.locator('h1').innerText()).toBe('انٹرنیٹ نہیں ہے');
      expect(await page.locator('.helpline-number').getAttribute('href')).toBe('tel:1166');
      await page.context().close();
    });

    it('never shows a copy when the network answers', async () => {
      const page = await visitor();
      const address = `${server.origin}${BASE}en/`;
      await page.goto(address, { waitUntil: 'networkidle' });
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await page.goto(address, { waitUntil: 'networkidle' });
      await page.evaluate(async () => {
        for (const name of await caches.keys()) {
          const cache = await caches.open(name);
          for (const { url } of await cache.keys())
            if (url.endsWith('/en/'))
              await cache.put(url, new Response('an old copy', { headers: { 'content-type': 'text/html' } }));
        }
      });
      await page.goto(address);
      expect(await page.locator('h1').innerText()).toBe('Test Desk');
      expect(await page.locator('.copy-note').isVisible()).toBe(false);
      await page.context().close();
    });

    async function visitor(): Promise<Page> {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.clock.setFixedTime(new Date('2026-11-23T11:05:00+05:00'));
      return page;
    }
  });

  describe('the pages of alerts', () => {
    it('lists what is in force, the most severe first, and what is over', async () => {
      const page = await open('en/alerts/');
      const titles = (id: string) => page.locator(`section[aria-labelledby=${id}] h3`).allInnerTexts();
      expect(await titles('in-force')).toEqual([HEADLINE.en, 'It is very hot in the hills today']);
      expect(await titles('past')).toEqual(['Storm']);
      await page.context().close();
    });

    it('says what to do, until when, and when more will be said', async () => {
      const page = await open('en/alerts/flood/');
      expect(await page.locator('h1').innerText()).toBe(HEADLINE.en);
      expect(await page.locator('.do-now p').allInnerTexts()).toEqual([
        'Boil water for one minute before you drink it.',
      ]);
      expect(await page.locator('.alert-facts li:visible').allInnerTexts()).toEqual([
        'In force until Tuesday, 24 November, 9:00 am',
        'Since Monday, 23 November, 9:00 am',
        'Next update by Monday, 23 November, 6:00 pm',
      ]);
      expect(await page.locator('.messages > li').count()).toBe(1);
      expect(await page.locator('.sources li').count()).toBe(1);
      await page.context().close();
    });

    it('gives no instruction any more once it has run out', async () => {
      const page = await open('en/alerts/storm/');
      expect(await page.locator('h1').innerText()).toBe('Storm');
      expect(await page.locator('.alert-facts li:visible').allInnerTexts()).toEqual([
        'Ran out Friday, 2 October, 8:00 pm',
      ]);
      expect(await page.locator('.do-now').count()).toBe(0);
      await page.context().close();
    });

    it.each(LANGUAGES)('marks a drill as one, and keeps it from search engines and from every list: %s', (language) => {
      const html = read(`${language}/alerts/quake-drill/index.html`);
      expect(html).toContain('<meta name="robots" content="noindex">');
      const mark = {
        en: 'This is an exercise. Nothing of it is real.',
        ur: 'یہ صرف مشق ہے۔ اس میں کچھ بھی اصلی نہیں۔',
      };
      expect(/<title>([^<]*)/.exec(html)?.[1]).toContain(mark[language]);
      expect(html.split('<article>')[1]).toContain(`<strong class="width">${mark[language]}`);
      for (const file of [
        'alerts.json',
        `${language}/alerts/index.html`,
        `${language}/alerts/feed.atom`,
        `${language}/index.html`,
      ])
        expect(read(file), file).not.toContain('quake');
    });

    it('has no page for a draft, and no file for a message that is still to come', () => {
      expect(existsSync(path.join(site.folder, 'en/alerts/fire-plan'))).toBe(false);
      expect(readdirSync(path.join(site.folder, 'alerts/flood'))).toEqual(['flood-1.cap.xml']);
    });

    const PAGES = ['', 'alerts/', 'alerts/flood/', 'alerts/storm/', 'alerts/quake-drill/', 'offline/'].flatMap(
      (address) => LANGUAGES.map((language) => `${language}/${address}`),
    );

    it.each(PAGES)(
      'has nothing that axe finds in the way of a reader, and no sideways scrolling: %s',
      async (address) => {
        for (const colorScheme of ['light', 'dark'] as const) {
          const page = await open(address, {
            list: later([anAlert()]),
            context: { colorScheme, viewport: { width: 320, height: 700 } },
          });
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
          await page.context().close();
        }
      },
    );

    it('prints an alert, with black on white', async () => {
      const page = await open('en/');
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.alert').isVisible()).toBe(true);
      expect(await page.locator('.alert').evaluate((box) => getComputedStyle(box).backgroundColor)).toBe(
        'rgba(0, 0, 0, 0)',
      );
      await page.context().close();
    });
  });

  describe('for other programs', () => {
    it('lists in alerts.json what holds and what is to come', () => {
      const list = builtList();
      expect({ ...list, alerts: list.alerts.map(({ identifier, until }) => `${identifier} ${until}`) }).toEqual({
        version: 1,
        builtAt: FLOOD_NOW,
        demonstration: true,
        alerts: [
          'test-desk.flood.flood-3 2026-11-25T08:00:00+05:00',
          'test-desk.flood.flood-2 2026-11-24T08:00:00+05:00',
          'test-desk.heat.heat-1 2026-11-24T09:00:00+05:00',
          'test-desk.flood.flood-1 2026-11-23T18:00:00+05:00',
        ],
      });
    });

    it.each(LANGUAGES)('has feeds that other readers can read: %s', (language) => {
      const atom = read(`${language}/alerts/feed.atom`);
      expect(XMLValidator.validate(atom)).toBe(true);
      const { feed } = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'entry' }).parse(atom);
      expect(feed.entry.map(({ id }: { id: string }) => id)).toEqual(
        ['heat.heat-1', 'flood.flood-1', 'storm.storm-1'].map(
          (name) => `tag:desk.example,2026:test-desk.${name}/${language}`,
        ),
      );
      const json = JSON.parse(read(`${language}/alerts/feed.json`));
      expect(json.version).toBe('https://jsonfeed.org/version/1.1');
      expect(json.items.map(({ title }: { title: string }) => title)[1]).toBe(HEADLINE[language]);
      expect(read(`${language}/index.html`)).toContain(
        `<link rel="alternate" type="application/atom+xml" title="${{ en: 'Alerts', ur: 'ہنگامی اطلاعات' }[language]}" href="${BASE}${language}/alerts/feed.atom">`,
      );
    });

    it('has a CAP file for each message that is out', () => {
      const xml = read('alerts/flood/flood-1.cap.xml');
      expect(XMLValidator.validate(xml)).toBe(true);
      const { alert } = new XMLParser().parse(xml);
      expect(alert.identifier).toBe('test-desk.flood.flood-1');
      expect(alert.info.map(({ headline }: { headline: string }) => headline)).toEqual([
        `TEST: ${HEADLINE.en}`,
        `آزمائش: ${HEADLINE.ur}`,
      ]);
    });
  });

  it('works under the security policy that the nginx configuration sends', async () => {
    const [, policy = ''] = /Content-Security-Policy "([^"]+)"/.exec(readFileSync('deploy/nginx.conf', 'utf8')) ?? [];
    expect(policy).toContain("default-src 'none'");
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.clock.install({ time: new Date('2026-11-24T12:00:00+05:00') });
    const refused: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') refused.push(message.text());
    });
    await page.route('**/ur/', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
    });
    await page.goto(`${server.origin}${BASE}ur/`, { waitUntil: 'networkidle' });
    expect((await shown(page)).page).toBe('یہ اطلاع اب ختم ہو چکی ہے۔');
    expect(refused).toEqual([]);
    await context.close();
  });

  it('asks a slow phone for less than 4 kB of script, in a file of its own', () => {
    const html = read('en/index.html');
    const scripts = [...html.matchAll(/<script([^>]*)>([^<]*)/g)].map(([, attributes = '', text = '']) => ({
      attributes,
      text,
    }));
    const [, data, program] = scripts;
    expect(scripts.map(({ attributes }) => attributes.slice(0, 19))).toEqual([
      ' type="application/',
      ' type="application/',
      ' type="module" src=',
    ]);
    expect(data?.attributes).toBe(' type="application/json"');
    expect(program?.text).toBe('');
    const [, file = ''] = /src="\/awareness\/([^"]+)"/.exec(program?.attributes ?? '') ?? [];
    expect(gzipSync(read(file)).byteLength).toBeLessThan(4000);
  });

  const read = (file: string) => readFileSync(path.join(site.folder, file), 'utf8');
  const builtList = () => JSON.parse(read('alerts.json')) as AlertList;

  /** What a visitor reads of alerts: in the page, and in the bar over it. */
  async function shown(page: Page): Promise<{ page: string | undefined; bar: string | undefined }> {
    const first = async (selector: string) => {
      const visible = page.locator(selector).filter({ visible: true });
      return (await visible.count()) > 0 ? (await visible.first().innerText()).trim() : undefined;
    };
    return {
      page: await first('.alert :is(.alert-headline, .alert-changed)'),
      bar: await first('.alert-bar :is(.alert-headline, .alert-note)'),
    };
  }

  async function open(
    address: string,
    { at = '2026-11-23T11:05:00+05:00', list, scripts = true, fonts = true, context }: Visit = {},
  ): Promise<Page> {
    const opened = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      javaScriptEnabled: scripts,
      serviceWorkers: 'block',
      ...context,
    });
    const page = await opened.newPage();
    if (scripts) await page.clock.install({ time: new Date(at) });
    if (!fonts) await page.route('**/*.woff2', (route) => route.abort());
    if (list !== undefined)
      await page.route('**/alerts.json', (route) =>
        typeof list === 'string' ? route.fulfill({ body: list }) : route.fulfill({ json: list }),
      );
    await page.goto(`${server.origin}${BASE}${address}`, { waitUntil: 'networkidle' });
    return page;
  }
});

/** A list of a build five minutes after the desk's. */
function later(alerts: readonly unknown[]) {
  return { version: 1, builtAt: '2026-11-23T11:04:00+05:00', demonstration: true, alerts };
}

function anAlert(different: { headline?: string; page?: string } = {}) {
  const words = (language: string, headline: string, instruction: string, area: string) => ({
    headline,
    instruction,
    area,
    page: `https://desk.example/awareness/${language}/alerts/dam/`,
    ...different,
  });
  return {
    identifier: 'test-desk.dam.dam-1',
    incident: 'dam',
    kind: 'alert',
    sentAt: '2026-11-23T11:03:00+05:00',
    expiresAt: '2026-11-24T11:03:00+05:00',
    until: '2026-11-24T11:03:00+05:00',
    severity: 'extreme',
    urgency: 'immediate',
    certainty: 'likely',
    categories: ['infra'],
    words: {
      en: words('en', 'A dam may break', 'Leave the valley now.', 'The valley'),
      ur: words('ur', 'بند ٹوٹ سکتا ہے', 'وادی سے فوراً نکل جائیں۔', 'وادی'),
    },
    cap: 'https://desk.example/awareness/alerts/dam/dam-1.cap.xml',
  };
}
