import { createHash } from 'node:crypto';
import type { Campaign, Content, Myth, Post } from '../model/content.ts';
import { publishedCampaigns } from '../model/incident-campaign.ts';
import { type Direction, inLanguage } from '../model/language.ts';
import type { NetworkName } from '../model/network.ts';
import { languageOf, type Organisation } from '../model/organisation.ts';
import { CARD_SIZES, type CardSize } from './card-sizes.ts';
import { cardWording, ratingWord } from './card-words.ts';

export { CARD_SIZES, type CardSize };

/** Changes when the same card would be drawn otherwise: a new tree, font or engine. Cached pictures then count no more. */
export const CARD_VERSION = '4-takumi-2.16.3';

/** What a card is about. It decides how its texts stand to each other; which of them there are is free. */
export const CARD_TEMPLATES = ['campaign', 'post', 'fact', 'myth', 'event', 'episode', 'study', 'alert'] as const;
export type CardTemplate = (typeof CARD_TEMPLATES)[number];

/** Texts of a card that come from a field of content, and can be too long for it. */
export type CardField = 'headline' | 'message' | 'kicker' | 'hashtag' | 'detail' | 'credit';

/** A photograph behind the words of a card. */
export interface CardPhoto {
  /** Path from the project's root. */
  file: string;
  /** Fingerprint of the file: another one when the photograph changes. */
  revision: string;
  /** Who took it, as it has to be said. */
  credit: string;
  /** What it shows, for those who cannot see it. */
  alt: string;
}

/** Everything a picture shows, before anything is drawn. */
export interface Card {
  template: CardTemplate;
  size: CardSize;
  language: string;
  direction: Direction;
  /** What kind of thing this is, in a word or two: `Event`, `Alert`. */
  label: string | undefined;
  /** Small line above the headline. */
  kicker: string | undefined;
  headline: string;
  message: string | undefined;
  /**
   * What stands by itself below: the claim of a myth, the time and place of an event, until when a study is open, how long an
   * episode is, the source of a fact.
   */
  detail: string | undefined;
  /** The word before it: `False`, `Source`. */
  detailLabel: string | undefined;
  /** Without `#`. */
  hashtag: string | undefined;
  organisation: string;
  /** Address of the site as it is read aloud: `sehatdesk.example`. */
  host: string;
  /** Word that marks a demonstration; `undefined` for a real desk. */
  demonstration: string | undefined;
  brand: Organisation['brand'];
  photo: CardPhoto | undefined;
  /** Who took the photograph, as the card says it. */
  credit: string | undefined;
  /** What the card says and shows, for those who cannot see it. */
  alt: string;
  /** The field that each text comes from. */
  origin: Partial<Record<CardField, CardOrigin>>;
}

export interface CardOrigin {
  /** Path from the project's root. */
  file: string;
  field: readonly (string | number)[];
}

/**
 * The words of a card as a caller has them. What is left out is not on the card, apart from the label and the colours, which
 * then follow from the template and the organisation.
 */
export interface CardWords {
  template: CardTemplate;
  size: CardSize;
  language: string;
  organisation: Organisation;
  headline: string;
  brand?: Organisation['brand'] | undefined;
  /** `false` for none. */
  label?: string | false | undefined;
  kicker?: string | undefined;
  message?: string | undefined;
  detail?: string | undefined;
  detailLabel?: string | undefined;
  hashtag?: string | undefined;
  photo?: CardPhoto | undefined;
  /** Words in place of the picture; left out, what the card says. */
  alt?: string | undefined;
  origin?: Card['origin'];
}

