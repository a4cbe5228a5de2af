import type { Content } from '../src/model/content.ts';
import { publishedCampaigns } from '../src/model/incident-campaign.ts';
import { type ComposedPost, composePost } from '../src/posts/compose-post.ts';

/** One post on one channel in one language, before and after; missing on the side where there is none. */
export interface PostVersions {
  post: string;
  campaign: string;
  before?: ComposedPost;
  after?: ComposedPost;
}

/**
 * The posts that readers would see otherwise than before: new, gone, or with another text, link or picture, also where
 * only the campaign's title or the site's address changed.
 */
export function changedPosts(before: Content | undefined, after: Content | undefined): PostVersions[] {
  const old = composeAll(before);
  const now = composeAll(after);
  const names = [...new Set([...now.keys(), ...old.keys()])];
  return names.flatMap((name) => {
    const [was, is] = [old.get(name), now.get(name)];
    if (JSON.stringify(was?.composed.shown) === JSON.stringify(is?.composed.shown)) return [];
    const { post, campaign } = (is ?? was) as Composed;
    return [{ post, campaign, ...(was && { before: was.composed.whole }), ...(is && { after: is.composed.whole }) }];
  });
}

interface Composed {
  post: string;
  campaign: string;
  composed: { whole: ComposedPost; shown: unknown };
}

function composeAll(content: Content | undefined): Map<string, Composed> {
  const all = new Map<string, Composed>();
  for (const campaign of content ? publishedCampaigns(content) : []) {
    for (const post of campaign.posts) {
      for (const id of post.channels) {
        const channel = content?.channels.get(id);
        if (!channel || !content) continue;
        for (const language of channel.languages) {
          if (!post.versions[language]) continue;
          const parts = composePost({ post, campaign, language, channel, organisation: content.organisation });
          for (const [index, whole] of parts.entries())
            all.set([post.id, id, language, index].join('/'), {
              post: post.id,
              campaign: campaign.id,
              composed: { whole, shown: shownOf(whole) },
            });
        }
      }
    }
  }
  return all;
}

/** What readers see of a post: where the words stand in the content is no part of it. */
function shownOf({ text, attachment }: ComposedPost): unknown {
  if (attachment.kind === 'nothing') return { text };
  const { origin: _origin, ...card } = attachment.card;
  return { text, attachment: { ...attachment, card } };
}
