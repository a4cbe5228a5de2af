import type { Campaign, Episode } from './content.ts';
import type { Organisation } from './organisation.ts';

/** Path of a language's home page below the site's base, without a leading slash. */
export function homePath(language: string): string {
  return `${language}/`;
}

/** Path of a campaign's page below the site's base. It follows from the id, so moving a folder breaks no link. */
export function campaignPath(campaignId: string, language: string): string {
  return `${language}/campaigns/${campaignId}/`;
}

/** Path of the list of all campaigns in one language. */
export function campaignsPath(language: string): string {
  return `${language}/campaigns/`;
}

/** Paths of the pages that belong to no kind of content. */
export function aboutPath(language: string): string {
  return `${language}/about/`;
}
export function contactPath(language: string): string {
  return `${language}/contact/`;
}
export function correctionsPath(language: string): string {
  return `${language}/corrections/`;
}

/** Path of what the posts of a channel lead to. It stands in the channel’s profile and never moves. */
export function linksPath(channelId: string, language: string): string {
  return `${language}/links/${channelId}/`;
}

/** Path of the list of all myths in one language. */
export function mythsPath(language: string): string {
  return `${language}/myths/`;
}

/** Path of a myth's page below the site's base. */
export function mythPath(mythId: string, language: string): string {
  return `${language}/myths/${mythId}/`;
}

/** Path of the list of all questions in one language, with the answer box. */
export function questionsPath(language: string): string {
  return `${language}/questions/`;
}

/** Path of a question's page below the site's base. It follows from the id, so moving a folder breaks no link. */
export function questionPath(questionId: string, language: string): string {
  return `${language}/questions/${questionId}/`;
}

/** Path of what the answer box answers from in one language, below the site's base. */
export function answersJsonPath(language: string): string {
  return `${language}/questions/answers.json`;
}

/** Path of a language's search, and of its index of topics. */
export function searchPath(language: string): string {
  return `${language}/search/`;
}

/** Path of what the search of one language looks in, below the site's base. */
export function searchIndexPath(language: string): string {
  return `${language}/search/index.json`;
}

/** Path of the list of all sources in one language. */
export function sourcesPath(language: string): string {
  return `${language}/sources/`;
}

/** Path of a source's page: what it is, how it was judged and what rests on it. */
export function sourcePath(sourceId: string, language: string): string {
  return `${language}/sources/${sourceId}/`;
}

/** Path of the list of all events in one language. */
export function eventsPath(language: string): string {
  return `${language}/events/`;
}

/** Path of an event's page below the site's base. */
export function eventPath(eventId: string, language: string): string {
  return `${eventsPath(language)}${eventId}/`;
}

/** Path of an event's calendar file below the site's base. */
export function eventCalendarPath(eventId: string, language: string): string {
  return `${eventPath(eventId, language)}event.ics`;
}

/** Path of the list of all series in one language. */
export function allSeriesPath(language: string): string {
  return `${language}/series/`;
}

/** Path of a series' page below the site's base. */
export function seriesPath(seriesId: string, language: string): string {
  return `${allSeriesPath(language)}${seriesId}/`;
}

/** Path of an episode's page below the site's base. */
export function episodePath({ id, seriesId }: Pick<Episode, 'id' | 'seriesId'>, language: string): string {
  return `${seriesPath(seriesId, language)}${id}/`;
}

/** Path of the list of all studies in one language. */
export function studiesPath(language: string): string {
  return `${language}/studies/`;
}

/** Path of a study's page below the site's base. */
export function studyPath(studyId: string, language: string): string {
  return `${studiesPath(language)}${studyId}/`;
}

/** Path of the calendar of the year in one language. */
export function calendarPath(language: string): string {
  return `${language}/calendar/`;
}

/** Path of the same as a file for calendar programs. */
export function calendarFilePath(language: string): string {
  return `${calendarPath(language)}calendar.ics`;
}

/** Path of what belongs to the recording of an event or episode: its film, its captions, its still. */
export function recordingPath(kind: 'events' | 'episodes', itemId: string, fileName: string): string {
  return `recordings/${kind}/${itemId}/${fileName.replace(/^\.\//, '')}`;
}

/** Path of the page that a campaign, or an incident or event as its posts are sent, has in a language. */
export function postedPath(
  { id, incident, event }: Pick<Campaign, 'id' | 'incident' | 'event'>,
  language: string,
): string {
  if (event) return eventPath(id, language);
  return incident === undefined ? campaignPath(id, language) : incidentPath(id, language);
}

/** Path of a language's list of pages on how the organisation works, below the site's base. */
export function howWeWorkPath(language: string): string {
  return `${language}/how-we-work/`;
}

/** Path of a page on how the organisation works. It follows from the id, so moving a folder breaks no link. */
export function pagePath(pageId: string, language: string): string {
  return `${howWeWorkPath(language)}${pageId}/`;
}

/** Path of the list of a language’s alerts below the site's base. It never moves. */
export function alertsPath(language: string): string {
  return `${language}/alerts/`;
}

/** Path of an incident's page below the site's base. */
export function incidentPath(incidentId: string, language: string): string {
  return `${language}/alerts/${incidentId}/`;
}

/** Path of an update's CAP file below the site's base. It follows from the ids and never changes. */
export function capPath(incidentId: string, updateId: string): string {
  return `alerts/${incidentId}/${updateId}.cap.xml`;
}

/** Paths of the feeds of alerts below the site's base. */
export const ALERTS_JSON = 'alerts.json';
export function alertsAtomPath(language: string): string {
  return `${language}/alerts/feed.atom`;
}
export function alertsFeedPath(language: string): string {
  return `${language}/alerts/feed.json`;
}

/** What feeds are written as; also how their files end. */
export const FEED_FORMS = ['atom', 'rss', 'json'] as const;
export type FeedForm = (typeof FEED_FORMS)[number];

/** Path of the feed of what is new in a language. */
export function feedPath(language: string, form: FeedForm): string {
  return `${homePath(language)}feed.${form}`;
}

/** Path of a campaign’s own feed; there where it has posted anything. */
export function campaignFeedPath(campaignId: string, language: string, form: FeedForm): string {
  return `${campaignPath(campaignId, language)}feed.${form}`;
}

export const SITEMAP = 'sitemap.xml';

/** Path of the page that stands in for one that is not kept, where there is no connection. */
export function offlinePath(language: string): string {
  return `${language}/offline/`;
}

/** Path of a card image below the site's base. */
export function cardPath(fileName: string): string {
  return `cards/${fileName}`;
}

/** Full public address of a path below the site's base. */
export function publicAddress(organisation: Pick<Organisation, 'url'>, path: string): string {
  return new URL(path, organisation.url.endsWith('/') ? organisation.url : `${organisation.url}/`).href;
}
