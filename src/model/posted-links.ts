import type { Campaign, Content, Post } from './content.ts';
import { publishedCampaigns } from './incident-campaign.ts';
import { occurrencesOf, sendingMoment } from './occurrence.ts';
import type { EpochMs } from './time.ts';

/** What a post on a profile leads to. */
export interface PostedLink {
  postId: string;
  /** Whose page that is: a campaign’s, or that of an incident or event, as its posts are sent. */
  campaign: Pick<Campaign, 'id' | 'incident' | 'event'>;
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
  content: Pick<Content, 'campaigns' | 'incidents' | 'events' | 'organisation'>,
  channelId: string,
  now: EpochMs,
): PostedLink[] {
  const { timeZone } = content.organisation;
  return publishedCampaigns(content)
    .filter(({ incident }) => incident === undefined || incident === 'actual')
    .flatMap((campaign) =>
      campaign.posts.flatMap((post) => {
        const { link } = post;
        if (!post.channels.includes(channelId) || link === 'none') return [];
        const publishedAt = lastSending(campaign, post, timeZone, now);
        if (publishedAt === undefined) return [];
        return [
          {
            postId: post.id,
            campaign: {
              id: campaign.id,
              ...(campaign.incident !== undefined && { incident: campaign.incident }),
              ...(campaign.event !== undefined && { event: campaign.event }),
            },
            publishedAt,
            headlines: wordsOf(post, ({ headline }) => headline),
            titles: wordsOf(campaign, ({ title }) => title),
            link,
          },
        ];
      }),
    )
    .toSorted((a, b) => b.publishedAt - a.publishedAt || (a.postId < b.postId ? -1 : 1))
    .slice(0, MOST);
}

/** A post of a campaign as its feed gives it. */
export interface CampaignPost {
  postId: string;
  publishedAt: EpochMs;
  headlines: Readonly<Record<string, string>>;
  texts: Readonly<Record<string, string>>;
}

const MOST_OF_ONE = 20;

/** The posts of a campaign that were due by `now`, on whichever channel, the newest first. */
export function campaignPosts(campaign: Campaign, timeZone: string, now: EpochMs): CampaignPost[] {
  return campaign.posts
    .flatMap((post) => {
      const publishedAt = lastSending(campaign, post, timeZone, now);
      if (publishedAt === undefined) return [];
      const headlines = wordsOf(post, ({ headline }) => headline);
      return [{ postId: post.id, publishedAt, headlines, texts: wordsOf(post, ({ body }) => body.trim()) }];
    })
    .toSorted((a, b) => b.publishedAt - a.publishedAt || (a.postId < b.postId ? -1 : 1))
    .slice(0, MOST_OF_ONE);
}

/** The last moment by `now` from which a post may stand somewhere; `undefined` for none, and for one that was taken away. */
function lastSending(campaign: Campaign, post: Post, timeZone: string, now: EpochMs): EpochMs | undefined {
  if (isGone(post, now)) return undefined;
  const year = new Date(now).getUTCFullYear();
  const moments = occurrencesOf(campaign.schedule, year - 2, year + 1)
    .filter(({ id }) => post.occurrence === undefined || post.occurrence === id)
    .flatMap((occurrence) => sendingMoment(post.publishAt, occurrence, timeZone) ?? [])
    .filter((moment) => moment <= now);
  return moments.length === 0 ? undefined : Math.max(...moments);
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
