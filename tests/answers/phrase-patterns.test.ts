import { describe, expect, it } from 'vitest';
import { foldedText, phraseFinder } from '../../src/answers/phrase-patterns.ts';

const finds = (pattern: string, text: string) => phraseFinder([pattern])(foldedText(text));

describe('a pattern of words', () => {
  it.each([
    ['not|no breath*', 'He is not breathing!'],
    ['not .. wake', 'she does not want to wake'],
    ['not .. wake', 'not wake'],
    ['سانس .. نہیں', 'سانس بالکل نہیں آ رہی'],
    ['بے ہوش', 'ابو بے ہوش ہیں'],
    ['saans', 'sans nahi aa rahi'],
    ['خون', 'خُون'],
    ['cant', 'I can’t'],
  ])('“%s” stands in “%s”', (pattern, text) => {
    expect(finds(pattern, text)).toBe(true);
  });

  it.each([
    ['not breath*', 'not a breath'],
    ['breath', 'breathing'],
    ['not .. wake', 'not one of all of us here did wake'],
    ['fit', 'benefit'],
    ['خون', 'خونی'],
  ])('“%s” does not stand in “%s”', (pattern, text) => {
    expect(finds(pattern, text)).toBe(false);
  });
});
