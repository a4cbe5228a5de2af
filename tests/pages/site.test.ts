import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aPolicyPage,
  aPolicyPageInUrdu,
  ORGANISATION,
  POLICY_PAGE,
  POLICY_PAGE_IN_URDU,
  withBlanks,
} from '../../src/validation/example-desk.ts';
import { launchBrowser } from '../support/browser.ts';
import { type BuiltSite, buildChangedDesk } from '../support/built-site.ts';
import { missingFiles } from '../support/missing-files.ts';
import { serveSite } from '../support/static-site.ts';

const PUBLIC = 'https://desk.example/awareness/';
const BASE = '/awareness/';

/** Pages on how the desk works, one of them in English alone, with a blank that is filled in and one that is open. */
const HOW_WE_WORK = {
  [ORGANISATION]: withBlanks('duty: { en: "Amina, duty@desk.example", ur: "آمنہ، duty@desk.example" }'),
  [POLICY_PAGE]: aPolicyPage(
    'Facts first.<Source id="who-water" />\n\n## On duty\n\nAsk <Blank name="duty" />.\n\n## Spokesperson\n\n<Blank name="spokesperson" />',
  ).replace('author: amina', 'sources: [who-water]\nauthor: amina\nreviewedBy: amina'),
  [POLICY_PAGE_IN_URDU]: aPolicyPageInUrdu(
    'پہلے حقائق۔<Source id="who-water" />\n\n## ڈیوٹی پر\n\nپوچھیں: <Blank name="duty" />\n\n## ترجمان\n\n<Blank name="spokesperson" />',
  ),
  'pages/about/en.mdx': aPolicyPage('About us.')
    .replace(/crisis-plan/g, 'about')
    .replace('Crisis plan', 'About us'),
  'pages/style-guide/en.mdx': aPolicyPage('Plain words.')
    .replace(/crisis-plan/g, 'style-guide')
    .replace('Crisis plan', 'Style guide'),
};

