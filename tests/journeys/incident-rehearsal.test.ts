import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BlueskyRecord, type BlueskyServer, startBlueskyServer } from '../support/bluesky-server.ts';
import { launchBrowser } from '../support/browser.ts';
import { scriptPath } from '../support/run-script.ts';
import { type SendingDesk, sendingDesk } from '../support/sending-desk.ts';
import { serveSite } from '../support/static-site.ts';

// A whole emergency by a made-up clock, with the desk's own commands, Bluesky's reference server and a browser: what a visitor
// sees at each step with and without scripts, without a network, and on a page that was built the day before; what feeds, CAP
// files, the pinned post and the banner say. At each step the sending and the splicing are killed once and started again.

const ROOT = path.resolve(import.meta.dirname, '../..');
const BASE = '/awareness/';
const BEFORE = '2026-12-01T08:00:00+05:00';
const LANGUAGES = ['en', 'ur'] as const;
type Said = Record<(typeof LANGUAGES)[number], string>;

const ALERT: Said = { en: 'Do not drink tap water in the old town', ur: 'پرانے شہر میں نلکے کا پانی نہ پیئیں' };
const UPDATE: Said = { en: 'Tankers bring safe water to the old town', ur: 'پرانے شہر میں صاف پانی کے ٹینکر آ گئے' };
const ENDING: Said = { en: 'Tap water in the old town is safe again', ur: 'پرانے شہر میں نلکے کا پانی اب محفوظ ہے' };

interface Step {
  name: string;
  /** The editor's command; `npm run new -- …`. */
  says: readonly string[];
  /** When the run starts. */
  at: string;
  /** What stands in every page from now on. */
  headline: Said | undefined;
  /** Headlines of all messages that are out, the newest first. */
  told: readonly Said[];
  /** Whether the profile shows the emergency. */
  isPinned: boolean;
}

const STEPS: readonly Step[] = [
  {
    name: 'alert',
    says: [
      ...['incident', '--at', '2026-12-01T09:00:00+05:00', '--status', 'actual', '--next', '3'],
      ...['--category', 'health', '--severity', 'severe', '--source', 'who', '--author', 'amina'],
      ...['--circle', '31.55,74.34,5', '--title', 'Unsafe water', '--title', 'ur=پانی محفوظ نہیں'],
      ...both('headline', ALERT),
      ...both('description', { en: 'The flood has reached the wells.', ur: 'سیلاب کنوؤں تک پہنچ گیا ہے۔' }),
      ...both('instruction', { en: 'Boil water for one minute.', ur: 'پانی ایک منٹ ابالیں۔' }),
      ...both('area', { en: 'The old town', ur: 'پرانا شہر' }),
      ...both('ending-headline', ENDING),
      ...both('ending-instruction', { en: 'Drink it as usual.', ur: 'پہلے کی طرح پیئیں۔' }),
    ],
    at: '2026-12-01T09:05:00+05:00',
    headline: ALERT,
    told: [ALERT],
    isPinned: true,
  },
  {
    name: 'update',
    says: [
      ...['update', 'unsafe-water', '--at', '2026-12-01T12:00:00+05:00'],
      ...both('headline', UPDATE),
      ...both('changed', { en: 'There are tankers now.', ur: 'اب ٹینکر موجود ہیں۔' }),
    ],
    at: '2026-12-01T12:05:00+05:00',
    headline: UPDATE,
    told: [UPDATE, ALERT],
    isPinned: true,
  },
  {
    name: 'end',
    says: ['cancel', 'unsafe-water', '--at', '2026-12-01T20:00:00+05:00'],
    at: '2026-12-01T20:05:00+05:00',
    headline: undefined,
    told: [ENDING, UPDATE, ALERT],
    isPinned: false,
  },
];

function both(option: string, { en, ur }: Said): string[] {
  return [`--${option}`, en, `--${option}`, `ur=${ur}`];
}

