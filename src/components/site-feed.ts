import { atomFeed, type Feed, jsonFeed, rssFeed } from '../feeds/feed.ts';
import { campaignEntries, siteEntries } from '../feeds/feed-entries.ts';
import {
  campaignFeedPath,
  campaignPath,
  FEED_FORMS,
  type FeedForm,
  feedPath,
  homePath,
  publicAddress,
} from '../model/addresses.ts';
import type { Campaign } from '../model/content.ts';
import { inLanguage } from '../model/language.ts';
import { fillIn, interfaceWords } from '../reading/interface-words.ts';
import { type Desk, desk } from './desk.ts';

/** What is new on the site in `language`. */
export async function siteFeed(language: string): Promise<Feed> {
  const whole = await desk();
  const { organisation } = whole;
  const name = inLanguage(organisation.name, language);
  return {
    ...common(whole, language),
    title: fillIn(interfaceWords(language).site.feedOf, { name }),
    description: inLanguage(organisation.description, language),
    home: publicAddress(organisation, homePath(language)),
    ...forms((form) => publicAddress(organisation, feedPath(language, form))),
    entries: siteEntries(whole, language),
  };
}

/** Whether a campaign has said anything yet that a feed could hold. */
export function hasFeed({ posted }: Desk, campaignId: string): boolean {
  return (posted.campaigns[campaignId]?.length ?? 0) > 0;
}

/** What a campaign says, in `language`, in which it is written. */
export async function campaignFeed(campaign: Campaign, language: string): Promise<Feed> {
  const whole = await desk();
  const { organisation, posted } = whole;
  const { title, summary } = inLanguage(campaign.versions, language);
  return {
    ...common(whole, language),
    title: fillIn(interfaceWords(language).site.feedOfCampaign, { title }),
    description: summary,
    home: publicAddress(organisation, campaignPath(campaign.id, language)),
    ...forms((form) => publicAddress(organisation, campaignFeedPath(campaign.id, language, form))),
    entries: campaignEntries(campaign, posted.campaigns[campaign.id] ?? [], whole, language),
  };
}

/** A feed as a file of one of its forms. */
export function feedResponse(feed: Feed, form: string | undefined): Response {
  const answer = (text: string, type: string) =>
    new Response(text, { headers: { 'content-type': `${type}; charset=utf-8` } });
  switch (FEED_FORMS.find((known) => known === form)) {
    case 'atom':
      return answer(atomFeed(feed), 'application/atom+xml');
    case 'rss':
      return answer(rssFeed(feed), 'application/rss+xml');
    case 'json':
      return answer(JSON.stringify(jsonFeed(feed)), 'application/feed+json');
    case undefined:
      throw new RangeError(`there is no feed of the form ${form}`);
  }
}

function common({ organisation, builtAt }: Desk, language: string): Pick<Feed, 'language' | 'author' | 'builtAt'> {
  const author = { name: inLanguage(organisation.name, language), email: organisation.contact.email };
  return { language, author, builtAt };
}

function forms(address: (form: FeedForm) => string): Record<FeedForm, string> {
  return { atom: address('atom'), rss: address('rss'), json: address('json') };
}
