import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outside } from '../../src/source-checks/outside.ts';
import { createRobots, type Permission } from '../../src/source-checks/robots.ts';
import {
  type Conduct,
  cutShort,
  endlessBody,
  garbage,
  gzipBomb,
  hugeHeaders,
  type MisbehavingSite,
  reset,
  silence,
  slowBody,
  startMisbehavingSite,
  status,
} from '../support/misbehaving-site.ts';
import { testOutside } from '../support/test-outside.ts';

let site: MisbehavingSite;
beforeEach(async () => {
  site = await startMisbehavingSite();
});
afterEach(() => site.stop());

const text = (body: string) => status(200, { 'content-type': 'text/plain' }, body);

async function permission(conduct: Conduct, path = '/page', timeoutMs?: number): Promise<Permission> {
  site.robots('who', conduct);
  const outside = testOutside({ ca: site.ca, ...(timeoutMs !== undefined && { timeoutMs }) });
  return createRobots(outside)(new URL(path, site.secure('who')));
}

const ALLOWED = { kind: 'allowed' };
const FORBIDDEN = { kind: 'forbidden' };
const SHORT_MS = 400;

describe('robots.txt', () => {
  it.each<[what: string, body: string, path: string, expected: Permission]>([
    ['forbids everyone everything', 'User-agent: *\nDisallow: /\n', '/page', { kind: 'forbidden' }],
    ['forbids a part', 'User-agent: *\nDisallow: /private\n', '/page', { kind: 'allowed' }],
    [
      'speaks of this program',
      'User-agent: *\nDisallow: /\n\nUser-agent: aagahi\nAllow: /\n',
      '/page',
      { kind: 'allowed' },
    ],
    ['forbids this program', 'User-agent: Aagahi\nDisallow: /\n', '/page', { kind: 'forbidden' }],
    ['forbids another', 'User-agent: GPTBot\nDisallow: /\n', '/page', { kind: 'allowed' }],
    ['forbids by a pattern', 'User-agent: *\nDisallow: /*.pdf$\n', '/a/b.pdf', { kind: 'forbidden' }],
    ['forbids a query', 'User-agent: *\nDisallow: /search?\n', '/search?q=1', { kind: 'forbidden' }],
    ['has Windows line ends', 'User-agent: *\r\nDisallow: /\r\n', '/page', { kind: 'forbidden' }],
    ['is a web page', '<!doctype html><p>Not found', '/page', { kind: 'allowed' }],
    ['is empty', '', '/page', { kind: 'allowed' }],
  ])('that %s is heeded', async (_what, body, path, expected) => {
    expect(await permission(text(body), path)).toEqual(expected);
  });

  it.each([401, 403, 404, 410, 418])('that is not to be had (%d) permits everything', async (code) => {
    expect(await permission(status(code))).toEqual(ALLOWED);
  });

  it.each([429, 500, 503])('that cannot be had just now (%d) permits nothing', async (code) => {
    expect(await permission(status(code))).toEqual({
      kind: 'unknown',
      trouble: { kind: 'status', status: code },
      isOfHost: false,
    });
  });

  it.each<[what: string, conduct: Conduct, trouble: string, isOfHost: boolean]>([
    ['breaks off', reset, 'broken-off', true],
    ['is no HTTP', garbage, 'no-http', true],
    ['has huge headers', hugeHeaders, 'huge-headers', true],
    ['is shorter than it says', cutShort, 'broken-off', true],
    ['is packed', gzipBomb, 'unreadable', false],
    ['leads nowhere', status(302), 'bad-redirect', false],
  ])('that %s permits nothing', async (_what, conduct, trouble, isOfHost) => {
    expect(await permission(conduct)).toEqual({ kind: 'unknown', trouble: { kind: trouble }, isOfHost });
  });

  it.each<[what: string, conduct: Conduct]>([
    ['does not come', silence],
    ['comes a byte at a time', slowBody],
  ])('that %s is not waited for long, and permits nothing', async (_what, conduct) => {
    expect(await permission(conduct, '/page', SHORT_MS)).toEqual({
      kind: 'unknown',
      trouble: { kind: 'late' },
      isOfHost: true,
    });
  });

  it('that never ends is read as far as anyone has to', async () => {
    expect(await permission(endlessBody)).toEqual(ALLOWED);
    const long = `User-agent: *\nDisallow: /early\n${'#'.repeat(600_000)}\nDisallow: /late\n`;
    expect(await permission(text(long), '/early')).toEqual(FORBIDDEN);
    expect(await permission(text(long), '/late')).toEqual(ALLOWED);
  });

  it('that is cut in the middle of a line is read without that line', async () => {
    const start = 'User-agent: *\nDisallow: /early\n';
    const filling = `#${'x'.repeat(512_000 - start.length - '\nDisallow: /l'.length - 1)}\n`;
    expect(await permission(text(`${start}${filling}Disallow: /later\n`), '/l')).toEqual(ALLOWED);
  });

  it('that would keep a program busy for long is read without such rules', async () => {
    const rule = (wildcards: number) => text(`User-agent: *\nDisallow: /${'*a'.repeat(wildcards)}\n`);
    const path = `/${'a'.repeat(30)}`;
    expect(await permission(rule(20), path)).toEqual(FORBIDDEN);
    expect(await permission(rule(21), path)).toEqual(ALLOWED);
    expect(await permission(text(`User-agent: *\nDisallow: /${'*'.repeat(500)}a\n`), path)).toEqual(FORBIDDEN);
  });

  it('that stands elsewhere holds for the host that leads there', async () => {
    site.robots('other', text('User-agent: *\nDisallow: /page\n'));
    const there = status(301, { location: `${site.secure('other')}/robots.txt` });
    expect(await permission(there)).toEqual(FORBIDDEN);
    expect(await permission(there, '/open')).toEqual(ALLOWED);
  });

  it('that leads on and on permits everything, and into a private network nothing', async () => {
    expect(await permission(status(301, { location: '/robots.txt' }))).toEqual(ALLOWED);
    expect(site.asked).toHaveLength(6);
    expect(await permission(status(301, { location: 'http://10.0.0.7/robots.txt' }))).toEqual({
      kind: 'unknown',
      trouble: { kind: 'private', address: '10.0.0.7' },
      isOfHost: false,
    });
  });

  it('is asked for once for each host in a run', async () => {
    site.robots('who', text('User-agent: *\nDisallow: /private\n'));
    const mayVisit = createRobots(testOutside({ ca: site.ca }));
    const urls = ['who', 'who', 'other', 'who'].map((host) => new URL('/page', site.secure(host)));
    await Promise.all(urls.map((url) => mayVisit(url)));
    expect(site.asked.toSorted()).toEqual(['GET other.localhost/robots.txt', 'GET who.localhost/robots.txt']);
  });
});

describe('a wish for slowness', () => {
  async function gapAfter(body: string): Promise<number | undefined> {
    let gap: number | undefined;
    const outside = testOutside({ ca: site.ca });
    const watched: Outside = {
      ...outside,
      queue: {
        ...outside.queue,
        slowDown(_host, ms) {
          gap = ms;
        },
      },
    };
    site.robots('who', text(body));
    await createRobots(watched)(new URL('/page', site.secure('who')));
    return gap;
  }

  it.each<[written: string, gapMs: number | undefined]>([
    ['Crawl-delay: 10', 10_000],
    ['Crawl-delay: 0.5', 500],
    ['Crawl-delay: 86400', 60_000],
    ['Crawl-delay: -5', undefined],
    ['Crawl-delay: soon', undefined],
    ['Disallow:', undefined],
  ])('is granted within reason: %s', async (written, gapMs) => {
    expect(await gapAfter(`User-agent: *\n${written}\n`)).toBe(gapMs);
  });
});
