import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBluesky } from '../../src/channels/bluesky.ts';
import { readChannelSecret } from '../../src/channels/channel-secret.ts';
import type { Content, Update } from '../../src/model/content.ts';
import type { ChannelPort } from '../../src/publishing/ports.ts';
import { type BlueskyServer, startBlueskyServer } from '../support/bluesky-server.ts';
import { Killed, killedAt } from '../support/killable.ts';
import { memoryLedger } from '../support/memory-ledger.ts';
import { planStage, runStage } from '../support/rehearsal.ts';
import { sampleChannel, sampleContent } from '../support/sample-content.ts';
import { sampleIncident, sampleUpdate } from '../support/sample-incident.ts';

// A whole incident by a made-up clock on Bluesky's reference server: alert, two updates, end. At each step the run is killed
// before or after one of its effects, and started again.

const PICTURE = readFileSync(path.resolve(import.meta.dirname, '../fixtures/desk/campaigns/clean-water/tap.png'));

let server: BlueskyServer;
let channel: ChannelPort;

beforeAll(async () => {
  server = await startBlueskyServer();
  const { secret } = readChannelSecret('bluesky', { AAGAHI_CHANNEL_BLUESKY: server.secret() });
  if (!secret) throw new Error('no secret');
  const drawn = async () => PICTURE;
  const opened = openBluesky(secret, { picture: drawn, banner: drawn });
  expect(await opened.open()).toEqual({ kind: 'open' });
  // The server lets an account sign in thirty times in five minutes.
  channel = { ...opened, open: async () => ({ kind: 'open' }) };
});
afterAll(() => server.stop());

const STEPS: readonly { kind: Update['kind']; sentAt: string; expiresAt: string }[] = [
  { kind: 'alert', sentAt: '2026-12-01T09:00:00+05:00', expiresAt: '2026-12-02T09:00:00+05:00' },
  { kind: 'update', sentAt: '2026-12-01T15:00:00+05:00', expiresAt: '2026-12-02T15:00:00+05:00' },
  { kind: 'update', sentAt: '2026-12-01T21:00:00+05:00', expiresAt: '2026-12-02T21:00:00+05:00' },
  { kind: 'cancel', sentAt: '2026-12-02T10:00:00+05:00', expiresAt: '2026-12-03T10:00:00+05:00' },
];

/** An incident with a message for each step, in words that no other has. */
function desk(id: string, different: { isTest?: boolean; status?: 'actual' | 'exercise' } = {}): Content {
  const updates = STEPS.map((step, index) => {
    const { versions, ...update } = sampleUpdate({ ...step, id: `${id}-${index + 1}`, incidentId: id });
    const english = versions.en as Update['versions'][string];
    return { ...update, versions: { en: { ...english, headline: `Message ${index + 1} of ${id}.` } } };
  });
  const { isTest = false, status = 'actual' } = different;
  return sampleContent({
    channels: new Map([['bluesky', { ...sampleChannel('bluesky', 'bluesky', ['en']), test: isTest }]]),
    campaigns: [],
    incidents: [sampleIncident(updates, { id, slug: id, channels: ['bluesky'], status })],
  });
}

const minutesLater = (at: string) => at.replace(':00:00+', ':05:00+');

describe('a whole incident on Bluesky', () => {
  it('is told once, message by message, however often its runs are killed, and puts everything back', async () => {
    let killed = 0;
    for (let place = 1; place <= 20; place += 1) {
      const id = `flood-${place}-end`;
      const ledger = memoryLedger();
      const content = desk(id);
      const play = async (now: string, fate = killedAt(Number.POSITIVE_INFINITY)) => {
        await runStage({
          content,
          now,
          ledger: fate.ledger(ledger),
          channels: { bluesky: fate.channel(channel) },
        });
      };
      for (const [index, { kind, sentAt }] of STEPS.entries()) {
        const now = minutesLater(sentAt);
        await play(now, killedAt(place)).catch((error: unknown) => {
          if (!(error instanceof Killed)) throw error;
          killed += 1;
        });
        for (let run = 0; run < 8; run += 1) {
          const plan = await planStage({ content, now, ledger, channels: { bluesky: channel } });
          if (plan.every((planned) => planned.kind === 'hold')) break;
          await play(now);
        }
        const posts = (await server.posts()).filter(({ value }) => value.text.includes(`of ${id}.`));
        const post = (number: number) => posts.filter(({ value }) => value.text.includes(`Message ${number} of`));
        expect(posts).toHaveLength(index + 1);
        expect(post(index + 1)).toHaveLength(1);
        const [newest] = post(index + 1);
        const ref = (number: number) => ({ uri: post(number)[0]?.uri, cid: post(number)[0]?.cid });
        if (index === 0) expect(newest?.value.reply).toBeUndefined();
        else expect(newest?.value.reply).toMatchObject({ root: ref(1), parent: ref(index) });
        const profile = await server.profile();
        expect(profile.pinnedPost?.uri).toBe(kind === 'cancel' ? undefined : newest?.uri);
        expect(profile.banner === undefined).toBe(kind === 'cancel');
      }
    }
    expect(killed).toBeGreaterThan(20);
  });

  it('that is an exercise goes to a channel for tests, and says first that it is not real', async () => {
    const ledger = memoryLedger();
    const content = desk('drill', { isTest: true, status: 'exercise' });
    await runStage({ content, now: minutesLater(STEPS[0]?.sentAt ?? ''), ledger, channels: { bluesky: channel } });
    const [post] = (await server.posts()).filter(({ value }) => value.text.includes('of drill.'));
    expect(post?.value.text).toMatch(/^EXERCISE, not real: Message 1 of drill\./);
  });
});
