import { describe, expect, it } from 'vitest';
import type { Channel } from '../../src/model/channel.ts';
import type { Content, Incident, Post } from '../../src/model/content.ts';
import { fakeChannel } from '../support/fake-channel.ts';
import { memoryLedger } from '../support/memory-ledger.ts';
import { heldIn, planStage, runStage, type Stage, toDoIn } from '../support/rehearsal.ts';
import {
  sampleCampaign,
  sampleChannel,
  sampleContent,
  sampleOrganisation,
  samplePost,
  sampleWords,
} from '../support/sample-content.ts';

function post(different: Partial<Post>): Post {
  return samplePost({
    channels: ['bluesky'],
    attach: 'nothing',
    link: 'none',
    versions: { en: sampleWords('en', `Words of ${different.id ?? 'wash-hands'}.`) },
    ...different,
  });
}

function stage(posts: Post[], now: string, channel: Partial<Channel> = {}, content: Partial<Content> = {}): Stage {
  const only = { ...sampleChannel('bluesky', 'bluesky', ['en', 'ur']), ...channel };
  return {
    content: sampleContent({
      channels: new Map([['bluesky', only]]),
      campaigns: [sampleCampaign({ posts })],
      ...content,
    }),
    ledger: memoryLedger(),
    channels: { bluesky: fakeChannel() },
    now,
  };
}

const of2026 = (lines: string[]) => lines.filter((line) => line.includes('/2026/'));

describe('quiet hours', () => {
  const allDay = { publishAt: { daysFromStart: 0, time: '00:30' }, expiresAt: { daysFromStart: 2, time: '21:00' } };
  const quietHours = { from: '22:00', until: '07:00' };

  it.each([
    ['2026-12-01T02:00:00+05:00', 'quiet-hours', '2026-12-01T07:00:00+05:00'],
    ['2026-12-01T22:00:00+05:00', 'quiet-hours', '2026-12-02T07:00:00+05:00'],
  ])('hold a post at %s', async (now, why, until) => {
    const plan = await planStage(stage([post(allDay)], now, { quietHours }));
    expect(of2026(heldIn(plan))).toEqual([`post/wash-hands/2026/bluesky/en/1 ${why}`]);
    const held = plan.find((one) => one.kind === 'hold' && one.why.kind === 'quiet-hours');
    expect(held).toMatchObject({ why: { until: Date.parse(until) } });
  });

  it.each(['2026-12-01T07:00:00+05:00', '2026-12-01T21:59:00+05:00'])('let it go at %s', async (now) => {
    expect(toDoIn(await planStage(stage([post(allDay)], now, { quietHours })))).toHaveLength(1);
  });

  it('are those of the channel’s own time zone', async () => {
    const now = '2026-12-01T10:00:00+05:00';
    const plan = await planStage(stage([post(allDay)], now, { quietHours, timeZone: 'America/New_York' }));
    expect(of2026(heldIn(plan))).toEqual(['post/wash-hands/2026/bluesky/en/1 quiet-hours']);
  });

  it('end an hour later where the clocks skip their end', async () => {
    const channel = { quietHours: { from: '22:00', until: '02:30' }, timeZone: 'Europe/Berlin' };
    const late = { publishAt: { daysFromStart: -300, time: '00:30' }, expiresAt: { daysFromStart: 2, time: '21:00' } };
    const plan = await planStage(stage([post(late)], '2026-03-29T01:30:00+01:00', channel));
    const held = plan.find((one) => one.kind === 'hold' && one.why.kind === 'quiet-hours');
    expect(held).toMatchObject({ why: { until: Date.parse('2026-03-29T01:30:00+01:00') + 3_600_000 } });
  });

  it('do not hold a crisis', async () => {
    const now = '2026-12-01T02:00:00+05:00';
    expect(toDoIn(await planStage(stage([post({ ...allDay, risk: 'crisis' })], now, { quietHours })))).toHaveLength(1);
  });
});

