import { describe, expect, it } from 'vitest';
import type { Content } from '../../src/model/content.ts';
import { toEpochMs } from '../../src/model/time.ts';
import { approvalName } from '../../src/publishing/approval-gate.ts';
import { type PlanInput, planPosts } from '../../src/publishing/plan-posts.ts';
import type { ChannelPort, Ledger } from '../../src/publishing/ports.ts';
import { type Done, runPlan } from '../../src/publishing/run-plan.ts';
import { type FakeChannel, fakeChannel } from '../support/fake-channel.ts';
import { memoryLedger } from '../support/memory-ledger.ts';
import { sampleContent } from '../support/sample-content.ts';

const NOW = toEpochMs('2026-12-01T10:00:00+05:00');
const LATER = toEpochMs('2026-12-02T10:00:00+05:00');
const ENGLISH = 'wash-hands/2026/bluesky/en/1';
const URDU = 'wash-hands/2026/bluesky/ur/1';

interface Desk {
  ledger: Ledger;
  channels: Record<string, ChannelPort>;
  content?: Content;
  now?: number;
}

/** One run: plans with what the ledger knows, then carries it out. Everything is approved as it is worded. */
async function run({ ledger, channels, content = sampleContent(), now = NOW }: Desk): Promise<string[]> {
  const input: PlanInput = {
    content,
    ledger: ledger.state(),
    readiness: new Map(Object.keys(channels).map((id) => [id, { kind: 'ready', isLoopback: true }])),
    localApprovals: new Set(),
    now,
  };
  const localApprovals = new Set(planPosts(input).map(({ key, words }) => approvalName(key, words)));
  const plan = planPosts({ ...input, localApprovals });
  const shown: Done[] = [];
  const done = await runPlan({
    plan,
    ledger,
    channels: new Map(Object.entries(channels)),
    now,
    timeZone: 'Asia/Karachi',
    onDone: (result) => shown.push(result),
  });
  expect(shown).toEqual(done);
  return done.map(
    ({ key, outcome }) =>
      `${key.channel}/${key.language} ${outcome.kind}${'reason' in outcome ? `: ${outcome.reason}` : ''}`,
  );
}

const arrivedOnce = (channel: FakeChannel) => expect([...channel.posts.keys()].toSorted()).toEqual([ENGLISH, URDU]);

describe('a run', () => {
  it('sends what is due, each post after its sending is in the ledger', async () => {
    const ledger = memoryLedger();
    const outbox = fakeChannel();
    const bluesky = fakeChannel();
    expect(await run({ ledger, channels: { outbox, bluesky } })).toEqual([
      'bluesky/en confirmed',
      'bluesky/ur confirmed',
      'outbox/en confirmed',
      'outbox/ur confirmed',
    ]);
    expect(ledger.written.slice(0, 3)).toEqual([`intent ${ENGLISH}`, `sending ${ENGLISH}`, `confirmed ${ENGLISH}`]);
    expect(bluesky.calls).toEqual(['open', `send ${ENGLISH}`, `send ${URDU}`]);
  });

  it('sends nothing the second time, and does not even open a channel', async () => {
    const ledger = memoryLedger();
    await run({ ledger, channels: { outbox: fakeChannel(), bluesky: fakeChannel() } });
    const bluesky = fakeChannel();
    expect(await run({ ledger, channels: { outbox: fakeChannel(), bluesky } })).toEqual([]);
    expect(bluesky.calls).toEqual([]);
  });

  it('fixes the time that the network is told when the request is made', async () => {
    const bluesky = fakeChannel();
    await run({ ledger: memoryLedger(), channels: { bluesky } });
    expect(bluesky.posts.get(ENGLISH)?.createdAt).toBe('2026-12-01T10:00:00+05:00');
  });
});

