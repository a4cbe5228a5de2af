import { describe, expect, it } from 'vitest';
import { campaignEntries, siteEntries } from '../../src/feeds/feed-entries.ts';
import { campaignPosts } from '../../src/model/posted-links.ts';
import { sampleCampaign, sampleOrganisation, samplePost } from '../support/sample-content.ts';

const organisation = sampleOrganisation();
const schedule = { kind: 'yearly', startsOn: '10-15', endsOn: '10-20' } as const;
const at = (instant: string) => Date.parse(instant);

describe('siteEntries', () => {
  it('names a campaign from the day it begins, and anew each year', () => {
    const campaign = sampleCampaign({ schedule, lastReviewedOn: '2026-10-16' });
    const entries = (now: string) =>
      siteEntries({ organisation, campaigns: [campaign], incidents: [], myths: [], now: at(now) }, 'en');
    expect(entries('2026-10-14T23:00:00+05:00')[0]?.id).toMatch(/\/2025\/en$/);
    expect(entries('2026-10-15T00:00:00+05:00')).toMatchObject([
      {
        id: `tag:desk.example,2026:test-desk/campaign/${campaign.id}/2026/en`,
        publishedAt: '2026-10-15T00:00:00+05:00',
        updatedAt: '2026-10-16T00:00:00+05:00',
        page: `https://desk.example/awareness/en/campaigns/${campaign.id}/`,
      },
    ]);
  });
});

describe('campaignEntries', () => {
  it('gives the posts that are out, above the page', () => {
    const campaign = sampleCampaign({
      schedule,
      posts: [samplePost({ id: 'wash', publishAt: '2026-10-17T09:00:00+05:00' })],
    });
    const now = at('2026-10-18T09:00:00+05:00');
    const posts = campaignPosts(campaign, organisation.timeZone, now);
    expect(campaignEntries(campaign, posts, { organisation, now }, 'en').map(({ id }) => id)).toEqual([
      'tag:desk.example,2026:test-desk/post/wash/2026/en',
      `tag:desk.example,2026:test-desk/campaign/${campaign.id}/2026/en`,
    ]);
  });
});
