import { describe, expect, it } from 'vitest';
import type { Channel } from '../../src/model/channel.ts';
import type { Campaign, Content, Post } from '../../src/model/content.ts';
import { fakeChannel } from '../support/fake-channel.ts';
import { memoryLedger } from '../support/memory-ledger.ts';
import { heldIn, planStage, runStage } from '../support/rehearsal.ts';
import { sampleCampaign, sampleChannel, sampleContent, samplePost, sampleWords } from '../support/sample-content.ts';

const MORNING = '2026-12-01T09:30:00+05:00';
const EVENING = '2026-12-01T20:00:00+05:00';
const NEXT_DAY = '2026-12-02T10:00:00+05:00';
const FAR = '2026-12-20T10:00:00+05:00';
const uri = (item: string) => `fake:${item}/2026/bluesky/en/1`;

function post(different: Partial<Post>): Post {
  return samplePost({
    channels: ['bluesky'],
    attach: 'nothing',
    link: 'none',
    versions: { en: sampleWords('en', `Words of ${different.id ?? 'wash-hands'}.`) },
    pinUntil: { daysFromStart: 1, time: '09:00' },
    ...different,
  });
}

function desk(posts: Post[], different: { channel?: Partial<Channel>; campaign?: Partial<Campaign> } = {}): Content {
  const channel = { ...sampleChannel('bluesky', 'bluesky', ['en']), ...different.channel };
  return sampleContent({
    channels: new Map([['bluesky', channel]]),
    campaigns: [sampleCampaign({ posts, ...different.campaign })],
  });
}

describe('the pinned post', () => {
  it('is the post that asks for it, and what was there before comes back in the end', async () => {
    const bluesky = fakeChannel();
    bluesky.shown = { pin: { uri: 'fake:old' }, banner: null };
    const stage = { content: desk([post({})]), ledger: memoryLedger(), channels: { bluesky } };
    await runStage({ ...stage, now: MORNING });
    expect(await runStage({ ...stage, now: MORNING })).toEqual(['pin/bluesky confirmed']);
    expect(bluesky.shown.pin?.uri).toBe(uri('wash-hands'));
    expect(await runStage({ ...stage, now: EVENING })).toEqual([]);
    expect(await runStage({ ...stage, now: NEXT_DAY })).toEqual(['pin/bluesky confirmed']);
    expect(bluesky.shown.pin?.uri).toBe('fake:old');
    expect(await runStage({ ...stage, now: NEXT_DAY })).toEqual([]);
  });

  it('goes where nothing was pinned before, and where a default is declared that takes its place', async () => {
    const bluesky = fakeChannel();
    const posts = [post({}), post({ id: 'about-us', pinUntil: { daysFromStart: 0, time: '09:01' } })];
    const stage = { ledger: memoryLedger(), channels: { bluesky } };
    const plain = desk(posts);
    await runStage({ ...stage, content: plain, now: MORNING });
    await runStage({ ...stage, content: plain, now: MORNING });
    expect(await runStage({ ...stage, content: plain, now: NEXT_DAY })).toEqual(['pin/bluesky confirmed']);
    expect(bluesky.shown.pin).toBeNull();
    const declared = desk(posts, { channel: { defaultPin: 'about-us' } });
    await runStage({ ...stage, content: declared, now: NEXT_DAY });
    expect(bluesky.shown.pin?.uri).toBe(uri('about-us'));
  });

  it('is the crisis before the newest, and the newest before the others', async () => {
    const bluesky = fakeChannel();
    const posts = [
      post({ id: 'first', publishAt: { daysFromStart: 0, time: '08:00' } }),
      post({ id: 'second', publishAt: { daysFromStart: 0, time: '09:00' } }),
    ];
    const stage = { ledger: memoryLedger(), channels: { bluesky } };
    await runStage({ ...stage, content: desk(posts), now: MORNING });
    await runStage({ ...stage, content: desk(posts), now: MORNING });
    expect(bluesky.shown.pin?.uri).toBe(uri('second'));
    const crisis = post({ id: 'flood', risk: 'crisis', publishAt: { daysFromStart: 0, time: '07:00' } });
    await runStage({ ...stage, content: desk([...posts, crisis]), now: MORNING });
    await runStage({ ...stage, content: desk([...posts, crisis]), now: MORNING });
    expect(bluesky.shown.pin?.uri).toBe(uri('flood'));
  });

  it('that somebody changed by hand is reported and left, until a person releases it', async () => {
    const bluesky = fakeChannel();
    const ledger = memoryLedger();
    const stage = { content: desk([post({})]), ledger, channels: { bluesky } };
    await runStage({ ...stage, now: MORNING });
    await runStage({ ...stage, now: MORNING });
    bluesky.shown = { ...bluesky.shown, pin: { uri: 'fake:by-hand' } };
    expect(await runStage({ ...stage, now: EVENING })).toEqual([]);
    expect(heldIn(await planStage({ ...stage, now: EVENING }))).toContain('pin/bluesky changed-by-hand');
    ledger.append({ state: 'released', reason: 'amina' }, { action: 'pin', channel: 'bluesky' }, EVENING, 'amina');
    expect(await runStage({ ...stage, now: EVENING })).toEqual(['pin/bluesky confirmed']);
    expect(await runStage({ ...stage, now: NEXT_DAY })).toEqual(['pin/bluesky confirmed']);
    expect(bluesky.shown.pin?.uri).toBe('fake:by-hand');
  });

  it('that was changed by hand is nobody’s concern when nothing is to be pinned any more', async () => {
    const bluesky = fakeChannel();
    const stage = { content: desk([post({})]), ledger: memoryLedger(), channels: { bluesky } };
    await runStage({ ...stage, now: MORNING });
    await runStage({ ...stage, now: MORNING });
    bluesky.shown = { ...bluesky.shown, pin: { uri: 'fake:by-hand' } };
    const plan = await planStage({ ...stage, now: FAR });
    expect(heldIn(plan).filter((line) => line.startsWith('pin'))).toEqual([]);
    expect(bluesky.shown.pin?.uri).toBe('fake:by-hand');
  });

  it('that was withdrawn is pinned no more', async () => {
    const bluesky = fakeChannel();
    const stage = { ledger: memoryLedger(), channels: { bluesky } };
    await runStage({ ...stage, content: desk([post({})]), now: MORNING });
    await runStage({ ...stage, content: desk([post({})]), now: MORNING });
    const content = desk([post({ withdrawn: { at: '2026-12-01T10:00:00+05:00', reason: 'wrong' } })]);
    await runStage({ ...stage, content, now: EVENING });
    await runStage({ ...stage, content, now: EVENING });
    expect(bluesky.shown.pin).toBeNull();
  });
});

