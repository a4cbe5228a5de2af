import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../src/approvals/approved-words.ts';
import type { Campaign, Content, Post } from '../../src/model/content.ts';
import { sourceSchema } from '../../src/model/source.ts';
import { sampleCampaign, sampleChannel, sampleContent, samplePost, sampleWords } from '../support/sample-content.ts';

const WHO = sourceSchema.parse({
  id: 'who',
  kind: 'fact-sheet',
  title: 'Facts on hands',
  publisher: 'World Health Organization',
  url: 'https://www.who.int/',
  language: 'en',
  publishedOn: '2025',
  accessedOn: '2026-11-01',
});
const BROKEN = { by: 'kamran', reason: 'The dam broke at night', at: '2026-12-01T03:00:00+05:00' };

function approved({
  post = {},
  campaign = {},
  content = {},
}: {
  post?: Partial<Post>;
  campaign?: Partial<Campaign>;
  content?: Partial<Content>;
} = {}) {
  const desk = sampleContent({
    sources: new Map([
      ['who', WHO],
      ['cdc', { ...WHO, id: 'cdc' }],
    ]),
    ...content,
  });
  const whole = sampleCampaign({ sources: ['who', 'cdc'], ...campaign });
  return wordsOf(desk)(
    whole,
    samplePost({ attach: 'nothing', ...post }),
    sampleChannel('bluesky', 'bluesky'),
    'en',
  ).approved();
}

describe('what somebody approves', () => {
  const message = { kind: 'alert', after: [] } as const;

  it.each([
    ['another risk', { post: { risk: 'crisis' } }],
    ['another risk of its campaign', { campaign: { risk: 'promotion' } }],
    ['another text', { post: { versions: { en: sampleWords('en', 'Wash your feet.') } } }],
    [
      'a text of this channel’s own',
      { post: { versions: { en: sampleWords('en', 'Wash your hands.', { bluesky: 'Wash!' }) } } },
    ],
    [
      'an answer that corrects it',
      {
        post: {
          correction: { at: '2026-12-01T10:00:00+05:00', by: 'reply' },
          versions: {
            en: { ...sampleWords('en', 'Wash your hands with soap. #CleanHands'), correctionNote: 'We were wrong.' },
          },
        },
      },
    ],
    ['a source more', { campaign: { sources: ['who', 'cdc', 'unicef'] } }],
    [
      'a source that was replaced',
      {
        content: {
          sources: new Map([
            ['who', { ...WHO, supersededBy: 'cdc' }],
            ['cdc', { ...WHO, id: 'cdc' }],
          ]),
        },
      },
    ],
    ['somebody who decided alone', { post: { message: { ...message, breakGlass: BROKEN } } }],
  ] as [string, Parameters<typeof approved>[0]][])('is something else with %s', (_what, different) => {
    expect(approved(different)).not.toBe(approved());
  });

  it.each([
    ['another time', { post: { publishAt: { daysFromStart: 1, time: '10:00' } } }],
    ['its sources in another order', { campaign: { sources: ['cdc', 'who'] } }],
    [
      'a text of another channel’s own',
      {
        post: { versions: { en: sampleWords('en', 'Wash your hands with soap. #CleanHands', { mastodon: 'Wash!' }) } },
      },
    ],
    [
      'a source that somebody read again',
      {
        content: {
          sources: new Map([
            ['who', { ...WHO, accessedOn: '2026-12-01' }],
            ['cdc', { ...WHO, id: 'cdc' }],
          ]),
        },
      },
    ],
    ['a message of an incident', { post: { message } }],
  ] as [string, Parameters<typeof approved>[0]][])('is the same with %s', (_what, different) => {
    expect(approved(different)).toBe(approved());
  });
});
