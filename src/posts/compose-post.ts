import { type Card, cardSizeOn, postCard } from '../cards/card.ts';
import { postedPath, publicAddress } from '../model/addresses.ts';
import type { Channel, Visibility } from '../model/channel.ts';
import type { Campaign, Post } from '../model/content.ts';
import { NETWORK, type Network, type NetworkName } from '../model/network.ts';
import { languageOf, type Organisation } from '../model/organisation.ts';
import { countText } from './count-text.ts';
import { isolateNumbers } from './isolate-numbers.ts';
import { joinSegments, type Segment } from './segment.ts';
import { linkSegment, segmentText } from './segment-text.ts';
import { splitText } from './split-text.ts';
import { type LinkTags, tagAddress } from './tag-address.ts';

/** A post, or a part of a thread, exactly as one channel is sent it, in one language. */
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
  /** Words shown instead of the post until a reader opens it, on networks with a field for them. */
  warning: string | undefined;
  /** Who is shown the post without looking for it. */
  visibility: Visibility;
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
  channel: Pick<Channel, 'id' | 'network' | 'visibility' | 'tagLinks' | 'limits'>;
  organisation: Organisation;
}

/** The languages in which a post goes to a channel: those that the channel speaks and the post is written in. */
export function languagesOn(post: Post, channel: Pick<Channel, 'languages'>): string[] {
  return [...new Set(channel.languages)].filter((language) => post.versions[language] !== undefined);
}

/** What a channel's network can do, with the limits of the channel's own instance where they were recorded. */
export function networkOf({ network: name, limits }: Pick<Channel, 'network' | 'limits'>): Network {
  const network = NETWORK[name];
  if (!limits) return network;
  const { text, image } = network;
  return {
    ...network,
    text: {
      ...text,
      limit: limits.textLimit ?? text.limit,
      link: typeof text.link === 'number' ? (limits.linkLength ?? text.link) : text.link,
    },
    image: {
      count: limits.pictureCount ?? image.count,
      bytes: limits.pictureBytes ?? image.bytes,
      altLimit: limits.altLimit ?? image.altLimit,
    },
    pin: network.pin && limits.pins !== 0,
  };
}

/**
 * The exact text and picture of a post, in one part or, where the post allows it and the network has them, as a thread:
 * the words for this channel (or the body), then its link. The first part carries the picture, the last the link. Throws
 * a RangeError where the post is not written in that language.
 */
export function composePost(input: PostOnChannel): ComposedPost[] {
  const { post, language, channel } = input;
  const version = versionOf(post, language);
  const network = networkOf(channel);
  const link = linkOf(input);
  const own = Object.hasOwn(version.variants, channel.id) ? version.variants[channel.id] : undefined;
  const warned = version.warning !== undefined && !network.warning ? `⚠️ ${version.warning}\n\n` : '';
  const written = `${warned}${(own ?? version.body).trim()}`;
  const compose = (words: string, isLast: boolean, place: string): ComposedPost => {
    const segments = segmentsOf(place === '' ? words : `${words} (${place})`, input, network);
    return composed(input, isLast ? withLinkIn(segments, words, input, network, link) : segments, network);
  };
  const whole = compose(written, true, '');
  const parts =
    post.thread && network.thread && whole.count > whole.limit
      ? // Every part leaves room for the link: which one is the last is not known before all are filled.
        splitText(written, language, (words) => {
          const { count, limit } = compose(words, true, '9/9');
          return count <= limit;
        })
      : [written];
  return parts.map((words, index) => {
    const isLast = index === parts.length - 1;
    const part = compose(words, isLast, parts.length === 1 ? '' : `${index + 1}/${parts.length}`);
    return index === 0 ? { ...part, attachment: attach(input, link) } : part;
  });
}

/** The answer that says what was wrong, in one part. `undefined` where the post has none in this language. */
export function composeCorrectionNote(input: PostOnChannel): ComposedPost | undefined {
  const note = versionOf(input.post, input.language).correctionNote;
  if (note === undefined) return undefined;
  const network = networkOf(input.channel);
  return { ...composed(input, segmentsOf(note.trim(), input, network), network), warning: undefined };
}

