import type { Channel } from '../model/channel.ts';
import type { Campaign, Content, Post } from '../model/content.ts';
import { publishedCampaigns } from '../model/incident-campaign.ts';
import { findOccurrence, type Occurrence, occurrencesOf, sendingMoment } from '../model/occurrence.ts';
import type { SendingTime } from '../model/post.ts';
import type { RiskClass } from '../model/risk.ts';
import { addDays, type EpochMs, startOfDay } from '../model/time.ts';
import { languagesOn, pageLanguage } from '../posts/compose-post.ts';
import type { Asked } from './approval-gate.ts';
import { riskOf, wordedBanner, wordsOf } from './approved-words.ts';

/** What is asked for, as some content has it. */
export interface WordedAt {
  content: Content;
  risk: RiskClass;
  /** Fingerprint of all that somebody would approve. */
  words: string;
  /** Files of the post and of the campaign's page, by which a reviewer meets it. */
  own: readonly string[];
  /** These, and everything else that its words follow from. */
  files: readonly string[];
  /** Ids of who wrote and translated it. */
  writers: readonly string[];
  /** When its last occurrence but this one was over; an approval given before was for that one. */
  since: EpochMs | undefined;
}

/** `undefined` where the content has no such thing, or not on that channel or in that language. */
export function wordedAt(content: Content | undefined, asked: Asked, folder: string): WordedAt | undefined {
  const campaign = content && publishedCampaigns(content).find(({ id }) => id === asked.campaign);
  const channel = content?.channels.get(asked.channel);
  if (!content || !campaign || !channel) return undefined;
  return asked.kind === 'post'
    ? postAt(content, campaign, channel, asked, folder)
    : bannerAt(content, campaign, asked, folder);
}

/** The risk of something as some content has it, though it may not be there: then its campaign's. */
export function riskAt(content: Content, asked: Asked): RiskClass | undefined {
  const campaign = publishedCampaigns(content).find(({ id }) => id === asked.campaign);
  const post = campaign?.posts.find(({ id }) => id === asked.item);
  return campaign && (post ? riskOf(post, campaign) : campaign.risk);
}

function postAt(
  content: Content,
  campaign: Campaign,
  channel: Channel,
  { item, occurrence, language }: Asked,
  folder: string,
): WordedAt | undefined {
  const post = campaign.posts.find(({ id }) => id === item);
  if (!post?.channels.includes(channel.id) || !languagesOn(post, channel).includes(language)) return undefined;
  const pageTags = [pageLanguage(campaign, language), campaign.originalLanguage];
  const own = filesOf(post, [language, post.originalLanguage]).concat(filesOf(campaign, pageTags));
  const isOnce = post.occurrence !== undefined || typeof post.expiresAt === 'string';
  return {
    content,
    risk: riskOf(post, campaign),
    words: wordsOf(content)(campaign, post, channel, language).approved(),
    own,
    files: [...own, ...filesBehind(campaign, channel.id, folder)],
    writers: writersOf(campaign, post, language),
    since: isOnce ? undefined : lastEnd(campaign, occurrence, post.expiresAt, content.organisation.timeZone),
  };
}

function bannerAt(
  content: Content,
  campaign: Campaign,
  { channel, occurrence, language }: Asked,
  folder: string,
): WordedAt | undefined {
  if (!campaign.banner?.channels.includes(channel) || !campaign.versions[language]) return undefined;
  const own = filesOf(campaign, [language, campaign.originalLanguage]);
  const { until } = campaign.banner;
  return {
    content,
    risk: campaign.risk,
    words: wordedBanner(campaign, language, content).approved,
    own,
    files: [...own, ...filesBehind(campaign, channel, folder)],
    writers: writersOf(campaign, undefined, language),
    since: lastEnd(campaign, occurrence, until, content.organisation.timeZone),
  };
}

function filesOf({ versions }: Pick<Campaign | Post, 'versions'>, languages: readonly string[]): string[] {
  return [...new Set(languages)].flatMap((language) => versions[language]?.file ?? []);
}

function filesBehind({ sources }: Campaign, channel: string, folder: string): string[] {
  return [
    `${folder}/organisation.yml`,
    `${folder}/channels/${channel}.yml`,
    ...sources.map((id) => `${folder}/sources/${id}.yml`),
  ];
}

function writersOf(campaign: Campaign, post: Post | undefined, language: string): string[] {
  const translators = [campaign.versions[language]?.translator, post?.versions[language]?.translator];
  return [campaign.author, ...translators].filter((id) => id !== undefined);
}

function lastEnd(campaign: Campaign, id: string, end: SendingTime, timeZone: string): EpochMs | undefined {
  const occurrence = findOccurrence(campaign.schedule, id);
  const before = occurrence && occurrenceBefore(campaign, occurrence);
  if (!before) return undefined;
  // Where the clocks change just then, the day after it.
  return sendingMoment(end, before, timeZone) ?? startOfDay(addDays(before.endsOn, 1), timeZone);
}

function occurrenceBefore({ schedule }: Campaign, { startsOn }: Occurrence): Occurrence | undefined {
  const year = Number(startsOn.slice(0, 4));
  const from = schedule.kind === 'yearly' ? year - 1 : 0;
  return occurrencesOf(schedule, from, year).findLast((one) => one.startsOn < startsOn);
}
