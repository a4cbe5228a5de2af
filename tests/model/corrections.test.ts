import { describe, expect, it } from 'vitest';
import type { Myth } from '../../src/model/content.ts';
import { correctionsIn, postCorrections } from '../../src/model/corrections.ts';
import { sampleCampaign, sampleOrganisation, samplePost } from '../support/sample-content.ts';
import { sampleEvent } from '../support/sample-programme.ts';

const NOW = Date.parse('2026-10-20T12:00:00+05:00');

describe('postCorrections', () => {
  it('gives what was corrected by now, on the day where the organisation is', () => {
    const corrected = samplePost({ id: 'wrong', correction: { at: '2026-10-19T20:00:00Z', by: 'reply' } });
    const later = samplePost({ id: 'later', correction: { at: '2026-10-21T09:00:00+05:00', by: 'reply' } });
    const campaigns = [sampleCampaign({ posts: [corrected, later, samplePost()] })];
    const content = { campaigns, events: [], organisation: sampleOrganisation() };
    expect(postCorrections(content, NOW).map(({ postId, on }) => [postId, on])).toEqual([['wrong', '2026-10-20']]);
  });

  it('knows those of events, whose pages are elsewhere', () => {
    const post = samplePost({
      id: 'wrong-room',
      publishAt: '2026-10-18T09:00:00+05:00',
      correction: { at: '2026-10-19T09:00:00+05:00', by: 'reply' },
    });
    const content = { campaigns: [], events: [sampleEvent({ posts: [post] })], organisation: sampleOrganisation() };
    expect(postCorrections(content, NOW).map(({ item }) => item)).toEqual([{ collection: 'events', id: 'talk' }]);
  });
});

describe('correctionsIn', () => {
  const post = {
    on: '2026-10-20',
    postId: 'wrong',
    item: { collection: 'campaigns', id: 'clean-hands' } as const,
    headlines: { en: 'Wash', ur: 'دھوئیں' },
    notes: { en: 'Twenty seconds, not two.' },
  };
  const myth = {
    id: 'boiled-water',
    versions: { en: { title: 'Boiled water is good', corrections: [{ on: '2026-11-02', text: 'A year was wrong.' }] } },
  } as unknown as Myth;

  it('gives those of pages and posts, the newest first', () => {
    expect(correctionsIn('en', [myth], [post])).toEqual([
      {
        on: '2026-11-02',
        subject: 'page',
        title: 'Boiled water is good',
        text: 'A year was wrong.',
        item: { collection: 'myths', id: 'boiled-water' },
      },
      {
        on: '2026-10-20',
        subject: 'post',
        title: 'Wash',
        text: 'Twenty seconds, not two.',
        item: { collection: 'campaigns', id: 'clean-hands' },
      },
    ]);
  });

  it('keeps a corrected post in the list where nobody wrote a note in the language', () => {
    expect(correctionsIn('ur', [myth], [post]).map(({ title, text }) => [title, text])).toEqual([
      ['دھوئیں', undefined],
    ]);
  });
});
