import type { Campaign, Content, Event, Post } from './content.ts';
import { eventMoments, eventSchedule } from './event.ts';
import { findOccurrence, sendingMoment } from './occurrence.ts';
import { type EpochMs, toEpochMs } from './time.ts';

/**
 * An event as its posts are sent: a campaign of one occurrence, named like the event. Its posts are a thread: each answers the one
 * before it, as far as readers have it. Of an event that was called off, only what was due before leaves, and the post that
 * tells it. Time, place and speakers are among the words that somebody approves.
 */
export function eventCampaign(event: Event, timeZone: string): Campaign {
  const { time, online: _online, registration: _registration, cancelled: _cancelled, posts: _posts, ...shared } = event;
  const { versions } = event;
  const thread = eventThread(event, timeZone);
  return {
    ...shared,
    event: true,
    schedule: eventSchedule(event, timeZone),
    versions: Object.fromEntries(
      Object.entries(versions).map(([language, version]) => {
        const { place, speakers } = version;
        return [
          language,
          {
            ...version,
            mainMessage: version.summary,
            callToAction: { text: '', url: event.registration ?? event.online ?? '' },
            audience: [
              `${time.starts} ${time.ends} ${time.zone}`,
              ...(place ? [place.name, place.address] : []),
              ...speakers.map(({ name, title }) => `${name}, ${title}`),
              ...(version.cancellation ? [version.cancellation] : []),
            ],
          },
        ];
      }),
    ),
    posts: thread.map(({ post }, index) => ({
      ...post,
      campaignId: event.id,
      ...(typeof post.publishAt === 'string' && { occurrence: event.id }),
      // The nearest first.
      answers: thread
        .slice(0, index)
        .map((one) => one.post.id)
        .toReversed(),
    })),
  };
}

/** The campaigns, and each event as a campaign that takes place once: everything that is posted but the messages of incidents. */
export function plannedCampaigns(content: Pick<Content, 'campaigns' | 'events' | 'organisation'>): Campaign[] {
  const { timeZone } = content.organisation;
  return [...content.campaigns, ...content.events.map((event) => eventCampaign(event, timeZone))];
}

/** A post of an event’s thread, and when it is due. */
export interface ThreadPost {
  post: Post;
  at: EpochMs;
}

/** The posts of an event that leave or have left, in the order in which they do. */
export function eventThread({ posts, cancelled, ...event }: Event, timeZone: string): ThreadPost[] {
  const occurrence = findOccurrence(eventSchedule(event, timeZone), event.id);
  const due = posts.flatMap((post): ThreadPost[] => {
    const at = occurrence && sendingMoment(post.publishAt, occurrence, timeZone);
    // Validation has refused times at which the clocks change; a time zone's rules may change after that.
    return at === undefined ? [] : [{ post, at }];
  });
  return due
    .filter(({ post, at }) => !cancelled || at < toEpochMs(cancelled.at) || post.id === cancelled.post)
    .toSorted((a, b) => a.at - b.at || (a.post.id < b.post.id ? -1 : 1));
}

/** Events by their beginning, the earliest first. */
export function eventsInOrder(events: readonly Event[]): Event[] {
  return events.toSorted((a, b) => eventMoments(a.time).startsAt - eventMoments(b.time).startsAt);
}
