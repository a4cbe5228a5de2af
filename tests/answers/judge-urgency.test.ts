import { describe, expect, it } from 'vitest';
import { isUrgent } from '../../src/answers/judge-urgency.ts';

describe('words are urgent', () => {
  it.each([
    'he cant breathe',
    'How do I know if my father is having a heart attack?',
    'baby choking on a coin',
    'I don’t want to live anymore',
    'my friend cut her wrists',
    'my wife is bleeding heavily after the birth',
    'toddler ate my blood pressure pills',
    'grandfather suddenly cannot move his right arm',
    'gas smell in the house, everyone feels dizzy',
    'my husband is beating me',
    'child with diarrhoea has sunken eyes and cannot drink',
    'dengue patient is vomiting again and again',
    'ابو کو سانس نہیں آ رہا',
    'بھائی کو سانپ نے کاٹ لیا ہے',
    'بچے نے مٹی کا تیل پی لیا',
    'خون بند نہیں ہو رہا',
    'اب جینے کا دل نہیں کرتا',
    'دادي كا منہ ٹيڑھا ہو گيا ہے',
    'گھر میں آگ لگ گئی',
    'abu behosh ho gaye hain',
    'saanp ne kaat liya kya karun',
    'bachay ko jhatkay lag rahay hain',
    'mujhe bachao shohar mar raha hai',
  ])('in “%s”', (asked) => {
    expect(isUrgent(asked)).toBe(true);
  });
});

describe('words are not urgent', () => {
  it.each([
    'how to prevent a stroke',
    'What are the symptoms of a heart attack?',
    'first aid course in Lahore',
    'how to keep medicines away from children',
    'my daughter has loose motions but is playing',
    'mask for asthma patients',
    'can I donate blood after dengue',
    '',
    'دل کے دورے کی علامات کیا ہیں',
    'فالج سے بچاؤ',
    'سانپ کے کاٹنے سے بچاؤ کیسے کریں',
    'خون کا ٹیسٹ کہاں ہوتا ہے',
    'bukhar mein kya khayen',
  ])('in “%s”', (asked) => {
    expect(isUrgent(asked)).toBe(false);
  });

  it('though they are of prevention, where something happens now', () => {
    expect(isUrgent('how do I prevent her from dying, she is bleeding heavily right now')).toBe(true);
  });
});
