import { describe, expect, it } from 'vitest';
import { eventMoments, eventOriginalSchema, eventSchedule, eventState } from '../../src/model/event.ts';
import { eventCampaign, eventsInOrder, eventThread } from '../../src/model/event-campaign.ts';
import { sampleEvent, sampleThreadPost } from '../support/sample-programme.ts';

const at = (text: string) => Date.parse(text);
const KARACHI = 'Asia/Karachi';

/** What is said of a time, at which of its fields. */
function faultsOf(time: object): string[] {
  const { success, error } = eventOriginalSchema.shape.time.safeParse(time);
  return success ? [] : error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('the time of an event', () => {
  it('is the moment that the clocks there show', () => {
    expect(eventMoments({ zone: 'Europe/London', starts: '2026-07-01T16:00', ends: '2026-07-01T17:00' })).toEqual({
      startsAt: at('2026-07-01T15:00:00Z'),
      endsAt: at('2026-07-01T16:00:00Z'),
    });
  });

  it('may reach over a night and over a change of the clocks', () => {
    const time = { zone: 'Europe/Berlin', starts: '2026-10-24T22:00', ends: '2026-10-25T04:00' };
    expect(faultsOf(time)).toEqual([]);
    const { startsAt, endsAt } = eventMoments(time);
    expect((endsAt - startsAt) / 3_600_000).toBe(7);
  });

  it('is refused in the hour that the clocks leave out, and in the one that they show twice', () => {
    const why = 'the clocks of Europe/Berlin change just then, so it comes twice or not at all';
    expect(faultsOf({ zone: 'Europe/Berlin', starts: '2026-03-29T02:30', ends: '2026-03-29T05:00' })).toEqual([
      `starts: Unexpected time \`2026-03-29T02:30\`: ${why}`,
    ]);
    expect(faultsOf({ zone: 'Europe/Berlin', starts: '2026-10-24T20:00', ends: '2026-10-25T02:30' })).toEqual([
      `ends: Unexpected time \`2026-10-25T02:30\`: ${why}`,
    ]);
  });

  it('is refused where it ends before it starts, has an offset, or stands on no calendar or clock', () => {
    const zone = KARACHI;
    expect(faultsOf({ zone, starts: '2026-12-05T16:00', ends: '2026-12-05T16:00' })).toEqual([
      'ends: Unexpected `ends`: 2026-12-05T16:00 is not after `starts`, 2026-12-05T16:00',
    ]);
    expect(faultsOf({ zone, starts: '2026-12-05T16:00:00+05:00', ends: '2026-12-05T17:00' })).toEqual([
      'starts: Unexpected day and time `2026-12-05T16:00:00+05:00`',
    ]);
    expect(faultsOf({ zone, starts: '2026-11-31T16:00', ends: '2026-12-05T17:00' })).toEqual([
      'starts: Unexpected day in `2026-11-31T16:00`: November has 30 days',
    ]);
    expect(faultsOf({ zone, starts: '2026-12-05T24:00', ends: '2026-12-06T17:00' })).toEqual([
      'starts: Unexpected time in `2026-12-05T24:00`: no clock shows it',
    ]);
    expect(faultsOf({ zone: 'Karachi', starts: '2026-12-05T16:00', ends: '2026-12-05T17:00' })).toEqual([
      'zone: Unexpected time zone `Karachi`',
    ]);
  });
});

describe('eventState', () => {
  it.each([
    ['2026-12-05T15:59:59+05:00', 'before'],
    ['2026-12-05T16:00:00+05:00', 'now'],
    ['2026-12-05T17:29:59+05:00', 'now'],
    ['2026-12-05T17:30:00+05:00', 'after'],
  ])('is at %s: %s', (moment, state) => {
    expect(eventState(sampleEvent(), at(moment))).toBe(state);
  });

  it('is cancelled whatever the hour', () => {
    const event = sampleEvent({ cancelled: { at: '2026-12-01T09:00:00+05:00' } });
    expect(eventState(event, at('2026-12-05T16:10:00+05:00'))).toBe('cancelled');
  });
});

describe('an event as its posts are sent', () => {
  const first = sampleThreadPost('first', '2026-12-05T16:00:00+05:00');
  const second = sampleThreadPost('second', '2026-12-05T16:30:00+05:00');
  const dayBefore: Parameters<typeof sampleThreadPost>[2] = {
    publishAt: { daysFromStart: -1, time: '17:00' },
    expiresAt: { daysFromStart: 0, time: '12:00' },
  };
  const reminder = sampleThreadPost('reminder', '', dayBefore);

  it('takes place once, on the organisation’s days, under its own name', () => {
    const time = { zone: 'America/New_York', starts: '2026-12-05T20:00', ends: '2026-12-05T21:00' };
    expect(eventSchedule({ id: 'talk', time }, KARACHI)).toEqual({
      kind: 'dated',
      occurrences: [{ id: 'talk', startsOn: '2026-12-06', endsOn: '2026-12-06' }],
    });
  });

  it('has a thread in the order of its moments, each post answering those before it', () => {
    const { posts, event, schedule } = eventCampaign(sampleEvent({ posts: [second, first, reminder] }), KARACHI);
    expect(event).toBe(true);
    expect(schedule.kind).toBe('dated');
    expect(posts.map(({ id, answers, occurrence }) => ({ id, answers, occurrence }))).toEqual([
      { id: 'reminder', answers: [], occurrence: undefined },
      { id: 'first', answers: ['reminder'], occurrence: 'talk' },
      { id: 'second', answers: ['first', 'reminder'], occurrence: 'talk' },
    ]);
  });

  it('tells time, place and speakers among the words that somebody approves', () => {
    const { audience } = eventCampaign(sampleEvent(), KARACHI).versions.en ?? {};
    expect(audience).toEqual([
      '2026-12-05T16:00 2026-12-05T17:30 Asia/Karachi',
      'Town Hall',
      '1 Main Road; upstairs, left',
      'Dr Hina, Physician',
    ]);
  });

  it('once called off, lets leave only what was due before and the post that tells it', () => {
    const told = sampleThreadPost('called-off', '2026-12-05T10:05:00+05:00');
    const event = sampleEvent({
      posts: [reminder, told, first, second],
      cancelled: { at: '2026-12-05T10:00:00+05:00', post: 'called-off' },
    });
    expect(eventThread(event, KARACHI).map(({ post }) => post.id)).toEqual(['reminder', 'called-off']);
  });

  it('stands among others by its beginning', () => {
    const early = sampleEvent({
      id: 'early',
      time: { zone: 'UTC', starts: '2026-12-05T10:59', ends: '2026-12-05T12:00' },
    });
    expect(eventsInOrder([sampleEvent(), early]).map(({ id }) => id)).toEqual(['early', 'talk']);
  });
});
