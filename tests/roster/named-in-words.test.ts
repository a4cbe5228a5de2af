import { describe, expect, it } from 'vitest';
import { namedInWords } from '../../src/roster/named-in-words.ts';

const HINA = { name: { en: 'Dr Hina Misaal', ur: 'ڈاکٹر حنا مثال' } };

describe('a name in words', () => {
  it.each([
    ['in English', 'Ask Dr Hina Misaal.', true],
    ['in Urdu', 'ڈاکٹر حنا مثال سے پوچھیں۔', true],
    ['with other spaces', 'DR HINA  MISAAL', true],
    ['in part', 'Ask Hina, or Dr Misaal.', false],
    ['within another name', 'Dr Hina Misaalwala, Dr Hina Misaal-Khan', false],
    ['within another name in Urdu', 'ڈاکٹر حنا مثالی', false],
  ])('is found %s: %s, %s', (_, text, isFound) => {
    expect(namedInWords(HINA, [{ file: 'a.mdx', text: `first\r\n${text}\nlast` }])).toEqual(
      isFound ? [{ file: 'a.mdx', line: 2 }] : [],
    );
  });

  it('of one word is not looked for', () => {
    expect(namedInWords({ name: { en: 'Noor', ur: 'نور' } }, [{ file: 'a', text: 'Noor\nنور' }])).toEqual([]);
  });

  it('is taken as it is written, not as a pattern', () => {
    expect(namedInWords({ name: { en: 'A. B. (C)' } }, [{ file: 'a', text: 'AxBx C\nA. B. (C)' }])).toEqual([
      { file: 'a', line: 2 },
    ]);
  });
});
