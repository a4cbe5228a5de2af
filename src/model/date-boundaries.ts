import type { Content, Incident } from './content.ts';
import { eventMoments } from './event.ts';
import { eventThread } from './event-campaign.ts';
import { inOrder } from './incident-state.ts';
import { type Lapse, lapsesOf } from './lapses.ts';
import { occurrencesOf } from './occurrence.ts';
import { studyMoments } from './study.ts';
import { addDays, dayAt, type EpochMs, startOfDay, toEpochMs } from './time.ts';

/** A moment at which pages begin to say something else, though nobody changed them. */
export interface DateBoundary {
  at: EpochMs;
  /** What begins or ends, for people. */
  what: string;
}

/**
 * The boundaries after `since` and not after `now`, earliest first: the first day of a campaign, the day after its last;
 * the beginning and end of an event, and of its thread each post; the first day of a study and the day after its last; the moment
 * a message of an incident is sent, runs out, or should have been followed by the next one; and the day on which a page is
 * marked because its review or one of its sources has run out.
 */
export function boundariesBetween(content: Content, since: EpochMs, now: EpochMs): DateBoundary[] {
  const { timeZone } = content.organisation;
  const yearOf = (moment: EpochMs) => Number(dayAt(moment, timeZone).slice(0, 4));
  const days = content.campaigns.flatMap(({ id, schedule }) =>
    occurrencesOf(schedule, yearOf(since) - 1, yearOf(now)).flatMap(({ startsOn, endsOn }) => [
      { at: startOfDay(startsOn, timeZone), what: `${id} begins` },
      { at: startOfDay(addDays(endsOn, 1), timeZone), what: `${id} is over` },
    ]),
  );
  const { campaigns, myths, questions, events, series, episodes, studies, pages } = content;
  const lapses = [
    ...campaigns,
    ...myths,
    ...questions,
    ...events,
    ...series,
    ...episodes,
    ...studies,
    ...pages,
  ].flatMap((item) =>
    lapsesOf(item, content, dayAt(now, timeZone)).map((lapse) => ({
      at: startOfDay(lapse.since, timeZone),
      what: lapseText(item.id, lapse),
    })),
  );
  const messages = content.incidents.filter(({ status }) => status !== 'draft').flatMap(messageMoments);
  const meetings = events.flatMap((event) => {
    const { startsAt, endsAt } = eventMoments(event.time);
    const thread = eventThread(event, timeZone).map(({ post, at }) => ({ at, what: `${post.id} stands on its page` }));
    if (event.cancelled) return [{ at: toEpochMs(event.cancelled.at), what: `${event.id} was called off` }, ...thread];
    return [{ at: startsAt, what: `${event.id} begins` }, { at: endsAt, what: `${event.id} is over` }, ...thread];
  });
  const calls = studies.flatMap((study) => {
    const { opensAt, closesAt } = studyMoments(study, timeZone);
    return [
      { at: opensAt, what: `${study.id} opens` },
      { at: closesAt, what: `${study.id} is closed` },
    ];
  });
  return [...days, ...messages, ...meetings, ...calls, ...lapses]
    .filter(({ at }) => since < at && at <= now)
    .toSorted((a, b) => a.at - b.at);
}

function messageMoments({ updates }: Incident): DateBoundary[] {
  const ordered = inOrder(updates);
  return ordered.flatMap(({ id, kind, sentAt, expiresAt, nextUpdateDueAt }, index) => {
    const next = ordered[index + 1];
    // What the next message has taken the place of neither runs out nor keeps anybody waiting.
    const isNewestAt = (moment: EpochMs) => next === undefined || moment < toEpochMs(next.sentAt);
    const moments: DateBoundary[] = [{ at: toEpochMs(sentAt), what: `${id} is sent` }];
    const runsOutAt = toEpochMs(expiresAt);
    if (isNewestAt(runsOutAt)) moments.push({ at: runsOutAt, what: `${id} has run out` });
    if (kind === 'cancel' || nextUpdateDueAt === undefined) return moments;
    // A message is overdue once the promised moment has passed.
    const overdueAt = toEpochMs(nextUpdateDueAt) + 1;
    if (isNewestAt(overdueAt)) moments.push({ at: overdueAt, what: `the update promised in ${id} is overdue` });
    return moments;
  });
}

function lapseText(itemId: string, lapse: Lapse): string {
  switch (lapse.kind) {
    case 'review-overdue':
      return `the review of ${itemId} is overdue`;
    case 'source-expired':
      return `${lapse.source}, a source of ${itemId}, has expired`;
    case 'source-stale':
      return `${lapse.source}, a source of ${itemId}, is too old`;
  }
}
