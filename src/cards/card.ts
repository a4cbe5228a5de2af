import { createHash } from 'node:crypto';
import type { Campaign, Content, Post } from '../model/content.ts';
import { publishedCampaigns } from '../model/incident-campaign.ts';
import { type Direction, inLanguage } from '../model/language.ts';
import { languageOf, type Organisation } from '../model/organisation.ts';

/** Sizes in CSS pixels, which are the image's own. */
export const CARD_SIZES = {
  landscape: { width: 1200, height: 630 },
  square: { width: 1080, height: 1080 },
  banner: { width: 1500, height: 500 },
} as const;
export type CardSize = keyof typeof CARD_SIZES;

/** Changes when the same card would be drawn otherwise: a new tree, font or engine. Cached pictures then count no more. */
export const CARD_VERSION = '3-takumi-2.16.3';

/** Texts of a card that come from a field of content, and can be too long for it. */
export type CardField = 'headline' | 'message' | 'kicker' | 'hashtag';

/** Everything a picture shows, before anything is drawn. */
export interface Card {
  size: CardSize;
  language: string;
  direction: Direction;
  /** Small line above the headline. */
  kicker: string | undefined;
  headline: string;
  message: string | undefined;
  /** Without `#`. */
  hashtag: string | undefined;
  organisation: string;
  /** Address of the site as it is read aloud: `sehatdesk.example`. */
  host: string;
  /** Word that marks a demonstration; `undefined` for a real desk. */
  demonstration: string | undefined;
  brand: Organisation['brand'];
  /** What the card says, for those who cannot see it. */
  alt: string;
  /** The field that each text comes from. */
  origin: Partial<Record<CardField, CardOrigin>>;
}

export interface CardOrigin {
  /** Path from the project's root. */
  file: string;
  field: readonly (string | number)[];
}

/** The card of a campaign's page. */
export function campaignCard(campaign: Campaign, language: string, size: CardSize, organisation: Organisation): Card {
  return makeCard({
    size,
    language,
    organisation,
    brand: brandOf(campaign, organisation),
    ...cardOfCampaign(campaign, language),
  });
}

function cardOfCampaign(
  campaign: Campaign,
  language: string,
): Omit<CardWords, 'size' | 'language' | 'organisation' | 'brand'> {
  const version = campaign.versions[language];
  if (!version) throw new RangeError(`campaign ${campaign.id} has no ${language} version`);
  return {
    kicker: undefined,
    headline: version.title,
    message: version.mainMessage,
    hashtag: version.hashtags[0],
    alt: undefined,
    origin: {
      headline: { file: version.file, field: ['title'] },
      // An incident and an event have a summary in its place.
      message: { file: version.file, field: [campaign.incident || campaign.event ? 'summary' : 'mainMessage'] },
      hashtag: { file: version.file, field: ['hashtags', 0] },
    },
  };
}

/** The card of a campaign for the top of a profile: wide and low, so it says the title and no more. */
export function bannerCard(campaign: Campaign, language: string, organisation: Organisation): Card {
  const { message: _message, ...words } = cardOfCampaign(campaign, language);
  const brand = brandOf(campaign, organisation);
  return makeCard({ size: 'banner', language, organisation, brand, ...words, message: undefined });
}

/** The card of a post: its headline under the campaign's title. */
export function postCard(
  post: Post,
  campaign: Campaign,
  language: string,
  size: CardSize,
  organisation: Organisation,
): Card {
  const version = post.versions[language];
  if (!version) throw new RangeError(`post ${post.id} has no ${language} version`);
  const words = campaign.versions[language];
  return makeCard({
    size,
    language,
    organisation,
    brand: brandOf(campaign, organisation, post),
    kicker: words?.title,
    headline: version.headline,
    message: undefined,
    hashtag: words?.hashtags[0],
    alt: version.alt,
    origin: {
      headline: { file: version.file, field: ['headline'] },
      ...(words && {
        kicker: { file: words.file, field: ['title'] },
        hashtag: { file: words.file, field: ['hashtags', 0] },
      }),
    },
  });
}

/** Every card the content needs: each page and post, in each of its languages, in each size. */
export function allCards(content: Pick<Content, 'campaigns' | 'incidents' | 'events' | 'organisation'>): Card[] {
  const { organisation } = content;
  const sizes = ['landscape', 'square'] as const;
  return publishedCampaigns(content).flatMap((campaign) => [
    ...(campaign.banner
      ? Object.keys(campaign.versions).map((language) => bannerCard(campaign, language, organisation))
      : []),
    ...Object.keys(campaign.versions).flatMap((language) =>
      sizes.map((size) => campaignCard(campaign, language, size, organisation)),
    ),
    ...campaign.posts.flatMap((post) =>
      Object.keys(post.versions).flatMap((language) =>
        sizes.map((size) => postCard(post, campaign, language, size, organisation)),
      ),
    ),
  ]);
}

/** Name of the card's file. It follows from what is drawn: the same picture has the same name, another has another. */
export function cardFileName(card: Card): string {
  const { alt: _alt, origin: _origin, ...drawn } = card;
  return `${createHash('sha256')
    .update(JSON.stringify([CARD_VERSION, drawn]))
    .digest('hex')
    .slice(0, 16)}.png`;
}

interface CardWords {
  size: CardSize;
  language: string;
  organisation: Organisation;
  brand: Organisation['brand'];
  kicker: string | undefined;
  headline: string;
  message: string | undefined;
  hashtag: string | undefined;
  alt: string | undefined;
  origin: Card['origin'];
}

// Keys in one order, so that the hash of a card does not depend on who made it.
function makeCard(words: CardWords): Card {
  const { size, language, organisation, brand, kicker, headline, message, hashtag, alt, origin } = words;
  const name = inLanguage(organisation.name, language);
  const said = [kicker, headline, message].filter((text) => text !== undefined);
  return {
    size,
    language,
    direction: languageOf(organisation, language).direction,
    kicker,
    headline,
    message,
    hashtag,
    organisation: name,
    host: new URL(organisation.url).host,
    demonstration: organisation.demonstration ? (DEMONSTRATION[language] ?? 'Demonstration') : undefined,
    brand,
    alt: alt ?? `${said.map(asSentence).join(' ')} ${name}`,
    origin,
  };
}

/** Red for an alert, whatever the organisation's own colours: it is told from all else at a glance, also when it is small. */
const ALERT_BRAND: Organisation['brand'] = {
  primary: '#8f1414',
  secondary: '#5c0d0d',
  accent: '#ffd166',
  text: '#ffffff',
};
/** Grey for what is no real alert. */
const DRILL_BRAND: Organisation['brand'] = {
  primary: '#4a4a4a',
  secondary: '#2f2f2f',
  accent: '#e0e0e0',
  text: '#ffffff',
};

function brandOf(
  { incident }: Pick<Campaign, 'incident'>,
  { brand }: Organisation,
  post?: Pick<Post, 'message'>,
): Organisation['brand'] {
  if (incident === undefined) return brand;
  if (incident !== 'actual') return DRILL_BRAND;
  // What is over is no alert any more.
  const isEnd = post?.message?.kind === 'cancel' || post?.message?.kind === 'prepared';
  return isEnd ? brand : ALERT_BRAND;
}

const DEMONSTRATION: Readonly<Record<string, string>> = { en: 'Demonstration', ur: 'نمونہ', ar: 'عرض توضيحي' };

function asSentence(text: string): string {
  return /[.!?؟۔…:]$/u.test(text) ? text : `${text}${/\p{Script=Arabic}/u.test(text) ? '۔' : '.'}`;
}
