import { describe, expect, it } from 'vitest';
import type { Campaign, Content, Post } from '../../src/model/content.ts';
import { fakeChannel } from '../support/fake-channel.ts';
import { memoryLedger } from '../support/memory-ledger.ts';
import { heldIn, planStage, runStage, toDoIn } from '../support/rehearsal.ts';
import { sampleCampaign, sampleChannel, sampleContent, samplePost, sampleWords } from '../support/sample-content.ts';

const MORNING = '2026-12-01T09:30:00+05:00';
const NOON = '2026-12-01T12:00:00+05:00';
const EN = 'wash-hands/2026/bluesky/en/1';

/** A desk with one English post on these channels. */
function desk(
  different: Partial<Post> = {},
  {
    networks = ['bluesky'],
    campaign = {},
  }: { networks?: ('bluesky' | 'mastodon' | 'outbox')[]; campaign?: Partial<Campaign> } = {},
): Content {
  const post = samplePost({
    channels: networks,
    attach: 'nothing',
    link: 'none',
    versions: { en: sampleWords('en', 'Wash your hands.') },
    ...different,
  });
  const channels = new Map(networks.map((name) => [name, sampleChannel(name, name, ['en'])]));
  return sampleContent({ channels, campaigns: [sampleCampaign({ posts: [post], ...campaign })] });
}

const reworded = (words: string, note?: string) => ({
  versions: { en: { ...sampleWords('en', words), ...(note !== undefined && { correctionNote: note }) } },
});

