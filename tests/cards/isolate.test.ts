import { describe, expect, it } from 'vitest';
import { isolate } from '../../src/cards/isolate.ts';

/** Isolates made visible: `<` left to right, `?` first strong, `>` end. */
function shown(text: string): string {
  return isolate(text).replaceAll('\u2066', '<').replaceAll('\u2068', '?').replaceAll('\u2069', '>');
}

describe('isolates', () => {
  it.each([
    ['فون +92-300-1234567 پر', 'فون <+92-300-1234567> پر'],
    ['دیکھیں https://who.int/a?b=1 ابھی', 'دیکھیں <https://who.int/a?b=1> ابھی'],
    ['18–24 نومبر', '<18–24> نومبر'],
    ['PM2.5 کی مقدار', 'PM2.5 کی مقدار'],
    ['100% صاف', '<100%> صاف'],
    ['ہاتھ دھوئیں #صاف_ہاتھ', 'ہاتھ دھوئیں ?#صاف_ہاتھ>'],
    ['Stop it #StopDengue now', 'Stop it ?#StopDengue> now'],
    ['#صاف_ہاتھ_2026 آج', '?#صاف_ہاتھ_2026> آج'],
    ['صرف الفاظ', 'صرف الفاظ'],
    ['', ''],
  ])('stand around numbers, addresses and hashtags: %s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});
