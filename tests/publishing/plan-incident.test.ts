import { describe, expect, it } from 'vitest';
import { approvalName } from '../../src/approvals/approval-gate.ts';
import type { Content, Incident, Update } from '../../src/model/content.ts';
import { planAll } from '../../src/publishing/plan.ts';
import { ofIncident } from '../../src/publishing/plan-incident.ts';
import type { Planned } from '../../src/publishing/planned.ts';
import { type FakeChannel, fakeChannel } from '../support/fake-channel.ts';
import { Killed, killedAt } from '../support/killable.ts';
import { memoryLedger } from '../support/memory-ledger.ts';
import { heldIn, planStage, runStage, type Stage } from '../support/rehearsal.ts';
import { sampleCampaign, sampleChannel, sampleContent, samplePost, sampleWords } from '../support/sample-content.ts';
import { sampleIncident, sampleUpdate } from '../support/sample-incident.ts';

const first = sampleUpdate();
const second = sampleUpdate({
  id: 'flood-2',
  kind: 'update',
  sentAt: '2026-12-01T18:00:00+05:00',
  expiresAt: '2026-12-02T18:00:00+05:00',
});
const cancel = ending({ id: 'flood-3' });

/** A cancellation in the words that were prepared with the alert. */
function ending(different: Partial<Update>): Update {
  const update = sampleUpdate({
    kind: 'cancel',
    sentAt: '2026-12-02T10:00:00+05:00',
    expiresAt: '2026-12-03T10:00:00+05:00',
    ...different,
  });
  const { versions } = sampleIncident([]);
  return {
    ...update,
    versions: Object.fromEntries(
      Object.entries(update.versions).map(([language, version]) => [
        language,
        { ...version, ...versions[language]?.ending },
      ]),
    ),
  };
}

const MORNING = '2026-12-01T09:05:00+05:00';
const EVENING = '2026-12-01T18:05:00+05:00';
const OVER = '2026-12-02T10:05:00+05:00';

function desk(updates: Update[], different: Partial<Incident> = {}): Content {
  return sampleContent({
    channels: new Map([['bluesky', sampleChannel('bluesky', 'bluesky', ['en'])]]),
    campaigns: [],
    incidents: [sampleIncident(updates, { channels: ['bluesky'], ...different })],
  });
}

interface Scene {
  bluesky: FakeChannel;
  at(now: string, content?: Content): Promise<string[]>;
  planAt(now: string, content?: Content): Promise<Planned[]>;
}

/** A channel and a ledger that outlive each run. A second run carries out what follows from the first. */
function scene(updates: Update[], different: Partial<Incident> = {}): Scene {
  const bluesky = fakeChannel();
  bluesky.shown = { pin: { uri: 'fake:old' }, banner: 'old-banner' };
  const content = desk(updates, different);
  const stage: Omit<Stage, 'now'> = { content, ledger: memoryLedger(), channels: { bluesky } };
  return {
    bluesky,
    async at(now, other = content) {
      const done = await runStage({ ...stage, content: other, now });
      return [...done, ...(await runStage({ ...stage, content: other, now }))];
    },
    planAt: (now, other = content) => planStage({ ...stage, content: other, now }),
  };
}

const key = (item: string) => `${item}/flood/bluesky/en/1`;

