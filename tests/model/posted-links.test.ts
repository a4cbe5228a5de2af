import { describe, expect, it } from 'vitest';
import { postedPath } from '../../src/model/addresses.ts';
import { campaignPosts, postedLinks } from '../../src/model/posted-links.ts';
import { sampleCampaign, sampleOrganisation, samplePost } from '../support/sample-content.ts';
import { sampleEvent } from '../support/sample-programme.ts';

const NOW = Date.parse('2026-10-20T12:00:00+05:00');

describe('postedLinks', () => {
  it('gives what was due on the channel, the newest first', () => {
    const content = deskWith([
      samplePost({ id: 'first', publishAt: '2026-10-15T09:00:00+05:00' }),
      samplePost({ id: 'second', publishAt: '2026-10-20T11:59:00+05:00' }),
      samplePost({ id: 'to-come', publishAt: '2026-10-20T12:01:00+05:00' }),
      samplePost({ id: 'elsewhere', publishAt: '2026-10-15T09:00:00+05:00', channels: ['mastodon'] }),
    ]);
    expect(postedLinks(content, 'bluesky', NOW).map(({ postId }) => postId)).toEqual(['second', 'first']);
  });

  it('leaves out what was taken away and what leads nowhere', () => {
    const publishAt = '2026-10-15T09:00:00+05:00';
    const withdrawn = { at: '2026-10-16T09:00:00+05:00', reason: 'It was wrong' };
    const content = deskWith([
      samplePost({ id: 'gone', publishAt, withdrawn }),
      samplePost({ id: 'goes-later', publishAt, withdrawn: { ...withdrawn, at: '2026-10-21T09:00:00+05:00' } }),
      samplePost({ id: 'leads-nowhere', publishAt, link: 'none' }),
    ]);
    expect(postedLinks(content, 'bluesky', NOW).map(({ postId }) => postId)).toEqual(['goes-later']);
  });

  it('counts a post of every year from the latest of them', () => {
    const content = deskWith([samplePost({ publishAt: { daysFromStart: 0, time: '09:00' } })]);
    const [link] = postedLinks(content, 'bluesky', NOW);
    const [later] = postedLinks(content, 'bluesky', NOW + 366 * 86_400_000);
    expect((later?.publishedAt ?? 0) - (link?.publishedAt ?? 0)).toBe(365 * 86_400_000);
  });
});

describe('the page that a post leads to', () => {
  it('is that of its campaign or event', () => {
    const post = samplePost({ publishAt: '2026-10-15T09:00:00+05:00', link: 'page' });
    const content = { ...deskWith([post]), events: [sampleEvent({ posts: [{ ...post, id: 'thread-begins' }] })] };
    expect(postedLinks(content, 'bluesky', NOW).map(({ campaign }) => postedPath(campaign, 'en'))).toEqual([
      'en/events/talk/',
      'en/campaigns/clean-hands/',
    ]);
  });
});

describe('campaignPosts', () => {
  it('gives the words of what is out on any channel', () => {
    const campaign = sampleCampaign({
      posts: [samplePost({ id: 'out', publishAt: '2026-10-15T09:00:00+05:00', channels: ['mastodon'] })],
    });
    const [post] = campaignPosts(campaign, 'Asia/Karachi', NOW);
    expect(post?.postId).toBe('out');
    expect(Object.keys(post?.texts ?? {})).toEqual(Object.keys(post?.headlines ?? {}));
  });
});

function deskWith(posts: ReturnType<typeof samplePost>[]) {
  return { organisation: sampleOrganisation(), incidents: [], events: [], campaigns: [sampleCampaign({ posts })] };
}