describe('the banner', () => {
  const banner = {
    channels: ['bluesky'],
    from: { daysFromStart: 0, time: '00:00' },
    until: { daysFromStart: 7, time: '00:00' },
  };
  const content = desk([], { campaign: { banner } });

  it('is the campaign’s card for its days; the former picture is stored and comes back', async () => {
    const bluesky = fakeChannel();
    bluesky.shown = { pin: null, banner: 'the former picture' };
    const ledger = memoryLedger();
    const stage = { content, ledger, channels: { bluesky } };
    expect(await runStage({ ...stage, now: MORNING })).toEqual(['banner/bluesky confirmed']);
    expect(bluesky.shown.banner).toBe('card:Clean hands');
    expect(await runStage({ ...stage, now: EVENING })).toEqual([]);
    expect(await runStage({ ...stage, now: FAR })).toEqual(['banner/bluesky confirmed']);
    const [, name = ''] = /^kept:(.*)$/.exec(bluesky.shown.banner ?? '') ?? [];
    expect(ledger.kept(name)?.toString()).toBe('the former picture');
    expect(await runStage({ ...stage, now: FAR })).toEqual([]);
  });

  it('gives way to the channel’s default', async () => {
    const bluesky = fakeChannel();
    const declared = desk([], { campaign: { banner }, channel: { defaultBanner: './banner.png' } });
    const stage = { content: declared, ledger: memoryLedger(), channels: { bluesky } };
    await runStage({ ...stage, now: MORNING });
    expect(await runStage({ ...stage, now: FAR })).toEqual(['banner/bluesky confirmed']);
    expect(bluesky.shown.banner).toBe('file:./banner.png');
    expect(await runStage({ ...stage, now: FAR })).toEqual([]);
  });

  it('is not replaced where the former picture would be lost', async () => {
    const bluesky = { ...fakeChannel(), bannerPicture: async () => undefined };
    bluesky.profile = async () => ({ kind: 'profile', profile: { pin: null, banner: 'the former picture' } });
    const stage = { content, ledger: memoryLedger(), channels: { bluesky } };
    expect(await runStage({ ...stage, now: MORNING })).toEqual(['banner/bluesky unreachable']);
    expect(bluesky.calls).not.toContain('send banner card:Clean hands');
  });

  it('that somebody changed by hand is reported and left', async () => {
    const bluesky = fakeChannel();
    const stage = { content, ledger: memoryLedger(), channels: { bluesky } };
    await runStage({ ...stage, now: MORNING });
    bluesky.shown = { pin: null, banner: 'by hand' };
    expect(await runStage({ ...stage, now: EVENING })).toEqual([]);
    expect(heldIn(await planStage({ ...stage, now: EVENING }))).toContain('banner/bluesky changed-by-hand');
  });

  it('needs the approval of its words', async () => {
    const bluesky = fakeChannel();
    const stage = { content, ledger: memoryLedger(), channels: { bluesky }, now: MORNING };
    const plan = await planStage({ ...stage, input: { localApprovals: new Set() } });
    expect(heldIn(plan)).toEqual(['banner/bluesky unapproved']);
  });
});

describe('a profile', () => {
  it('is left alone by a desk that has nothing to say about it', async () => {
    const bluesky = fakeChannel();
    const stage = {
      content: desk([post({ pinUntil: undefined as never })]),
      ledger: memoryLedger(),
      channels: { bluesky },
    };
    await runStage({ ...stage, now: MORNING });
    expect(bluesky.calls).not.toContain('profile');
  });
});
