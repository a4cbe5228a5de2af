import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkAddress } from '../../src/source-checks/check-address.ts';
import { findProblems } from '../../src/source-checks/find-problems.ts';
import type { Finding } from '../../src/source-checks/finding.ts';
import type { Purpose } from '../../src/source-checks/references.ts';
import type { AddressOutcome, ResultOf, Results } from '../../src/source-checks/results.ts';
import { createRobots } from '../../src/source-checks/robots.ts';
import { type MisbehavingSite, silence, startMisbehavingSite, status } from '../support/misbehaving-site.ts';
import { testOutside } from '../support/test-outside.ts';

let site: MisbehavingSite;
beforeAll(async () => {
  site = await startMisbehavingSite();
  site.robots('robots', status(200, {}, 'User-agent: *\nDisallow: /private\n'));
  site.robots('moody', status(503));
});
afterAll(() => site.stop());

/** Long enough for what answers, and soon over for what never does. */
const SHORT_MS = 400;

function check(address: string, timeoutMs?: number): Promise<AddressOutcome> {
  const outside = testOutside({ ca: site.ca, ...(timeoutMs !== undefined && { timeoutMs }) });
  return checkAddress(address, outside, createRobots(outside));
}

/** What a person is told of an address after one look, without the port. */
async function told(address: string, purpose: Purpose = 'source', timeoutMs?: number): Promise<string[]> {
  const outcome = await check(address, timeoutMs);
  return findingsOf(address, outcome, purpose).map(asText);
}

function findingsOf(address: string, outcome: AddressOutcome, purpose: Purpose): Finding[] {
  const checkedAt = '2026-11-23T07:00:00.000Z';
  const result: ResultOf<'address'> = { check: 'address', of: address, checkedAt, outcome };
  const results: Results = { find: ((name: string) => (name === 'address' ? result : undefined)) as Results['find'] };
  const use = { file: 'content/sources/who.yml', line: 5, column: 6, purpose };
  return findProblems({ addresses: [{ address, uses: [use] }], sources: [], workLinks: [] }, results, 'Asia/Karachi');
}

function asText({ severity, ruleId, message, hint }: Finding): string {
  return `${severity} ${ruleId}: ${message} → ${hint}`.replaceAll(/(localhost|127\.0\.0\.1):\d+/g, '$1');
}

const WHO = 'https://who.localhost';

describe('an address that answers', () => {
  it.each([
    '/',
    '/slow-body',
    '/endless',
    '/cut-short',
    '/gzip-bomb',
    '/broken-once',
    '/no-head',
    '/head-lies',
    '/head-resets',
  ])('is left alone, whatever its body does: %s', async (path) => {
    expect(await told(`${site.secure('who')}${path}`)).toEqual([]);
  });

  it('is asked for its headers, and for the page only where they are not plainly good', async () => {
    const before = site.asked.length;
    await check(`${site.secure('far')}/`);
    await check(`${site.secure('far')}/no-head`);
    await check(`${site.secure('far')}/broken`);
    await check(`${site.secure('far')}/busy`);
    expect(site.asked.slice(before).filter((line) => !line.endsWith('robots.txt'))).toEqual([
      'HEAD far.localhost/',
      'HEAD far.localhost/no-head',
      'GET far.localhost/no-head',
      'HEAD far.localhost/broken',
      'GET far.localhost/broken',
      'GET far.localhost/broken',
      'HEAD far.localhost/busy',
    ]);
  });

  it('is told who asks, and nothing else about anyone', async () => {
    await check(`${site.secure('who')}/`);
    expect(site.headers.at(-1)).toEqual({
      host: expect.stringContaining('who.localhost'),
      'user-agent': 'Aagahi/0 (clean-water-desk; +https://desk.example/)',
      accept: 'text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8',
      'accept-encoding': 'identity',
      connection: 'close',
    });
  });
});

