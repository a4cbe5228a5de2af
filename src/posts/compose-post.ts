import { type Card, type CardSize, postCard } from '../cards/card.ts';
import { campaignPath, publicAddress } from '../model/addresses.ts';
import type { Channel } from '../model/channel.ts';
import type { Campaign, Post } from '../model/content.ts';
import { NETWORK, type Network, type NetworkName } from '../model/network.ts';
import { languageOf, type Organisation } from '../model/organisation.ts';
import { countText } from './count-text.ts';
import { isolateNumbers } from './isolate-numbers.ts';
import { joinSegments, type Segment } from './segment.ts';
import { linkSegment, segmentText } from './segment-text.ts';

/** A post exactly as one channel is sent it, in one language. */
export interface ComposedPost {
  channelId: string;
  network: NetworkName;
  language: string;
  segments: readonly Segment[];
  /** What the segments show, joined. */
  text: string;
  /** Length of the text as the network counts it, and the most it takes. */
  count: number;
  limit: number;
  attachment: Attachment;
}

export type Attachment =
  | { kind: 'nothing' }
  | { kind: 'card'; card: Card; alt: string }
  | {
      kind: 'link-card';
      href: string;
      title: string;
      description: string;
      card: Card;
      alt: string;
      /** Where the network makes the link card by itself, the link stands in the text and nothing else is sent. */
      madeBy: 'desk' | 'network';
    };

export interface PostOnChannel {
  post: Post;
  campaign: Campaign;
  language: string;
  channel: Pick<Channel, 'id' | 'network'>;
  organisation: Organisation;
}

/** The languages in which a post goes to a channel: those that the channel speaks and the post is written in. */
export function languagesOn(post: Post, channel: Pick<Channel, 'languages'>): string[] {
  return [...new Set(channel.languages)].filter((language) => post.versions[language] !== undefined);
}

/**
 * The exact text and picture of a post: the words for this channel (or the body), then its link. Throws a RangeError
 * where the post is not written in that language.
 */
export function composePost({ post, campaign, language, channel, organisation }: PostOnChannel): ComposedPost {
  const version = post.versions[language];
  if (!version) throw new RangeError(`post ${post.id} has no ${language} version`);
  const network = NETWORK[channel.network];
  const address = addressOf(post, campaign, language, organisation);
  const own = Object.hasOwn(version.variants, channel.id) ? version.variants[channel.id] : undefined;
  const written = (own ?? version.body).trim();
  const isRightToLeft = languageOf(organisation, language).direction === 'rtl';
  const words = segmentText(written, network).map((segment) =>
    isRightToLeft && segment.kind === 'text' ? { ...segment, text: isolateNumbers(segment.text) } : segment,
  );
  const segments = needsLink(words, post, network, address) ? withLink(words, address, network) : words;
  return {
    channelId: channel.id,
    network: channel.network,
    language,
    segments,
    text: joinSegments(segments),
    count: countText(segments, network),
    limit: network.text.limit,
    attachment: attach({ post, campaign, language, channel, organisation }, address),
  };
}

function needsLink(
  words: readonly Segment[],
  post: Post,
  network: Network,
  address: string | undefined,
): address is string {
  if (address === undefined) return false;
  if (post.attach === 'link-card' && linkCardsAreMade(network)) return false;
  return !words.some((segment) => segment.kind === 'link' && isSameAddress(segment.href, address));
}

function withLink(words: readonly Segment[], address: string, network: Network): Segment[] {
  const link = linkSegment(address, network);
  if (words.length === 0) return [link];
  const last = words.at(-1);
  return last?.kind === 'text'
    ? [...words.slice(0, -1), { kind: 'text', text: `${last.text}\n\n` }, link]
    : [...words, { kind: 'text', text: '\n\n' }, link];
}

function addressOf(post: Post, campaign: Campaign, language: string, organisation: Organisation): string | undefined {
  switch (post.link) {
    case 'none':
      return undefined;
    case 'page': {
      const pageLanguage = campaign.versions[language] ? language : campaign.originalLanguage;
      return publicAddress(organisation, campaignPath(campaign.id, pageLanguage));
    }
    default:
      return post.link;
  }
}

function attach({ post, campaign, language, channel, organisation }: PostOnChannel, address?: string): Attachment {
  if (post.attach === 'nothing') return { kind: 'nothing' };
  const card = postCard(post, campaign, language, cardSizeOn(channel.network), organisation);
  if (post.attach === 'card') return { kind: 'card', card, alt: card.alt };
  if (address === undefined) return { kind: 'nothing' };
  const words = post.link === 'page' ? (campaign.versions[language] ?? undefined) : undefined;
  return {
    kind: 'link-card',
    href: address,
    title: words?.title ?? card.headline,
    description: words?.summary ?? '',
    card,
    alt: card.alt,
    madeBy: linkCardsAreMade(NETWORK[channel.network]) ? 'desk' : 'network',
  };
}

/** Whether the desk makes this network's link cards. Elsewhere a link has to stand in the text to lead anywhere. */
function linkCardsAreMade(network: Network): boolean {
  return network.linkCardImageBytes > 0;
}

/** Instagram cuts a wide picture; the others show it whole. */
function cardSizeOn(network: NetworkName): CardSize {
  return network === 'instagram' ? 'square' : 'landscape';
}

function isSameAddress(a: string, b: string): boolean {
  return new URL(a).href === new URL(b).href;
}
