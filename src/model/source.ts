import { z } from 'zod';
import { assessmentSchema } from './assessment.ts';
import { languageTag } from './language.ts';
import { formatted, id, line, webAddress } from './text.ts';
import { day, partialDay } from './time.ts';

export const SOURCE_KINDS = ['guideline', 'fact-sheet', 'peer-reviewed', 'statistics', 'news', 'fact-check'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** What a register of retractions says. `not-listed` is not the same as never retracted: it says what was found that day. */
export const RETRACTION_STATUSES = ['not-listed', 'corrected', 'expression-of-concern', 'retracted'] as const;

const retractionSchema = z.strictObject({
  status: z.enum(RETRACTION_STATUSES),
  lookedUpOn: day.describe('Day of the look-up'),
  lookedUpIn: line.describe('Register that was asked, for example Crossref'),
  notice: webAddress.optional().describe('Address of the notice, where there is one'),
});

const doi = formatted(
  (value) =>
    /^10\.\d{4,9}\/\S+$/.test(value)
      ? undefined
      : {
          ruleId: 'field/doi',
          message: `Unexpected DOI \`${value}\``,
          hint: 'write it without an address, for example `10.1016/S0140-6736(21)02724-0`',
        },
  { pattern: '^10\\.\\d{4,9}/\\S+$' },
);

const pmid = formatted(
  (value) =>
    /^[1-9]\d{0,8}$/.test(value)
      ? undefined
      : {
          ruleId: 'field/pmid',
          message: `Unexpected PubMed id \`${value}\``,
          hint: 'write its digits in quotes, for example `"35065702"`',
        },
  { pattern: '^[1-9]\\d{0,8}$' },
);

const isbn = formatted(
  (value) =>
    isIsbn13(value)
      ? undefined
      : {
          ruleId: 'field/isbn',
          message: `Unexpected ISBN \`${value}\``,
          hint: 'write the 13 digits as printed; the last one is a check digit, so a slip shows',
        },
  {},
);

/** `content/sources/<id>.yml`: where a claim comes from. */
export const sourceSchema = z.strictObject({
  id: id.describe('Permanent name, used in `sources` and in <Source id="…" />'),
  kind: z.enum(SOURCE_KINDS),
  title: line.describe('Title as published'),
  publisher: line.describe('Institution or journal that published it'),
  url: webAddress.describe('Where a reader can see it'),
  language: languageTag.describe('Language of the source itself'),
  publishedOn: partialDay.describe('Day it was published, as exactly as it says: 2024, 2024-07 or 2024-07-25'),
  accessedOn: day.describe('Day someone last read it for this desk'),
  doi: doi.optional(),
  pmid: pmid.optional(),
  isbn: isbn.optional(),
  expiresOn: day.optional().describe('Last day on which it holds, where it says so or was replaced'),
  supersededBy: id.optional().describe('Id of the source that replaces it'),
  retraction: retractionSchema.optional().describe('What a register of retractions says; asked of peer-reviewed work'),
  assessment: assessmentSchema.optional().describe('WHO’s seven steps, by a person of the desk'),
});

export type Source = z.infer<typeof sourceSchema>;

/** Whether the 13 digits satisfy ISBN-13's check digit (ISO 2108). Hyphens and spaces are ignored. */
function isIsbn13(value: string): boolean {
  const digits = value.replace(/[\s-]/g, '');
  if (!/^97[89]\d{10}$/.test(digits)) return false;
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}
