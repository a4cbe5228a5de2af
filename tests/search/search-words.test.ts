import { describe, expect, it } from 'vitest';
import { plainWords, searchWords } from '../../src/search/search-words.ts';

describe('the words of a text as they are looked for', () => {
  it.each([
    ['the Arabic and the Urdu ye, kaf and he', 'كي ہے ليے مكہ', 'کی ہے لیے مکہ'],
    ['the he of Arabic and the two-eyed one of Urdu', 'باھر فائدہ بهت', 'باہر فائدة بہت'],
    ['alef maksura, as Arabic ends words with it', 'مستشفى', 'مستشفی'],
    ['letters with and without their hamza', 'جائیں مؤثر أمل', 'جایں موثر امل'],
    ['a madda, which is a mark on alef', 'آج', 'اج'],
    ['vowel marks, which hardly anybody types', 'مُحَبَّت فوراً', 'محبت فورا'],
    ['a stretched word', 'ســـلام', 'سلام'],
    ['ligatures that old files have', 'ﻻ ﷲ', 'لا الله'],
    ['Urdu, Arabic and Latin digits', '۱۱۲۲ ١١٦٦', '1122 1166'],
    ['full-width letters', 'ＨＩＶ', 'hiv'],
    ['Latin letters with and without accents', 'Diarrhée', 'diarrhee'],
    ['a zero-width non-joiner and a space', 'اینٹی\u200Cبایوٹک', 'اینٹی بایوٹک'],
    ['marks of direction', '\u2067ڈینگی\u2069', 'ڈینگی'],
    ['an apostrophe, straight, curly or left out', "don't don’t", 'dont dont'],
  ])('are the same: %s', (_what, one, other) => {
    expect(searchWords(one)).toEqual(searchWords(other));
  });

  it.each([
    ['boil', 'boils boiled boiling'],
    ['wash', 'washes washed washing'],
    ['baby', 'babies baby'],
    ['breathe', 'breathing breathe breathes'],
    ['stop', 'stopped stopping stops'],
    ['مچھر', 'مچھروں مچھر'],
    ['بچی', 'بچیاں بچیوں'],
    ['دوا', 'دوائیں دواؤں'],
    ['گملا', 'گملے گملوں گملا'],
  ])('are “%s” whatever its ending', (word, forms) => {
    const [stem] = searchWords(word);
    expect(searchWords(forms)).toEqual(searchWords(forms).map(() => stem));
  });

  it('keep what ends like a plural and is none', () => {
    expect(searchWords('virus diagnosis glass')).toEqual(['virus', 'diagnosis', 'glass']);
  });

  it('lose the article of Arabic, and no part of an Urdu word that begins like it', () => {
    expect(searchWords('المياه')).toEqual(searchWords('مياه'));
    expect(searchWords('الٹیاں')).toEqual(searchWords('الٹی'));
    expect(searchWords('الٹی')).not.toEqual(searchWords('ٹی'));
  });

  it('end at signs of any script', () => {
    expect(plainWords('بخار، درد؛ الٹی۔ کیا؟ fever/pain')).toEqual(['بخار', 'درد', 'الٹی', 'کیا', 'fever', 'pain']);
  });

  it('are none where there are no letters', () => {
    expect(searchWords(' … — 🤒 ؟')).toEqual([]);
  });
});
