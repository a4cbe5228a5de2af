import { z } from 'zod';
import { languageTag } from './language.ts';
import { formatted } from './text.ts';

const contentHash = formatted(
  (value) =>
    /^[0-9a-f]{12}$/.test(value)
      ? undefined
      : {
          ruleId: 'translation/hash',
          message: `Unexpected \`${value}\` in place of a fingerprint`,
          hint: 'do not write this by hand: `npm run translated -- FILE` writes it',
        },
  { pattern: '^[0-9a-f]{12}$' },
);

/**
 * What a translation was made from, written by `npm run translated`. Each hash is the first 12 hexadecimal digits of the
 * SHA-256 of one field, or of one block of the body, of the original as it was then: a translation that has fallen
 * behind, and the parts that moved, show without any history.
 */
export const translationOfSchema = z.strictObject({
  language: languageTag.describe('Language of the original'),
  fields: z.record(z.string(), contentHash).describe('Fingerprint of each translated field of the original'),
  blocks: z.array(contentHash).describe('Fingerprint of each block of the original’s body, in order'),
});

export type TranslationOf = z.infer<typeof translationOfSchema>;

/** A block of an original's body: a paragraph, a list, a table, a component. */
export interface Block {
  /** As `translationOf` keeps it. */
  hash: string;
  /** Line of the original's file on which it starts. */
  line: number;
  /** Its first words. */
  words: string;
}

/** What translations are made from, of an original as it is now. */
export interface Fingerprints {
  /** Of each field of words that the original has. */
  fields: Readonly<Record<string, string>>;
  /** In the order of the text. */
  blocks: readonly Block[];
}