describe('a correction', () => {
  const at = '2026-12-01T11:00:00+05:00';

  it('is not made where the content only has other words', async () => {
    const ledger = memoryLedger();
    const bluesky = fakeChannel();
    await runStage({ content: desk(), ledger, channels: { bluesky }, now: MORNING });
    const plan = await planStage({ content: desk(reworded('Other words.')), ledger, channels: { bluesky }, now: NOON });
    expect(toDoIn(plan)).toEqual([]);
    expect(plan.find(({ kind, publishAt }) => kind === 'hold' && publishAt > Date.parse('2026-11-01'))).toMatchObject({
      why: { kind: 'sent', changed: true },
    });
  });

  it('is an edit where readers see edits', async () => {
    const ledger = memoryLedger();
    const mastodon = fakeChannel();
    const stage = { ledger, channels: { mastodon } };
    const networks = { networks: ['mastodon' as const] };
    await runStage({ ...stage, content: desk({}, networks), now: MORNING });
    const content = desk({ ...reworded('Wash them well.'), correction: { at, by: 'reply' } }, networks);
    expect(await runStage({ ...stage, content, now: NOON })).toEqual(['edit/wash-hands/2026/mastodon/en/1 confirmed']);
    expect(mastodon.posts.get('wash-hands/2026/mastodon/en/1')?.post.text).toBe('Wash them well.');
    expect(await runStage({ ...stage, content, now: NOON })).toEqual([]);
  });

  it('is an answer where the content asks for one', async () => {
    const ledger = memoryLedger();
    const bluesky = fakeChannel();
    const stage = { ledger, channels: { bluesky } };
    await runStage({ ...stage, content: desk(), now: MORNING });
    const content = desk({ ...reworded('Wash them well.', 'Correction: well.'), correction: { at, by: 'reply' } });
    expect(await runStage({ ...stage, content, now: NOON })).toEqual([
      'post/wash-hands/2026/bluesky/en/1/2026-12-01T06:00:00Z confirmed',
    ]);
    expect(bluesky.posts.get(`${EN}/2026-12-01T06:00:00Z`)).toMatchObject({
      post: { text: 'Correction: well.' },
      replyTo: { root: { uri: `fake:${EN}`, cid: `cid:${EN}` } },
      isCorrection: true,
    });
    expect(bluesky.posts.get(EN)?.post.text).toBe('Wash your hands.');
    expect(await runStage({ ...stage, content, now: NOON })).toEqual([]);
  });

  it('takes the wrong words away first and then posts the right ones, where the content asks for that', async () => {
    const ledger = memoryLedger();
    const bluesky = fakeChannel();
    const stage = { ledger, channels: { bluesky } };
    await runStage({ ...stage, content: desk(), now: MORNING });
    const content = desk({ ...reworded('Wash them well.'), correction: { at, by: 'replace' } });
    expect(await runStage({ ...stage, content, now: NOON })).toEqual([
      `withdraw/${EN} confirmed`,
      'post/wash-hands/2026/bluesky/en/1/2026-12-01T06:00:00Z confirmed',
    ]);
    expect([...bluesky.posts.values()].map(({ post }) => post.text)).toEqual(['Wash them well.']);
    expect(await runStage({ ...stage, content, now: NOON })).toEqual([]);
    // The correction's field is removed later: nothing comes back.
    const later = desk(reworded('Wash them well.'));
    expect(await runStage({ ...stage, content: later, now: NOON })).toEqual([]);
  });

  it('leaves what readers have where its replacement may not leave', async () => {
    const ledger = memoryLedger();
    const bluesky = fakeChannel();
    await runStage({ content: desk(), ledger, channels: { bluesky }, now: MORNING });
    const content = desk({ ...reworded('Wash them well.'), correction: { at, by: 'replace' } });
    const stage = { content, ledger, channels: { bluesky }, now: NOON, input: { localApprovals: new Set<string>() } };
    expect(await runStage(stage)).toEqual([]);
    expect(bluesky.posts.size).toBe(1);
  });

  it('is about this year’s copy, not about last year’s', async () => {
    const ledger = memoryLedger();
    const bluesky = fakeChannel();
    const stage = { ledger, channels: { bluesky } };
    await runStage({ ...stage, content: desk(), now: '2025-12-01T09:30:00+05:00' });
    await runStage({ ...stage, content: desk(), now: MORNING });
    const content = desk({ ...reworded('Wash them well.'), correction: { at, by: 'replace' } });
    await runStage({ ...stage, content, now: NOON });
    expect([...bluesky.posts.keys()]).toEqual([
      'wash-hands/2025/bluesky/en/1',
      'wash-hands/2026/bluesky/en/1/2026-12-01T06:00:00Z',
    ]);
  });

  it('is not made up for days later', async () => {
    const ledger = memoryLedger();
    const bluesky = fakeChannel();
    await runStage({ content: desk(), ledger, channels: { bluesky }, now: MORNING });
    const content = desk({ ...reworded('Wash them well.'), correction: { at, by: 'replace' } });
    const late = { content, ledger, channels: { bluesky }, now: '2026-12-05T11:00:00+05:00' };
    expect(await runStage(late)).toEqual([]);
    expect(bluesky.posts.size).toBe(1);
  });

  it('has nothing to correct in a post that leaves with the right words', async () => {
    const ledger = memoryLedger();
    const bluesky = fakeChannel();
    const content = desk({ ...reworded('Wash them well.'), correction: { at, by: 'replace' } });
    expect(await runStage({ content, ledger, channels: { bluesky }, now: NOON })).toEqual([`post/${EN} confirmed`]);
    expect(await runStage({ content, ledger, channels: { bluesky }, now: NOON })).toEqual([]);
  });
});

