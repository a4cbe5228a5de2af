import { expect, it } from 'vitest';
import { plainWords } from '../../src/validation/plain-words.ts';
import { registeredDomain } from '../../src/validation/registered-domain.ts';

it.each([
  ['https://www.emro.who.int/pak/news?x=1', 'who.int'],
  ['WWW.WHO.INT', 'who.int'],
  ['https://who.int.example.com/', 'example.com'],
  ['https://who.int@example.com/', 'example.com'],
  ['https://www.nih.org.pk:8443/', 'nih.org.pk'],
  ['https://desk.github.io/who/', 'desk.github.io'],
  ['https://www.nhs.uk/conditions', 'www.nhs.uk'],
  ['صحت.example.pk', 'example.pk'],
  ['https://xn--mgbg4b8d.pk/', 'xn--mgbg4b8d.pk'],
  ['gov.pk', undefined],
  ['github.io', undefined],
  ['https://192.0.2.7/', undefined],
  ['https://[2001:db8::1]/', undefined],
  ['WHO', undefined],
  ['the institution', undefined],
  ['', undefined],
])('the domain that somebody answers for in “%s” is %s', (address, expected) => {
  expect(registeredDomain(address)).toBe(expected);
});

it.each([
  ['“Boiled water” makes children WEAK!', 'boiled  water makes children weak'],
  ['كيا پاني صاف ہے؟', 'کیا پانی صاف ہے'],
  ['عالمی ادارۂ صحت', 'عالمی ادارہ صحت'],
])('compares %s and %s as the same words', (one, other) => {
  expect(plainWords(one)).toBe(plainWords(other));
});

it('keeps apart what is not the same', () => {
  expect(plainWords('Hepatitis B')).not.toBe(plainWords('Hepatitis C'));
  expect(plainWords('؟!')).toBe('');
});
