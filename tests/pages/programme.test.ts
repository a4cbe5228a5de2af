import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import ICAL from 'ical.js';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anEvent, anEventInUrdu, aPost, aStudy, TIMES } from '../../src/validation/example-desk.ts';
import { launchBrowser } from '../support/browser.ts';
import { type BuiltSite, buildChangedDesk } from '../support/built-site.ts';
import { serveSite } from '../support/static-site.ts';

const BASE = '/awareness/';
/** A day before the event, two days before the study closes. */
const BUILT_AT = '2026-12-04T15:00:00+05:00';
const DURING = '2026-12-05T16:45:00+05:00';
const AFTER = '2026-12-05T17:30:00+05:00';

const CAPTIONS =
  'WEBVTT\n\n00:00.000 --> 00:04.000\n[No sound.]\n\n00:04.000 --> 00:08.000\nWash your hands with soap.\n';
const recording = (video: string) =>
  `{ title: Clean hands, video: "${video}", captions: ./hands.vtt, people: none, seconds: 96, publishedOn: 2026-11-20 }`;
const reviewed = 'author: amina\nlastReviewedOn: 2026-11-01\nnextReviewDueOn: 2027-11-01\n';
const anEpisode = (id: string, number: number, video: string) =>
  `---\nid: ${id}\nnumber: ${number}\n${reviewed}title: Episode on ${id}\nsummary: Short.\nrecording: ${recording(video)}\n---\n\nMore.\n`;
const aThreadPost = (id: string, at: string, words: string) =>
  aPost(id, words).replace(TIMES, `publishAt: "2026-12-05T${at}:00+05:00"\nexpiresAt: "2026-12-05T20:00:00+05:00"`);

const PROGRAMME = {
  'events/water-talk/en.mdx': anEvent({ registration: 'https://desk.example/register' }),
  'events/water-talk/ur.mdx': anEventInUrdu(),
  'events/water-talk/posts/begins/en.mdx': aThreadPost('begins', '16:00', 'We have begun.'),
  'events/water-talk/posts/asked/en.mdx': aThreadPost('asked', '17:00', 'Asked: how long to boil?'),
  'events/off/en.mdx': anEvent({
    id: 'off',
    cancelled: '{ at: "2026-12-01T09:00:00+05:00" }',
    title: 'A talk that is off',
    cancellation: 'The hall is flooded.',
  }),
  'studies/water-diary/en.mdx': aStudy({ closesOn: '2026-12-05' }),
  'series/habits/en.mdx': `---\nid: habits\n${reviewed}title: Habits\nsummary: Small films.\n---\n\nMore.\n`,
  'series/habits/episodes/own/en.mdx': anEpisode('own', 1, './hands.mp4'),
  'series/habits/episodes/own/hands.mp4': '\0\0\0 ftypisom',
  'series/habits/episodes/own/hands.vtt': CAPTIONS,
  'series/habits/episodes/theirs/en.mdx': anEpisode('theirs', 2, 'https://www.youtube.com/watch?v=abcdefghijk'),
  'series/habits/episodes/theirs/hands.vtt': CAPTIONS,
} as const;

