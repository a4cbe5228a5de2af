import { describe, expect, it } from 'vitest';
import { NETWORK, type NetworkName } from '../../src/model/network.ts';
import { countText } from '../../src/posts/count-text.ts';
import { segmentText } from '../../src/posts/segment-text.ts';

const count = (text: string, name: NetworkName) => countText(segmentText(text, NETWORK[name]), NETWORK[name]);
const ADDRESS = 'https://sehatdesk.example/awareness/ur/campaigns/world-aids-day/';

describe('the length of a text', () => {
  it('is what readers see as characters on Bluesky and Mastodon', () => {
    for (const network of ['bluesky', 'mastodon'] as const) {
      expect(count('آگاہی', network)).toBe(5);
      expect(count('👩‍⚕️🇵🇰❤️', network)).toBe(3);
      expect(count('e\u0301', network)).toBe(1);
    }
  });

  it('is UTF-16 units on Telegram', () => {
    expect(count('❤️😷', 'telegram')).toBe(4);
  });

  it('is weighted on X: Urdu letters count once, emoji and Chinese twice', () => {
    expect(count('آگاہی', 'x')).toBe(5);
    expect(count('👩‍⚕️', 'x')).toBe(2);
    expect(count('健康', 'x')).toBe(4);
    expect(count('Smog: “stay in” – now…', 'x')).toBe(23);
    expect(count('e\u0301', 'x')).toBe(1);
  });

  it('takes an address as each network shows it', () => {
    expect(count(`See ${ADDRESS}`, 'mastodon')).toBe(4 + 23);
    expect(count(`See ${ADDRESS}`, 'x')).toBe(4 + 23);
    expect(count(`See ${ADDRESS}`, 'telegram')).toBe(4 + ADDRESS.length);
    expect(count(`See ${ADDRESS}`, 'bluesky')).toBe('See sehatdesk.example/awareness/ur...'.length);
  });
});
