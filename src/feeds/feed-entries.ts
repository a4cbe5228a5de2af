import { type AlertEntry, alertEntries } from '../alerts/alert-entries.ts';
import { campaignPath, mythPath, publicAddress } from '../model/addresses.ts';
import type { Campaign, Incident, Myth } from '../model/content.ts';
import { occurrencesOf } from '../model/occurrence.ts';
import type { Organisation } from '../model/organisation.ts';
import type { CampaignPost } from '../model/posted-links.ts';
import { dayAt, type EpochMs, startOfDay, toEpochMs, toInstantText } from '../model/time.ts';
import type { FeedEntry } from './feed.ts';

/** What feeds are made of, at one moment. */
export interface FeedSources {
  organisation: Organisation;
  campaigns: readonly Campaign[];
  incidents: readonly Incident[];
  myths: readonly Myth[];
  now: EpochMs;
}

const MOST = 60;

/**
 * What is new in a language, the newest first: campaigns as they begin, verdicts on myths, alerts. A reviewed page is the same
 * entry with a later `updatedAt`; the next occurrence of a campaign is another one.
 */
export function siteEntries(sources: FeedSources, language: string): FeedEntry[] {
  const { organisation, campaigns, incidents, myths, now } = sources;
  return newestFirst([
    ...campaigns.flatMap((campaign) => campaignEntry(campaign, language, organisation, now) ?? []),
    ...myths.flatMap((myth) => mythEntry(myth, language, organisation) ?? []),
    ...alertEntries(incidents, organisation, language, now).map(ofAlert),
  ]);
}

/** What a campaign has said, and its page as it was last reviewed, in a language. */
export function campaignEntries(
  campaign: Campaign,
  posts: readonly CampaignPost[],
  { organisation, now }: Pick<FeedSources, 'organisation' | 'now'>,
  language: string,
): FeedEntry[] {
  const own = campaignEntry(campaign, language, organisation, now);
  const page = publicAddress(organisation, campaignPath(campaign.id, language));
  return newestFirst([
    ...(own ? [own] : []),
    ...posts.flatMap(({ postId, publishedAt, headlines, texts }): FeedEntry[] => {
      const [title, text] = [headlines[language], texts[language]];
      if (title === undefined || text === undefined) return [];
      const at = toInstantText(publishedAt, organisation.timeZone);
      const year = dayAt(publishedAt, organisation.timeZone).slice(0, 4);
      const id = tag(organisation, `post/${postId}/${year}/${language}`);
      return [{ id, title, text, page, publishedAt: at, updatedAt: at, tags: ['post'] }];
    }),
  ]);
}

function campaignEntry(
  campaign: Campaign,
  language: string,
  organisation: Organisation,
  now: EpochMs,
): FeedEntry | undefined {
  const version = campaign.versions[language];
  const today = dayAt(now, organisation.timeZone);
  const year = Number(today.slice(0, 4));
  const begun = occurrencesOf(campaign.schedule, year - 10, year).findLast(({ startsOn }) => startsOn <= today);
  if (!version || !begun) return undefined;
  const day = (on: string) => toInstantText(startOfDay(on, organisation.timeZone), organisation.timeZone);
  const publishedAt = day(begun.startsOn);
  return {
    id: tag(organisation, `campaign/${campaign.id}/${begun.id}/${language}`),
    title: version.title,
    text: `${version.mainMessage}\n\n${version.summary}`,
    page: publicAddress(organisation, campaignPath(campaign.id, language)),
    publishedAt,
    updatedAt: later(publishedAt, day(campaign.lastReviewedOn)),
    tags: ['campaign', ...version.hashtags],
  };
}

function mythEntry(myth: Myth, language: string, organisation: Organisation): FeedEntry | undefined {
  const version = myth.versions[language];
  if (!version) return undefined;
  const day = (on: string) => toInstantText(startOfDay(on, organisation.timeZone), organisation.timeZone);
  const publishedAt = day(myth.publishedOn);
  const changes = [day(myth.lastReviewedOn), ...version.corrections.map(({ on }) => day(on))];
  return {
    id: tag(organisation, `myth/${myth.id}/${language}`),
    title: version.title,
    // The fact first, never the claim alone.
    text: version.verdict,
    page: publicAddress(organisation, mythPath(myth.id, language)),
    publishedAt,
    updatedAt: changes.reduce(later, publishedAt),
    tags: ['myth', myth.rating],
  };
}

function ofAlert({ id, title, text, page, sentAt, kind, categories }: AlertEntry): FeedEntry {
  return { id, title, text, page, publishedAt: sentAt, updatedAt: sentAt, tags: [kind, ...categories] };
}

function newestFirst(entries: readonly FeedEntry[]): FeedEntry[] {
  return entries
    .toSorted((a, b) => toEpochMs(b.publishedAt) - toEpochMs(a.publishedAt) || (a.id < b.id ? -1 : 1))
    .slice(0, MOST);
}

function later(one: string, other: string): string {
  return toEpochMs(one) >= toEpochMs(other) ? one : other;
}

function tag({ url, id }: Pick<Organisation, 'url' | 'id'>, name: string): string {
  return `tag:${new URL(url).hostname},2026:${id}/${name}`;
}