describe('the least time between two posts', () => {
  const posts = [
    post({ id: 'first', versions: { en: sampleWords('en', 'One.'), ur: sampleWords('ur', 'ایک۔') } }),
    post({ id: 'second', publishAt: { daysFromStart: 0, time: '09:10' } }),
    post({ id: 'third', publishAt: { daysFromStart: 0, time: '09:20' } }),
  ];

  it('lets one post go with all its languages, and the next when it has passed', async () => {
    const one = stage(posts, '2026-12-01T09:30:00+05:00', { minimumGapMinutes: 60 });
    expect(await runStage(one)).toEqual([
      'post/first/2026/bluesky/en/1 confirmed',
      'post/first/2026/bluesky/ur/1 confirmed',
    ]);
    expect(await runStage({ ...one, now: '2026-12-01T10:29:00+05:00' })).toEqual([]);
    expect(await runStage({ ...one, now: '2026-12-01T10:30:00+05:00' })).toEqual([
      'post/second/2026/bluesky/en/1 confirmed',
    ]);
    const plan = await planStage({ ...one, now: '2026-12-01T10:31:00+05:00' });
    expect(plan.find((planned) => planned.kind === 'hold' && planned.why.kind === 'minimum-gap')).toMatchObject({
      why: { until: Date.parse('2026-12-01T11:30:00+05:00') },
    });
  });

  it('does not hold a crisis, which goes first', async () => {
    const crisis = post({ id: 'flood', risk: 'crisis', publishAt: { daysFromStart: 0, time: '09:29' } });
    const one = stage([...posts, crisis], '2026-12-01T09:30:00+05:00', { minimumGapMinutes: 60 });
    expect(await runStage(one)).toEqual([
      'post/flood/2026/bluesky/en/1 confirmed',
      'post/first/2026/bluesky/en/1 confirmed',
      'post/first/2026/bluesky/ur/1 confirmed',
    ]);
  });
});

describe('pause.yml', () => {
  const now = '2026-12-01T09:30:00+05:00';
  const posts = [post({}), post({ id: 'flood', risk: 'crisis' })];

  it('holds all but a crisis, or all; until its time', async () => {
    const paused = (pause: Content['pause'], at = now) => planStage(stage(posts, at, {}, { pause }));
    expect(toDoIn(await paused({ pause: 'awareness', reason: 'mourning' }))).toEqual([
      'post/flood/2026/bluesky/en/1 send',
    ]);
    expect(toDoIn(await paused({ pause: 'all' }))).toEqual([]);
    const until = '2026-12-01T10:00:00+05:00';
    expect(toDoIn(await paused({ pause: 'all', until }))).toEqual([]);
    expect(toDoIn(await paused({ pause: 'all', until }, until))).toHaveLength(2);
  });
});

describe('a crisis', () => {
  const now = '2026-12-01T09:30:00+05:00';
  const update = (different: object) => ({
    id: 'u1',
    slug: 'u1',
    incidentId: 'flood',
    originalLanguage: 'en',
    kind: 'alert' as const,
    sentAt: '2026-12-01T08:00:00+05:00',
    expiresAt: '2026-12-01T18:00:00+05:00',
    severity: 'severe' as const,
    urgency: 'immediate' as const,
    certainty: 'observed' as const,
    responses: ['avoid' as const],
    geometry: { polygons: [], circles: [], geocodes: [{ system: 'PK', value: 'PK-PB' }] },
    versions: {},
    ...different,
  });
  const incident = (different: object, ...updates: object[]): Incident =>
    ({
      id: 'flood',
      slug: 'flood',
      originalLanguage: 'en',
      status: 'actual',
      category: ['health'],
      channels: ['bluesky'],
      sources: [],
      helplines: [],
      author: 'amina',
      pin: true,
      profileBanner: false,
      versions: {},
      updates: updates.map(update),
      ...different,
    }) as Incident;
  const posts = [post({}), post({ id: 'marked', duringCrisis: true }), post({ id: 'itself', risk: 'crisis' })];
  const sentDuring = async (...incidents: Incident[]) => toDoIn(await planStage(stage(posts, now, {}, { incidents })));

  it('holds back ordinary posts on its channels, unless they are marked', async () => {
    expect(await sentDuring(incident({}, {}))).toEqual([
      'post/itself/2026/bluesky/en/1 send',
      'post/marked/2026/bluesky/en/1 send',
    ]);
    expect(await sentDuring(incident({ channels: ['mastodon'] }, {}))).toHaveLength(3);
  });

  it.each([
    ['before its first update', [{ sentAt: '2026-12-01T11:00:00+05:00' }]],
    ['after its last has expired', [{ expiresAt: '2026-12-01T09:00:00+05:00' }]],
    ['after it was cancelled', [{}, { kind: 'cancel', sentAt: '2026-12-01T09:00:00+05:00' }]],
  ])('holds nothing back %s', async (_when, updates) => {
    expect(await sentDuring(incident({}, ...updates))).toHaveLength(3);
  });

  it('that is only exercised holds nothing back', async () => {
    expect(await sentDuring(incident({ status: 'exercise' }, {}))).toHaveLength(3);
  });
});

