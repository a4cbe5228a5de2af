import { describe, expect, it } from 'vitest';
import { findWording, searchable, wordingOf } from '../../src/validation/wording.ts';

describe('a wording', () => {
  it.each([
    ['in other capitals', 'SLEEP through The Night', 'sleep through the night'],
    ['at the end of a sentence', 'It helps you sleep.', 'sleep'],
    ['beside a trademark sign and brackets', 'Nindova® (snoozeline)', 'nindova snoozeline'],
    ['parted by a hyphen', 'a sleep-walking risk', 'sleep walking'],
    ['across a line', 'trouble\nbreathing', 'trouble breathing'],
    ['with Arabic letters for Urdu ones', 'نيند ميں', 'نیند میں'],
    ['with Arabic kaf and heh', 'كه سكتا', 'کہ سکتا'],
    ['with vowel signs', 'جِسم میں دَرد', 'جسم میں درد'],
    ['with a zero-width non-joiner', 'بے\u200Cخوابی', 'بےخوابی'],
    ['inside isolates of direction', '\u2066Nindova\u2069', 'Nindova'],
    ['as a hashtag', 'Try #Nindova', 'Nindova'],
    ['as a hashtag of several words', '#SleepThroughTheNight', 'sleep through the night'],
    ['as a hashtag with underscores', '#رات_بھر_نیند', 'رات بھر نیند'],
    ['as a hashtag of one word that has capitals inside', '#NoFocus', 'NoFocus'],
  ])('is found %s', (_how, text, wanted) => {
    expect(findWording(searchable(text), [wordingOf(wanted)])?.shown).toBe(wanted);
  });

  it.each([
    ['in a longer word', 'oversleeping', 'sleep'],
    ['in another form of the word', 'She sleeps through the night', 'sleep through the night'],
    ['in an address', 'See https://nindova.example/sleep', 'nindova'],
    ['where other words stand between', 'sleep well through the night', 'sleep through the night'],
    ['where it has no letter at all', 'Sleep!', '…'],
  ])('is not found %s', (_how, text, wanted) => {
    expect(findWording(searchable(text), [wordingOf(wanted)])).toBeUndefined();
  });

  it('is the first of those looked for, not of the text', () => {
    const ways = ['second', 'first'].map(wordingOf);
    expect(findWording(searchable('first second'), ways)?.shown).toBe('second');
  });
});