describe('the built site', { timeout: 120_000 }, () => {
  let site: BuiltSite;
  let server: Awaited<ReturnType<typeof serveSite>>;
  let browser: Browser;

  beforeAll(async () => {
    site = await buildChangedDesk(HOW_WE_WORK, '2026-11-23T12:00:00+05:00');
    server = await serveSite(site.folder, BASE);
    browser = await launchBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    site?.remove();
  });

  const PAGES = [
    '',
    'en/',
    'ur/',
    'en/campaigns/clean-water/',
    'ur/campaigns/clean-water/',
    'en/myths/',
    'ur/myths/',
    'en/myths/boiled-water/',
    'ur/myths/boiled-water/',
    'en/sources/',
    'ur/sources/',
    'en/sources/who-water/',
    'ur/sources/who-water/',
    'en/how-we-work/',
    'ur/how-we-work/',
    'en/how-we-work/crisis-plan/',
    'ur/how-we-work/crisis-plan/',
    'handbook/',
    'handbook/setting-up/',
    'handbook/people/',
    'handbook/policy-kit/',
    'handbook/writing/',
    'handbook/sources/',
    'handbook/privacy/',
    'handbook/posting/',
    'handbook/approvals/',
    'handbook/networks/',
    'handbook/myths/',
    'handbook/promotion/',
    'handbook/alerts/',
    'en/alerts/',
    'ur/alerts/',
    'handbook/questions/',
    'en/search/',
    'ur/search/',
    'en/offline/',
    'ur/offline/',
  ];

  it('leads every link, picture, style and card to a file, under the base path', () => {
    expect(missingFiles(site.folder, PUBLIC)).toEqual([]);
  });

  it('leads every link to a part of a page to that part', () => {
    for (const file of htmlFiles(site.folder)) {
      const html = readFileSync(path.join(site.folder, file), 'utf8');
      const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      for (const [, fragment] of html.matchAll(/href="#([^"]+)"/g)) expect(ids, file).toContain(fragment);
    }
  });

  it.each([
    ['en', 'ltr'],
    ['ur', 'rtl'],
  ])('shows a campaign in %s, written %s', async (language, direction) => {
    const page = await open(`${language}/campaigns/clean-water/`);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await page.locator('html').getAttribute('dir')).toBe(direction);
    expect(await page.locator('.days').innerText()).toBe(
      { en: 'Coming next 18 to 24 March 2027', ur: 'اگلی مہم 18 سے 24 مارچ، 2027 تک' }[language],
    );
    expect(await page.locator('.beside .helpline-number').getAttribute('href')).toBe('tel:1166');
    expect(await page.locator('.sources li').count()).toBe(2);
    await page.context().close();
  });

  it('gives the sources of a page with their dates and numbers', async () => {
    const page = await open('en/campaigns/clean-water/');
    expect(await page.locator('#source-cdc-water > *').allInnerTexts()).toEqual([
      'How to make water safe in an emergency',
      [
        'Centers for Disease Control and Prevention',
        'Published 2024',
        'read by us on 1 November 2026',
        'DOI 10.1000/xyz123',
        'ISBN 978-92-4-154995-0',
        'About this source',
      ].join('\n'),
    ]);
    await page.context().close();
  });

  it('sets Urdu in Nastaliq, from its own server', async () => {
    const page = await open('ur/campaigns/clean-water/');
    await page.evaluate(() => document.fonts.ready);
    for (const selector of ['h1', 'main p', 'footer p', '.button'])
      expect(await fontsDrawn(page, selector), selector).toContain('Noto Nastaliq Urdu');
    await page.context().close();
  });

  it('leads from one language of a page to the other', async () => {
    const page = await open('en/campaigns/clean-water/');
    await page.locator('.languages a[lang=ur]').click();
    await page.waitForURL(`**${BASE}ur/campaigns/clean-water/`);
    expect(await page.locator('h1').innerText()).toBe('ہر گلاس صاف پانی');
    await page.context().close();
  });

  it.each(['en', 'ur'])('shows the card of the page and language in a preview of its link: %s', async (language) => {
    const html = readFileSync(path.join(site.folder, language, 'campaigns/clean-water/index.html'), 'utf8');
    const meta = (name: string) => new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(html)?.[1];
    expect(meta('og:url')).toBe(`${PUBLIC}${language}/campaigns/clean-water/`);
    expect(meta('og:locale')).toBe(`${language}_PK`);
    expect(meta('twitter:card')).toBe('summary_large_image');
    expect(meta('og:image:alt')).toContain({ en: 'Clean water, every glass', ur: 'ہر گلاس صاف پانی' }[language]);
    const image = meta('og:image') ?? '';
    const { width, height, format } = await sharp(path.join(site.folder, image.slice(PUBLIC.length))).metadata();
    expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: 'png' });
    expect([meta('og:image:width'), meta('og:image:height')]).toEqual(['1200', '630']);
  });

  it.each([
    ['en', ['Style guide', 'Crisis plan', 'About us']],
    ['ur', ['بحران کا منصوبہ']],
  ])('lists how the desk works, in the order of its kinds, as far as it is written in %s', async (language, titles) => {
    const page = await open(`${language}/how-we-work/`);
    expect(await page.locator('.teaser h2').allInnerTexts()).toEqual(titles);
    expect(await page.locator('.languages a').count()).toBe(2);
    await page.locator('.teaser a').first().click();
    expect(await page.locator('h1').innerText()).toBe(titles[0]);
    await page.context().close();
  });

  it.each([
    ['en', 'How we work'],
    ['ur', 'ہم کیسے کام کرتے ہیں'],
  ])('leads from the foot of every page in %s to how the desk works', (language, label) => {
    const pages = htmlFiles(path.join(site.folder, language));
    expect(pages).toContain(path.join('how-we-work', 'crisis-plan', 'index.html'));
    for (const file of pages) {
      const html = readFileSync(path.join(site.folder, language, file), 'utf8');
      const [, footer = ''] = html.split('<footer class="footer">');
      expect(footer.replace(' aria-current="page"', ''), file).toContain(
        `<a href="${BASE}${language}/how-we-work/">${label}</a>`,
      );
    }
  });

  it.each(['en', 'ur'])(
    'shows a page on how the desk works with its parts, its sources and its review: %s',
    async (language) => {
      const page = await open(`${language}/how-we-work/crisis-plan/`);
      expect(await page.locator('.parts a').allInnerTexts()).toEqual(
        { en: ['On duty', 'Spokesperson'], ur: ['ڈیوٹی پر', 'ترجمان'] }[language],
      );
      expect(await page.locator('.sources li').count()).toBe(1);
      expect(await page.locator('.review p').allInnerTexts()).toEqual(
        {
          en: [
            'Reviewed 1 November 2026 by Amina Namoona, Health writer',
            'Next review due 1 November 2027',
            'Written by Amina Namoona, Health writer',
          ],
          ur: [
            'جائزہ: 1 نومبر، 2026 از آمنہ نمونہ، صحت کی مصنفہ',
            'اگلا جائزہ 1 نومبر، 2027 تک',
            'تحریر: آمنہ نمونہ، صحت کی مصنفہ',
          ],
        }[language],
      );
      await page.context().close();
    },
  );

  it.each(['en', 'ur'])('fills a blank on a page, and marks one that is open: %s', async (language) => {
    const page = await open(`${language}/how-we-work/crisis-plan/`);
    expect(await page.locator('.text a[href^=mailto]').getAttribute('href')).toBe('mailto:duty@desk.example');
    expect(await page.locator('.text mark').allInnerTexts()).toEqual([
      { en: '[not filled in yet: spokesperson]', ur: '[ابھی لکھنا باقی ہے: spokesperson]' }[language],
    ]);
    await page.context().close();
  });

  it('prints what a page says without what only a screen needs', async () => {
    const page = await open('en/how-we-work/crisis-plan/');
    await page.emulateMedia({ media: 'print' });
    for (const selector of ['.languages', 'nav.beside', '.above'])
      expect(await page.locator(selector).isVisible(), selector).toBe(false);
    const address = await page.locator('.source-title a').evaluate((link) => getComputedStyle(link, '::after').content);
    expect(address).toContain('https://www.who.int/news-room/fact-sheets/detail/drinking-water');
    await page.context().close();
  });

  it('names the public address and every language of a page to search engines', () => {
    const html = readFileSync(path.join(site.folder, 'ur/campaigns/clean-water/index.html'), 'utf8');
    expect(html).toContain(`<link rel="canonical" href="${PUBLIC}ur/campaigns/clean-water/">`);
    for (const [language, target] of [
      ['en', 'en'],
      ['ur', 'ur'],
      ['x-default', 'en'],
    ]) {
      expect(html).toContain(`hreflang="${language}" href="${PUBLIC}${target}/campaigns/clean-water/">`);
    }
  });

  it('turns a picture beside a page into one for each width (Astro’s marker for images still works)', () => {
    const html = readFileSync(path.join(site.folder, 'en/campaigns/clean-water/index.html'), 'utf8');
    expect(html).not.toContain('__ASTRO_IMAGE_');
    const [, attributes = ''] = /<figure><img ([^>]+)>/.exec(html) ?? [];
    expect(attributes).toMatch(/alt="A glass is filled at a tap"/);
    expect(attributes).toMatch(/srcset="[^"]*360w, [^"]*720w, [^"]*1080w"/);
    expect(attributes).toMatch(/width="1200" height="700"/);
    expect(attributes).toMatch(/src="\/awareness\/_astro\/[^"]+\.webp"/);
  });

  it('writes no style into an element, and no script but data and the names of files: one, and one for the answer box', () => {
    for (const file of htmlFiles(site.folder)) {
      const html = readFileSync(path.join(site.folder, file), 'utf8');
      expect(html, file).not.toMatch(/ style="|<style|\son[a-z]+="/);
      const programs = [...html.matchAll(/<script([^>]*)>([^<]*)/g)].filter(([, kind]) => !kind?.includes('json'));
      expect(
        programs.map(([, , text]) => text),
        file,
      ).toEqual(html.includes('id="ask"') ? ['', ''] : ['']);
      for (const [, attributes] of programs)
        expect(attributes, file).toMatch(/^ type="module" src="\/awareness\/_astro\/[^"]+\.js"$/);
    }
  });

  it.each([
    ['en', 'False', 'Boiled water makes children weak', ['WHO’s name', '1 November 2026']],
    ['ur', 'غلط', 'ابلا ہوا پانی بچوں کو کمزور کرتا ہے', ['ڈبلیو ایچ او', '1 نومبر، 2026']],
  ])(
    'tells the fact of a myth first, then the claim with its rating as a word: %s',
    async (language, rating, claim, told) => {
      const page = await open(`${language}/myths/boiled-water/`);
      const text = await page.locator('article').innerText();
      const verdict = await page.locator('.main-message').innerText();
      expect(text.indexOf(verdict)).toBeLessThan(text.indexOf(claim));
      expect(await page.locator('h1').innerText()).not.toContain(claim);
      expect(await page.locator('.claim .rating').innerText()).toBe(rating);
      for (const part of told) expect(await page.locator('.claim .details').innerText()).toContain(part);
      expect(await page.locator('.text .steps > div').count()).toBe(7);
      expect(await page.locator('.institution + p + p a').getAttribute('href')).toBe(
        'https://www.who.int/news-room/fact-sheets/detail/drinking-water',
      );
      expect(await page.locator('#page-corrections + dl dt').innerText()).toBe(
        { en: '20 November 2026', ur: '20 نومبر، 2026' }[language],
      );
      await page.context().close();
    },
  );

  it('carries a myth’s verdict as data for machines, in the language of the page', () => {
    for (const [language, label] of [
      ['en', 'False'],
      ['ur', 'غلط'],
    ]) {
      const html = readFileSync(path.join(site.folder, `${language}/myths/boiled-water/index.html`), 'utf8');
      const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
      expect(JSON.parse(json)).toMatchObject({
        '@type': 'ClaimReview',
        url: `${PUBLIC}${language}/myths/boiled-water/`,
        inLanguage: language,
        reviewRating: { ratingValue: 1, alternateName: label },
      });
    }
  });

  it('leads from a source in a page to its own page, and from there to what rests on it', async () => {
    const page = await open('en/campaigns/clean-water/');
    await page.locator('#source-who-water').getByText('About this source').click();
    await page.waitForURL(`**${BASE}en/sources/who-water/`);
    expect(await page.locator('h1').innerText()).toBe('Drinking-water');
    expect(await page.locator('.assessment li').count()).toBe(7);
    expect(await page.locator('.assessment .finding').first().innerText()).toBe('Sound');
    await page.getByRole('link', { name: 'Clean water, every glass' }).click();
    await page.waitForURL(`**${BASE}en/campaigns/clean-water/`);
    await page.context().close();
  });

  it('marks the notes on a source with their own language and direction', async () => {
    const page = await open('ur/sources/who-water/');
    const note = page.locator('.assessment li p:last-child').first();
    expect([await note.getAttribute('lang'), await note.getAttribute('dir')]).toEqual(['en', 'ltr']);
    expect(await page.locator('.assessment h3').first().innerText()).toBe('کہاں سے آیا\nٹھیک');
    expect(await page.locator('#source-assessment + p').innerText()).toContain('تفصیل انگریزی میں ہے۔');
    await page.context().close();
  });

  it('shows myths on the home page of each language, and leads to all of them from every page', async () => {
    const page = await open('ur/');
    await page.locator('.teaser a[href$="/ur/myths/boiled-water/"]').click();
    await page.waitForURL(`**${BASE}ur/myths/boiled-water/`);
    await page.locator('.footer a[href$="/ur/myths/"]').click();
    await page.waitForURL(`**${BASE}ur/myths/`);
    expect(await page.locator('.teaser').count()).toBe(1);
    await page.context().close();
  });

  it.each(PAGES.flatMap((page) => [320, 360, 1280].map((width) => ({ page, width }))))(
    'needs no sideways scrolling: /$page at $width px',
    async ({ page: address, width }) => {
      const page = await open(address, { width });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
      await page.context().close();
    },
  );

  it('asks nobody else for anything', async () => {
    for (const address of PAGES) {
      const page = await browser.newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).origin));
      await page.goto(`${server.origin}${BASE}${address}`, { waitUntil: 'networkidle' });
      expect(new Set(asked)).toEqual(new Set([server.origin]));
      await page.context().close();
    }
  });

  /** Families of the fonts that the browser took an element's letters from; digits may come from the reader's own. */
  async function fontsDrawn(page: Page, selector: string): Promise<string[]> {
    const session = await page.context().newCDPSession(page);
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root } = await session.send('DOM.getDocument');
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    return fonts.map(({ familyName }) => familyName);
  }

  async function open(address: string, { width = 1280 }: { width?: number } = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    const page = await context.newPage();
    await page.goto(`${server.origin}${BASE}${address}`);
    return page;
  }
});

function htmlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
}