describe('an emergency from the first word to the last', { timeout: 240_000 }, () => {
  let bluesky: BlueskyServer;
  let browser: Browser;
  let ground: string;
  /** The site as visitors find it now, and as it was built before the emergency. */
  let site: string;
  let dayOld: string;
  let server: Awaited<ReturnType<typeof serveSite>>;

  beforeAll(async () => {
    const parent = path.join(ROOT, '.aagahi/tests');
    mkdirSync(parent, { recursive: true });
    ground = mkdtempSync(path.join(parent, 'rehearsal-'));
    [site, dayOld] = [path.join(ground, 'site'), path.join(ground, 'day-old')];
    mkdirSync(site);
    [bluesky, browser, server] = await Promise.all([startBlueskyServer(), launchBrowser(), serveSite(site, BASE)]);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await bluesky?.stop();
    if (ground) rmSync(ground, { recursive: true, force: true });
  });

  it('says the same everywhere at every step, however its commands are killed, and then stops', async () => {
    const desk = sendingDesk();
    desk.connect(bluesky.secret());
    await build(desk);
    cpSync(site, dayOld, { recursive: true });
    for (const language of LANGUAGES) expect(await seen(language, BEFORE, { scripts: false })).toEqual([]);

    for (const step of STEPS) {
      expect(await desk.run('new.ts', ...step.says)).toMatchObject({ code: 0, err: '' });
      await desk.approveAll(step.at);
      await sendKilledOnce(desk, step);
      await spliceKilledOnce(desk, step);

      const posts = await postsInEnglish();
      expect(posts.map(({ value }) => value.text.split('\n')[0])).toEqual(step.told.map(({ en }) => en));
      for (const [index, { value }] of posts.entries())
        expect(value.reply?.parent.uri, step.name).toBe(posts[index + 1]?.uri);
      const profile = await bluesky.profile();
      expect(profile.pinnedPost?.uri).toBe(step.isPinned ? posts[0]?.uri : undefined);
      expect(profile.banner !== undefined).toBe(step.isPinned);

      for (const language of LANGUAGES) {
        const expected = step.headline ? [step.headline[language]] : [];
        expect(await seen(language, step.at, { scripts: false }), `${step.name} without scripts`).toEqual(expected);
        expect(await seen(language, step.at), `${step.name} with scripts`).toEqual(expected);
        expect(await seen(language, step.at, { isDayOld: true }), `${step.name}, day-old page`).toEqual(expected);
        expect(feedTitles(language).slice(0, 1), step.name).toEqual([step.told[0]?.[language]]);
      }
      expect(await seenOffline(step.at)).toEqual({
        headline: step.headline ? [step.headline.en] : [],
        note: step.headline && expect.stringMatching(/^We cannot check for news now\. Last known: .+\.$/),
      });
    }

    const alerts = ['unsafe-water-1', 'unsafe-water-2', 'unsafe-water-3'].map(cap);
    expect(alerts.map(({ msgType }) => msgType)).toEqual(['Alert', 'Update', 'Cancel']);
    expect(alerts.map(({ references }) => references?.split(' ').length ?? 0)).toEqual([0, 1, 2]);
    expect(alerts[2]?.references).toContain(alerts[0]?.identifier);
  });

  /** Builds the whole site, as it was before anything happened. */
  async function build(desk: SendingDesk): Promise<void> {
    const { child, ended } = siteCommand(desk, 'build', '--out', path.relative(ROOT, site), '--now', BEFORE);
    expect(await ended, 'npm run build').toBe(0);
    expect(child.killed).toBe(false);
  }

  /** Sends what is due; the first run is killed as soon as the network has its first post of this step. */
  async function sendKilledOnce(desk: SendingDesk, { at, told }: Step): Promise<void> {
    const words = ['--incident', 'unsafe-water', '--now', at];
    const first = desk.start('send.ts', ...words);
    await expect
      .poll(async () => (await postsInEnglish()).length >= told.length || first.child.exitCode !== null, {
        timeout: 30_000,
        interval: 20,
      })
      .toBe(true);
    first.child.kill('SIGKILL');
    await first.ended;
    const second = await desk.run('send.ts', ...words);
    expect(second, second.out).toMatchObject({ code: 0, err: '' });
  }

  /** Brings the site up to date; the first run is killed while it changes the pages. */
  async function spliceKilledOnce(desk: SendingDesk, { at, told }: Step): Promise<void> {
    const words = ['--site', path.relative(ROOT, site), '--now', at];
    const first = siteCommand(desk, 'splice', ...words);
    const newest = path.join(site, `alerts/unsafe-water/unsafe-water-${told.length}.cap.xml`);
    await expect
      .poll(() => existsSync(newest) || first.child.exitCode !== null, { timeout: 60_000, interval: 5 })
      .toBe(true);
    first.child.kill('SIGKILL');
    await first.ended;
    expect(await siteCommand(desk, 'splice', ...words).ended, 'npm run splice').toBe(0);
  }

  /** A command that makes pages. Astro makes them below the project, from content there. */
  function siteCommand(
    desk: SendingDesk,
    name: string,
    ...words: string[]
  ): { child: ChildProcess; ended: Promise<number | null> } {
    const content = path.join(ground, 'content');
    rmSync(content, { recursive: true, force: true });
    cpSync(path.join(desk.folder, 'content'), content, { recursive: true });
    const child = spawn(process.execPath, [scriptPath(name), '--content', path.relative(ROOT, content), ...words], {
      cwd: ROOT,
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: 'ignore',
    });
    return { child, ended: once(child, 'close').then(() => child.exitCode) };
  }

  /** Posts of the emergency in English, the newest first. */
  async function postsInEnglish(): Promise<BlueskyRecord[]> {
    return (await bluesky.posts())
      .filter(({ value }) => value.langs?.includes('en') && value.text.includes('old town'))
      .toSorted((a, b) => Date.parse(b.value.createdAt) - Date.parse(a.value.createdAt));
  }

  /** Headlines of alerts that a visitor of the campaign's page can read. */
  async function seen(
    language: string,
    at: string,
    { scripts = true, isDayOld = false }: { scripts?: boolean; isDayOld?: boolean } = {},
  ): Promise<string[]> {
    const context = await browser.newContext({ javaScriptEnabled: scripts, serviceWorkers: 'block' });
    const page = await context.newPage();
    if (scripts) await page.clock.install({ time: new Date(at) });
    const address = `${language}/campaigns/clean-hands/`;
    if (isDayOld)
      await page.route(`**/${address}`, (route) => route.fulfill({ path: path.join(dayOld, address, 'index.html') }));
    await page.goto(`${server.origin}${BASE}${address}`, { waitUntil: 'networkidle' });
    const headlines = await headlinesIn(page);
    await context.close();
    return headlines;
  }

  /** What somebody reads who opens the page again where there is no network any more. */
  async function seenOffline(at: string): Promise<{ headline: string[]; note: string | undefined }> {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.clock.setFixedTime(new Date(at));
    const address = `${server.origin}${BASE}en/campaigns/clean-hands/`;
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.goto(address, { waitUntil: 'networkidle' });
    await context.setOffline(true);
    await page.goto(address);
    const note = page.locator('.alert-bar .alert-note');
    // Where nothing is in force, nothing is said about alerts.
    if ((await headlinesIn(page)).length > 0) await note.waitFor();
    const said = {
      headline: await headlinesIn(page),
      note: (await note.isVisible()) ? (await note.innerText()).trim() : undefined,
    };
    await context.close();
    return said;
  }

  async function headlinesIn(page: Page): Promise<string[]> {
    const texts = await page.locator('#alerts .alert-headline').filter({ visible: true }).allInnerTexts();
    return texts.map((text) => text.trim());
  }

  function feedTitles(language: string): string[] {
    const feed = new XMLParser({ isArray: (name) => name === 'entry' }).parse(read(`${language}/alerts/feed.atom`));
    const titles = feed.feed.entry.map((entry: { title: string | { '#text': string } }) =>
      typeof entry.title === 'string' ? entry.title : entry.title['#text'],
    );
    const { items } = JSON.parse(read(`${language}/alerts/feed.json`)) as { items: { title: string }[] };
    expect(items.map(({ title }) => title)).toEqual(titles);
    return titles.map((title: string) => title.replace(/^[^:]*: /, ''));
  }

  function cap(update: string): { identifier: string; msgType: string; references?: string } {
    return new XMLParser().parse(read(`alerts/unsafe-water/${update}.cap.xml`)).alert;
  }

  const read = (file: string) => readFileSync(path.join(site, file), 'utf8');
});
