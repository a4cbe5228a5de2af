import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTENT_POLICY, CONTENT_POLICY_HEADER } from '../../src/layouts/content-policy.ts';
import { launchBrowser } from '../support/browser.ts';
import { type BuiltSite, buildSample } from '../support/built-site.ts';
import { missingFiles } from '../support/missing-files.ts';
import { builtPages, type PageOfKind, pageOfEachKind } from '../support/page-kinds.ts';
import { serveSite } from '../support/static-site.ts';

const BASE = '/awareness/';
const IN_ARABIC = [
  '[language]/index',
  '[language]/campaigns/[id]',
  '[language]/search/index',
  '[language]/contact/index',
];
/** Chapters that stand for the others: the first, one with tables and examples, and the one made from the rules. */
const HANDBOOK = ['handbook/index', 'handbook/writing', 'handbook/rules'];

describe('every page of the sample content', { timeout: 300_000 }, () => {
  let site: BuiltSite;
  let server: Awaited<ReturnType<typeof serveSite>>;
  let browser: Browser;
  /** What is wrong on a page of each kind and language, seen in several ways in one visit. */
  const found = { axe: [] as string[], large: [] as string[], forced: [] as string[] };

  beforeAll(async () => {
    site = await buildSample('content', '2026-11-24T12:00:00+05:00');
    server = await serveSite(site.folder, BASE, { 'content-security-policy': CONTENT_POLICY_HEADER });
    browser = await launchBrowser();
    const options = { colorScheme: 'light', viewport: { width: 320, height: 640 } } as const;
    await onEachKind(options, async (page, { address, language }) => {
      const note = (list: string[], faults: readonly string[]) =>
        list.push(...faults.map((fault) => `${address}: ${fault}`));
      note(found.axe, [...(await axeFaults(page)), ...(await sideways(page))]);
      // In the dark only colours are others, and colours are the same in every language.
      if (language === 'ur' || language === '') {
        await page.emulateMedia({ colorScheme: 'dark' });
        note(found.axe, await axeFaults(page, ['color-contrast']));
        await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active', reducedMotion: 'reduce' });
        note(found.forced, [...(await unframed(page)), ...(await moving(page))]);
        await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
      }
      await page.setViewportSize({ width: 640, height: 640 });
      // What a browser does whose reader has asked for larger letters; the policy lets no style be put into a page.
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      note(found.large, await sideways(page));
    });
  }, 420_000);
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
    for (const { address } of pageOfEachKind(site.folder))
      await page.goto(`${server.origin}${BASE}${address}`, { waitUntil: 'load' });
    expect(refused).toEqual([]);
    // The watch itself works: a style that is put in is refused.
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p style="color:red">red</p>'));
    await expect.poll(() => refused.length).toBe(2);
    expect(refused[0]).toMatch(/style-src-attr refuses inline$/);
    await page.context().close();
  });

  it('has nothing that axe finds in the way of a reader, on a page of each kind and language, light and dark, 320 px', () => {
    expect(found.axe).toEqual([]);
  });

  it('can be read with letters of twice the size, without scrolling sideways', () => {
    expect(found.large).toEqual([]);
  });

  it('frames what stands out where the reader’s own colours take the place of ours, and moves nothing for those who asked', () => {
    expect(found.forced).toEqual([]);
  });

  it('can be walked with the keyboard, each stop in sight and with a frame, the way past the navigation first', async () => {
    const found: string[] = [];
    // A page of each kind in one language: the way is the same in the others. Of the handbook, whose pages are alike, one.
    const isWanted = ({ language, route }: PageOfKind) =>
      language === 'ur' || ['handbook/index', '404'].includes(route);
    const options = { viewport: { width: 360, height: 640 } };
    const look = async (page: Page, { address }: PageOfKind) => {
      const stops = await page.evaluate(
        () =>
          [...document.querySelectorAll('a[href], button, summary, input, [tabindex="0"]')].filter(
            (element) => element.checkVisibility({ visibilityProperty: true }) && element.closest('[hidden]') === null,
          ).length,
      );
      for (let stop = 0; stop < Math.min(stops, 60); stop += 1) {
        await page.keyboard.press('Tab');
        const { fault, isSkip } = await page.evaluate(() => {
          const element = document.activeElement;
          if (!element || element === document.body) return { fault: 'nothing', isSkip: false };
          const { top, bottom, width } = element.getBoundingClientRect();
          const { outlineStyle, outlineWidth } = getComputedStyle(element);
          const isFramed = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
          const isInSight = bottom > 0 && top < innerHeight && width > 0;
          const name = element.outerHTML.slice(0, 80);
          return {
            fault: isFramed && isInSight ? undefined : `${name} ${isFramed ? 'out of sight' : 'without a frame'}`,
            isSkip: element.classList.contains('skip'),
          };
        });
        if (fault !== undefined) found.push(`${address}: stop ${stop + 1} of ${stops}: ${fault}`);
        if (isSkip !== (stop === 0))
          found.push(`${address}: stop ${stop + 1} ${isSkip ? 'is' : 'is not'} the way past`);
      }
    };
    await onEachKind(options, look, isWanted);
    expect(found).toEqual([]);
  });

  it('prints each campaign as one sheet, with its sources, its address and a code that leads there', async () => {
    const found: string[] = [];
    for (const { address, route } of builtPages(site.folder)) {
      if (route !== '[language]/campaigns/[id]') continue;
      const page = await browser.newPage();
      await page.goto(`${server.origin}${BASE}${address}`, { waitUntil: 'networkidle' });
      expect(await page.locator('.printed-address').isVisible(), address).toBe(false);
      const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g);
      if (sheets?.length !== 1) found.push(`${address}: ${sheets?.length} sheets`);
      await page.emulateMedia({ media: 'print' });
      for (const shown of ['.printed-address svg', '.sources li', 'h1', '.review'])
        expect(await page.locator(shown).first().isVisible(), `${address} ${shown}`).toBe(true);
      for (const hidden of ['.main-pages', '.languages', '.button', '.footer'])
        expect(await page.locator(hidden).first().isVisible(), `${address} ${hidden}`).toBe(false);
      expect(await page.locator('.printed-address bdi').innerText()).toMatch(new RegExp(`${address}$`));
      await page.context().close();
    }
    expect(found).toEqual([]);
  });

  it('leads every link, picture and card to a file that is there', () => {
    expect(missingFiles(site.folder, 'https://sehatdesk.example/awareness/')).toEqual([]);
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

  async function onEachKind(
    options: BrowserContextOptions,
    look: (page: Page, kind: PageOfKind) => Promise<void>,
    isWanted: (kind: PageOfKind) => boolean = () => true,
  ): Promise<void> {
    // The chapters of the handbook are of one kind; in Arabic the sample has campaigns, and lists like those in Urdu.
    const kinds = pageOfEachKind(site.folder).filter(
      ({ route, language }) =>
        (!route.startsWith('handbook/') || HANDBOOK.includes(route)) &&
        (language !== 'ar' || IN_ARABIC.includes(route)),
    );
    for (const kind of kinds.filter(isWanted)) {
      // axe puts its program into the page, and a test its styles: the policy has a test of its own.
      const context = await browser.newContext({ ...options, serviceWorkers: 'block', bypassCSP: true });
      const page = await context.newPage();
      await page.goto(`${server.origin}${BASE}${kind.address}`, { waitUntil: 'load' });
      await page.evaluate(() => document.fonts.ready);
      await look(page, kind);
      await context.close();
    }
  }
});