describe('the calendar', () => {
  const atNine = { publishAt: { daysFromStart: 0, time: '09:00' }, expiresAt: { daysFromStart: 0, time: '21:00' } };

  it('has 29 February where a campaign counts days across it, and not where there is none', async () => {
    const schedule = { kind: 'yearly', startsOn: '02-28', endsOn: '03-02' } as const;
    const next = post({
      publishAt: { daysFromStart: 1, time: '09:00' },
      expiresAt: { daysFromStart: 1, time: '21:00' },
    });
    const on = (now: string) =>
      planStage({
        ...stage([next], now),
        content: sampleContent({
          channels: new Map([['bluesky', sampleChannel('bluesky', 'bluesky', ['en'])]]),
          campaigns: [sampleCampaign({ schedule, posts: [next] })],
        }),
      });
    expect(toDoIn(await on('2028-02-29T10:00:00+05:00'))).toEqual(['post/wash-hands/2028/bluesky/en/1 send']);
    expect(toDoIn(await on('2027-03-01T10:00:00+05:00'))).toEqual(['post/wash-hands/2027/bluesky/en/1 send']);
    expect(toDoIn(await on('2028-03-01T10:00:00+05:00'))).toEqual([]);
  });

  it('keeps the hour of the wall when the clocks change', async () => {
    const schedule = { kind: 'yearly', startsOn: '03-28', endsOn: '03-30' } as const;
    const posts = [0, 1].map((day) =>
      post({
        ...atNine,
        id: `day-${day}`,
        publishAt: { daysFromStart: day, time: '09:00' },
        expiresAt: { daysFromStart: day, time: '21:00' },
      }),
    );
    const content = {
      organisation: sampleOrganisation({ timeZone: 'Europe/Berlin' }),
      campaigns: [sampleCampaign({ schedule, posts })],
    };
    const plan = await planStage(stage(posts, '2026-03-27T09:00:00+01:00', {}, content));
    expect(
      plan.flatMap((one) =>
        one.action === 'post' && one.key.occurrence === '2026' ? [new Date(one.publishAt).toISOString()] : [],
      ),
    ).toEqual(['2026-03-28T08:00:00.000Z', '2026-03-29T07:00:00.000Z']);
  });

  it('sends each occurrence once, and nothing again when the clock is set back', async () => {
    const one = stage([post({})], '2026-12-01T10:00:00+05:00');
    for (const now of [
      '2026-12-01T10:00:00+05:00',
      '2027-12-01T10:00:00+05:00',
      '2026-12-01T11:00:00+05:00',
      '2025-12-01T10:00:00+05:00',
      '2027-12-01T10:00:00+05:00',
    ])
      await runStage({ ...one, now });
    expect([...(one.channels.bluesky as ReturnType<typeof fakeChannel>).posts.keys()]).toEqual([
      'wash-hands/2026/bluesky/en/1',
      'wash-hands/2027/bluesky/en/1',
      'wash-hands/2025/bluesky/en/1',
    ]);
  });

  it('brings nothing back with an older commit of the content', async () => {
    const older = stage([post({})], '2026-12-01T10:00:00+05:00');
    const newer = { ...older, content: stage([post({ id: 'other' })], older.now).content };
    await runStage(older);
    await runStage(newer);
    expect(await runStage(older)).toEqual([]);
    expect(await runStage(newer)).toEqual([]);
  });
});
