import { z } from 'zod';
import type { Schedule } from './campaign.ts';
import type { Event } from './content.ts';
import { recordingSchema } from './recording.ts';
import { riskClass } from './risk.ts';
import { sensitiveSubjects } from './sensitive.ts';
import { distinct, hashtag, id, line, webAddress } from './text.ts';
import { day, dayAt, type EpochMs, instant, momentOf, timeZone, wallTime } from './time.ts';
import { translationOfSchema } from './translation.ts';

/** When an event is, as the clocks on the wall there show it: that stays right when a country changes its clocks’ rules. */
const timeSchema = z
  .strictObject({
    zone: timeZone.describe('Time zone of the place, or of the host of an online event: `Asia/Karachi`'),
    starts: wallTime.describe('Day and time on the clocks there: `2026-12-05T16:00`'),
    ends: wallTime,
  })
  .superRefine(({ zone, starts, ends }, context) => {
    // What is wrong by itself has been told of.
    if (!timeZone.safeParse(zone).success || ![starts, ends].every((one) => wallTime.safeParse(one).success)) return;
    for (const [field, written] of Object.entries({ starts, ends })) {
      if (wallMoment(written, zone) !== undefined) continue;
      context.addIssue({
        code: 'custom',
        path: [field],
        message: `Unexpected time \`${written}\`: the clocks of ${zone} change just then, so it comes twice or not at all`,
        params: { ruleId: 'date/clock-change', hint: 'write another hour' },
      });
    }
    if (ends <= starts) {
      context.addIssue({
        code: 'custom',
        path: ['ends'],
        message: `Unexpected \`ends\`: ${ends} is not after \`starts\`, ${starts}`,
        params: { ruleId: 'range/reversed', hint: 'write a later `ends`, or an earlier `starts`' },
      });
    }
  });

const eventWords = {
  title: line,
  summary: line.describe('One or two sentences for search results and link previews'),
  place: z
    .strictObject({ name: line, address: line.describe('Street and town, as one asks for it there') })
    .optional()
    .describe('Where it is; left out where it is online only'),
  admission: line.optional().describe('Who may come, what it costs, whether one has to register'),
  access: line
    .optional()
    .describe('Steps, toilets, sign language, a room for women: what decides whether one can come'),
  speakers: z
    .array(z.strictObject({ name: line, title: line.describe('What this person is') }))
    .default([])
    .describe('Who speaks, in the order in which they do'),
  partners: z
    .array(z.strictObject({ name: line, url: webAddress.optional() }))
    .default([])
    .describe('Who holds it with the desk'),
  hashtags: distinct(z.array(hashtag)).default([]).describe('Without #'),
  cancellation: line.optional().describe('Why it does not take place: asked for where `cancelled` stands'),
  recording: recordingSchema.optional().describe('A film of it, once it is over'),
};

/** `content/events/<slug>/<lang>.mdx` without `translationOf`. */
export const eventOriginalSchema = z.strictObject({
  id: id.describe('Permanent name; the page’s address follows from it'),
  risk: riskClass.default('health-claim'),
  time: timeSchema,
  online: webAddress.optional().describe('Where it can be followed; left out where it cannot'),
  registration: webAddress.optional().describe('Where one registers'),
  cancelled: z
    .strictObject({
      at: instant.describe('When it was decided: posts after that do not leave'),
      post: id.optional().describe('Id of the post that tells it, which does'),
    })
    .optional()
    .describe('Says that it does not take place'),
  sources: distinct(z.array(id)).default([]).describe('Ids of files in content/sources'),
  helplines: distinct(z.array(id)).default([]).describe('Ids of help lines in content/organisation.yml'),
  sensitive: sensitiveSubjects,
  author: id.describe('Id of a file in content/people'),
  reviewedBy: id.optional().describe('Id of the person who reviewed the whole page'),
  lastReviewedOn: day,
  nextReviewDueOn: day,
  ...eventWords,
});

export const eventTranslationSchema = z.strictObject({
  translationOf: translationOfSchema,
  translator: id.optional().describe('Id of a file in content/people'),
  ...eventWords,
});

export type EventOriginal = z.infer<typeof eventOriginalSchema>;
export type EventWords = Omit<z.infer<typeof eventTranslationSchema>, 'translationOf' | 'translator'>;
export type EventTime = z.infer<typeof timeSchema>;

/** What a visitor has to know of an event first. */
export const EVENT_STATES = ['before', 'now', 'after', 'cancelled'] as const;
export type EventState = (typeof EVENT_STATES)[number];

/** First and last moment of an event. Throws a RangeError for a time that reading refuses. */
export function eventMoments({ zone, starts, ends }: EventTime): { startsAt: EpochMs; endsAt: EpochMs } {
  const [startsAt, endsAt] = [starts, ends].map((written) => wallMoment(written, zone));
  if (startsAt === undefined || endsAt === undefined)
    throw new RangeError(`no moment is ${starts} or ${ends} in ${zone}`);
  return { startsAt, endsAt };
}

/** What has become of an event at a moment. Its last moment is after it. */
export function eventState({ time, cancelled }: Pick<Event, 'time' | 'cancelled'>, now: EpochMs): EventState {
  if (cancelled) return 'cancelled';
  const { startsAt, endsAt } = eventMoments(time);
  return now < startsAt ? 'before' : now < endsAt ? 'now' : 'after';
}

/** An event as posts count their days: it takes place once, and the occurrence is named like it. Days are the organisation’s. */
export function eventSchedule(
  { id: name, time }: Pick<Event, 'id' | 'time'>,
  organisationZone: string,
): Extract<Schedule, { kind: 'dated' }> {
  const { startsAt, endsAt } = eventMoments(time);
  const [startsOn, endsOn] = [startsAt, endsAt].map((moment) => dayAt(moment, organisationZone)) as [string, string];
  return { kind: 'dated', occurrences: [{ id: name, startsOn, endsOn }] };
}

function wallMoment(written: string, zone: string): EpochMs | undefined {
  return momentOf(written.slice(0, 10), written.slice(11, 16), zone);
}
