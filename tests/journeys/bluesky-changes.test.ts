import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BlueskyRecord, type BlueskyServer, startBlueskyServer } from '../support/bluesky-server.ts';
import { type SendingDesk, sendingDesk } from '../support/sending-desk.ts';

// What is done about posts that readers have, and about the top of the profile, on Bluesky's reference server.

const at = (time: string) => ['--now', `2026-12-0${time}:00+05:00`];
const AT_TEN = at('1T10:00');

let server: BlueskyServer;
beforeAll(async () => {
  server = await startBlueskyServer();
});
afterAll(() => server.stop());

function connectedDesk(): SendingDesk {
  const desk = sendingDesk();
  desk.connect(server.secret());
  return desk;
}

async function postsOf(words: RegExp): Promise<BlueskyRecord[]> {
  return (await server.posts()).filter(({ value }) => words.test(value.text));
}

describe('a thread on Bluesky', () => {
  it('hangs together, in order, each part within the limit', async () => {
    const desk = connectedDesk();
    const sentences = Array.from({ length: 16 }, (_, index) => `Thread sentence ${index + 1} is about clean hands.`);
    desk.write({ id: 'long-thread', text: sentences.join(' '), more: 'thread: true' });
    await desk.approve('long-thread');
    expect((await desk.run('send.ts', ...AT_TEN)).out).toContain('3 sent');
    const parts = (await postsOf(/Thread sentence/)).toSorted((a, b) =>
      (/\((\d)\/3\)/.exec(a.value.text)?.[1] ?? '') < (/\((\d)\/3\)/.exec(b.value.text)?.[1] ?? '') ? -1 : 1,
    );
    expect(parts.map(({ value }) => /\(\d\/\d\)$/.exec(value.text)?.[0])).toEqual(['(1/3)', '(2/3)', '(3/3)']);
    expect(parts[0]?.value.reply).toBeUndefined();
    const ref = (part: BlueskyRecord | undefined) => ({ uri: part?.uri, cid: part?.cid });
    expect(parts[1]?.value.reply).toMatchObject({ root: ref(parts[0]), parent: ref(parts[0]) });
    expect(parts[2]?.value.reply).toMatchObject({ root: ref(parts[0]), parent: ref(parts[1]) });
  });
});

describe('a correction on Bluesky', () => {
  it('by replacing takes the wrong post away and posts the right one, once', async () => {
    const desk = connectedDesk();
    desk.write({ id: 'wrong-number', text: 'Call 1199 for replacing.' });
    await desk.approve('wrong-number');
    await desk.run('send.ts', ...AT_TEN);
    desk.write({
      id: 'wrong-number',
      text: 'Call 1166 for replacing.',
      more: 'correction:\n  at: "2026-12-01T11:00:00+05:00"\n  by: replace',
    });
    await desk.approve('wrong-number');
    const { out } = await desk.run('send.ts', ...at('1T12:00'));
    expect(out).toContain('removed  wrong-number  bluesky, en: replaced by a corrected text\n');
    expect((await postsOf(/for replacing/)).map(({ value }) => value.text)).toEqual(['Call 1166 for replacing.']);
    await desk.run('send.ts', ...at('1T12:00'));
    expect(await postsOf(/for replacing/)).toHaveLength(1);
  });

  it('by withdrawing takes the post away for good', async () => {
    const desk = connectedDesk();
    desk.write({ id: 'mistake', text: 'This was a withdrawn mistake.' });
    await desk.approve('mistake');
    await desk.run('send.ts', ...AT_TEN);
    expect(await postsOf(/withdrawn mistake/)).toHaveLength(1);
    const withdrawn = 'withdrawn:\n  at: "2026-12-01T11:00:00+05:00"\n  reason: it was a mistake';
    desk.write({ id: 'mistake', text: 'This was a withdrawn mistake.', more: withdrawn });
    expect((await desk.run('send.ts', ...at('1T12:00'))).out).toContain(
      'removed  mistake  bluesky, en: it was a mistake',
    );
    desk.write({ id: 'mistake', text: 'This was a withdrawn mistake.' });
    await desk.run('send.ts', ...at('1T13:00'));
    expect(await postsOf(/withdrawn mistake/)).toEqual([]);
    expect(desk.states('mistake')).toEqual(['intent', 'sending', 'confirmed', 'intent', 'sending', 'tombstoned']);
  });
});