describe('an address that does not answer as it should', () => {
  it.each<[path: string, sentence: string, hint: string]>([
    [
      '/gone',
      `error link/dead: Unexpected address \`${WHO}/gone\`: its site answers 404, there is no such page`,
      'write where the page is now, or another source',
    ],
    [
      '/removed',
      `error link/dead: Unexpected address \`${WHO}/removed\`: its site answers 410, the page was taken away for good`,
      'write where the page is now, or another source',
    ],
    [
      '/closed',
      `warning link/closed: Missing look at \`${WHO}/closed\`: its site answers 403: it lets no program in, or has closed the page`,
      'open it in a browser; if readers cannot see it, write where the page is now, or another source',
    ],
    [
      '/teapot',
      `warning link/closed: Missing look at \`${WHO}/teapot\`: its site answers 418`,
      'open it in a browser; if readers cannot see it, write where the page is now, or another source',
    ],
    [
      '/busy',
      `warning link/closed: Missing look at \`${WHO}/busy\`: its site answers 429: it asks to be left alone for now`,
      'open it in a browser; if readers cannot see it, write where the page is now, or another source',
    ],
    [
      '/broken',
      `warning link/unanswered: Missing answer from \`${WHO}/broken\`: its site answers 500: something is broken there`,
      'nothing yet; it is asked again',
    ],
    [
      '/maintenance',
      `warning link/unanswered: Missing answer from \`${WHO}/maintenance\`: its site answers 503: something is broken there`,
      'nothing yet; it is asked again',
    ],
    [
      '/reset',
      `warning link/unanswered: Missing answer from \`${WHO}/reset\`: its host broke the connection off`,
      'nothing yet; it is asked again',
    ],
    [
      '/upgrade',
      `warning link/unanswered: Missing answer from \`${WHO}/upgrade\`: its host broke the connection off`,
      'nothing yet; it is asked again',
    ],
    [
      '/garbage',
      `warning link/unanswered: Missing answer from \`${WHO}/garbage\`: its host answers with something that is no web page`,
      'nothing yet; it is asked again',
    ],
    [
      '/huge-headers',
      `warning link/unanswered: Missing answer from \`${WHO}/huge-headers\`: its host answers with headers too long to be read`,
      'nothing yet; it is asked again',
    ],
    [
      '/nowhere',
      `warning link/unanswered: Missing answer from \`${WHO}/nowhere\`: it leads on to what is no web address`,
      'nothing yet; it is asked again',
    ],
    [
      '/to?to=javascript:alert(1)',
      `warning link/unanswered: Missing answer from \`${WHO}/to?to=javascript:alert(1)\`: it leads on to what is no web address`,
      'nothing yet; it is asked again',
    ],
    [
      '/loop',
      `warning link/closed: Missing look at \`${WHO}/loop\`: it leads to \`${WHO}/loop\`, and there it leads back to itself; a browser that keeps cookies may get through`,
      'open it in a browser; if readers cannot see it, write where the page is now, or another source',
    ],
    [
      '/on-and-on',
      `warning link/closed: Missing look at \`${WHO}/on-and-on\`: it leads to \`${WHO}/on-and-on?step=11\`, and there it leads on and on, and was not followed further`,
      'open it in a browser; if readers cannot see it, write where the page is now, or another source',
    ],
  ])('is told of: %s', async (path, sentence, hint) => {
    expect(await told(`${site.secure('who')}${path}`)).toEqual([`${sentence} → ${hint}`]);
  });

  it.each(['/silent', '/slow-headers'])('is not waited for long: %s', async (path) => {
    expect(await told(`${site.secure('who')}${path}`, 'source', SHORT_MS)).toEqual([
      `warning link/unanswered: Missing answer from \`${WHO}${path}\`: its host did not answer in time → nothing yet; it is asked again`,
    ]);
  });

  it.each([
    ['expired', 'its certificate has expired, so that every browser warns the reader'],
    ['early', 'its certificate is not valid yet, so that every browser warns the reader'],
    ['foreign', 'its certificate is made out to another host, so that every browser warns the reader'],
    ['self', 'its certificate is signed by nobody but itself, so that every browser warns the reader'],
  ])('for its certificate is an error: %s', async (host, why) => {
    expect(await told(`${site.secure(host)}/`)).toEqual([
      `error link/certificate: Unexpected address \`https://${host}.localhost/\`: ${why} → write where the page is now, or another source`,
    ]);
  });

  it('for an authority that this program does not know is for a person to see', async () => {
    expect(await told(`${site.secure('untraced')}/`)).toEqual([
      'warning link/closed: Missing look at `https://untraced.localhost/`: its certificate could not be traced to an authority; browsers may find the missing piece → open it in a browser; if readers cannot see it, write where the page is now, or another source',
    ]);
  });

  it('because it speaks without encryption, is told of', async () => {
    const address = site.plain('who').replace('http:', 'https:');
    expect(await told(`${address}/`)).toEqual([
      `warning link/unanswered: Missing answer from \`${WHO}/\`: its host and this program find no encryption that both know → nothing yet; it is asked again`,
    ]);
  });

  it('because nobody listens, is told of', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    server.close();
    await once(server, 'close');
    expect(await told(`https://who.localhost:${port}/`)).toEqual([
      `warning link/unanswered: Missing answer from \`${WHO}/\`: its host refuses the connection → nothing yet; it is asked again`,
    ]);
  });

  it('is called by what it is for', async () => {
    const hintFor = async (purpose: Purpose) => (await told(`${site.secure('who')}/gone`, purpose))[0]?.split(' → ')[1];
    expect(await hintFor('call-to-action')).toBe('write where readers can do it now');
    expect(await hintFor('help-line')).toBe('write where the help line has its page now');
    expect(await hintFor('risk-information')).toBe('write where the full risk information is now');
    expect(await hintFor('institution')).toBe('write where the institution says it now');
    expect(await hintFor('notice')).toBe('write where the notice is now');
    expect(await hintFor('link')).toBe('write where the page is now, or remove the link');
  });
});

