import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonalData, mayHoldPersonalData } from '../../../src/model/personal-data/find-personal-data.ts';
import type { PersonalDataOptions } from '../../../src/model/personal-data/kinds.ts';

describe('personal data in a text', () => {
  it('is shown where it stands, also where signs that nobody sees stand between', () => {
    const text = 'مریضہ کی بیٹی کا نمبر \u2066۰۳۴۱\u200c-۰۰۰۲۲۵۶\u2069 ہے، Saima’s.';
    expect(spans(text)).toEqual(['phone: ۰۳۴۱\u200c-۰۰۰۲۲۵۶', 'name: Saima']);
  });

  it('is looked for in each sentence, in the light of its neighbours', () => {
    expect(spans('Our patient went home. The file is MR-4471-20. It rained.')).toEqual(['record-number: MR-4471-20']);
    expect(spans('The weather is fine. Write to rani77@post.example. It rained.')).toEqual([]);
  });

  it('is told of by each of its kinds', () => {
    const text = 'Zafar Iqbal (CNIC 17309–2250148–3, mobile 0315 000 4471) of Mansehra had his operation on 3 May.';
    expect(spans(text)).toEqual([
      'name: Zafar Iqbal',
      'cnic: 17309–2250148–3',
      'phone: 0315 000 4471',
      'place: Mansehra',
      'date: 3 May',
    ]);
  });

  it('are no numbers that are only shown as a pattern', () => {
    expect(spans('Write the patient’s CNIC as 00000-0000000-0, and the phone as 0300-0000000.')).toEqual([]);
  });
});

describe('what the desk lists as official', () => {
  const text =
    'The patient’s brother answers on 0345-0001122 or at brother@post.example, and on www.facebook.example/brother.';

  it('is allowed, however it is written', () => {
    expect(spans(text)).toHaveLength(3);
    const officialContacts = ['+92 345 0001122', 'Brother@post.example', 'https://facebook.example/brother/'];
    expect(spans(text, { officialContacts })).toEqual([]);
    expect(spans('مریضہ کے بھائی کا نمبر ۰۳۴۵ ۰۰۰ ۱۱۲۲ ہے۔', { officialContacts })).toEqual([]);
  });

  it('covers what lies below an address, and no other address that starts alike', () => {
    const officialContacts = ['https://facebook.example/desk'];
    expect(spans('Her story, with TB: facebook.example/desk/posts/1', { officialContacts })).toEqual([]);
    expect(spans('Her story, with TB: facebook.example/desk.of.saima', { officialContacts })).toHaveLength(0);
    expect(spans('Her story, with TB: facebook.example/deskofsaima', { officialContacts })).toHaveLength(1);
  });

  it('covers whole names and not a first name alone, which a patient may bear', () => {
    const officialNames = ['Dr Hina Misaal', 'ڈاکٹر حنا مثال'];
    expect(spans('Hina Misaal has asthma.', { officialNames })).toEqual([]);
    expect(spans('Hina has asthma.', { officialNames })).toEqual(['name: Hina']);
  });
});

describe('history', () => {
  it('starts fifty years before the reader', () => {
    const text = 'Rahim Bux had smallpox in 1974.';
    expect(spans(text, { year: 2026 })).toEqual([]);
    expect(spans(text, { year: 2020 })).toEqual(['name: Rahim Bux']);
  });

  it('are no birthdays', () => {
    expect(spans('Rahim Bux, born in 1948, has diabetes.')).toContain('name: Rahim Bux');
  });
});

describe('any text at all', () => {
  const WORDS =
    'patient her 0300 0001122 @ / Saima مریضہ کا نمبر ۰۳۰۰ - . 35202-1234567-1 ( ) \u200f 12 May www. http:// bed face of ، ۔'.split(
      ' ',
    );
  const anyText = fc
    .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 40 })
    .map((pieces) => pieces.join(' '));

  it('is looked through to its end, and what is found lies in it', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('text' as const, 'alt' as const, 'file-name' as const), (text, where) => {
        for (const { start, end } of findPersonalData(text, { ...DESK, where })) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 1500, seed: 11 },
    );
  });

  it('is kept for the rule if any desk could find something in it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        if (findPersonalData(text, { ...DESK, where: 'text' }).length > 0)
          expect(mayHoldPersonalData(text, 'text')).toBe(true);
      }),
      { numRuns: 800, seed: 12 },
    );
  });
});

const DESK = { officialContacts: [], country: 'PK', year: 2026 } as const;

function spans(text: string, different: Partial<PersonalDataOptions> = {}): string[] {
  return findPersonalData(text, { ...DESK, where: 'text', ...different }).map(
    ({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`,
  );
}
