import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BlueskyServer, freePort, startBlueskyServer } from '../support/bluesky-server.ts';
import { type SendingDesk, sendingDesk } from '../support/sending-desk.ts';
import { type Mishap, startUnreliableProxy, type UnreliableProxy } from '../support/unreliable-proxy.ts';

// The desk's own commands against Bluesky's reference server, with a proxy in between that loses, holds and refuses.

const AT_TEN = ['--now', '2026-12-01T10:00:00+05:00'];
const AT_ELEVEN = ['--now', '2026-12-01T11:00:00+05:00'];
const NEXT_DAY = ['--now', '2026-12-02T11:00:00+05:00'];
const PUT = '/xrpc/com.atproto.repo.putRecord';
const UPLOAD = '/xrpc/com.atproto.repo.uploadBlob';
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
  expect(await desk.run('approve.ts', id, '--by', 'amina', ...AT_TEN)).toMatchObject({ code: 0 });
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
    expect(proxy.seen.slice(2)).toEqual([`POST ${LOGIN}`, 'GET /xrpc/com.atproto.repo.getRecord']);
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
      for (const letter of ['a', 'b']) await desk.run('approve.ts', `${id}-${letter}`, '--by', 'amina', ...AT_TEN);
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

  it.each<[string, string, (path: string) => Mishap | undefined, string, string[], number]>([
    [
      'loses the answer',
      'lost-answer',
      on(PUT, { kind: 'answer-lost' }),
      'unknown  ID  bluesky, en: Bluesky did not answer clearly (UND_ERR_SOCKET); the next run looks first',
      ['intent', 'sending', 'unknown'],
      1,
    ],
    [
      'is cut off before the request',
      'lost-request',
      on(PUT, { kind: 'request-lost' }),
      'unknown  ID  bluesky, en: Bluesky did not answer clearly (UND_ERR_SOCKET); the next run looks first',
      ['intent', 'sending', 'unknown'],
      0,
    ],
    [
      'breaks',
      'error-500',
      on(PUT, { kind: 'answered', status: 500, ...json, body: '{"error":"InternalServerError"}' }),
      'unknown  ID  bluesky, en: Bluesky did not answer clearly (500 InternalServerError); the next run looks first',
      ['intent', 'sending', 'unknown'],
      0,
    ],
    [
      'is hidden behind an error page',
      'error-page',
      on(PUT, { kind: 'answered', status: 502, body: '<html>Bad gateway</html>' }),
      'unknown  ID  bluesky, en: Bluesky did not answer clearly (502 UpstreamFailure); the next run looks first',
      ['intent', 'sending', 'unknown'],
      0,
    ],
    [
      'answers with a page that says all is well',
      'ok-page',
      on(PUT, { kind: 'answered', status: 200, body: '<html>correct-horse-battery-staple</html>' }),
      'unknown  ID  bluesky, en: Bluesky did not answer clearly (unreadable answer); the next run looks first',
      ['intent', 'sending', 'unknown'],
      0,
    ],
    [
      'asks to wait',
      'error-429',
      on(PUT, { kind: 'answered', status: 429, ...overloaded, headers: { 'retry-after': '300' } }),
      'refused  ID  bluesky, en: Bluesky asks to wait (429 RateLimitExceeded, come back in 300 s)',
      ['intent', 'sending', 'failed'],
      0,
    ],
    [
      'asks to wait before the login',
      'login-429',
      on(LOGIN, { kind: 'answered', status: 429, ...overloaded }),
      'waiting  bluesky: Bluesky cannot be reached (429 RateLimitExceeded); the next run tries again',
      [],
      0,
    ],
    [
      'does not take the picture',
      'no-picture',
      on(UPLOAD, { kind: 'answered', status: 503, body: '' }),
      'refused  ID  bluesky, en: Bluesky did not take the picture (503 NotEnoughResources)',
      ['intent', 'sending', 'failed'],
      0,
    ],
    [
      'forbids the account to post',
      'forbidden',
      on(PUT, { kind: 'answered', status: 403, ...json, body: '{"error":"AccountTakedown"}' }),
      'blocked  bluesky: Bluesky does not let this account post (403 AccountTakedown); its posts wait until that is mended',
      ['intent', 'sending', 'failed'],
      0,
    ],
  ])(
    'and %s is told, the outbox goes on, and the next run sends once',
    async (_what, id, mishap, told, states, posted) => {
      const desk = await approvedDesk(id, 'card');
      proxy.meddle(mishap);
      const first = await desk.run('send.ts', ...AT_TEN);
      expect(first).toMatchObject({ code: 2, err: '' });
      expect(first.out).toContain(`${told.replace('ID', id)}\n`);
      expect(first.out).toContain(`sent     ${id}  outbox, en: Wash your hands. (${id})\n`);
      expect(first.out).toMatch(/\n1 sent, 1 not, 0 held, /);
      expect(desk.states(id)).toEqual(states);
      expect(await timesPosted(id)).toBe(posted);

      proxy.meddle(() => undefined);
      const next = await desk.run('send.ts', ...AT_ELEVEN);
      expect(next).toMatchObject({ code: 0, err: '' });
      expect(next.out).toContain(`sent     ${id}  bluesky, en: `);
      expect(await timesPosted(id)).toBe(1);
      expect(desk.everythingSaid()).not.toMatch(/correct-horse|eyJ[\w-]+\.eyJ/);
    },
  );

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
    await desk.run('approve.ts', 'refused', '--by', 'amina', ...AT_TEN);
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