describe('events, films and studies on the built site', { timeout: 120_000 }, () => {
  let site: BuiltSite;
  let server: Awaited<ReturnType<typeof serveSite>>;
  let browser: Browser;

  beforeAll(async () => {
    site = await buildChangedDesk(PROGRAMME, BUILT_AT);
    server = await serveSite(site.folder, BASE);
    browser = await launchBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    site?.remove();
  });

  describe('an event', () => {
    const PAGE = 'en/events/water-talk/';

    it('is coming when the site is built, without scripts', async () => {
      const page = await open(PAGE, { scripts: false });
      expect(await stateOf(page)).toEqual(['Coming']);
      expect(await visible(page, '.actions a')).toEqual(['Register', 'Put it into your calendar']);
      expect(await visible(page, '#page-thread')).toEqual([]);
      await page.context().close();
    });

    it('is on by the visitor’s clock while the build is a day old, with the posts that are due', async () => {
      const page = await open(PAGE, { at: DURING });
      expect(await stateOf(page)).toEqual(['On now']);
      expect(await visible(page, '.actions a')).toEqual(['Follow it now', 'Put it into your calendar']);
      expect(await visible(page, '.thread li p:last-child')).toEqual(['We have begun.']);
      await page.clock.fastForward(15 * 60_000);
      expect(await visible(page, '.thread li p:last-child')).toEqual(['Asked: how long to boil?', 'We have begun.']);
      await page.context().close();
    });

    it('is over from its last moment on, in the list too', async () => {
      const page = await open(PAGE, { at: AFTER });
      expect(await stateOf(page)).toEqual(['Over']);
      expect(await visible(page, '.note')).toEqual(['This is over. If there is a film of it, you will find it here.']);
      await page.goto(`${server.origin}${BASE}en/events/`, { waitUntil: 'networkidle' });
      expect(await visible(page, '[aria-labelledby=coming] h3')).toEqual([]);
      expect(await visible(page, '[aria-labelledby=past] h3')).toEqual(['Ask about water', 'A talk that is off']);
      await page.context().close();
    });

    it('says why it is cancelled, and offers nothing to follow', async () => {
      const page = await open('en/events/off/', { at: DURING });
      expect(await stateOf(page)).toEqual(['Cancelled']);
      expect(await visible(page, '.main-message')).toEqual(['The hall is flooded.']);
      expect(await visible(page, 'a[href="https://desk.example/live"]')).toEqual([]);
      await page.context().close();
    });

    it('tells the moment by the visitor’s clock where that is another one, and only there', async () => {
      const far = await open(PAGE, { timezoneId: 'America/New_York' });
      expect(await visible(far, '.local-time')).toEqual(['By your clock: Saturday, 5 December 2026, 6:00 am']);
      await far.context().close();
      const near = await open(PAGE, { timezoneId: 'Asia/Karachi' });
      expect(await visible(near, '.local-time')).toEqual([]);
      await near.context().close();
    });

    it('has a calendar file that another program reads, and data for search engines', async () => {
      const calendar = new ICAL.Component(ICAL.parse(read('en/events/water-talk/event.ics')) as unknown[]);
      expect(calendar.getFirstSubcomponent('vevent')?.getFirstPropertyValue('dtstart')?.toString()).toBe(
        '2026-12-05T11:00:00Z',
      );
      expect(dataOf('en/events/water-talk/index.html')).toMatchObject({
        '@type': 'Event',
        startDate: '2026-12-05T16:00:00+05:00',
      });
    });
  });

  describe('a study', () => {
    const PAGE = 'en/studies/water-diary/';

    it('is open when the site is built, without scripts', async () => {
      const page = await open(PAGE, { scripts: false });
      expect(await stateOf(page)).toEqual(['Open']);
      expect(await visible(page, '.study-ask a')).toEqual(['study@desk.example']);
      await page.context().close();
    });

    it('is open to its last minute, and closes by itself while the build is older', async () => {
      const page = await open(PAGE, { at: '2026-12-05T23:59:00+05:00' });
      expect(await stateOf(page)).toEqual(['Open']);
      await page.clock.fastForward(2 * 60_000);
      expect(await stateOf(page)).toEqual(['Closed']);
      expect(await visible(page, '.study-ask')).toEqual([]);
      expect(await visible(page, '.note')).toEqual([
        'This study takes nobody in any more. Thank you to all who asked.',
      ]);
      await page.context().close();
    });
  });

  describe('a film', () => {
    it('of the desk plays with its captions, and stands as text beside', async () => {
      const page = await open('en/series/habits/own/', { scripts: false });
      const source = await page.locator('video source').getAttribute('src');
      const track = await page.locator('video track').getAttribute('src');
      expect([source, track]).toEqual([
        `${BASE}recordings/episodes/own/hands.mp4`,
        `${BASE}recordings/episodes/own/hands.vtt`,
      ]);
      for (const file of [source, track])
        expect(existsSync(path.join(site.folder, String(file).slice(BASE.length)))).toBe(true);
      expect(await visible(page, '.transcript p')).toEqual(['[No sound.] Wash your hands with soap.']);
      await page.context().close();
    });

    it('of YouTube asks nothing of anybody before the reader does, and is a link without scripts', async () => {
      const page = await open('en/series/habits/theirs/', {});
      const asked: string[] = [];
      await page.route(/^(?!http:\/\/127\.0\.0\.1)/, (route) => {
        asked.push(route.request().url());
        return route.fulfill({ body: '' });
      });
      const link = page.locator('a.film-facade');
      expect(await link.getAttribute('href')).toBe('https://www.youtube.com/watch?v=abcdefghijk');
      expect(asked).toEqual([]);
      await link.click();
      const frame = page.locator('iframe.film-frame');
      expect(await frame.getAttribute('title')).toBe('Clean hands');
      expect(new URL((await frame.getAttribute('src')) ?? '').origin).toBe('https://www.youtube-nocookie.com');
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('film-frame');
      await page.context().close();
    });

    it('has data for search engines', () => {
      expect(dataOf('en/series/habits/theirs/index.html')).toMatchObject({
        '@type': 'Episode',
        video: { '@type': 'VideoObject', transcript: '[No sound.] Wash your hands with soap.' },
      });
    });
  });

  it('shows the year, and gives it to another program', async () => {
    const page = await open('en/calendar/', { scripts: false });
    expect(await visible(page, '.month:first-of-type h3')).toEqual([
      'A talk that is off',
      'How do families use water?',
      'Ask about water',
    ]);
    await page.context().close();
    const calendar = new ICAL.Component(ICAL.parse(read('en/calendar/calendar.ics')) as unknown[]);
    expect(calendar.getAllSubcomponents('vevent').map((one) => String(one.getFirstPropertyValue('uid')))).toContain(
      'water-talk@desk.example',
    );
  });

  it.each([
    'en/events/',
    'en/events/water-talk/',
    'ur/events/water-talk/',
    'en/series/',
    'en/series/habits/',
    'en/series/habits/own/',
    'en/series/habits/theirs/',
    'en/studies/',
    'en/studies/water-diary/',
    'en/calendar/',
    'ur/calendar/',
  ])('is within everybody’s reach, in light and dark, at 320 pixels: %s', async (address) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await open(address, { colorScheme, at: DURING });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await page.context().close();
    }
  });

  it('loads for a film and for a time of day less than 1 kB of script more', () => {
    for (const file of ['en/series/habits/theirs/index.html', 'en/events/water-talk/index.html']) {
      const scripts = [...read(file).matchAll(/<script[^>]* src="\/awareness\/([^"]+)"/g)].map(([, name = '']) => name);
      const bytes = scripts.map((name) => gzipSync(read(name)).byteLength);
      expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(4000);
    }
  });

  const read = (file: string) => readFileSync(path.join(site.folder, file), 'utf8');
  const dataOf = (file: string) =>
    JSON.parse(/<script type="application\/ld\+json">([^<]*)/.exec(read(file))?.[1] ?? 'null') as unknown;

  async function visible(page: Page, selector: string): Promise<string[]> {
    const found = await page.locator(selector).filter({ visible: true }).allInnerTexts();
    return found.map((text) => text.replace(/\s+/g, ' ').trim());
  }

  function stateOf(page: Page): Promise<string[]> {
    return visible(page, '.event-when .state');
  }

  async function open(
    address: string,
    {
      at = BUILT_AT,
      scripts = true,
      timezoneId,
      colorScheme,
    }: { at?: string; scripts?: boolean; timezoneId?: string; colorScheme?: 'light' | 'dark' },
  ): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 320, height: 800 },
      javaScriptEnabled: scripts,
      serviceWorkers: 'block',
      ...(timezoneId !== undefined && { timezoneId }),
      ...(colorScheme && { colorScheme }),
    });
    const page = await context.newPage();
    if (scripts) await page.clock.install({ time: new Date(at) });
    await page.goto(`${server.origin}${BASE}${address}`, { waitUntil: 'networkidle' });
    return page;
  }
});
