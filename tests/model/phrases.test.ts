import { describe, expect, it } from 'vitest';
import { foldText, phraseFinder } from '../../src/model/phrases.ts';

describe('a phrase', () => {
  it.each([
    ['whatever its capitals', 'AIDS victim', 'An Aids Victim spoke.', 'Aids Victim'],
    ['over the end of a line', 'AIDS victim', 'An AIDS\n  victim spoke.', 'AIDS\n  victim'],
    ['with a hyphen or without', 'wheelchair-bound', 'He is wheelchair bound.', 'wheelchair bound'],
    ['with a long dash of an editor', 'self harm', 'On self–harm.', 'self–harm'],
    ['with another apostrophe', "don't say", 'They don’t say it.', 'don’t say'],
    ['under an accent', 'naive', 'So naïve!', 'naïve'],
    ['with emphasis inside', 'HIV carrier', 'An *HIV* carrier.', 'HIV* carrier'],
    ['at both ends of a text', 'elderly', 'elderly', 'elderly'],
    ['with vowel signs', 'خودکشی', 'یہ خُودکُشی ہے', 'خُودکُشی'],
    ['with the Arabic letters of Urdu ones', 'خودکشی', 'یہ خودكشي ہے', 'خودكشي'],
    ['with a joiner between its words', 'زیر علاج', 'وہ زیرِ\u200c علاج ہے', 'زیرِ\u200c علاج'],
    ['stretched by a line', 'بیماری', 'بیمـــاری', 'بیمـــاری'],
  ])('is found %s', (_how, phrase, text, found) => {
    expect(foundIn(text, [phrase])).toEqual([found]);
  });

  it.each([
    ['inside a longer word', 'rape', 'Grapes and drapery.'],
    ['inside a longer Urdu word', 'زہر', 'زہریلا'],
    ['with a comma between its words', 'AIDS victim', 'Of AIDS, victims speak.'],
    ['as another case of the word', 'AIDS victim', 'AIDS victims'],
    ['where a slash is a comma', 'HIV/AIDS', 'HIV, AIDS'],
    ['in an empty text', 'AIDS', ''],
  ])('is not found %s', (_how, phrase, text) => {
    expect(foundIn(text, [phrase])).toEqual([]);
  });

  it('gives way to a longer one that starts at the same word', () => {
    expect(foundIn('A suicide bomber.', ['suicide', 'suicide bomber'])).toEqual(['suicide bomber']);
    expect(foundIn('A suicide.', ['suicide bomber', 'suicide'])).toEqual(['suicide']);
  });

  it('is found as often as it stands there, and its neighbours too', () => {
    expect(foundIn('the elderly and the aged and the elderly', ['the elderly', 'the aged'])).toEqual([
      'the elderly',
      'the aged',
      'the elderly',
    ]);
  });

  it('of no word at all is never found', () => {
    expect(foundIn('Any text — at all', ['—', ''])).toEqual([]);
  });
});

describe('a folded text', () => {
  it('knows of each sign where it stood', () => {
    const { text, offsets } = foldText('خُودکُشي — A\u00ADB');
    expect(text).toBe('خودکشی ab');
    expect([...text].map((_, index) => offsets[index])).toEqual([0, 2, 3, 4, 6, 7, 8, 11, 13]);
    expect(offsets.at(-1)).toBe(14);
  });

  it('keeps letters of other planes as they are', () => {
    expect(foldText('a 😷 b').text).toBe('a 😷 b');
  });
});

function foundIn(text: string, phrases: readonly string[]): string[] {
  const find = phraseFinder(phrases.map((phrase) => [phrase, phrase] as const));
  return find(text).map(({ from, to }) => text.slice(from, to));
}