/** What axe finds; with `rules`, by these alone. */
async function axeFaults(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  // What axe leaves out unless asked: targets of at least 24 px, which WCAG 2.2 wants.
  if (rules) axe.withRules(rules);
  else axe.options({ rules: { 'target-size': { enabled: true } } });
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

async function sideways(page: Page): Promise<string[]> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return wider > 0 ? [`${wider} px too wide`] : [];
}

async function unframed(page: Page): Promise<string[]> {
  const bare = await page
    .locator(':is(.button, .state, .rating, .finding, .panel, .teaser, .callout, .fact, .helpline-number):visible')
    .evaluateAll(
      (elements) =>
        elements.filter((element) => Number.parseFloat(getComputedStyle(element).borderBlockStartWidth) < 1).length,
    );
  return bare > 0 ? [`${bare} without a border`] : [];
}

async function moving(page: Page): Promise<string[]> {
  const count = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
        return (
          // What is never drawn (a source of a film) has no style at all.
          !['none', ''].includes(animationName) ||
          transitionDuration.split(',').some((time) => Number.parseFloat(time) > 0) ||
          scrollBehavior === 'smooth'
        );
      }).length,
  );
  return count > 0 ? [`${count} move`] : [];
}

describe('the nginx configuration', () => {
  it('sends the policy that the pages keep to', () => {
    const [, sent] = /Content-Security-Policy "([^"]+)"/.exec(readFileSync('deploy/nginx.conf', 'utf8')) ?? [];
    expect(sent).toBe(CONTENT_POLICY_HEADER);
    expect(sent).not.toContain('unsafe');
  });
});
