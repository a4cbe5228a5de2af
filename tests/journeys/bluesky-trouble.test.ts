import { describe, expect, it } from 'vitest';
import { blueskyBehindProxy } from '../support/bluesky-behind-proxy.ts';
import { freePort, PASSWORD } from '../support/bluesky-server.ts';
import type { Mishap } from '../support/unreliable-proxy.ts';

// The desk's own commands against Bluesky's reference server, with a proxy in between that loses and refuses.

const AT_TEN = ['--now', '2026-12-01T10:00:00+05:00'];
const AT_ELEVEN = ['--now', '2026-12-01T11:00:00+05:00'];
/** For what starts a command some twenty times. */
const LONG_MS = 240_000;
const PUT = '/xrpc/com.atproto.repo.putRecord';
const UPLOAD = '/xrpc/com.atproto.repo.uploadBlob';
const FIND = '/xrpc/com.atproto.repo.getRecord';
const LOGIN = '/xrpc/com.atproto.server.createSession';

const bluesky = blueskyBehindProxy();

describe('a server that does not do as it should', () => {
  const json = { contentType: 'application/json' };
  const overloaded = { ...json, body: '{"error":"RateLimitExceeded","message":"Rate Limit Exceeded"}' };
  const answered = (status: number, body: string, more: Partial<Extract<Mishap, { kind: 'answered' }>> = {}) =>
    ({ kind: 'answered', status, body, ...more }) as const;
  const unclear = (told: string) =>
    `unknown  unlucky  bluesky, en: Bluesky did not answer clearly (${told}); the next run looks first`;
  const notSaid = (told: string) =>
    `unknown  unlucky  bluesky, en: Bluesky does not say whether it has the post (${told}); the next run looks first`;

  /** What befalls the same post in one run after the other, what is told, and the ledger’s last word. */
  const mishaps: [what: string, request: string, mishap: Mishap, told: string, state: string | undefined][] = [
    [
      'asks to wait before the login',
      LOGIN,
      answered(429, overloaded.body, { ...json, headers: { 'retry-after': '300' } }),
      'waiting  bluesky: Bluesky cannot be reached (429 RateLimitExceeded, come back in 300 s); the next run tries again',
      undefined,
    ],
    [
      'does not take the picture',
      UPLOAD,
      answered(503, ''),
      'refused  unlucky  bluesky, en: Bluesky did not take the picture (503 NotEnoughResources)',
      'failed',
    ],
    [
      'asks to wait',
      PUT,
      answered(429, overloaded.body, { ...json, headers: { 'retry-after': '60' } }),
      'refused  unlucky  bluesky, en: Bluesky asks to wait (429 RateLimitExceeded, come back in 60 s)',
      'failed',
    ],
    [
      'forbids the account to post',
      PUT,
      answered(403, '{"error":"AccountTakedown"}', json),
      'blocked  bluesky: Bluesky does not let this account post (403 AccountTakedown); its posts wait until that is mended',
      'failed',
    ],
    ['is cut off before the request', PUT, { kind: 'request-lost' }, unclear('UND_ERR_SOCKET'), 'unknown'],
    [
      'breaks',
      PUT,
      answered(500, '{"error":"InternalServerError"}', json),
      unclear('500 InternalServerError'),
      'unknown',
    ],
    [
      'is hidden behind an error page',
      PUT,
      answered(502, '<html>Bad gateway'),
      unclear('502 UpstreamFailure'),
      'unknown',
    ],
    [
      'says all is well on a page that repeats the password',
      PUT,
      answered(200, PASSWORD),
      unclear('unreadable answer'),
      'unknown',
    ],
    [
      'refuses on a page of something in between',
      PUT,
      answered(404, '<html>'),
      unclear('unreadable answer 404'),
      'unknown',
    ],
    [
      'names an error after the password',
      PUT,
      answered(500, JSON.stringify({ error: PASSWORD }), json),
      unclear('500'),
      'unknown',
    ],
    ['cannot be asked', FIND, answered(503, ''), notSaid('503 NotEnoughResources'), 'unknown'],
    ['loses the answer', PUT, { kind: 'answer-lost' }, unclear('UND_ERR_SOCKET'), 'unknown'],
  ];

  it(
    'has the post once in the end, however often it failed before, and the outbox goes on',
    async () => {
      const desk = await bluesky.approvedDesk('unlucky', 'card');
      for (const [index, [what, request, mishap, told, state]] of mishaps.entries()) {
        bluesky.proxy.meddle((path) => (path.split('?')[0] === request ? mishap : undefined));
        const run = await desk.run('send.ts', '--now', `2026-12-01T10:${10 + index}:00+05:00`);
        expect(run, what).toMatchObject({ code: 2, err: '' });
        expect(run.out, what).toContain(`${told}\n`);
        expect(run.out.includes('sent     unlucky  outbox, en: Wash your hands. (unlucky)\n'), what).toBe(index === 0);
        expect(desk.states('unlucky').at(-1), what).toBe(state);
        expect(await bluesky.timesPosted('unlucky'), what).toBe(mishap.kind === 'answer-lost' ? 1 : 0);
      }
      bluesky.proxy.meddle(() => undefined);
      const next = await desk.run('send.ts', ...AT_ELEVEN);
      expect(next).toMatchObject({ code: 0, err: '' });
      expect(next.out).toMatch(/^sent {5}unlucky {2}bluesky, en: .*\n1 sent, 0 held/);
      expect(await bluesky.timesPosted('unlucky')).toBe(1);
      expect(desk.everythingSaid()).not.toContain(PASSWORD);
      expect(desk.everythingSaid()).not.toMatch(/eyJ[\w-]+\.eyJ/);
    },
    LONG_MS,
  );

  it('and refuses the words themselves is not asked again until they change', async () => {
    const desk = await bluesky.approvedDesk('refused');
    bluesky.proxy.meddle(
      on(PUT, {
        kind: 'answered',
        status: 400,
        ...json,
        body: '{"error":"InvalidRequest","message":"Record/text must not be longer\\nthan correct-horse"}',
      }),
    );
    const first = await desk.run('send.ts', ...AT_TEN);
    expect(first.code).toBe(2);
    expect(first.out).toContain('refused  refused  bluesky, en: Bluesky refuses the post (400 InvalidRequest)\n');
    bluesky.proxy.meddle(() => undefined);
    const second = await desk.run('send.ts', ...AT_ELEVEN);
    expect(second.code).toBe(0);
    expect(second.out).toContain(
      'held     refused  bluesky, en: refused before: Bluesky refuses the post (400 InvalidRequest); change its words or ask for help\n',
    );
    desk.write({ id: 'refused', text: 'Shorter. (refused)', channels: ['outbox', 'bluesky'] });
    await desk.approve('refused');
    expect((await desk.run('send.ts', ...AT_ELEVEN)).out).toContain(
      'sent     refused  bluesky, en: Shorter. (refused)\n',
    );
    expect(await bluesky.timesPosted('refused')).toBe(1);
  });
});