describe('a withdrawal', () => {
  const withdrawn = { at: '2026-12-01T10:00:00+05:00', reason: 'the number was wrong' };

  it('takes a post away, says why, and never sends it again', async () => {
    const ledger = memoryLedger();
    const bluesky = fakeChannel();
    const stage = { ledger, channels: { bluesky } };
    await runStage({ ...stage, content: desk(), now: MORNING });
    expect(await runStage({ ...stage, content: desk({ withdrawn }), now: NOON })).toEqual([`withdraw/${EN} confirmed`]);
    expect(bluesky.posts.size).toBe(0);
    expect(ledger.state().get(`withdraw/${EN}`)?.last).toMatchObject({ state: 'tombstoned', reason: withdrawn.reason });
    expect(await runStage({ ...stage, content: desk({ withdrawn }), now: NOON })).toEqual([]);
    // Rolled back to the former commit, or the field removed: it stays away.
    expect(await runStage({ ...stage, content: desk(), now: NOON })).toEqual([]);
    expect(heldIn(await planStage({ ...stage, content: desk(), now: NOON }))).toContain(`post/${EN} withdrawn`);
  });

  it('sends nothing of what has not left yet', async () => {
    const ledger = memoryLedger();
    const bluesky = fakeChannel();
    expect(await runStage({ content: desk({ withdrawn }), ledger, channels: { bluesky }, now: NOON })).toEqual([]);
    expect(bluesky.posts.size).toBe(0);
  });

  it('looks first for what nobody is sure about', async () => {
    const ledger = memoryLedger();
    const lost = fakeChannel({ answer: () => ({ kind: 'unknown', reason: 'no answer' }) });
    await runStage({ content: desk(), ledger, channels: { bluesky: lost }, now: MORNING });
    const bluesky = fakeChannel();
    for (const [name, request] of lost.posts) bluesky.posts.set(name, request);
    const stage = { content: desk({ withdrawn }), ledger, channels: { bluesky }, now: NOON };
    expect(await runStage(stage)).toEqual([`post/${EN} confirmed`]);
    expect(await runStage(stage)).toEqual([`withdraw/${EN} confirmed`]);
    expect(bluesky.posts.size).toBe(0);
  });
});

describe('a thread', () => {
  const long = Array.from({ length: 15 }, (_, index) => `Sentence number ${index + 1} says one thing about soap.`).join(
    ' ',
  );
  const content = desk({ ...reworded(long), thread: true });
  const key = (part: number) => `wash-hands/2026/bluesky/en/${part}`;

  it('goes out in order, each part answering the one before', async () => {
    const ledger = memoryLedger();
    const bluesky = fakeChannel();
    await runStage({ content, ledger, channels: { bluesky }, now: NOON });
    expect([...bluesky.posts.keys()]).toEqual([key(1), key(2), key(3)]);
    expect(bluesky.posts.get(key(1))?.post.text).toMatch(/^Sentence number 1 .* \(1\/3\)$/);
    expect(bluesky.posts.get(key(3))?.replyTo).toEqual({
      root: { uri: `fake:${key(1)}`, cid: `cid:${key(1)}` },
      parent: { uri: `fake:${key(2)}`, cid: `cid:${key(2)}` },
    });
    for (const { post } of bluesky.posts.values()) expect(post.count).toBeLessThanOrEqual(300);
  });

  it('stops where a part is refused', async () => {
    const ledger = memoryLedger();
    const bluesky = fakeChannel({
      answer: (outcome, request) =>
        request.action === 'post' && request.key.part === 2 ? { kind: 'refused', reason: 'no', again: false } : outcome,
    });
    expect(await runStage({ content, ledger, channels: { bluesky }, now: NOON })).toEqual([
      `post/${key(1)} confirmed`,
      `post/${key(2)} refused`,
      `post/${key(3)} waiting`,
    ]);
    expect(heldIn(await planStage({ content, ledger, channels: { bluesky }, now: NOON }))).toContain(
      `post/${key(3)} follows`,
    );
  });

  it('does not go on in other words than it began', async () => {
    const ledger = memoryLedger();
    const bluesky = fakeChannel({
      answer: (outcome, request) =>
        request.action === 'post' && request.key.part === 2 ? { kind: 'refused', reason: '429', again: true } : outcome,
    });
    await runStage({ content, ledger, channels: { bluesky }, now: NOON });
    const other = desk({ ...reworded(long.replace('number 1 ', 'number one ')), thread: true });
    const plan = await planStage({ content: other, ledger, channels: { bluesky }, now: NOON });
    expect(heldIn(plan)).toContain(`post/${key(2)} thread-changed`);
  });

  it('with a correction by reply answers its first part', async () => {
    const ledger = memoryLedger();
    const bluesky = fakeChannel();
    await runStage({ content, ledger, channels: { bluesky }, now: NOON });
    const at = '2026-12-01T13:00:00+05:00';
    const corrected = desk({
      ...reworded(long.replace('number 15', 'number fifteen'), 'Correction: fifteen.'),
      thread: true,
      correction: { at, by: 'reply' },
    });
    expect(await runStage({ content: corrected, ledger, channels: { bluesky }, now: at })).toEqual([
      `post/${key(1)}/2026-12-01T08:00:00Z confirmed`,
    ]);
  });
});

