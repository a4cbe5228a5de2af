import type { BlobRef } from '@atproto/api';
import { describe, expect, it } from 'vitest';
import { blueskyRecord, facetsOf } from '../../src/channels/bluesky-record.ts';
import { sampleWords } from '../support/sample-content.ts';
import { sampleRequest } from '../support/sample-request.ts';

const PICTURE = { ref: 'a picture' } as unknown as BlobRef;

describe('the record of a post', () => {
  it('has the text, the time of the request and the language, and nothing empty', () => {
    const request = sampleRequest('bluesky', {
      post: { attach: 'nothing', link: 'none', versions: { en: sampleWords('en', 'Plain words.') } },
    });
    expect(blueskyRecord(request, undefined)).toEqual({
      $type: 'app.bsky.feed.post',
      text: 'Plain words.',
      createdAt: '2026-12-01T09:00:00+05:00',
      langs: ['en'],
    });
  });

  it('is the same for the same request', () => {
    const [one, two] = [sampleRequest('bluesky', { language: 'ur' }), sampleRequest('bluesky', { language: 'ur' })];
    expect(JSON.stringify(blueskyRecord(one, PICTURE))).toBe(JSON.stringify(blueskyRecord(two, PICTURE)));
  });

  it('shows the card with its alternative text and shape', () => {
    expect(blueskyRecord(sampleRequest('bluesky'), PICTURE).embed).toEqual({
      $type: 'app.bsky.embed.images',
      images: [
        { alt: 'Clean hands. Soap first. Test Desk', image: PICTURE, aspectRatio: { width: 1200, height: 630 } },
      ],
    });
  });

  it('makes a link card of the page', () => {
    const request = sampleRequest('bluesky', { language: 'ur', post: { attach: 'link-card' } });
    expect(blueskyRecord(request, PICTURE).embed).toEqual({
      $type: 'app.bsky.embed.external',
      external: {
        uri: 'https://desk.example/awareness/ur/campaigns/clean-hands/',
        title: 'صاف ہاتھ',
        description: 'صابن اور پانی بہت سی بیماریوں سے بچاتے ہیں۔',
        thumb: PICTURE,
      },
    });
    expect(request.post.text).not.toContain('desk.example');
  });
});

describe('the facets of a text', () => {
  it('count bytes of UTF-8, and only links and hashtags have one', () => {
    expect(
      facetsOf([
        { kind: 'text', text: '🧼 ' },
        { kind: 'hashtag', shown: '#صاف_ہاتھ', tag: 'صاف_ہاتھ' },
        { kind: 'text', text: '۔\n' },
        { kind: 'link', shown: 'who.int', href: 'https://who.int/' },
      ]),
    ).toEqual([
      { index: { byteStart: 5, byteEnd: 21 }, features: [{ $type: 'app.bsky.richtext.facet#tag', tag: 'صاف_ہاتھ' }] },
      {
        index: { byteStart: 24, byteEnd: 31 },
        features: [{ $type: 'app.bsky.richtext.facet#link', uri: 'https://who.int/' }],
      },
    ]);
  });

  it('never reach beyond the text or into one another', () => {
    for (const language of ['en', 'ur']) {
      const { segments, text } = sampleRequest('bluesky', { language }).post;
      let end = 0;
      for (const { index } of facetsOf(segments)) {
        expect(index.byteStart).toBeGreaterThanOrEqual(end);
        expect(index.byteEnd).toBeGreaterThan(index.byteStart);
        end = index.byteEnd;
      }
      expect(end).toBeLessThanOrEqual(Buffer.byteLength(text));
      expect(end).toBeGreaterThan(0);
    }
  });
});
