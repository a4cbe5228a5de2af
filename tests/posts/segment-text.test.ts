import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NETWORK, NETWORKS } from '../../src/model/network.ts';
import { countText } from '../../src/posts/count-text.ts';
import { joinSegments, type Segment } from '../../src/posts/segment.ts';
import { segmentText } from '../../src/posts/segment-text.ts';

const split = (text: string) => segmentText(text, NETWORK.mastodon);
const marks = (text: string) => split(text).filter(({ kind }) => kind !== 'text');
const link = (address: string): Segment => ({ kind: 'link', shown: address, href: address });
const hashtag = (tag: string): Segment => ({ kind: 'hashtag', shown: `#${tag}`, tag });

describe('hashtags in a text', () => {
  it('are found in any script, with the marks that belong to the letters', () => {
    expect(marks('آج #ایڈز_کا_عالمی_دن ہے، #WorldAIDSDay.')).toEqual([
      hashtag('ایڈز_کا_عالمی_دن'),
      hashtag('WorldAIDSDay'),
    ]);
  });

  it('are not digits alone, nor part of a word or an address', () => {
    expect(marks('We are #1, C#sharp, &#39; and a ##double')).toEqual([]);
    expect(marks('https://who.int/facts#hiv')).toEqual([link('https://who.int/facts#hiv')]);
  });
});

describe('addresses in a text', () => {
  it('end before the punctuation of the sentence, in English and in Urdu', () => {
    expect(marks('See https://who.int/hiv. And (https://who.int/flu), too')).toEqual([
      link('https://who.int/hiv'),
      link('https://who.int/flu'),
    ]);
    expect(marks('دیکھیں https://who.int/hiv۔')).toEqual([link('https://who.int/hiv')]);
  });

  it('keep brackets of their own', () => {
    expect(marks('https://en.wikipedia.org/wiki/Dengue_(disease)')).toEqual([
      link('https://en.wikipedia.org/wiki/Dengue_(disease)'),
    ]);
  });

  it('are left as text where they lead nowhere', () => {
    expect(marks('https://')).toEqual([]);
    expect(marks('https://[')).toEqual([]);
  });

  it('are shown in Bluesky’s short form there, and lead to the whole address', () => {
    expect(segmentText('https://www.who.int/news-room/fact-sheets', NETWORK.bluesky)).toEqual([
      {
        kind: 'link',
        shown: 'www.who.int/news-room/fa...',
        href: 'https://www.who.int/news-room/fact-sheets',
      },
    ]);
    expect(segmentText('https://who.int/', NETWORK.bluesky)).toMatchObject([{ shown: 'who.int' }]);
  });
});

const pieces = fc.array(
  fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(' ', '\n\n', '#', '#سموگ', '#Smog', 'https://who.int/x', '(', ').', '+92-300-1234567', '😷', '۔'),
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
  ),
  { maxLength: 12 },
);

describe('any text whatever', () => {
  it('is the same again when its segments are joined', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        expect(joinSegments(split(text))).toBe(text);
      }),
    );
  });

  it('has links that lead somewhere and tags that any network takes', () => {
    fc.assert(
      fc.property(pieces, fc.constantFrom(...NETWORKS), (parts, name) => {
        for (const segment of segmentText(parts.join(''), NETWORK[name])) {
          if (segment.kind === 'link') expect(URL.canParse(segment.href)).toBe(true);
          if (segment.kind === 'hashtag') expect(segment.shown).toBe(`#${segment.tag}`);
        }
      }),
    );
  });

  it('has a length that is a whole number and grows with it', () => {
    fc.assert(
      fc.property(pieces, fc.constantFrom(...NETWORKS), (parts, name) => {
        const network = NETWORK[name];
        const count = countText(segmentText(parts.join(''), network), network);
        expect(Number.isInteger(count)).toBe(true);
        expect(countText(segmentText(`${parts.join('')} and`, network), network)).toBeGreaterThan(count);
      }),
    );
  });
});
