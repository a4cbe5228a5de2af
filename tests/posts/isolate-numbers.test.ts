import { describe, expect, it } from 'vitest';
import { isolateNumbers } from '../../src/posts/isolate-numbers.ts';

const visible = (text: string) => isolateNumbers(text).replaceAll('\u2066', '[').replaceAll('\u2069', ']');

describe('numbers in a text that is read from the right', () => {
  it.each([
    ['فون کریں +92-300-1234567 پر', 'فون کریں [+92-300-1234567] پر'],
    ['فون +923001234567۔', 'فون [+923001234567]۔'],
    ['ہیلپ لائن 0800 12345 ہے', 'ہیلپ لائن [0800 12345] ہے'],
    ['فون 021-111-222-333', 'فون [021-111-222-333]'],
    ['تاریخ ۲۰۲۶-۰۷-۰۱ کو', 'تاریخ [۲۰۲۶-۰۷-۰۱] کو'],
  ])('keep their order where they are written in groups: %s', (text, expected) => {
    expect(visible(text)).toBe(expected);
  });

  it.each([
    'ہیلپ لائن 1166 پر',
    '1122 1166',
    '18-24 نومبر',
    '2025-2026',
    '24/7',
    '#دن_2026-27',
    '\u2066+92-300-1234567\u2069',
    'https://example.org/2026-07-01',
  ])('are left alone where nothing would move: %s', (text) => {
    expect(isolateNumbers(text)).toBe(text);
  });

  it('are not isolated twice', () => {
    const once = isolateNumbers('فون +92-300-1234567');
    expect(isolateNumbers(once)).toBe(once);
  });
});
