import { describe, expect, it } from 'vitest';
import type { Post } from '../../src/model/content.ts';
import type { NetworkName } from '../../src/model/network.ts';
import { composePost, languagesOn } from '../../src/posts/compose-post.ts';
import {
  sampleCampaign,
  sampleChannel,
  sampleOrganisation,
  samplePost,
  sampleWords,
} from '../support/sample-content.ts';

function compose(post: Partial<Post>, network: NetworkName = 'mastodon', language = 'en') {
  const [whole] = composePost({
    post: samplePost(post),
    campaign: sampleCampaign(),
    language,
    channel: sampleChannel(network, network),
    organisation: sampleOrganisation(),
  });
  if (!whole) throw new Error('a post has a part');
  return whole;
}

const PAGE = 'https://desk.example/awareness/en/campaigns/clean-hands/';

describe('the text of a post', () => {
  it('is the body, then the campaign’s page in that language after an empty line', () => {
    expect(compose({}).text).toBe(`Wash your hands with soap. #CleanHands\n\n${PAGE}`);
    expect(compose({}, 'mastodon', 'ur').text).toBe(
      'صابن سے ہاتھ دھوئیں۔ #صاف_ہاتھ\n\nhttps://desk.example/awareness/ur/campaigns/clean-hands/',
    );
  });

  it('is the words written for the channel where there are any', () => {
    const versions = { en: sampleWords('en', 'For all', { mastodon: 'For teachers\n' }) };
    expect(compose({ versions, link: 'none' }).text).toBe('For teachers');
    expect(compose({ versions, link: 'none' }, 'bluesky').text).toBe('For all');
  });

  it('ends with the post’s own address, or none', () => {
    expect(compose({ link: 'https://www.who.int/hands' }).text).toMatch(/\n\nhttps:\/\/www\.who\.int\/hands$/);
    expect(compose({ link: 'none' }).text).toBe('Wash your hands with soap. #CleanHands');
  });

  it('does not repeat an address that it holds already', () => {
    const versions = { en: sampleWords('en', `Read ${PAGE} today.`) };
    expect(compose({ versions }).text).toBe(`Read ${PAGE} today.`);
  });

  it('marks its links and hashtags', () => {
    expect(compose({}, 'bluesky').segments).toEqual([
      { kind: 'text', text: 'Wash your hands with soap. ' },
      { kind: 'hashtag', shown: '#CleanHands', tag: 'CleanHands' },
      { kind: 'text', text: '\n\n' },
      { kind: 'link', shown: 'desk.example/awareness/en...', href: PAGE },
    ]);
  });

  it('is counted as the network counts it', () => {
    expect(compose({})).toMatchObject({ count: 40 + 23, limit: 500 });
    expect(compose({}, 'bluesky')).toMatchObject({ count: 40 + 28, limit: 300 });
  });

  it('keeps telephone numbers in order in Urdu, and is untouched in English', () => {
    const versions = {
      en: sampleWords('en', 'Call +92-300-1234567'),
      ur: sampleWords('ur', 'فون کریں +92-300-1234567 #صاف_ہاتھ'),
    };
    expect(compose({ versions, link: 'none' }).text).toBe('Call +92-300-1234567');
    const urdu = compose({ versions, link: 'none' }, 'mastodon', 'ur');
    expect(urdu.text).toBe('فون کریں \u2066+92-300-1234567\u2069 #صاف_ہاتھ');
    expect(urdu.segments.at(-1)).toEqual({ kind: 'hashtag', shown: '#صاف_ہاتھ', tag: 'صاف_ہاتھ' });
  });

  it('cannot be composed in a language that the post is not written in', () => {
    expect(() => compose({}, 'bluesky', 'ar')).toThrow(new RangeError('post wash-hands has no ar version'));
  });
});

describe('what a post shows beside its text', () => {
  it('is its card with the words on it as alternative text', () => {
    const { attachment } = compose({});
    expect(attachment).toMatchObject({ kind: 'card', card: { size: 'landscape', headline: 'Soap first' } });
    expect(attachment.kind === 'card' && attachment.alt).toContain('Soap first');
  });

  it('is an upright card on Instagram, which cuts wide ones', () => {
    expect(compose({}, 'instagram').attachment).toMatchObject({ card: { size: 'portrait' } });
  });

  it('is a link card in place of the link where the desk makes link cards', () => {
    const composed = compose({ attach: 'link-card' }, 'bluesky');
    expect(composed.text).toBe('Wash your hands with soap. #CleanHands');
    expect(composed.attachment).toMatchObject({
      kind: 'link-card',
      href: PAGE,
      title: 'Clean hands',
      description: 'Soap and water stop many illnesses.',
      madeBy: 'desk',
    });
  });

  it('is a link in the text where the network makes link cards by itself', () => {
    const composed = compose({ attach: 'link-card' }, 'mastodon');
    expect(composed.text).toMatch(new RegExp(`${PAGE}$`));
    expect(composed.attachment).toMatchObject({ kind: 'link-card', madeBy: 'network' });
  });

  it('is titled with the post’s headline where the link leads elsewhere', () => {
    const { attachment } = compose({ attach: 'link-card', link: 'https://www.who.int/hands' }, 'bluesky');
    expect(attachment).toMatchObject({ href: 'https://www.who.int/hands', title: 'Soap first', description: '' });
  });

  it('is nothing where the post asks for nothing, or for a link card without a link', () => {
    expect(compose({ attach: 'nothing' }).attachment).toEqual({ kind: 'nothing' });
    expect(compose({ attach: 'link-card', link: 'none' }).attachment).toEqual({ kind: 'nothing' });
  });
});

describe('the languages of a post on a channel', () => {
  it('are those that the channel speaks and the post is written in', () => {
    expect(languagesOn(samplePost(), { languages: ['ar', 'ur'] })).toEqual(['ur']);
  });
});
