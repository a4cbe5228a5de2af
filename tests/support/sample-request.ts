import type { Post } from '../../src/model/content.ts';
import type { NetworkName } from '../../src/model/network.ts';
import { composePost } from '../../src/posts/compose-post.ts';
import type { PostRequest } from '../../src/publishing/ports.ts';
import { sampleCampaign, sampleOrganisation, samplePost } from './sample-content.ts';

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
    composePost({ post, campaign, language, organisation, channel: { id: on, network: on } });
  return {
    key: { item: post.id, occurrence: '2026', channel: network, language, part: 1 },
    createdAt,
    post: compose(network),
    previews: previewOn.map(compose),
    site: organisation.url,
  };
}