describe('an address that leads on', () => {
  const to = (target: string, code = 302) => `${site.secure('who')}/to?status=${code}&to=${encodeURIComponent(target)}`;
  const shown = (target: string, code = 302) => `\`${to(target, code).replace(/localhost:\d+/, 'localhost')}\``;

  it('within its domain and for now is right', async () => {
    expect(await told(to('/en/page'))).toEqual([]);
    expect(await told(to(`${site.secure('www.who')}/page`))).toEqual([]);
  });

  it('to another registered domain is an error for a source, and to be looked at elsewhere', async () => {
    const target = `${site.secure('other')}/page`;
    const sentence = `Unexpected address ${shown(target)}: it leads to another domain, \`other.localhost\` instead of \`who.localhost\``;
    const hint = 'see who is there; if it is the same institution write `https://other.localhost/page`, else';
    expect(await told(to(target))).toEqual([
      `error link/other-domain: ${sentence} → ${hint} where the page is now, or another source`,
    ]);
    expect(await told(to(target), 'link')).toEqual([
      `warning link/other-domain: ${sentence} → ${hint} where the page is now, or remove the link`,
    ]);
  });

  it('within its domain for good is news', async () => {
    expect(await told(to('/new-place', 301))).toEqual([
      `warning link/moved: Unexpected address ${shown('/new-place', 301)}: its site says that the page has moved for good → write \`${WHO}/new-place\``,
    ]);
    expect(await told(to('/new-place', 308))).toHaveLength(1);
    expect(await told(to('/new-place', 307))).toEqual([]);
  });

  it('to the same page with or without `www.` and a slash is no news', () => {
    const answers = (end: string): AddressOutcome => ({
      kind: 'answers',
      status: 200,
      hops: [{ status: 301, to: end }],
    });
    expect(findingsOf('https://who.int/a', answers('https://www.who.int/a/'), 'source')).toEqual([]);
    expect(findingsOf('https://www.who.int/a/', answers('https://who.int/a'), 'source')).toEqual([]);
    expect(findingsOf('https://www.who.int/a/', answers('https://who.int/b'), 'source')).toHaveLength(1);
  });

  it('to the first page has probably lost the page', async () => {
    expect(await told(to('/'))).toEqual([
      `warning link/first-page: Unexpected address ${shown('/')}: it leads to the first page of \`who.localhost\`, so the page itself is probably gone → write where the page is now, or another source`,
    ]);
  });

  it.each(['/index.html', '/en', '/ur/'])('from one first page to another is right: %s', (path) => {
    const outcome: AddressOutcome = { kind: 'answers', status: 200, hops: [{ status: 302, to: 'https://who.int/' }] };
    expect(findingsOf(`https://who.int${path}`, outcome, 'source')).toEqual([]);
  });

  it('to a page that is not there, is dead', async () => {
    expect(await told(to('/gone'))).toEqual([
      `error link/dead: Unexpected address ${shown('/gone')}: it leads to \`${WHO}/gone\`, and there its site answers 404, there is no such page → write where the page is now, or another source`,
    ]);
  });

  it('over an unencrypted stretch is an error, even where it comes back', async () => {
    const plain = `${site.plain('who')}/to?to=${encodeURIComponent(`${site.secure('who')}/end`)}`;
    const [first, ...more] = await told(to(plain));
    expect(more).toEqual([]);
    expect(first).toMatch(
      /^error link\/insecure: Unexpected way of `https:\S+`: it leads over `http:\/\/who\.localhost\/to\S+`, where anyone on the way can change what the reader sees → write `https:\/\/who\.localhost\/end`$/,
    );
    expect((await told(to(`${site.plain('who')}/end`)))[0]).toMatch(/→ write an address that stays with `https:\/\/`$/);
  });

  it('into a private network is not followed, and is an error', async () => {
    for (const [target, shownAs] of [
      ['http://10.0.0.7/admin', '10.0.0.7'],
      ['https://169.254.169.254/latest/meta-data/', '169.254.169.254'],
      ['http://[::ffff:192.168.0.1]/', '::ffff:c0a8:1'],
      ['http://0x0a.1/', '10.0.0.1'],
    ] as const) {
      const [last] = (await told(to(target))).slice(-1);
      expect(last).toContain(`its host leads into a private network (${shownAs}), where no reader can follow`);
      expect(last).toContain('error link/private');
    }
  });

  it('with a name and a password leaves them behind', async () => {
    const target = new URL(`${site.secure('other')}/page`);
    target.username = 'desk';
    target.password = 'secret';
    expect((await check(to(target.href))).hops).toEqual([{ status: 302, to: `${site.secure('other')}/page` }]);
    expect(site.headers.at(-1)).not.toHaveProperty('authorization');
    expect(JSON.stringify(site.headers)).not.toContain('cookie');
  });

  it('in letters of another script is followed', async () => {
    expect(await check(`${site.secure('who')}/urdu`)).toEqual({
      kind: 'answers',
      status: 200,
      hops: [{ status: 301, to: `${site.secure('who')}/%D8%B5%D8%AD%D8%AA` }],
    });
  });
});

