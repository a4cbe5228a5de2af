import { describe, expect, it } from 'vitest';
import type { Content, Event } from '../../src/model/content.ts';
import { type FakeChannel, fakeChannel } from '../support/fake-channel.ts';
import { memoryLedger } from '../support/memory-ledger.ts';
import { planStage, runStage, type Stage } from '../support/rehearsal.ts';
import { sampleChannel, sampleContent } from '../support/sample-content.ts';
import { sampleEvent, sampleThreadPost } from '../support/sample-programme.ts';

const BEGINS = '2026-12-05T16:05:00+05:00';
const LATER = '2026-12-05T16:35:00+05:00';
const first = sampleThreadPost('first', '2026-12-05T16:00:00+05:00', { channels: ['bluesky'] });
const second = sampleThreadPost('second', '2026-12-05T16:30:00+05:00', { channels: ['bluesky'] });
const expired = { ...first, expiresAt: '2026-12-05T16:20:00+05:00' };
const key = (item: string) => `${item}/talk/bluesky/en/1`;

function scene(event: Event) {
  const bluesky: FakeChannel = fakeChannel();
  const content: Content = sampleContent({
    channels: new Map([['bluesky', sampleChannel('bluesky', 'bluesky', ['en'])]]),
    campaigns: [],
    events: [event],
  });
  const stage: Omit<Stage, 'now'> = { content, ledger: memoryLedger(), channels: { bluesky } };
  return {
    bluesky,
    at: (now: string) => runStage({ ...stage, now }),
    planAt: (now: string) => planStage({ ...stage, now }),
  };
}

describe('the posts of an event', () => {
  it('leave at their moments, once, each as an answer to the one before', async () => {
    const { bluesky, at } = scene(sampleEvent({ posts: [second, first] }));
    expect(await at('2026-12-05T15:59:00+05:00')).toEqual([]);
    await at(BEGINS);
    await at(BEGINS);
    await at(LATER);
    await at(LATER);
    expect(bluesky.arrivals).toEqual([key('first'), key('second')]);
    expect(bluesky.posts.get(key('first'))?.replyTo).toBeUndefined();
    expect(bluesky.posts.get(key('second'))?.replyTo).toMatchObject({
      root: { uri: `fake:${key('first')}` },
      parent: { uri: `fake:${key('first')}` },
    });
    expect(bluesky.posts.get(key('second'))?.post.text).toContain('Words of second.');
  });

  it('stand alone where readers never got the one before', async () => {
    const { bluesky, at } = scene(sampleEvent({ posts: [expired, second] }));
    await at(LATER);
    expect(bluesky.arrivals).toEqual([key('second')]);
    expect(bluesky.posts.get(key('second'))?.replyTo).toBeUndefined();
  });

  it('do not leave once the event is called off', async () => {
    const { planAt, bluesky, at } = scene(
      sampleEvent({ posts: [first, second], cancelled: { at: '2026-12-05T16:20:00+05:00' } }),
    );
    await at(BEGINS);
    await at(LATER);
    expect(bluesky.arrivals).toEqual([key('first')]);
    expect((await planAt(LATER)).filter(({ action }) => action === 'post').map((one) => JSON.stringify(one))).toEqual([
      expect.stringContaining('"item":"first"'),
    ]);
  });
});