function versionOf(post: Post, language: string): Post['versions'][string] {
  const version = post.versions[language];
  if (!version) throw new RangeError(`post ${post.id} has no ${language} version`);
  return version;
}

function composed(
  { post, language, channel }: PostOnChannel,
  segments: readonly Segment[],
  network: Network,
): ComposedPost {
  const warning = network.warning ? versionOf(post, language).warning : undefined;
  return {
    channelId: channel.id,
    network: channel.network,
    language,
    segments,
    text: joinSegments(segments),
    count: countText(segments, network) + (warning?.length ?? 0),
    limit: network.text.limit,
    attachment: { kind: 'nothing' },
    warning,
    visibility: network.visibility ? channel.visibility : 'public',
  };
}

/** Where a post leads: the address that readers know it by, and the one that is followed. */
interface Link {
  address: string;
  href: string;
}

function segmentsOf(text: string, { language, organisation, ...input }: PostOnChannel, network: Network): Segment[] {
  const tags = tagsOf(input);
  const isRightToLeft = languageOf(organisation, language).direction === 'rtl';
  return segmentText(text, network).map((segment) => {
    switch (segment.kind) {
      case 'text':
        return isRightToLeft ? { ...segment, text: isolateNumbers(segment.text) } : segment;
      case 'link':
        return linkSegment(segment.href, network, tags && tagAddress(segment.href, organisation, tags));
      default:
        return segment;
    }
  });
}

function tagsOf({ post, campaign, channel }: Pick<PostOnChannel, 'post' | 'campaign' | 'channel'>) {
  return channel.tagLinks
    ? ({ source: channel.id, campaign: campaign.id, content: post.id } satisfies LinkTags)
    : undefined;
}

function withLinkIn(
  segments: readonly Segment[],
  words: string,
  { post }: PostOnChannel,
  network: Network,
  link: Link | undefined,
): readonly Segment[] {
  if (!link || (post.attach === 'link-card' && linkCardsAreMade(network))) return segments;
  if (segments.some((segment) => segment.kind === 'link' && isSameAddress(segment.href, link.href))) return segments;
  const made = linkSegment(link.address, network, link.href);
  if (words === '') return [made];
  const last = segments.at(-1);
  return last?.kind === 'text'
    ? [...segments.slice(0, -1), { kind: 'text', text: `${last.text}\n\n` }, made]
    : [...segments, { kind: 'text', text: '\n\n' }, made];
}

function linkOf({ post, campaign, language, channel, organisation }: PostOnChannel): Link | undefined {
  const address = addressOf(post, campaign, language, organisation);
  if (address === undefined) return undefined;
  const tags = tagsOf({ post, campaign, channel });
  return { address, href: tags ? tagAddress(address, organisation, tags) : address };
}

function addressOf(post: Post, campaign: Campaign, language: string, organisation: Organisation): string | undefined {
  switch (post.link) {
    case 'none':
      return undefined;
    case 'page':
      return publicAddress(organisation, postedPath(campaign, pageLanguage(campaign, language)));
    default:
      return post.link;
  }
}

/** The language of the page that a post leads to: its own, or the original's where there is no page in it. */
export function pageLanguage(campaign: Campaign, language: string): string {
  return campaign.versions[language] ? language : campaign.originalLanguage;
}

function attach({ post, campaign, language, channel, organisation }: PostOnChannel, link?: Link): Attachment {
  if (post.attach === 'nothing') return { kind: 'nothing' };
  const card = postCard(post, campaign, language, cardSizeOn(channel.network), organisation);
  if (post.attach === 'card') return { kind: 'card', card, alt: card.alt };
  if (link === undefined) return { kind: 'nothing' };
  const words = post.link === 'page' ? (campaign.versions[language] ?? undefined) : undefined;
  return {
    kind: 'link-card',
    href: link.href,
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

function isSameAddress(a: string, b: string): boolean {
  return new URL(a).href === new URL(b).href;
}
