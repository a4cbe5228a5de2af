import type { Post } from '../../src/model/content.ts';
import type { NetworkName } from '../../src/model/network.ts';
import { composePost } from '../../src/posts/compose-post.ts';
import type { PostRequest } from '../../src/publishing/ports.ts';
import { sampleCampaign, sampleChannel, sampleOrganisation, samplePost } from './sample-content.ts';

/** A request as the plan would make it of the sample post, with what a test wants different. */
export function sampleRequest(
  network: NetworkName,
  {
    post: different = {},
    language = 'en',
    previewOn = [],
    createdAt = '2026-12-01T09:00:00+05:00',
  }: { post?: Partial<Post>; language?: string; previewOn?: NetworkName[]; createdAt?: string } = {},
): PostRequest {
  const organisation = sampleOrganisation();
  const campaign = sampleCampaign();
  const post = samplePost(different);
  const compose = (on: NetworkName) =>
    composePost({ post, campaign, language, organisation, channel: sampleChannel(on, on) });
  const [whole] = compose(network);
  if (!whole) throw new Error('a post has a part');
  return {
    action: 'post',
    about: campaign.id,
    key: { item: post.id, occurrence: '2026', channel: network, language, part: 1 },
    createdAt,
    post: whole,
    previews: previewOn.flatMap(compose),
    site: organisation.url,
  };
}
