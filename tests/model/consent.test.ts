import { describe, expect, it } from 'vitest';
import { parseConsent } from '../../src/model/consent.ts';

describe('a consent', () => {
  it('names the signed form, its day, and its last day where it has one', () => {
    expect(parseConsent('FORM-2026-014, 2026-11-01')).toEqual({ form: 'FORM-2026-014', givenOn: '2026-11-01' });
    expect(parseConsent('14/26, 2026-11-01 to 2027-10-31')).toEqual({
      form: '14/26',
      givenOn: '2026-11-01',
      until: '2027-10-31',
    });
  });

  it.each([
    'yes',
    'FORM-14',
    '2026-11-01',
    'FORM-14 2026-11-01',
    'FORM-14, 2026-02-30',
    'FORM-14, 2026-11-01 to 2026-10-31',
    'Saima Bibi, 2026-11-01',
    'Saima, 2026-11-01',
    'saima.bibi.1, 2026-11-01',
  ])('is not %j', (written) => {
    expect(parseConsent(written)).toBeUndefined();
  });
});
