import { describe, expect, it } from 'vitest';
import { blueskyBehindProxy } from '../support/bluesky-behind-proxy.ts';
import { type SendingDesk, sendingDesk } from '../support/sending-desk.ts';
import { startUnreliableProxy, type UnreliableProxy } from '../support/unreliable-proxy.ts';

// The desk's own commands, killed while they send to Bluesky's reference server.

const AT_TEN = ['--now', '2026-12-01T10:00:00+05:00'];
const AT_ELEVEN = ['--now', '2026-12-01T11:00:00+05:00'];
/** For what starts a command some twenty times. */
const LONG_MS = 240_000;
const NEXT_DAY = ['--now', '2026-12-02T11:00:00+05:00'];
const PUT = '/xrpc/com.atproto.repo.putRecord';
const FIND = '/xrpc/com.atproto.repo.getRecord';
const LOGIN = '/xrpc/com.atproto.server.createSession';

const bluesky = blueskyBehindProxy();

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
    const desk = await bluesky.approvedDesk('killed');
    // The outbox comes after Bluesky, so it has not been sent to either.
    expect(await killAt(desk, bluesky.proxy, 2, 'held')).toBe(true);
    expect(bluesky.proxy.seen).toEqual([`POST ${LOGIN}`, `POST ${PUT}`]);
    expect(desk.states('killed')).toEqual(['intent', 'sending']);
    expect(await bluesky.timesPosted('killed')).toBe(1);
    const plan = await desk.run('plan.ts', ...AT_ELEVEN);
    expect(plan.out).toContain(
      'bluesky, en  25 of 300 characters  LOOK FIRST: an earlier run was cut off, and the post may be there',
    );

    const next = await desk.run('send.ts', ...AT_ELEVEN);
    expect(next).toMatchObject({ code: 0, err: '' });
    expect(next.out).toContain('sent     killed  bluesky, en: Wash your hands. (killed)\n');
    expect(next.out).toContain('sent     killed  outbox, en: Wash your hands. (killed)\n');
    expect(bluesky.proxy.seen.slice(2)).toEqual([`POST ${LOGIN}`, `GET ${FIND}`]);
    expect(desk.states('killed')).toEqual(['intent', 'sending', 'confirmed']);
    expect(await bluesky.timesPosted('killed')).toBe(1);
  });

  it('after its window has passed is not made up for, and told', async () => {
    const desk = await bluesky.approvedDesk('killed-late');
    await killAt(desk, bluesky.proxy, 2, 'stalled');
    const next = await desk.run('send.ts', ...NEXT_DAY);
    expect(next.code).toBe(0);
    expect(next.out).toContain(
      'dropped  killed-late  bluesky, en: an earlier run was cut off before the network got it, and it is no longer due as it was then\n',
    );
    expect(await bluesky.timesPosted('killed-late')).toBe(0);
    expect((await desk.run('send.ts', ...NEXT_DAY)).out).toMatch(
      /^skipped {2}killed-late {2}bluesky, en; outbox, en: its time passed 2026-12-01 21:00\n/,
    );
  });

  it('is looked after even when the post has been removed from the content since', async () => {
    const desk = await bluesky.approvedDesk('killed-removed');
    await killAt(desk, bluesky.proxy, 2, 'held');
    desk.remove('killed-removed');
    const next = await desk.run('send.ts', ...AT_ELEVEN);
    expect(next.out).toContain('sent     killed-removed  bluesky, en');
    expect(await bluesky.timesPosted('killed-removed')).toBe(1);
  });

  it('is not looked after with a made-up time at a server beyond this machine', async () => {
    const desk = await bluesky.approvedDesk('killed-moved');
    await killAt(desk, bluesky.proxy, 2, 'held');
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

  it(
    'at any of its requests, before or after the server has done it, posts everything once',
    async () => {
      // Login, and for each of two posts its picture and its record.
      const fates = [1, 2, 3, 4, 5].flatMap((number) => (['stalled', 'held'] as const).map((far) => ({ number, far })));
      const meet = async ({ number, far }: (typeof fates)[number]) => {
        const id = `sweep-${number}-${far}`;
        const line = await startUnreliableProxy(bluesky.server.url);
        const desk = sendingDesk({
          posts: ['a', 'b'].map((letter) => ({
            attach: 'card' as const,
            id: `${id}-${letter}`,
            text: `Wash. (${id}-${letter})`,
          })),
        });
        desk.connect(bluesky.server.secret(line.url));
        await desk.approve(`${id}-a`, `${id}-b`);
        expect(await killAt(desk, line, number, far)).toBe(true);
        const next = await desk.run('send.ts', ...AT_ELEVEN);
        await line.stop();
        const times = [await bluesky.timesPosted(`${id}-a`), await bluesky.timesPosted(`${id}-b`)];
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
    },
    LONG_MS,
  );
});

describe('two runs at once', () => {
  it('post once: the second leaves the ledger alone', async () => {
    const desk = await bluesky.approvedDesk('twice');
    let arrived = () => {};
    const first = desk.start('send.ts', ...AT_TEN);
    let answer = () => {};
    const reached = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const until = new Promise<void>((resolve) => {
      answer = resolve;
    });
    bluesky.proxy.meddle((path) => (path === PUT ? { kind: 'held', until, onArrived: arrived } : undefined));
    await reached;
    const second = await desk.run('send.ts', ...AT_TEN);
    expect(second).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining(`Another run (process ${first.child.pid}) is sending from `),
    });
    answer();
    expect(await first.ended).toMatchObject({ code: 0 });
    expect(await bluesky.timesPosted('twice')).toBe(1);
  });
});
