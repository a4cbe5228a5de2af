import { describe, expect, it } from 'vitest';
import { answerFinder } from '../../src/answers/find-answer.ts';
import { meanings } from '../../src/answers/meanings.ts';

const question = (id: string, topic: string, asked: string[], answer: string) => ({
  id,
  topics: [topic],
  asked,
  answers: [answer],
});

const QUESTIONS = [
  question(
    'danger',
    'dengue',
    [
      'What are the danger signs of dengue?',
      'When must someone with dengue go to hospital?',
      'ڈینگی میں خطرے کی علامات',
    ],
    'Severe belly pain and bleeding.',
  ),
  question(
    'medicine',
    'dengue',
    ['Which medicine helps in dengue?', 'Can I take paracetamol in dengue?', 'ڈینگی میں کون سی دوا لیں'],
    'Paracetamol, and much to drink.',
  ),
  question(
    'twice',
    'dengue',
    ['Can I get dengue a second time?', 'dengue twice', 'کیا ڈینگی دوبارہ ہو سکتا ہے'],
    'Yes, and it can be worse.',
  ),
  question(
    'vaccine',
    'hepatitis',
    ['Who needs the hepatitis B vaccine?', 'hepatitis B vaccine for a newborn', 'ہیپاٹائٹس بی کا ٹیکہ'],
    'Every newborn.',
  ),
  question(
    'cure',
    'hepatitis',
    ['Can hepatitis C be cured?', 'How long is the treatment of hepatitis C?', 'کالے یرقان کا علاج'],
    'Yes, with tablets.',
  ),
  question('boil', 'water', ['How long must I boil water?', 'پانی کتنی دیر ابالیں'], 'One minute.'),
];
const find = answerFinder(QUESTIONS);
const answerOf = (asked: string, isPressing = false) => {
  const found = find(asked, isPressing);
  return found.kind === 'answer' ? found.question.id : undefined;
};

describe('the answer box', () => {
  it.each([
    ['danger', 'danger signs dengue'],
    ['danger', 'ڈینگی کی خطرناک علامتیں'],
    ['danger', 'dengue ki khatarnak alamat'],
    ['medicine', 'dengu fever: may I give panadol?'],
    ['medicine', 'dengue mein kaunsi dawa'],
    ['twice', 'I had dengue. Can I get it again?'],
    ['vaccine', 'hep B jab for my baby'],
    ['cure', 'kala yarqan ka ilaj'],
    ['cure', 'is hep c curable'],
    ['boil', 'پاني كتني دير ابالنا چاہيے'],
    ['boil', 'boilng water, how many minutes?'],
  ])('answers with “%s” when asked “%s”', (id, asked) => {
    expect(answerOf(asked)).toBe(id);
  });

  it.each([
    'is there a dengue vaccine',
    'malaria medicine',
    'hepatitis E treatment',
    'hepatitis A vaccine',
    'ٹائیفائیڈ کی دوا',
    'dengue',
    'what is the weather',
    'who won the match',
    '',
    '؟؟؟',
  ])('says that it does not know when asked “%s”', (asked) => {
    expect(answerOf(asked)).toBeUndefined();
  });

  it('names what comes near, where it does not know', () => {
    const found = find('dengue');
    expect(found.kind === 'unknown' && found.nearest.map(({ id }) => id)).toEqual(['medicine', 'twice', 'danger']);
  });

  it('names nothing of another subject as near', () => {
    expect(find('malaria')).toEqual({ kind: 'unknown', nearest: [] });
  });

  it('answers urgent words only on their very subject', () => {
    expect(answerOf('dengue, severe belly pain and bleeding, hospital?', true)).toBe('danger');
    expect(answerOf('severe pain and bleeding, hospital?', true)).toBeUndefined();
  });

  it('knows nothing without questions', () => {
    expect(answerFinder([])('dengue')).toEqual({ kind: 'unknown', nearest: [] });
  });
});

describe('the meanings of words', () => {
  it('are the same in each language', () => {
    expect(meanings('ڈینگی میں دوا')).toEqual(meanings('medicine in dengue').toReversed());
    expect(meanings('dengue mein dawa')).toEqual(meanings('ڈینگی میں دوا'));
  });

  it.each([
    ['hepatitis B or C', ['hepatitis', 'hep-b', 'hep-c']],
    ['ہیپاٹائٹس بی اور سی', ['hepatitis', 'hep-b', 'hep-c']],
    ['kala yarqan', ['hepatitis', 'hep-c']],
    ['vitamin c', ['vitamin', 'c']],
  ])('tell the kinds of hepatitis apart: %s', (text, expected) => {
    expect(meanings(text)).toEqual(expected);
  });
});
