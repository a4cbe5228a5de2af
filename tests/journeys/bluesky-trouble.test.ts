import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BlueskyServer, freePort, PASSWORD, startBlueskyServer } from '../support/bluesky-server.ts';
import { type SendingDesk, sendingDesk } from '../support/sending-desk.ts';
import { type Mishap, startUnreliableProxy, type UnreliableProxy } from '../support/unreliable-proxy.ts';

// The desk's own commands against Bluesky's reference server, with a proxy in between that loses, holds and refuses.

const AT_TEN = ['--now', '2026-12-01T10:00:00+05:00'];
const AT_ELEVEN = ['--now', '2026-12-01T11:00:00+05:00'];
const NEXT_DAY = ['--now', '2026-12-02T11:00:00+05:00'];
const PUT = '/xrpc/com.atproto.repo.putRecord';
const UPLOAD = '/xrpc/com.atproto.repo.uploadBlob';
const FIND = '/xrpc/com.atproto.repo.getRecord';
const LOGIN = '/xrpc/com.atproto.server.createSession';

let server: BlueskyServer;
let proxy: UnreliableProxy;
beforeAll(async () => {
  server = await startBlueskyServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  proxy = await startUnreliableProxy(server.url);
});
afterEach(() => proxy.stop());

/** A desk with an approved post of this id, connected through the proxy. The account is the same in every test. */
async function approvedDesk(id: string, attach: 'card' | 'nothing' = 'nothing'): Promise<SendingDesk> {
  const desk = sendingDesk({
    posts: [{ id, text: `Wash your hands. (${id})`, channels: ['outbox', 'bluesky'], attach }],
  });
  desk.connect(server.secret(proxy.url));
  await desk.approve(id);
  return desk;
}

/** How often a post stands on the server. */
async function timesPosted(id: string): Promise<number> {
  return (await server.posts()).filter(({ value }) => value.text.includes(`(${id})`)).length;
}

const never = new Promise<void>(() => {});

/** Runs `send` until the request whose number is `number` has come this far, and kills it then and there. */
async function killAt(
  desk: SendingDesk,
  line: UnreliableProxy,
  number: number,
  far: 'stalled' | 'held',
): Promise<boolean> {
  const { child, ended } = desk.start('send.ts', ...AT_TEN);
  let requests = 0;
  const reached = new Promise<'reached'>((resolve) => {
    line.meddle(() => {
      requests += 1;
      if (requests !== number) return undefined;
      if (far === 'held') return { kind: 'held', until: never, onArrived: () => resolve('reached') };
      resolve('reached');
      return { kind: 'stalled' };
    });
  });
  const what = await Promise.race([reached, ended]);
  child.kill('SIGKILL');
  await ended;
  line.meddle(() => undefined);
  return what === 'reached';
}

describe('a run that is killed', () => {
  it('between the server’s writing and its answer has posted: the next run finds it, and sends nothing', async () => {
    const desk = await approvedDesk('killed');
    // The outbox comes after Bluesky, so it has not been sent to either.
    expect(await killAt(desk, proxy, 2, 'held')).toBe(true);
    expect(proxy.seen).toEqual([`POST ${LOGIN}`, `POST ${PUT}`]);
    expect(desk.states('killed')).toEqual(['intent', 'sending']);
    expect(await timesPosted('killed')).toBe(1);
    const plan = await desk.run('plan.ts', ...AT_ELEVEN);
    expect(plan.out).toContain(
      'bluesky, en  25 of 300 characters  LOOK FIRST: an earlier run was cut off, and the post may be there',
    );

    const next = await desk.run('send.ts', ...AT_ELEVEN);
    expect(next).toMatchObject({ code: 0, err: '' });
    expect(next.out).toContain('sent     killed  bluesky, en: Wash your hands. (killed)\n');
    expect(next.out).toContain('sent     killed  outbox, en: Wash your hands. (killed)\n');
    expect(proxy.seen.slice(2)).toEqual([`POST ${LOGIN}`, `GET ${FIND}`]);
    expect(desk.states('killed')).toEqual(['intent', 'sending', 'confirmed']);
    expect(await timesPosted('killed')).toBe(1);
  });

  it('after its window has passed is not made up for, and told', async () => {
    const desk = await approvedDesk('killed-late');
    await killAt(desk, proxy, 2, 'stalled');
    const next = await desk.run('send.ts', ...NEXT_DAY);
    expect(next.code).toBe(0);
    expect(next.out).toContain(
      'dropped  killed-late  bluesky, en: an earlier run was cut off before the network got it, and it is no longer due as it was then\n',
    );
    expect(await timesPosted('killed-late')).toBe(0);
    expect((await desk.run('send.ts', ...NEXT_DAY)).out).toMatch(
      /^skipped {2}killed-late {2}bluesky, en; outbox, en: its time passed 2026-12-01 21:00\n/,
    );
  });

  it('is looked after even when the post has been removed from the content since', async () => {
    const desk = await approvedDesk('killed-removed');
    await killAt(desk, proxy, 2, 'held');
    desk.remove('killed-removed');
    const next = await desk.run('send.ts', ...AT_ELEVEN);
    expect(next.out).toContain('sent     killed-removed  bluesky, en');
    expect(await timesPosted('killed-removed')).toBe(1);
  });

  it('is not looked after with a made-up time at a server beyond this machine', async () => {
    const desk = await approvedDesk('killed-moved');
    await killAt(desk, proxy, 2, 'held');
    desk.connect('https://desk.test:secret-word@bluesky.invalid');
    expect(await desk.run('send.ts', ...AT_ELEVEN)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^--now is for rehearsals: bluesky leads beyond this machine\. /),
    });
    desk.connect(undefined);
    expect((await desk.run('send.ts', ...AT_ELEVEN)).out).toContain(
      'held     killed-moved  bluesky, en: an earlier run was cut off, and whether the post arrived cannot be asked: not connected (no secret: the variable AAGAHI_CHANNEL_BLUESKY is not set)\n',
    );
  });

  it('at any of its requests, before or after the server has done it, posts everything once', async () => {
    // Login, and for each of two posts its picture and its record.
    const fates = [1, 2, 3, 4, 5].flatMap((number) => (['stalled', 'held'] as const).map((far) => ({ number, far })));
    const meet = async ({ number, far }: (typeof fates)[number]) => {
      const id = `sweep-${number}-${far}`;
      const line = await startUnreliableProxy(server.url);
      const desk = sendingDesk({
        posts: ['a', 'b'].map((letter) => ({
          attach: 'card' as const,
          id: `${id}-${letter}`,
          text: `Wash. (${id}-${letter})`,
        })),
      });
      desk.connect(server.secret(line.url));
      await desk.approve(`${id}-a`, `${id}-b`);
      expect(await killAt(desk, line, number, far)).toBe(true);
      const next = await desk.run('send.ts', ...AT_ELEVEN);
      await line.stop();
      const times = [await timesPosted(`${id}-a`), await timesPosted(`${id}-b`)];
      return {
        number,
        far,
        code: next.code,
        times,
        states: [desk.states(`${id}-a`).at(-1), desk.states(`${id}-b`).at(-1)],
      };
    };
    const queue = [...fates];
    const met: Awaited<ReturnType<typeof meet>>[] = [];
    const work = async () => {
      for (let fate = queue.shift(); fate; fate = queue.shift()) met.push(await meet(fate));
    };
    await Promise.all([work(), work(), work()]);
    expect(met).toHaveLength(10);
    for (const one of met) expect(one).toMatchObject({ code: 0, times: [1, 1], states: ['confirmed', 'confirmed'] });
  });
});