describe('an account that cannot be used', () => {
  it('because its password is wrong is told with what to do, and the outbox goes on', async () => {
    const desk = await bluesky.approvedDesk('wrong-password');
    desk.connect(bluesky.server.secret().replace(/:[^:/@]+@/, ':mistaken-word@'));
    const first = await desk.run('send.ts', ...AT_TEN);
    expect(first).toEqual({
      code: 2,
      err: '',
      out: `blocked  bluesky: Bluesky refuses the account’s name or app password (401 AuthenticationRequired); make a new app password and put it into AAGAHI_CHANNEL_BLUESKY; its posts wait until that is mended
sent     wrong-password  outbox, en: Wash your hands. (wrong-password)
1 sent, 1 not, 0 held, 0 skipped in the last 7 days because their time had passed. Times are those of Asia/Karachi.
`,
    });
    expect(desk.states('wrong-password')).toEqual([]);
    expect(desk.everythingSaid()).not.toContain('mistaken-word');
    desk.connect(bluesky.server.secret());
    await desk.run('send.ts', ...AT_ELEVEN);
    expect(await bluesky.timesPosted('wrong-password')).toBe(1);
  });

  it('because its server is down is tried again by a later run', async () => {
    const desk = await bluesky.approvedDesk('down');
    desk.connect(bluesky.server.secret(`http://localhost:${await freePort()}`));
    const first = await desk.run('send.ts', ...AT_TEN);
    expect(first.code).toBe(2);
    expect(first.out).toContain(
      'waiting  bluesky: Bluesky cannot be reached (ECONNREFUSED); the next run tries again\n',
    );
    expect(first.out).toContain('sent     down  outbox, en');
    desk.connect(bluesky.server.secret());
    expect(await desk.run('send.ts', ...AT_ELEVEN)).toMatchObject({ code: 0 });
    expect(await bluesky.timesPosted('down')).toBe(1);
  });
});

function on(wanted: string, mishap: Mishap): (path: string) => Mishap | undefined {
  return (path) => (path === wanted ? mishap : undefined);
}