describe('an answer that never came', () => {
  const lost = () => ({ kind: 'unknown', reason: 'no answer in time' }) as const;

  it('leaves the rest of that channel for the next run, and the others go on', async () => {
    const ledger = memoryLedger();
    const channels = { outbox: fakeChannel(), bluesky: fakeChannel({ answer: lost }) };
    expect(await run({ ledger, channels })).toEqual([
      'bluesky/en unknown: no answer in time',
      'bluesky/ur unreachable: no answer in time',
      'outbox/en confirmed',
      'outbox/ur confirmed',
    ]);
  });

  it('is settled by looking where the post had arrived', async () => {
    const ledger = memoryLedger();
    const bluesky = fakeChannel({ answer: lost });
    await run({ ledger, channels: { bluesky } });
    const next = { ...fakeChannel(), posts: bluesky.posts, find: fakeChannelOn(bluesky).find };
    expect(await run({ ledger, channels: { bluesky: next } })).toEqual([
      'bluesky/en confirmed',
      'bluesky/ur confirmed',
    ]);
    expect(next.calls).toEqual(['open', `send ${URDU}`]);
  });

  it('is settled by the same request where it had not arrived', async () => {
    const ledger = memoryLedger();
    await run({ ledger, channels: { bluesky: fakeChannel({ answer: lost, arrives: false }) } });
    const bluesky = fakeChannel();
    await run({ ledger, channels: { bluesky }, now: NOW + 60_000 });
    arrivedOnce(bluesky);
    expect(bluesky.posts.get(ENGLISH)?.createdAt).toBe('2026-12-01T10:00:00+05:00');
    expect(bluesky.posts.get(URDU)?.createdAt).toBe('2026-12-01T10:01:00+05:00');
  });

  it('is never made up for after the post’s time has passed', async () => {
    const ledger = memoryLedger();
    await run({ ledger, channels: { bluesky: fakeChannel({ answer: lost, arrives: false }) } });
    const bluesky = fakeChannel();
    expect(await run({ ledger, channels: { bluesky }, now: LATER })).toEqual([
      'bluesky/en dropped: an earlier run was cut off before the network got it, and it is no longer due as it was then',
    ]);
    expect(bluesky.posts.size).toBe(0);
    expect(await run({ ledger, channels: { bluesky }, now: LATER })).toEqual([]);
  });

  it('stays open while nobody can look, and nothing new is written', async () => {
    const ledger = memoryLedger();
    await run({ ledger, channels: { bluesky: fakeChannel({ answer: lost }) } });
    const before = ledger.written.length;
    const finding = { kind: 'unknown', reason: '503' } as const;
    expect(await run({ ledger, channels: { bluesky: fakeChannel({ finding }) } })).toEqual([
      'bluesky/en unknown: 503',
      'bluesky/ur unreachable: 503',
    ]);
    expect(ledger.written).toHaveLength(before);
  });
});

function fakeChannelOn(earlier: FakeChannel): Pick<FakeChannel, 'find'> {
  return { find: (request) => earlier.find(request) };
}