describe('an incident', () => {
  it('is posted, answered, pinned, shown as banner, and put back when it is over', async () => {
    const { bluesky, at } = scene([first, second, cancel]);
    expect(await at('2026-12-01T08:59:00+05:00')).toEqual([]);

    expect((await at(MORNING)).toSorted()).toEqual([
      'banner/bluesky confirmed',
      'pin/bluesky confirmed',
      'post/flood-1/flood/bluesky/en/1 confirmed',
    ]);
    expect(bluesky.shown).toEqual({
      pin: { uri: `fake:${key('flood-1')}`, cid: `cid:${key('flood-1')}` },
      banner: 'card:Flood',
    });
    expect(bluesky.posts.get(key('flood-1'))?.post.text).toBe(
      'Tap water is unsafe\n\nBoil it for one minute.\n\ndesk.example/awareness/en...',
    );
    expect(bluesky.posts.get(key('flood-1'))?.replyTo).toBeUndefined();

    await at(EVENING);
    expect(bluesky.posts.get(key('flood-2'))?.replyTo).toMatchObject({
      root: { uri: `fake:${key('flood-1')}` },
      parent: { uri: `fake:${key('flood-1')}` },
    });
    expect(bluesky.shown.pin?.uri).toBe(`fake:${key('flood-2')}`);

    await at(OVER);
    expect(bluesky.posts.get(key('flood-3'))?.replyTo).toMatchObject({
      root: { uri: `fake:${key('flood-1')}` },
      parent: { uri: `fake:${key('flood-2')}` },
    });
    expect(bluesky.shown.pin?.uri).toBe('fake:old');
    expect(bluesky.shown.banner).toMatch(/^kept:/);
    expect(bluesky.arrivals).toEqual(['flood-1', 'flood-2', 'flood-3'].map(key));
    expect(await at(OVER)).toEqual([]);
  });

  it('that runs out by itself leaves nothing at the top, and posts nothing more', async () => {
    const { bluesky, at } = scene([first]);
    await at(MORNING);
    expect((await at('2026-12-02T09:05:00+05:00')).toSorted()).toEqual([
      'banner/bluesky confirmed',
      'pin/bluesky confirmed',
    ]);
    expect(bluesky.shown.pin?.uri).toBe('fake:old');
  });

  it('whose first message came too late begins with the second, which then stands alone', async () => {
    const { bluesky, at } = scene([first, second, cancel]);
    await at(EVENING);
    expect(bluesky.arrivals).toEqual([key('flood-2')]);
    expect(bluesky.posts.get(key('flood-2'))?.replyTo).toBeUndefined();
  });

  it('of which readers never heard is not ended for them', async () => {
    const { bluesky, at, planAt } = scene([first, second, cancel]);
    expect(await at(OVER)).toEqual([]);
    expect(heldIn(await planAt(OVER))).toContain('post/flood-3/flood/bluesky/en/1 follows');
    expect(bluesky.arrivals).toEqual([]);
  });

  it('leaves a message after it has run out to nobody', async () => {
    const { at } = scene([first]);
    expect(await at('2026-12-02T09:00:00+05:00')).toEqual([]);
  });

  it('that is a draft does nothing at all', async () => {
    const { at, bluesky } = scene([first], { status: 'draft' });
    expect(await at(MORNING)).toEqual([]);
    expect(bluesky.calls).toEqual([]);
  });

  it('that is an exercise says so first', async () => {
    const { at, bluesky } = scene([first], { status: 'exercise' });
    await at(MORNING);
    expect(bluesky.posts.get(key('flood-1'))?.post.text).toMatch(/^EXERCISE, not real: Tap water is unsafe/);
    expect(bluesky.shown.banner).toBe('card:EXERCISE, not real: Flood');
  });

  it('leaves profiles as they are where it asks for nothing', async () => {
    const { at, bluesky } = scene([first], { pin: false, profileBanner: false });
    expect(await at(MORNING)).toEqual(['post/flood-1/flood/bluesky/en/1 confirmed']);
    expect(bluesky.shown).toEqual({ pin: { uri: 'fake:old' }, banner: 'old-banner' });
  });

  it('answers what may be on its way only when that is settled', async () => {
    let isFirst = true;
    const bluesky = fakeChannel({
      answer(outcome, request) {
        if (request.action !== 'post' || !isFirst) return outcome;
        isFirst = false;
        return { kind: 'unknown', reason: 'no answer' };
      },
    });
    const stage = { content: desk([first, second]), ledger: memoryLedger(), channels: { bluesky } };
    await runStage({ ...stage, now: MORNING });
    await runStage({ ...stage, now: EVENING });
    expect(bluesky.arrivals).toEqual([key('flood-1'), key('flood-2')]);
    expect(bluesky.posts.get(key('flood-2'))?.replyTo?.parent.uri).toBe(`fake:${key('flood-1')}`);
  });

  it('holds ordinary posts back while it lasts, and lets them go when it is over', async () => {
    const ordinary = samplePost({
      channels: ['bluesky'],
      attach: 'nothing',
      link: 'none',
      versions: { en: sampleWords('en', 'Wash your hands.') },
      expiresAt: { daysFromStart: 3, time: '21:00' },
    });
    const content = { ...desk([first, second, cancel]), campaigns: [sampleCampaign({ posts: [ordinary] })] };
    const { bluesky, at } = scene([]);
    await at(MORNING, content);
    expect(bluesky.arrivals).toEqual([key('flood-1')]);
    await at(EVENING, content);
    await at(OVER, content);
    expect(bluesky.arrivals).toContain('wash-hands/2026/bluesky/en/1');
  });
});

