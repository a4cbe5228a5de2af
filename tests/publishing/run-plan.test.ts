import { describe, expect, it } from 'vitest';
import { approvalName } from '../../src/approvals/approval-gate.ts';
import type { Content } from '../../src/model/content.ts';
import { toEpochMs } from '../../src/model/time.ts';
import { type PlanInput, planAll } from '../../src/publishing/plan.ts';
import type { ChannelPort, Ledger } from '../../src/publishing/ports.ts';
import { type Done, runPlan } from '../../src/publishing/run-plan.ts';
import { type FakeChannel, fakeChannel } from '../support/fake-channel.ts';
import { Killed, killedAt } from '../support/killable.ts';
import { memoryLedger } from '../support/memory-ledger.ts';
import { sampleCampaign, sampleContent, samplePost, sampleWords } from '../support/sample-content.ts';

const NOW = toEpochMs('2026-12-01T10:00:00+05:00');
const LATER = toEpochMs('2026-12-02T10:00:00+05:00');
const ENGLISH = 'wash-hands/2026/bluesky/en/1';
const URDU = 'wash-hands/2026/bluesky/ur/1';

interface Desk {
  ledger: Ledger;
  channels: Record<string, ChannelPort>;
  content?: Content;
  now?: number;
  clock?: () => number;
}

/** One run: plans with what the ledger knows, then carries it out. Everything is approved as it is worded. */
async function run({
  ledger,
  channels,
  content = sampleContent(),
  now = NOW,
  clock = () => now,
}: Desk): Promise<string[]> {
  const input: PlanInput = {
    content,
    ledger: ledger.state(),
    readiness: new Map(Object.keys(channels).map((id) => [id, { kind: 'ready', isLoopback: true }])),
    localApprovals: new Set(),
    now,
  };
  const localApprovals = new Set(planAll(input).flatMap(({ asks }) => (asks ? [approvalName(asks)] : [])));
  const plan = planAll({ ...input, localApprovals });
  const shown: Done[] = [];
  const done = await runPlan({
    plan,
    ledger,
    channels: new Map(Object.entries(channels)),
    clock,
    pages: { revision: async () => undefined },
    sleep: async () => {},
    timeZone: 'Asia/Karachi',
    onDone: (result) => shown.push(result),
  });
  expect(shown).toEqual(done);
  return done.map(
    ({ subject, outcome }) =>
      `${subject.channel}/${'language' in subject ? subject.language : subject.action} ${outcome.kind}${'reason' in outcome ? `: ${outcome.reason}` : ''}`,
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
    expect(ledger.written.slice(0, 3)).toEqual([
      `intent post/${ENGLISH}`,
      `sending post/${ENGLISH}`,
      `intent post/${URDU}`,
    ]);
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
    expect(await run({ ledger, channels: { bluesky: fakeChannel({ finding }) }, content: onlyInEnglish() })).toEqual([
      'bluesky/en unknown: 503',
    ]);
    expect(ledger.written).toHaveLength(before);
  });
});

function onlyInEnglish(): Content {
  const posts = [samplePost({ versions: { en: sampleWords('en', 'Wash your hands with soap. #CleanHands') } })];
  return sampleContent({ campaigns: [sampleCampaign({ posts })] });
}

function fakeChannelOn(earlier: FakeChannel): Pick<FakeChannel, 'find'> {
  return { find: (request) => earlier.find(request) };
}

describe('a post that never arrived and was reworded since', () => {
  it('leaves with its new words, once', async () => {
    const ledger = memoryLedger();
    const lost = () => ({ kind: 'unknown', reason: 'no answer' }) as const;
    await run({ ledger, channels: { bluesky: fakeChannel({ answer: lost, arrives: false }) } });
    const bluesky = fakeChannel();
    const posts = [samplePost({ versions: { en: sampleWords('en', 'Other words') } })];
    const content = sampleContent({ campaigns: [sampleCampaign({ posts })] });
    expect(await run({ ledger, channels: { bluesky }, content })).toEqual(['bluesky/en confirmed']);
    expect(bluesky.posts.get(ENGLISH)?.post.text).toContain('Other words');
    expect(bluesky.calls).toEqual(['open', `find ${ENGLISH}`, `send ${ENGLISH}`]);
    expect(await run({ ledger, channels: { bluesky }, content })).toEqual([]);
  });

  it('stays as it was where it did arrive', async () => {
    const ledger = memoryLedger();
    const lost = () => ({ kind: 'unknown', reason: 'no answer' }) as const;
    const bluesky = fakeChannel({ answer: lost });
    await run({ ledger, channels: { bluesky }, content: onlyInEnglish() });
    const posts = [samplePost({ versions: { en: sampleWords('en', 'Other words') } })];
    const content = sampleContent({ campaigns: [sampleCampaign({ posts })] });
    expect(await run({ ledger, channels: { bluesky }, content })).toEqual(['bluesky/en confirmed']);
    expect(bluesky.posts.get(ENGLISH)?.post.text).toContain('soap');
  });
});

