import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBluesky } from '../../src/channels/bluesky.ts';
import { readChannelSecret } from '../../src/channels/channel-secret.ts';
import type { Content, Post } from '../../src/model/content.ts';
import type { ChannelPort } from '../../src/publishing/ports.ts';
import { type BlueskyServer, startBlueskyServer } from '../support/bluesky-server.ts';
import { Killed, killedAt } from '../support/killable.ts';
import { memoryLedger } from '../support/memory-ledger.ts';
import { planStage, runStage } from '../support/rehearsal.ts';
import { sampleCampaign, sampleChannel, sampleContent, samplePost, sampleWords } from '../support/sample-content.ts';

// Runs that change what readers have, killed before and after each of their effects, on Bluesky's reference server.

const MORNING = '2026-12-01T09:30:00+05:00';
const NOON = '2026-12-01T12:00:00+05:00';
const NEXT_DAY = '2026-12-02T10:00:00+05:00';

let server: BlueskyServer;
let channel: ChannelPort;

beforeAll(async () => {
  server = await startBlueskyServer();
  const { secret } = readChannelSecret('bluesky', { AAGAHI_CHANNEL_BLUESKY: server.secret() });
  if (!secret) throw new Error('no secret');
  const nothing = async () => Buffer.alloc(0);
  const opened = openBluesky(secret, { picture: nothing, banner: nothing });
  expect(await opened.open()).toEqual({ kind: 'open' });
  // The server lets an account sign in thirty times in five minutes.
  channel = { ...opened, open: async () => ({ kind: 'open' }) };
});
afterAll(() => server.stop());

function desk(id: string, text: string, different: Partial<Post> = {}): Content {
  const post = samplePost({
    id,
    channels: ['bluesky'],
    attach: 'nothing',
    link: 'none',
    versions: { en: sampleWords('en', text) },
    ...different,
  });
  return sampleContent({
    channels: new Map([['bluesky', sampleChannel('bluesky', 'bluesky', ['en'])]]),
    campaigns: [sampleCampaign({ posts: [post] })],
  });
}

interface Act {
  content: Content;
  now: string;
}

const at = '2026-12-01T11:00:00+05:00';

const KINDS: Readonly<Record<string, { acts(id: string): Act[]; left: RegExp[] }>> = {
  'a thread': {
    acts: (id) => [
      {
        content: desk(id, Array.from({ length: 16 }, (_, n) => `Part ${n + 1} of ${id} says a thing.`).join(' '), {
          thread: true,
        }),
        now: MORNING,
      },
    ],
    left: [/\(1\/\d\)$/, /\(2\/\d\)$/],
  },
  'a correction by replacing': {
    acts: (id) => [
      { content: desk(id, `${id} is wrong.`), now: MORNING },
      { content: desk(id, `${id} is right.`, { correction: { at, by: 'replace' } }), now: NOON },
    ],
    left: [/is right\.$/],
  },
  'a withdrawal': {
    acts: (id) => [
      { content: desk(id, `${id} is wrong.`), now: MORNING },
      { content: desk(id, `${id} is wrong.`, { withdrawn: { at, reason: 'wrong' } }), now: NOON },
    ],
    left: [],
  },
  'a pin that goes again': {
    acts: (id) => {
      const content = desk(id, `${id} is pinned.`, { pinUntil: { daysFromStart: 1, time: '09:00' } });
      return [MORNING, NEXT_DAY].map((now) => ({ content, now }));
    },
    left: [/is pinned\.$/],
  },
};

describe('a run on Bluesky that is killed anywhere', () => {
  it.each(Object.entries(KINDS))('is made good: %s', async (kind, { acts, left }) => {
    const name = kind.replaceAll(' ', '-');
    let killed = 0;
    for (let place = 1; place <= 24; place += 1) {
      const id = `${name}-${place}`;
      const ledger = memoryLedger();
      const play = async (act: Act, fate = killedAt(Number.POSITIVE_INFINITY)) => {
        await runStage({ ...act, ledger: fate.ledger(ledger), channels: { bluesky: fate.channel(channel) } });
      };
      for (const act of acts(id)) {
        await play(act, killedAt(place)).catch((error: unknown) => {
          if (!(error instanceof Killed)) throw error;
          killed += 1;
        });
        for (let run = 0; run < 8; run += 1) {
          const plan = await planStage({ ...act, ledger, channels: { bluesky: channel } });
          if (plan.every((planned) => planned.kind === 'hold')) break;
          await play(act);
        }
      }
      const posts = (await server.posts()).map(({ value }) => value.text).filter((text) => text.includes(`${id} `));
      expect(posts).toHaveLength(left.length);
      for (const words of left) expect(posts.filter((text) => words.test(text))).toHaveLength(1);
      expect((await server.profile()).pinnedPost).toBeUndefined();
    }
    expect(killed).toBeGreaterThan(8);
  });
});
