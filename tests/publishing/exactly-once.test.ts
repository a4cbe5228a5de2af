import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approvalName } from '../../src/approvals/approval-gate.ts';
import type { Content } from '../../src/model/content.ts';
import { keyText } from '../../src/model/post-key.ts';
import { toEpochMs } from '../../src/model/time.ts';
import { type PlanInput, planAll } from '../../src/publishing/plan.ts';
import type { ChannelPort } from '../../src/publishing/ports.ts';
import { runPlan } from '../../src/publishing/run-plan.ts';
import { type Fate, Killed, killedAt } from '../support/killable.ts';
import { memoryLedger } from '../support/memory-ledger.ts';
import { sampleCampaign, sampleContent, samplePost, sampleWords } from '../support/sample-content.ts';

// Whatever happens, in whatever order: a post stands on the network at most once, only within its window, only in words
// that were approved; and once all is well again, it stands there exactly once. The network has no handle against doubles:
// what is sent twice stands there twice. It can only be asked what it has.

const MINUTE_MS = 60_000;
const START = toEpochMs('2026-12-01T09:00:00+05:00');
const END = toEpochMs('2026-12-01T21:00:00+05:00');

type Happening =
  | { kind: 'run'; kill: number; network: 'well' | 'loses-answers' | 'loses-requests' | 'asks-to-wait' | 'silent' }
  | { kind: 'time'; minutes: number }
  | { kind: 'reword'; version: number }
  | { kind: 'approve' }
  | { kind: 'remove' }
  | { kind: 'restore' };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('run' as const),
      // Where a run passes fewer places, it is not killed.
      kill: fc.integer({ min: 1, max: 12 }),
      network: fc.constantFrom('well', 'loses-answers', 'loses-requests', 'asks-to-wait', 'silent'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('time' as const), minutes: fc.integer({ min: -30, max: 400 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('reword' as const), version: fc.integer({ min: 0, max: 2 }) }),
  },
  { weight: 3, arbitrary: fc.constant({ kind: 'approve' as const }) },
  { weight: 1, arbitrary: fc.constantFrom({ kind: 'remove' as const }, { kind: 'restore' as const }) },
);

interface Arrival {
  key: string;
  text: string;
  at: number;
}

class Desk {
  readonly arrivals: Arrival[] = [];
  readonly #ledger = memoryLedger();
  readonly #approvals = new Set<string>();
  readonly #approvedTexts = new Set<string>();
  /** Runs that were cut off. */
  kills = 0;
  #now = START;
  #version = 0;
  #isThere = true;

  async meet(happening: Happening): Promise<void> {
    switch (happening.kind) {
      case 'run':
        await this.#run(killedAt(happening.kill), happening.network);
        break;
      case 'time':
        this.#now += happening.minutes * MINUTE_MS;
        break;
      case 'reword':
        this.#version = happening.version;
        break;
      case 'approve':
        for (const planned of planAll(this.#input())) {
          if (planned.action !== 'post' || !planned.asks) continue;
          this.#approvals.add(approvalName(planned.asks));
          this.#approvedTexts.add(planned.post.text);
        }
        break;
      case 'remove':
      case 'restore':
        this.#isThere = happening.kind === 'restore';
    }
  }

  /** All is well: the post is there, approved, due. */
  async recover(): Promise<void> {
    this.#now = START + MINUTE_MS;
    this.#isThere = true;
    await this.meet({ kind: 'approve' });
    await this.#run(killedAt(Number.POSITIVE_INFINITY), 'well');
  }

  wasApproved(text: string): boolean {
    return this.#approvedTexts.has(text);
  }

  async #run(fate: Fate, behaviour: Extract<Happening, { kind: 'run' }>['network']): Promise<void> {
    try {
      await runPlan({
        plan: planAll(this.#input()),
        ledger: fate.ledger(this.#ledger),
        channels: new Map([['bluesky', fate.channel(this.#network(behaviour))]]),
        clock: () => this.#now,
        pages: { revision: async () => undefined },
        sleep: async () => {},
        timeZone: 'Asia/Karachi',
      });
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      this.kills += 1;
    }
  }

  #network(behaviour: Extract<Happening, { kind: 'run' }>['network']): ChannelPort {
    const uri = 'at://there';
    return {
      open: async () => ({ kind: 'open' }),
      profile: async () => ({ kind: 'unreachable', reason: 'no profile' }),
      bannerPicture: async () => undefined,
      send: async (request) => {
        if (request.action !== 'post') throw new Error('posts only');
        const { key, post } = request;
        if (behaviour === 'asks-to-wait') return { kind: 'refused', reason: '429', again: true };
        if (behaviour === 'well' || behaviour === 'loses-answers')
          this.arrivals.push({ key: keyText(key), text: post.text, at: this.#now });
        return behaviour === 'well' ? { kind: 'confirmed', uri } : { kind: 'unknown', reason: 'no answer' };
      },
      find: async (request) => {
        if (request.action !== 'post') throw new Error('posts only');
        const { key } = request;
        if (behaviour === 'silent') return { kind: 'unknown', reason: 'no answer' };
        return this.arrivals.some((arrival) => arrival.key === keyText(key))
          ? { kind: 'confirmed', uri }
          : { kind: 'absent' };
      },
    };
  }

  #input(): PlanInput {
    const words = (language: string) => sampleWords(language, `Version ${this.#version} in ${language}.`);
    const posts = [
      samplePost({ channels: ['bluesky'], attach: 'nothing', versions: { en: words('en'), ur: words('ur') } }),
    ];
    const content: Content = sampleContent({ campaigns: [sampleCampaign({ posts: this.#isThere ? posts : [] })] });
    return {
      content,
      ledger: this.#ledger.state(),
      readiness: new Map([['bluesky', { kind: 'ready', isLoopback: true }]]),
      localApprovals: this.#approvals,
      now: this.#now,
    };
  }
}

describe('a post, whatever happens', () => {
  it('is on the network at most once, in its window, as approved; and exactly once when all is well again', async () => {
    let kills = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 25, size: 'max' }), async (happenings) => {
        const desk = new Desk();
        await desk.meet({ kind: 'approve' });
        for (const one of happenings) await desk.meet(one);
        for (const { text, at } of desk.arrivals) {
          expect(at >= START && at < END).toBe(true);
          expect(desk.wasApproved(text)).toBe(true);
        }
        kills += desk.kills;
        await desk.recover();
        expect(desk.arrivals.map(({ key }) => key).toSorted()).toEqual([
          'wash-hands/2026/bluesky/en/1',
          'wash-hands/2026/bluesky/ur/1',
        ]);
      }),
      { numRuns: 1000 },
    );
    // Or this would have proved nothing.
    expect(kills).toBeGreaterThan(500);
  });
});
