import type { Content } from './content.ts';
import { occurrencesOf } from './occurrence.ts';
import { addDays, dayAt, type EpochMs, startOfDay } from './time.ts';

/** A moment at which pages begin to say something else, though nobody changed them. */
export interface DateBoundary {
  at: EpochMs;
  /** What begins or ends, for people. */
  what: string;
}

/**
 * The boundaries after `since` and not after `now`, earliest first: the first day of a campaign, the day after its last,
 * and the day a review of a campaign, a myth or a page falls due.
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
  const reviews = [...content.campaigns, ...content.myths, ...content.pages].map(({ id, nextReviewDueOn }) => ({
    at: startOfDay(nextReviewDueOn, timeZone),
    what: `the review of ${id} falls due`,
  }));
  return [...days, ...reviews].filter(({ at }) => since < at && at <= now).toSorted((a, b) => a.at - b.at);
}