describe('a post that a network chokes on each time', () => {
  it('keeps none of the others waiting for longer than one run', async () => {
    const ledger = memoryLedger();
    const bluesky = fakeChannel({
      answer: (outcome) =>
        outcome.kind === 'confirmed' && outcome.uri.includes('/en/') ? { kind: 'unknown', reason: '500' } : outcome,
      finding: { kind: 'absent' },
    });
    expect(await run({ ledger, channels: { bluesky } })).toEqual([
      'bluesky/en unknown: 500',
      'bluesky/ur unreachable: 500',
    ]);
    expect(await run({ ledger, channels: { bluesky } })).toEqual(['bluesky/ur confirmed', 'bluesky/en unknown: 500']);
  });
});

describe('a run that takes long', () => {
  const END = toEpochMs('2026-12-01T21:00:00+05:00');

  it('sends nothing whose time passes meanwhile', async () => {
    const ledger = memoryLedger();
    const bluesky = fakeChannel();
    // The clock is read for each post when it is looked at, and again right before it leaves.
    const moments = Array.from({ length: 5 }, () => END - 1);
    expect(await run({ ledger, channels: { bluesky }, clock: () => moments.shift() ?? END })).toEqual([
      'bluesky/en confirmed',
      'bluesky/ur expired',
    ]);
    expect([...bluesky.posts.keys()]).toEqual([ENGLISH]);
    expect(ledger.written.at(-1)).toBe(`failed post/${URDU}`);
  });

  it('does not repeat what an earlier run left, either', async () => {
    const ledger = memoryLedger();
    const lost = () => ({ kind: 'unknown', reason: 'no answer' }) as const;
    const content = onlyInEnglish();
    await run({ ledger, channels: { bluesky: fakeChannel({ answer: lost, arrives: false }) }, content });
    const bluesky = fakeChannel();
    expect(await run({ ledger, channels: { bluesky }, content, clock: () => END })).toEqual([
      'bluesky/en dropped: an earlier run was cut off before the network got it, and it is no longer due as it was then',
    ]);
    expect(bluesky.posts.size).toBe(0);
  });
});

describe('a channel that breaks in a way it did not foresee', () => {
  const broken = async () => {
    throw new Error('disk full');
  };

  it.each([
    ['opening', { open: broken }, ['bluesky/en unreachable', 'bluesky/ur unreachable']],
    ['sending', { send: broken }, ['bluesky/en unknown', 'bluesky/ur unreachable']],
  ])('while %s does not keep the others from sending', async (_what, how, expected) => {
    const channels = { outbox: fakeChannel(), bluesky: { ...fakeChannel(), ...how } };
    expect(await run({ ledger: memoryLedger(), channels })).toEqual([
      ...expected.map((line) => `${line}: the channel broke off (Error)`),
      'outbox/en confirmed',
      'outbox/ur confirmed',
    ]);
  });
});

describe('a ledger that cannot be written', () => {
  it('stops the run before anything leaves', async () => {
    const full = {
      ...memoryLedger(),
      append() {
        throw new Error('no space left');
      },
    };
    const bluesky = fakeChannel();
    await expect(run({ ledger: full, channels: { bluesky } })).rejects.toThrow('no space left');
    expect(bluesky.posts.size).toBe(0);
  });
});

describe('a plan that is older than its ledger', () => {
  it('is not carried out', async () => {
    const ledger = memoryLedger();
    const stale = memoryLedger();
    const bluesky = fakeChannel();
    await run({ ledger, channels: { bluesky } });
    await expect(
      run({ ledger: { ...ledger, state: stateOnce(stale, ledger) }, channels: { bluesky } }),
    ).rejects.toThrow('the plan would send post/wash-hands/2026/bluesky/en/1, which the ledger says is confirmed');
  });
});

/** Says first what a stale ledger says, and from then on what is so. */
function stateOnce(stale: Ledger, actual: Ledger): Ledger['state'] {
  let isFirst = true;
  return () => {
    const answer = isFirst ? stale.state() : actual.state();
    isFirst = false;
    return answer;
  };
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

describe('a run that is killed', () => {
  it('before or after any of its effects is made good by the next: every post once', async () => {
    const whole = killedAt(Number.POSITIVE_INFINITY);
    await run({ ledger: whole.ledger(memoryLedger()), channels: { bluesky: whole.channel(fakeChannel()) } });
    expect(whole.count()).toBe(20);
    for (let at = 1; at <= whole.count(); at += 1) {
      const ledger = memoryLedger();
      const bluesky = fakeChannel();
      const fate = killedAt(at);
      await expect(
        run({ ledger: fate.ledger(ledger), channels: { bluesky: fate.channel(bluesky) } }),
      ).rejects.toBeInstanceOf(Killed);
      await run({ ledger, channels: { bluesky }, now: NOW + 60_000 });
      arrivedOnce(bluesky);
      expect([...ledger.state().values()].map(({ last }) => last.state)).toEqual(['confirmed', 'confirmed']);
    }
  });

  it('twice, anywhere, is made good by the third', async () => {
    for (let first = 1; first <= 20; first += 1) {
      for (let second = 1; second <= 20; second += 1) {
        const ledger = memoryLedger();
        const bluesky = fakeChannel();
        for (const at of [first, second]) {
          const fate = killedAt(at);
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