/** A card of plain words, for whatever has some. Throws a RangeError for a language that the organisation has not. */
export function makeCard(words: CardWords): Card {
  const { template, size, language, organisation, headline, kicker, message, detail, detailLabel, photo } = words;
  const { labels, demonstration, photo: photoWord } = cardWording(language);
  const label = words.label === false ? undefined : (words.label ?? labels[template]);
  const name = inLanguage(organisation.name, language);
  const credit = photo && (photoWord === '' ? photo.credit : `${photoWord}: ${photo.credit}`);
  const shown = {
    label: label && asSentence(label, language),
    kicker: kicker && asSentence(kicker, language),
    headline: asSentence(headline, language),
    message: message && asSentence(message, language),
    detail: detail && asSentence(detailLabel ? `${detailLabel}: ${detail}` : detail, language),
    photo: photo && asSentence(photo.alt, language),
  };
  // Keys in one order, so that the hash of a card does not depend on who made it.
  return {
    template,
    size,
    language,
    direction: languageOf(organisation, language).direction,
    label,
    kicker,
    headline,
    message,
    detail,
    detailLabel: detail === undefined ? undefined : detailLabel,
    hashtag: words.hashtag,
    organisation: name,
    host: new URL(organisation.url).host,
    demonstration: organisation.demonstration ? demonstration : undefined,
    brand: words.brand ?? organisation.brand,
    photo,
    credit,
    alt: words.alt ?? [...Object.values(shown).filter((text) => text !== undefined), name].join(' '),
    origin: words.origin ?? {},
  };
}

/** The card of a campaign's page. */
export function campaignCard(campaign: Campaign, language: string, size: CardSize, organisation: Organisation): Card {
  return makeCard({ size, language, organisation, ...campaignWords(campaign, language, organisation) });
}

function campaignWords(campaign: Campaign, language: string, organisation: Organisation) {
  const version = campaign.versions[language];
  if (!version) throw new RangeError(`campaign ${campaign.id} has no ${language} version`);
  return {
    template: templateOf(campaign, 'campaign'),
    brand: brandOf(campaign, organisation),
    label: labelOf(campaign),
    headline: version.title,
    message: version.mainMessage,
    hashtag: version.hashtags[0],
    origin: {
      headline: { file: version.file, field: ['title'] },
      // An incident and an event have a summary in its place.
      message: { file: version.file, field: [campaign.incident || campaign.event ? 'summary' : 'mainMessage'] },
      hashtag: { file: version.file, field: ['hashtags', 0] },
    },
  } satisfies Partial<CardWords>;
}

