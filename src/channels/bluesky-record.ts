import type { AppBskyFeedPost, AppBskyRichtextFacet, BlobRef } from '@atproto/api';
import { CARD_SIZES } from '../cards/card.ts';
import { type Segment, shownText } from '../posts/segment.ts';
import type { PostRequest, Ref } from '../publishing/ports.ts';

/** The record of a post, its picture uploaded already. The same request gives the same record. */
export function blueskyRecord(
  { post, createdAt, replyTo }: PostRequest,
  picture: BlobRef | undefined,
): AppBskyFeedPost.Record {
  const facets = facetsOf(post.segments);
  const embed = embedOf(post.attachment, picture);
  return {
    $type: 'app.bsky.feed.post',
    text: post.text,
    createdAt,
    langs: [post.language],
    ...(facets.length > 0 && { facets }),
    ...(embed && { embed }),
    ...(replyTo && { reply: { root: strongRef(replyTo.root), parent: strongRef(replyTo.parent) } }),
  };
}

function strongRef({ uri, cid = '' }: Ref): NonNullable<AppBskyFeedPost.Record['reply']>['root'] {
  return { uri: uri as `at://${string}`, cid };
}

/** Links and hashtags of the text. Their places are bytes of UTF-8, as app.bsky.richtext.facet counts. */
export function facetsOf(segments: readonly Segment[]): AppBskyRichtextFacet.Main[] {
  const facets: AppBskyRichtextFacet.Main[] = [];
  let at = 0;
  for (const segment of segments) {
    const byteStart = at;
    at += Buffer.byteLength(shownText(segment));
    const index = { byteStart, byteEnd: at };
    if (segment.kind === 'link')
      facets.push({
        index,
        features: [{ $type: 'app.bsky.richtext.facet#link', uri: segment.href as `https:${string}` }],
      });
    if (segment.kind === 'hashtag')
      facets.push({ index, features: [{ $type: 'app.bsky.richtext.facet#tag', tag: segment.tag }] });
  }
  return facets;
}

function embedOf(
  attachment: PostRequest['post']['attachment'],
  picture: BlobRef | undefined,
): AppBskyFeedPost.Record['embed'] {
  switch (attachment.kind) {
    case 'nothing':
      return undefined;
    case 'card':
      return (
        picture && {
          $type: 'app.bsky.embed.images',
          images: [{ alt: attachment.alt, image: picture, aspectRatio: CARD_SIZES[attachment.card.size] }],
        }
      );
    case 'link-card':
      return {
        $type: 'app.bsky.embed.external',
        external: {
          uri: attachment.href as `https:${string}`,
          title: attachment.title,
          description: attachment.description,
          ...(picture && { thumb: picture }),
        },
      };
  }
}
