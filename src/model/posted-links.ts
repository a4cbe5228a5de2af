import type { Content, Post } from './content.ts';
import { publishedCampaigns } from './incident-campaign.ts';
import { occurrencesOf, sendingMoment } from './occurrence.ts';
import type { EpochMs } from './time.ts';

/** What a post on a profile leads to. */
export interface PostedLink {
  postId: string;
  campaignId: string;
  /** Whether the page is an incident’s. */
  isIncident: boolean;
  /** Moment from which it may stand there. */
  publishedAt: EpochMs;
  /** By language: what the post says on its card, and the title of the page. */
  headlines: Readonly<Record<string, string>>;
  titles: Readonly<Record<string, string>>;
  /** `page`: the campaign’s own. */
  link: 'page' | (string & {});
}

/** So many stand on a page of links: a profile’s visitors look for what they have just seen. */
const MOST = 30;

/**
 * What the posts of a channel lead to that were due by `now`, the newest first, each post once. It follows from the content
 * alone: what was held back or failed stands there too, for its page is up all the same. Drills, withdrawn posts and such as
 * lead nowhere are left out.
 */
export function postedLinks(
  content: Pick<Content, 'campaigns' | 'incidents' | 'organisation'>,
  channelId: string,
  now: EpochMs,
): PostedLink[] {
  const { timeZone } = content.organisation;
  const year = new Date(now).getUTCFullYear();
  return publishedCampaigns(content)
    .filter(({ incident }) => incident === undefined || incident === 'actual')
    .flatMap((campaign) => {
      const occurrences = occurrencesOf(campaign.schedule, year - 2, year + 1);
      return campaign.posts.flatMap((post) => {
        const { link } = post;
        if (!post.channels.includes(channelId) || link === 'none' || isGone(post, now)) return [];
        const moments = occurrences
          .filter(({ id }) => post.occurrence === undefined || post.occurrence === id)
          .flatMap((occurrence) => sendingMoment(post.publishAt, occurrence, timeZone) ?? [])
          .filter((moment) => moment <= now);
        if (moments.length === 0) return [];
        return [
          {
            postId: post.id,
            campaignId: campaign.id,
            isIncident: campaign.incident !== undefined,
            publishedAt: Math.max(...moments),
            headlines: wordsOf(post, ({ headline }) => headline),
            titles: wordsOf(campaign, ({ title }) => title),
            link,
          },
        ];
      });
    })
    .toSorted((a, b) => b.publishedAt - a.publishedAt || (a.postId < b.postId ? -1 : 1))
    .slice(0, MOST);
}

function isGone({ withdrawn, message }: Post, now: EpochMs): boolean {
  return message?.kind === 'prepared' || (withdrawn !== undefined && Date.parse(withdrawn.at) <= now);
}

function wordsOf<Words>(
  { versions }: { versions: Readonly<Record<string, Words>> },
  said: (version: Words) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(versions).map(([language, version]) => [language, said(version)]));
}