describe('what is done of one incident alone', () => {
  it('puts back what was there before, wherever an earlier run was cut off', async () => {
    const content = desk([first, second, cancel]);
    const [incident] = content.incidents;
    if (!incident) throw new Error('there is no incident');
    let killed = 0;
    for (let place = 1; place <= 60; place += 1) {
      const bluesky = fakeChannel();
      bluesky.shown = { pin: { uri: 'fake:old' }, banner: 'old-banner' };
      const ledger = memoryLedger();
      const play = (now: string, fate = killedAt(Number.POSITIVE_INFINITY)) =>
        runStage({
          content,
          now,
          ledger: fate.ledger(ledger),
          channels: { bluesky: fate.channel(bluesky) },
          only: (planned) => ofIncident(incident, content, ledger.state())(planned),
        });
      for (const now of [MORNING, EVENING]) for (let run = 0; run < 3; run += 1) await play(now);
      expect(bluesky.shown.pin?.uri).toBe(`fake:${key('flood-2')}`);
      await play(OVER, killedAt(place)).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
        killed += 1;
      });
      for (let run = 0; run < 4; run += 1) await play(OVER);
      expect(bluesky.shown.pin?.uri, `killed at ${place}`).toBe('fake:old');
      expect(bluesky.shown.banner, `killed at ${place}`).toMatch(/^kept:/);
      expect(bluesky.arrivals).toEqual(['flood-1', 'flood-2', 'flood-3'].map(key));
    }
    expect(killed).toBeGreaterThan(10);
  });
});

describe('what has to be approved', () => {
  const asksFor = async (updates: Update[], now: string, different: Partial<Incident> = {}) => {
    const content = desk(updates, different);
    const ledger = memoryLedger();
    const bluesky = fakeChannel();
    const before = { content, ledger, channels: { bluesky } };
    await runStage({ ...before, now: MORNING });
    const plan = await planStage({ ...before, now });
    return plan.flatMap((one) => (one.action === 'post' && one.kind === 'send' && one.asks ? [one.asks] : []));
  };

  it('before a cancellation leaves was approved with the alert, where it says the prepared words', async () => {
    const [asked] = await asksFor([first, cancel], OVER);
    expect(asked).toMatchObject({ campaign: 'flood', item: 'flood-ending', risk: 'crisis' });
    // Before there was any cancellation, the very same was there to be approved.
    const early = planAll({
      content: desk([first]),
      ledger: memoryLedger().state(),
      readiness: new Map([['bluesky', { kind: 'ready', isLoopback: true }]]),
      localApprovals: new Set(),
      leaseMs: 0,
      now: Date.parse(MORNING),
      profiles: new Map(),
    });
    expect(early.some(({ asks }) => asks && approvalName(asks) === (asked && approvalName(asked)))).toBe(false);
  });

  it('is the cancellation itself, where it says anything else', async () => {
    const other = sampleUpdate({ ...cancel, id: 'flood-3', versions: sampleUpdate({ id: 'flood-3' }).versions });
    const [asked] = await asksFor([first, other], OVER);
    expect(asked).toMatchObject({ item: 'flood-3' });
  });

  it('is for the approver on duty alone where the glass was broken', async () => {
    const broken = sampleUpdate({
      id: 'flood-2',
      kind: 'update',
      sentAt: '2026-12-01T18:00:00+05:00',
      expiresAt: '2026-12-02T18:00:00+05:00',
      breakGlass: { by: 'amina', reason: 'The dam broke', at: '2026-12-01T17:58:00+05:00' },
    });
    const [asked] = await asksFor([first, broken], EVENING);
    expect(asked).toMatchObject({ item: 'flood-2', breakGlass: true });
  });
});
