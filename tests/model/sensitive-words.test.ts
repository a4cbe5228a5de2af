import { describe, expect, it } from 'vitest';
import { sensitiveWordsIn } from '../../src/model/sensitive-words.ts';

describe('words on a sensitive subject', () => {
  it.each([
    ['suicide', 'She thought of suicide.'],
    ['suicide', 'He killed himself in spring.'],
    ['suicide', 'وہ خودکشی کے بارے میں سوچ رہا تھا۔'],
    ['suicide', 'فكّر في الانتحار.'],
    ['self-harm', 'Self harm is a way to bear too much.'],
    ['abuse', 'Domestic violence can be reported.'],
    ['abuse', 'گھریلو تشدد جرم ہے۔'],
    ['eating-disorder', 'Bulimia can be treated.'],
    ['addiction', 'منشیات کی لت ایک بیماری ہے۔'],
  ])('are known as %s: %s', (subject, text) => {
    expect(sensitiveWordsIn(text).map(({ match }) => match)).toEqual([{ kind: 'subject', value: subject }]);
  });

  it.each([
    ['overdose', 'She took an overdose.'],
    ['handful of tablets', 'He took a handful of tablets.'],
    ['مٹھی بھر گولیاں', 'اس نے مٹھی بھر گولیاں کھا لیں۔'],
  ])('are known as a method: %s', (words, text) => {
    const [found, ...more] = sensitiveWordsIn(text);
    expect([found?.match, text.slice(found?.from, found?.to), more]).toEqual([{ kind: 'method' }, words, []]);
  });

  it.each([
    'Take your tablets every day.',
    'A suicide bomber killed ten.',
    'Do not cut yourself on a tin.',
    'The grapes were harvested.',
    'Poor sleep harms the heart.',
    'اپنی جان بچائیں، پانی ابالیں۔',
  ])('are not in: %s', (text) => {
    expect(sensitiveWordsIn(text)).toEqual([]);
  });
});