describe('a channel in trouble', () => {
  it('that cannot be opened is reported and the others go on', async () => {
    const ledger = memoryLedger();
    const bluesky = fakeChannel({ opening: { kind: 'blocked', reason: 'wrong password' } });
    expect(await run({ ledger, channels: { outbox: fakeChannel(), bluesky } })).toEqual([
      'bluesky/en blocked: wrong password',
      'bluesky/ur blocked: wrong password',
      'outbox/en confirmed',
      'outbox/ur confirmed',
    ]);
    expect(bluesky.calls).toEqual(['open']);
    expect(ledger.written.some((line) => line.includes('bluesky'))).toBe(false);
  });

  it('that shuts half-way is left alone, and tried again by the next run', async () => {
    const ledger = memoryLedger();
    const shut = fakeChannel({ answer: () => ({ kind: 'blocked', reason: '403' }), arrives: false });
    expect(await run({ ledger, channels: { bluesky: shut } })).toEqual([
      'bluesky/en blocked: 403',
      'bluesky/ur blocked: 403',
    ]);
    expect(shut.calls).toEqual(['open', `send ${ENGLISH}`]);
    const bluesky = fakeChannel();
    await run({ ledger, channels: { bluesky } });
    arrivedOnce(bluesky);
  });

  it('that asks to wait is not asked again in this run', async () => {
    const ledger = memoryLedger();
    const busy = fakeChannel({ answer: () => ({ kind: 'refused', reason: '429', again: true }), arrives: false });
    expect(await run({ ledger, channels: { bluesky: busy } })).toEqual([
      'bluesky/en refused: 429',
      'bluesky/ur unreachable: 429',
    ]);
    const bluesky = fakeChannel();
    await run({ ledger, channels: { bluesky } });
    arrivedOnce(bluesky);
  });

  it('that refuses one post takes the others', async () => {
    const ledger = memoryLedger();
    const bluesky = fakeChannel({
      answer: (outcome) =>
        outcome.kind === 'confirmed' && outcome.uri.includes('/en/')
          ? { kind: 'refused', reason: 'no', again: false }
          : outcome,
    });
    expect(await run({ ledger, channels: { bluesky } })).toEqual(['bluesky/en refused: no', 'bluesky/ur confirmed']);
    expect(await run({ ledger, channels: { bluesky: fakeChannel() } })).toEqual([]);
  });
});

class Killed extends Error {}

/** Everything that an effect of a run can be killed before and after, by number. */
function killable(at: number): {
  ledger(ledger: Ledger): Ledger;
  channel(channel: FakeChannel): ChannelPort;
  count(): number;
} {
  let effects = 0;
  const tick = () => {
    effects += 1;
    if (effects === at) throw new Killed();
  };
  return {
    count: () => effects,
    ledger: (ledger) => ({
      ...ledger,
      append(...entry) {
        tick();
        ledger.append(...entry);
        tick();
      },
    }),
    channel: (channel) => ({
      open: () => channel.open(),
      async send(request) {
        tick();
        const outcome = await channel.send(request);
        tick();
        return outcome;
      },
      async find(request) {
        tick();
        const finding = await channel.find(request);
        tick();
        return finding;
      },
    }),
  };
}

describe('a run that is killed', () => {
  it('before or after any of its effects is made good by the next: every post once', async () => {
    const whole = killable(Number.POSITIVE_INFINITY);
    await run({ ledger: whole.ledger(memoryLedger()), channels: { bluesky: whole.channel(fakeChannel()) } });
    expect(whole.count()).toBe(16);
    for (let at = 1; at <= whole.count(); at += 1) {
      const ledger = memoryLedger();
      const bluesky = fakeChannel();
      const fate = killable(at);
      await expect(
        run({ ledger: fate.ledger(ledger), channels: { bluesky: fate.channel(bluesky) } }),
      ).rejects.toBeInstanceOf(Killed);
      await run({ ledger, channels: { bluesky }, now: NOW + 60_000 });
      arrivedOnce(bluesky);
      expect([...ledger.state().values()].map(({ last }) => last.state)).toEqual(['confirmed', 'confirmed']);
    }
  });

  it('twice, anywhere, is made good by the third', async () => {
    for (let first = 1; first <= 16; first += 1) {
      for (let second = 1; second <= 16; second += 1) {
        const ledger = memoryLedger();
        const bluesky = fakeChannel();
        for (const at of [first, second]) {
          const fate = killable(at);
          await run({ ledger: fate.ledger(ledger), channels: { bluesky: fate.channel(bluesky) } }).catch((error) => {
            if (!(error instanceof Killed)) throw error;
          });
        }
        await run({ ledger, channels: { bluesky } });
        arrivedOnce(bluesky);
        const sent = bluesky.calls.filter((call) => call.startsWith('send')).length;
        expect(sent).toBeLessThanOrEqual(4);
      }
    }
  });
});
