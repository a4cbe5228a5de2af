import { z } from 'zod';
import { languageTag } from './language.ts';
import { distinct, line } from './text.ts';

/** `content/terms.yml`: the words this desk uses, and those it does not, with the reason. */
export const termsSchema = z.strictObject({
  terms: z
    .array(
      z.strictObject({
        language: languageTag,
        say: line.describe('What to write'),
        dontSay: distinct(z.array(line).min(1)).describe('What not to write, word for word; capitals do not matter'),
        reason: line.describe('Why, for the person who wrote it'),
      }),
    )
    .default([]),
  allowed: distinct(z.array(line))
    .default([])
    .describe('Words that the English checks for simple and inclusive language pass over'),
});

export type Terms = z.infer<typeof termsSchema>;