/** The card of a campaign for the top of a profile: wide and low, so it says the title and no more. */
export function bannerCard(
  campaign: Campaign,
  language: string,
  organisation: Organisation,
  size: 'banner' | 'wide-banner' = 'banner',
): Card {
  const { message: _message, ...words } = campaignWords(campaign, language, organisation);
  return makeCard({ size, language, organisation, ...words });
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
    template: templateOf(campaign, 'post'),
    size,
    language,
    organisation,
    brand: brandOf(campaign, organisation, post),
    label: labelOf(campaign, post),
    kicker: words?.title,
    headline: version.headline,
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

/** The card of a myth: the verdict in large letters; the claim below it, in quotation marks and with what it was found to be. */
export function mythCard(myth: Myth, language: string, size: CardSize, organisation: Organisation): Card {
  const version = myth.versions[language];
  if (!version) throw new RangeError(`myth ${myth.id} has no ${language} version`);
  const [open, close] = cardWording(language).quotes;
  // Where a claim is right, or nobody knows, what stands above it is no fact against it.
  const isAnswered = myth.rating === 'false' || myth.rating === 'misleading' || myth.rating === 'missing-context';
  return makeCard({
    template: 'myth',
    size,
    language,
    organisation,
    ...(!isAnswered && { label: false }),
    headline: version.verdict,
    detail: `${open}${version.claim}${close}`,
    detailLabel: ratingWord(myth.rating, language),
    origin: {
      headline: { file: version.file, field: ['verdict'] },
      detail: { file: version.file, field: ['claim'] },
    },
  });
}

/** A fact with where it comes from. */
export function factCard(
  fact: { text: string; source: string; campaign?: string; origin?: Card['origin'] },
  language: string,
  size: CardSize,
  organisation: Organisation,
): Card {
  const { source } = cardWording(language);
  return makeCard({
    template: 'fact',
    size,
    language,
    organisation,
    kicker: fact.campaign,
    headline: fact.text,
    detail: fact.source,
    detailLabel: source === '' ? undefined : source,
    origin: fact.origin ?? {},
  });
}

/** The size of a picture that a network shows whole, and largest. */
export function cardSizeOn(network: NetworkName): CardSize {
  switch (network) {
    case 'instagram':
      return 'portrait';
    case 'tiktok':
      return 'story';
    default:
      return 'landscape';
  }
}

/**
 * Every card that pages show and posts carry, in each language: a page's is the preview of its links, a post's has the size of
 * each network that it goes to. Other sizes are for the press kit.
 */
export function allCards(
  content: Pick<Content, 'campaigns' | 'incidents' | 'events' | 'organisation'> &
    Partial<Pick<Content, 'channels' | 'myths'>>,
): Card[] {
  const { organisation, channels, myths = [] } = content;
  return [
    ...publishedCampaigns(content).flatMap((campaign) => [
      ...(campaign.banner
        ? Object.keys(campaign.versions).map((language) => bannerCard(campaign, language, organisation))
        : []),
      ...Object.keys(campaign.versions).map((language) => campaignCard(campaign, language, 'landscape', organisation)),
      ...campaign.posts.flatMap((post) => {
        // The outbox shows what every network would get.
        const networks = post.channels.flatMap((id) => channels?.get(id)?.network ?? []);
        const sizes = new Set<CardSize>(['landscape', ...networks.map(cardSizeOn)]);
        return Object.keys(post.versions).flatMap((language) =>
          [...sizes].map((size) => postCard(post, campaign, language, size, organisation)),
        );
      }),
    ]),
    ...myths.flatMap((myth) =>
      Object.keys(myth.versions).map((language) => mythCard(myth, language, 'landscape', organisation)),
    ),
  ];
}

/**
 * Name of the card's file. It follows from what is drawn: the same picture has the same name, another has another. A card with a
 * photograph is a JPEG, the others are PNG.
 */
export function cardFileName(card: Card): string {
  const { alt: _alt, origin: _origin, photo, ...drawn } = card;
  const hash = createHash('sha256')
    .update(JSON.stringify([CARD_VERSION, drawn, photo?.revision]))
    .digest('hex')
    .slice(0, 16);
  return `${hash}.${photo ? 'jpg' : 'png'}`;
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
  const { mark } = brand;
  const withMark = (colours: Organisation['brand']) => (mark === undefined ? colours : { ...colours, mark });
  if (incident === undefined) return brand;
  if (incident !== 'actual') return withMark(DRILL_BRAND);
  // What is over is no alert any more.
  return isEnd(post) ? brand : withMark(ALERT_BRAND);
}

function isEnd(post?: Pick<Post, 'message'>): boolean {
  return post?.message?.kind === 'cancel' || post?.message?.kind === 'prepared';
}

function templateOf<T extends CardTemplate>({ incident }: Pick<Campaign, 'incident'>, ordinary: T): T | 'alert' {
  return incident === undefined ? ordinary : 'alert';
}

/** A drill says in its own words that it is one. */
function labelOf({ incident }: Pick<Campaign, 'incident'>, post?: Pick<Post, 'message'>): false | undefined {
  return incident === undefined || (incident === 'actual' && !isEnd(post)) ? undefined : false;
}

const FULL_STOP: Readonly<Record<string, string>> = { ur: '۔', hi: '।', bn: '।' };

function asSentence(text: string, language: string): string {
  return /[.!?؟۔।…:][”“»"']?$/u.test(text) ? text : `${text}${FULL_STOP[language] ?? '.'}`;
}