describe('a post under a new id', () => {
  it.each([
    ['in the same words', 'Wash your hands.'],
    ['in almost the same words', 'Wash your hands'],
  ])('%s is held, and says which it looks like', async (_how, words) => {
    const ledger = memoryLedger();
    const bluesky = fakeChannel();
    await runStage({ content: desk(), ledger, channels: { bluesky }, now: MORNING });
    const renamed = desk({ id: 'clean-hands-first', ...reworded(words) });
    const plan = await planStage({ content: renamed, ledger, channels: { bluesky }, now: NOON });
    expect(plan.find(({ kind, publishAt }) => kind === 'hold' && publishAt > Date.parse('2026-11-01'))).toMatchObject({
      why: { kind: 'look-alike', item: 'wash-hands' },
    });
    expect(toDoIn(plan)).toEqual([]);
  });

  it('leaves in the next occurrence, and where it says something else', async () => {
    const ledger = memoryLedger();
    const bluesky = fakeChannel();
    await runStage({ content: desk(), ledger, channels: { bluesky }, now: MORNING });
    const renamed = desk({ id: 'clean-hands-first' });
    expect(
      await runStage({ content: renamed, ledger, channels: { bluesky }, now: '2027-12-01T09:30:00+05:00' }),
    ).toEqual(['post/clean-hands-first/2027/bluesky/en/1 confirmed']);
    const other = desk({ id: 'drink-water', ...reworded('Boil water before you drink it.') });
    expect(await runStage({ content: other, ledger, channels: { bluesky }, now: NOON })).toEqual([
      'post/drink-water/2026/bluesky/en/1 confirmed',
    ]);
  });
});

describe('the page that a post leads to', () => {
  const content = desk({ link: 'page' });
  const live = (revision: string | undefined) => ({ revision: async () => revision });
  const stage = { content, ledger: memoryLedger(), isLoopback: true, input: { waitOnLoopback: true } };

  it('comes first, in the right revision, for a while; a page that is not there is waited for', async () => {
    const bluesky = fakeChannel();
    const channels = { bluesky };
    expect(await runStage({ ...stage, channels, now: MORNING, pages: live(undefined) })).toEqual([
      `post/${EN} waiting`,
    ]);
    expect(await runStage({ ...stage, channels, now: MORNING, pages: live('old') })).toEqual([`post/${EN} waiting`]);
    expect(await runStage({ ...stage, channels, now: NOON, pages: live(undefined) })).toEqual([`post/${EN} waiting`]);
    expect(bluesky.posts.size).toBe(0);
    expect(stage.ledger.written).toEqual([]);
    expect(await runStage({ ...stage, channels, now: NOON, pages: live('old') })).toEqual([`post/${EN} confirmed`]);
  });

  it('is not waited for where it is right, nor in a crisis', async () => {
    const right = { ...stage, ledger: memoryLedger(), channels: { bluesky: fakeChannel() }, now: MORNING };
    expect(await runStage({ ...right, pages: live('e1') })).toEqual([`post/${EN} confirmed`]);
    const crisis = { ...right, ledger: memoryLedger(), content: desk({ link: 'page', risk: 'crisis' }) };
    expect(await runStage({ ...crisis, pages: live(undefined) })).toEqual([`post/${EN} confirmed`]);
  });
});
