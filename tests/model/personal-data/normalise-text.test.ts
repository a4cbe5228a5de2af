import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText } from '../../../src/model/personal-data/normalise-text.ts';

describe('a normal text', () => {
  it.each([
    ['digits of Urdu', '۰۳۲۱-۰۰۰۷۷۵۹', '0321-0007759'],
    ['digits of Arabic', '١٧٣٠٩', '17309'],
    ['hyphens, dashes and the minus', '1‐2‑3–4—5−6', '1-2-3-4-5-6'],
    ['spaces of all widths', '0315\u00a0000\u202f4471', '0315 000 4471'],
    ['marks of direction and joiners', '\u200e+92\u2066 21\u2069 0341\u200c-\u200d00', '+92 21 0341-00'],
    ['Arabic letters in place of Urdu’s', 'مريضه كا', 'مریضہ کا'],
    ['vowel marks', 'تاریخِ پیدائش', 'تاریخ پیدایش'],
    ['alef with madda, in one sign or two', 'آپ ا\u0653پ', 'اپ اپ'],
    ['apostrophes', 'her mother’s', "her mother's"],
  ])('has one form for %s', (_, written, plain) => {
    expect(normaliseText(written).text).toBe(plain);
  });

  it('has small letters of the same length', () => {
    expect(normaliseText('Saima BİBİ’s').lower).toBe("saima bİbİ's");
  });

  it('knows where each of its signs stood', () => {
    const written = '\u200eکا\u200c \u2066۰۳\u2069ِ۱';
    const { text, originalOffset } = normaliseText(written);
    expect(text).toBe('کا 031');
    expect([...text].map((_, at) => written[originalOffset(at)])).toEqual(['ک', 'ا', ' ', '۰', '۳', '۱']);
  });

  it('keeps every sign in its order, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '۱', '\u200c', 'ِ', 'آ', ' ', '\u2069', '’') }), (written) => {
        const { text, lower, originalOffset } = normaliseText(written);
        const offsets = Array.from(text, (_, at) => originalOffset(at));
        expect(lower).toHaveLength(text.length);
        expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
        expect(new Set(offsets).size).toBe(text.length);
        expect(offsets.every((offset) => offset < written.length)).toBe(true);
      }),
      { seed: 3 },
    );
  });
});
