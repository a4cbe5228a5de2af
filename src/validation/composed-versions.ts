import { assembleContent } from '../model/assemble-content.ts';
import type { Channel } from '../model/channel.ts';
import type { Campaign, Content, Post } from '../model/content.ts';
import type { Drafts, ItemDraft } from '../model/draft.ts';
import { publishedCampaigns } from '../model/incident-campaign.ts';
import type { Fault, Problem } from '../model/problem.ts';
import { problemAtField } from './rule.ts';

/** One post as one channel gets it in one language. */
export interface PostVersion {
  content: Content;
  campaign: Campaign;
  post: Post;
  version: Post['versions'][string];
  channel: Channel;
  draft: ItemDraft;
  /** A problem with the text that this channel gets, where it stands. */
  atText(fault: Fault): Problem;
}

/**
 * Every version of every whole post. A language that the organisation does not have is told of where it stands. Asked
 * again about the same drafts it gives the same list.
 */
export function postVersions(drafts: Drafts): readonly PostVersion[] {
  const versions = found.get(drafts) ?? findVersions(drafts);
  found.set(drafts, versions);
  return versions;
}

const found = new WeakMap<Drafts, readonly PostVersion[]>();

function findVersions(drafts: Drafts): PostVersion[] {
  const content = assembleContent(drafts);
  if (!content) return [];
  const byFile = new Map(drafts.items.map((draft) => [draft.file, draft]));
  const languages = content.organisation.languages.map(({ tag }) => tag);
  return publishedCampaigns(content).flatMap((campaign) =>
    campaign.posts.flatMap((post) =>
      post.channels.flatMap((name) => {
        const channel = content.channels.get(name);
        if (!channel) return [];
        return Object.values(post.versions).flatMap((version) => {
          const draft = byFile.get(version.file);
          if (!draft || !channel.languages.includes(version.language) || !languages.includes(version.language))
            return [];
          const atText = (fault: Fault): Problem =>
            post.message && !Object.hasOwn(version.variants, channel.id)
              ? problemAtField(
                  draft,
                  post.message.kind === 'prepared' ? ['ending', 'instruction'] : ['instruction'],
                  fault,
                )
              : Object.hasOwn(version.variants, channel.id)
                ? problemAtField(draft, ['variants', channel.id], fault)
                : { file: draft.file, ...draft.bodyStartsAt, severity: 'error', ...fault };
          return [{ content, campaign, post, version, channel, draft, atText }];
        });
      }),
    ),
  );
}

/** Whether this channel gets no words at all. */
export function isWordless({ version, channel }: PostVersion): boolean {
  return !Object.hasOwn(version.variants, channel.id) && version.body.trim() === '';
}