describe('an address that robots.txt speaks of', () => {
  it('is not visited where programs are to stay away, and that is said', async () => {
    const before = site.asked.length;
    expect(await told(`${site.secure('robots')}/private/page`)).toEqual([
      'warning link/not-looked-at: Missing look at `https://robots.localhost/private/page`: robots.txt of `robots.localhost` asks programs to stay away → open it in a browser, and renew `accessedOn`',
    ]);
    expect(site.asked.slice(before)).toEqual(['GET robots.localhost/robots.txt']);
    expect(await told(`${site.secure('robots')}/private/page`, 'link')).toEqual([
      expect.stringMatching(/→ open it in a browser now and then$/),
    ]);
    expect(await told(`${site.secure('robots')}/open/page`)).toEqual([]);
  });

  it('is not visited on its way either', async () => {
    const target = encodeURIComponent(`${site.secure('robots')}/private/page`);
    const before = site.asked.length;
    expect((await check(`${site.secure('who')}/to?to=${target}`)).kind).toBe('barred');
    expect(site.asked.slice(before)).not.toContain('HEAD robots.localhost/private/page');
  });

  it('is not visited while that file cannot be had', async () => {
    expect(await told(`${site.secure('moody')}/page`)).toEqual([
      'warning link/not-looked-at: Missing look at `https://moody.localhost/page`: its robots.txt cannot be read (503), which counts as a no → open it in a browser, and renew `accessedOn`',
    ]);
  });

  it('is not visited where that file leads into a private network, nor blamed for it', async () => {
    site.robots('far', status(302, { location: 'http://10.0.0.7/robots.txt' }));
    expect(await told(`${site.secure('far')}/page`)).toEqual([
      'warning link/not-looked-at: Missing look at `https://far.localhost/page`: its robots.txt cannot be read, which counts as a no → open it in a browser, and renew `accessedOn`',
    ]);
    site.robots('far', status(404));
  });

  it('has its host’s trouble where that keeps the file from an answer', async () => {
    site.robots('far', silence);
    expect(await check(`${site.secure('far')}/page`, SHORT_MS)).toEqual({
      kind: 'failed',
      trouble: { kind: 'late' },
      hops: [],
    });
    site.robots('far', status(404));
  });
});

describe('silence that lasts', () => {
  const silentFor = (days: number, failures: number) => {
    const of = 'https://www.who.int/page';
    const result: ResultOf<'address'> = {
      check: 'address',
      of,
      checkedAt: new Date(Date.UTC(2026, 10, 1 + days)).toISOString(),
      failingSince: '2026-11-01T00:00:00.000Z',
      failures,
      outcome: { kind: 'failed', trouble: { kind: 'no-host' }, hops: [] },
    };
    const results: Results = { find: ((name: string) => (name === 'address' ? result : undefined)) as Results['find'] };
    const use = { file: 'content/sources/who.yml', line: 5, column: 6, purpose: 'source' as const };
    const references = { addresses: [{ address: of, uses: [use] }], sources: [], workLinks: [] };
    return findProblems(references, results, 'Asia/Karachi').map(asText);
  };

  it('is an error after two weeks and three looks', () => {
    expect(silentFor(14, 4)).toEqual([
      'error link/silent: Unexpected silence of `https://www.who.int/page` since 2026-11-01, asked 4 times: the name service knows no such host → write where the page is now, or another source',
    ]);
  });

  it.each([
    [14, 2],
    [12, 4],
  ])('is none after %d days and %d looks', (days, failures) => {
    expect(silentFor(days, failures)).toEqual([
      'warning link/unanswered: Missing answer from `https://www.who.int/page`: the name service knows no such host → nothing yet; it is asked again',
    ]);
  });
});