describe('the profile on Bluesky', () => {
  it('shows the pinned post for its time, keeps the rest, and is given back', async () => {
    const desk = connectedDesk();
    await server.changeProfile({ $type: 'app.bsky.actor.profile', displayName: 'Sehat Desk' });
    desk.write({ id: 'to-pin', text: 'Pin me.', more: 'pinUntil: { daysFromStart: 1, time: "09:00" }' });
    await desk.approve('to-pin');
    expect((await desk.run('send.ts', ...AT_TEN)).out).toContain('pinned   bluesky: to-pin (2026)');
    const [post] = await postsOf(/Pin me/);
    expect(await server.profile()).toMatchObject({
      displayName: 'Sehat Desk',
      pinnedPost: { uri: post?.uri, cid: post?.cid },
    });
    expect((await desk.run('send.ts', ...at('1T11:00'))).out).toContain('0 sent');
    await desk.run('send.ts', ...at('2T09:00'));
    expect(await server.profile()).toMatchObject({ displayName: 'Sehat Desk' });
    expect((await server.profile()).pinnedPost).toBeUndefined();
  });

  it('that somebody changed by hand is left, told of, and taken up when a person says so', async () => {
    const desk = connectedDesk();
    await server.changeProfile({ $type: 'app.bsky.actor.profile', displayName: 'Sehat Desk' });
    desk.write({ id: 'by-us', text: 'Pinned by us.', more: 'pinUntil: { daysFromStart: 1, time: "09:00" }' });
    await desk.approve('by-us');
    await desk.run('send.ts', ...AT_TEN);
    const ours = (await server.profile()).pinnedPost;
    const other = { uri: ours?.uri.replace(/[^/]+$/, '2222222222222'), cid: ours?.cid };
    await server.changeProfile({ $type: 'app.bsky.actor.profile', pinnedPost: other });
    const { out } = await desk.run('send.ts', ...at('1T11:00'));
    expect(out).toContain('somebody changed the profile by hand');
    expect((await server.profile()).pinnedPost).toEqual(other);
    const resolved = await desk.run('resolve.ts', 'pin/bluesky', '--as', 'released', '--by', 'amina', ...at('1T11:05'));
    expect(resolved).toMatchObject({ code: 0, out: 'pin/bluesky: released, says amina\n' });
    await desk.run('send.ts', ...at('1T11:10'));
    expect((await server.profile()).pinnedPost).toEqual(ours);
  });

  it('gets the campaign’s card as its banner, and its former picture back', async () => {
    const desk = connectedDesk();
    const page = path.join(desk.folder, 'content/campaigns/clean-hands/en.mdx');
    const text = readFileSync(page, 'utf8');
    const banner =
      'banner:\n  channels: [bluesky]\n  from: { daysFromStart: 0, time: "00:00" }\n  until: { daysFromStart: 1, time: "00:00" }';
    writeFileSync(page, text.replace('author:', `${banner}\nauthor:`));
    await server.changeProfile({ $type: 'app.bsky.actor.profile', displayName: 'Sehat Desk' });
    await desk.approveBanner('clean-hands');
    expect((await desk.run('send.ts', ...AT_TEN)).out).toContain('banner   bluesky: the card of clean-hands (2026)');
    const shown = (await server.profile()).banner;
    expect(shown?.mimeType).toBe('image/png');
    expect((await server.picture(shown as NonNullable<typeof shown>)).subarray(16, 24)).toEqual(
      // Width and height of a PNG.
      Buffer.from([0, 0, 5, 220, 0, 0, 1, 244]),
    );
    await desk.run('send.ts', ...at('2T09:00'));
    expect((await server.profile()).banner).toBeUndefined();
  });
});
