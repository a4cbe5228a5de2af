import { type Card, postCard } from '../cards/card.ts';
import { campaignPath, publicAddress } from '../model/addresses.ts';
import type { Channel } from '../model/channel.ts';
import type { Campaign, Post } from '../model/content.ts';
import { NETWORK, type Network, type NetworkName } from '../model/network.ts';
import type { Organisation } from '../model/organisation.ts';
import { countSegments } from './count-text.ts';
import { type Segment, splitSegments } from './split-segments.ts';

/** What a post shows beside its text. */
export type Attachment =
  | { kind: 'nothing' }
  | { kind: 'image'; card: Card; alt: string }
  /** A preview of the linked page with its title, summary and card. */
  | { kind: 'link-card'; href: string; title: string; description: string; card: Card; alt: string };

/** A post exactly as one channel gets it in one language. */
export interface ComposedPost {
  postId: string;
  campaignId: string;
  channelId: string;
  network: NetworkName;
  language: string;
  /** The text in pieces. Joined, they are `text`. */
  segments: Segment[];
  text: string;
  /** Length of the text as the network counts it, and the largest it takes. */
  count: number;
  limit: number;
  /** Address the post leads to; `undefined` where it leads nowhere. */
  link: string | undefined;
  attachment: Attachment;
}

export interface PostInContext {
  post: Post;
  campaign: Campaign;
  language: string;
  channel: Channel;
  organisation: Organisation;
}

/**
 * The exact text, count and picture of a post. Its link stands after an empty line, unless the text has it already or
 * the link card shows it. Throws a RangeError where the post has no version in the language.
 */
export function composePost({ post, campaign, language, channel, organisation }: PostInContext): ComposedPost {
  const version = post.versions[language];
  if (!version) throw new RangeError(`post ${post.id} has no ${language} version`);
  const network = NETWORK[channel.network];
  const link = linkOf(post, campaign, language, organisation);
  const attachment = attachmentOf({ post, campaign, language, channel, organisation }, link, network);
  const words = (version.variants[channel.id] ?? version.body).trim();
  const segments = withLink(splitSegments(words), attachment.kind === 'link-card' ? undefined : link).map((segment) =>
    segment.kind === 'link' && network.text.link === 'shortened'
      ? { ...segment, text: shortened(segment.href) }
      : segment,
  );
  return {
    postId: post.id,
    campaignId: campaign.id,
    channelId: channel.id,
    network: channel.network,
    language,
    segments,
    text: segments.map(({ text }) => text).join(''),
    count: countSegments(segments, network.text),
    limit: network.text.limit,
    link,
    attachment,
  };
}

function linkOf(post: Post, campaign: Campaign, language: string, organisation: Organisation): string | undefined {
  switch (post.link) {
    case 'none':
      return undefined;
    case 'page':
      return publicAddress(organisation, campaignPath(campaign.id, language));
    default:
      return post.link;
  }
}

function attachmentOf(context: PostInContext, link: string | undefined, network: Network): Attachment {
  const { post, campaign, language, organisation } = context;
  if (post.attach === 'nothing' || network.image.count === 0) return { kind: 'nothing' };
  const card = postCard(post, campaign, language, 'landscape', organisation);
  if (post.attach === 'link-card' && link !== undefined && network.linkCardImageBytes > 0) {
    const words = campaign.versions[language];
    const title = post.link === 'page' && words ? words.title : card.headline;
    return { kind: 'link-card', href: link, title, description: words?.summary ?? '', card, alt: card.alt };
  }
  return { kind: 'image', card, alt: card.alt };
}

function withLink(segments: Segment[], link: string | undefined): Segment[] {
  if (link === undefined || segments.some((segment) => segment.kind === 'link' && segment.href === link))
    return segments;
  const gap: Segment[] = segments.length > 0 ? [{ kind: 'text', text: '\n\n' }] : [];
  return [...segments, ...gap, { kind: 'link', text: link, href: link }];
}

/** An address as Bluesky's own app shows it: without scheme, the path cut after 15 signs. */
function shortened(address: string): string {
  const { host, pathname, search, hash } = new URL(address);
  const path = (pathname === '/' ? '' : pathname) + search + hash;
  return host + (path.length > 15 ? `${path.slice(0, 13)}...` : path);
}