describe('two runs at once', () => {
  it('post once: the second leaves the ledger alone', async () => {
    const desk = await approvedDesk('twice');
    let arrived = () => {};
    const first = desk.start('send.ts', ...AT_TEN);
    let answer = () => {};
    const reached = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const until = new Promise<void>((resolve) => {
      answer = resolve;
    });
    proxy.meddle((path) => (path === PUT ? { kind: 'held', until, onArrived: arrived } : undefined));
    await reached;
    const second = await desk.run('send.ts', ...AT_TEN);
    expect(second).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining(`Another run (process ${first.child.pid}) is sending from `),
    });
    answer();
    expect(await first.ended).toMatchObject({ code: 0 });
    expect(await timesPosted('twice')).toBe(1);
  });
});

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

  it('has the post once in the end, however often it failed before, and the outbox goes on', async () => {
    const desk = await approvedDesk('unlucky', 'card');
    for (const [index, [what, request, mishap, told, state]] of mishaps.entries()) {
      proxy.meddle((path) => (path.split('?')[0] === request ? mishap : undefined));
      const run = await desk.run('send.ts', '--now', `2026-12-01T10:${10 + index}:00+05:00`);
      expect(run, what).toMatchObject({ code: 2, err: '' });
      expect(run.out, what).toContain(`${told}\n`);
      expect(run.out.includes('sent     unlucky  outbox, en: Wash your hands. (unlucky)\n'), what).toBe(index === 0);
      expect(desk.states('unlucky').at(-1), what).toBe(state);
      expect(await timesPosted('unlucky'), what).toBe(mishap.kind === 'answer-lost' ? 1 : 0);
    }
    proxy.meddle(() => undefined);
    const next = await desk.run('send.ts', ...AT_ELEVEN);
    expect(next).toMatchObject({ code: 0, err: '' });
    expect(next.out).toMatch(/^sent {5}unlucky {2}bluesky, en: .*\n1 sent, 0 held/);
    expect(await timesPosted('unlucky')).toBe(1);
    expect(desk.everythingSaid()).not.toContain(PASSWORD);
    expect(desk.everythingSaid()).not.toMatch(/eyJ[\w-]+\.eyJ/);
  });

  it('and refuses the words themselves is not asked again until they change', async () => {
    const desk = await approvedDesk('refused');
    proxy.meddle(
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
    proxy.meddle(() => undefined);
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
    expect(await timesPosted('refused')).toBe(1);
  });
});

describe('an account that cannot be used', () => {
  it('because its password is wrong is told with what to do, and the outbox goes on', async () => {
    const desk = await approvedDesk('wrong-password');
    desk.connect(server.secret().replace(/:[^:/@]+@/, ':mistaken-word@'));
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
    desk.connect(server.secret());
    await desk.run('send.ts', ...AT_ELEVEN);
    expect(await timesPosted('wrong-password')).toBe(1);
  });

  it('because its server is down is tried again by a later run', async () => {
    const desk = await approvedDesk('down');
    desk.connect(server.secret(`http://localhost:${await freePort()}`));
    const first = await desk.run('send.ts', ...AT_TEN);
    expect(first.code).toBe(2);
    expect(first.out).toContain(
      'waiting  bluesky: Bluesky cannot be reached (ECONNREFUSED); the next run tries again\n',
    );
    expect(first.out).toContain('sent     down  outbox, en');
    desk.connect(server.secret());
    expect(await desk.run('send.ts', ...AT_ELEVEN)).toMatchObject({ code: 0 });
    expect(await timesPosted('down')).toBe(1);
  });
});

function on(wanted: string, mishap: Mishap): (path: string) => Mishap | undefined {
  return (path) => (path === wanted ? mishap : undefined);
}
