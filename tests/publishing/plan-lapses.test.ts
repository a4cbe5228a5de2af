import { describe, expect, it } from 'vitest';
import type { Content, Post } from '../../src/model/content.ts';
import { sourceSchema } from '../../src/model/source.ts';
import type { Planned } from '../../src/publishing/planned.ts';
import { fakeChannel } from '../support/fake-channel.ts';
import { memoryLedger } from '../support/memory-ledger.ts';
import { planStage, runStage, type Stage } from '../support/rehearsal.ts';
import { sampleCampaign, sampleChannel, sampleContent, samplePost, sampleWords } from '../support/sample-content.ts';

const DUE = '2026-12-01T09:30:00+05:00';
const who = sourceSchema.parse({
  id: 'who',
  kind: 'fact-sheet',
  title: 'Facts',
  publisher: 'World Health Organization',
  url: 'https://www.who.int/news-room/fact-sheets',
  language: 'en',
  publishedOn: '2025',
  accessedOn: '2026-11-01',
});

const post = (different: Partial<Post> = {}) =>
  samplePost({
    channels: ['bluesky'],
    attach: 'nothing',
    link: 'none',
    versions: { en: sampleWords('en', `Words of ${different.id ?? 'wash-hands'}.`) },
    ...different,
  });

const other = post({ id: 'rinse' });
const elsewhere = sampleCampaign({ id: 'elsewhere', slug: 'elsewhere', posts: [other], sources: [] });

function stage({
  campaign = {},
  source = {},
  now = DUE,
  posts = [post()],
  more = [],
}: {
  campaign?: Partial<Content['campaigns'][number]>;
  source?: Partial<typeof who>;
  now?: string;
  posts?: Post[];
  more?: Content['campaigns'];
} = {}): Stage {
  return {
    content: sampleContent({
      channels: new Map([['bluesky', sampleChannel('bluesky', 'bluesky', ['en'])]]),
      sources: new Map([['who', { ...who, ...source }]]),
      campaigns: [sampleCampaign({ posts, ...campaign }), ...more],
    }),
    ledger: memoryLedger(),
    channels: { bluesky: fakeChannel() },
    now,
  };
}

const stateOf = (plan: readonly Planned[], id = 'wash-hands') =>
  plan.flatMap((one) =>
    one.action === 'post' && one.key.item === id && one.key.occurrence === '2026'
      ? [one.kind === 'hold' ? one.why : one.kind]
      : [],
  );

describe('what time alone has made of a campaign', () => {
  it('holds nothing while review and sources hold', async () => {
    expect(stateOf(await planStage(stage()))).toEqual(['send']);
  });

  it.each([
    [
      'a review that was due yesterday',
      { campaign: { nextReviewDueOn: '2026-11-30' } },
      { kind: 'review-overdue', since: '2026-12-01' },
    ],
    [
      'a source past its last day',
      { source: { expiresOn: '2026-11-30' } },
      { kind: 'source-expired', source: 'who', since: '2026-12-01' },
    ],
    [
      'a source that nobody has read for a year',
      { source: { accessedOn: '2025-12-01' } },
      { kind: 'source-stale', source: 'who', reason: 'reread', since: '2026-12-01' },
    ],
  ] as const)('holds its posts: %s', async (_, change, lapse) => {
    expect(stateOf(await planStage(stage(change)))).toEqual([{ kind: 'lapsed', lapse }]);
  });

  it('is told before the post is due', async () => {
    const early = stage({ campaign: { nextReviewDueOn: '2026-11-30' }, now: '2026-11-25T09:00:00+05:00' });
    expect(stateOf(await planStage(early))).toEqual([
      {
        kind: 'not-yet',
        obstacle: { kind: 'lapsed', lapse: { kind: 'review-overdue', since: '2026-12-01' } },
      },
    ]);
  });

  it('holds no post of another campaign', async () => {
    const plan = await planStage(stage({ campaign: { nextReviewDueOn: '2026-11-30' }, more: [elsewhere] }));
    expect(stateOf(plan, 'rinse')).toEqual(['send']);
  });

  it('never holds a crisis', async () => {
    const crisis = stage({ campaign: { nextReviewDueOn: '2026-11-30' }, posts: [post({ risk: 'crisis' })] });
    expect(stateOf(await planStage(crisis))).toEqual(['send']);
  });

  it('takes nothing away that readers have, and still lets a withdrawal through', async () => {
    const sent = stage();
    await runStage(sent);
    const late = {
      ...stage({
        campaign: { nextReviewDueOn: '2026-11-30' },
        posts: [post({ withdrawn: { at: '2026-12-01T10:00:00+05:00', reason: 'The number was wrong' } })],
      }),
      ledger: sent.ledger,
      channels: sent.channels,
      now: '2026-12-01T11:00:00+05:00',
    };
    const plan = await planStage(late);
    expect(plan.some((one) => one.action === 'withdraw' && one.kind === 'change')).toBe(true);
  });
});
