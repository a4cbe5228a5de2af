import { z } from 'zod';
import { line, webAddress } from './text.ts';

/** One thing to be said, in one form of words or in several of which any will do. */
const wordings = z.union([line, z.array(line).min(1)]);
export type Wordings = z.infer<typeof wordings>;

/** Names of a medicine and what has to stand beside its benefits, in one language, in the words that are looked for. */
export const promotedWords = z.strictObject({
  brand: line.describe('Brand name as it is written'),
  generic: line.describe('Generic name, which stands beside the brand'),
  indication: wordings.describe('What it is approved for: “for adults with insomnia”; or a list of ways to say it'),
  limits: z
    .array(wordings)
    .default([])
    .describe('Limits of the approval, each by itself: “not for children”; or each as a list of ways to say it'),
  benefits: z.array(line).min(1).describe('Words by which a text claims a benefit, in every form that is used'),
  risks: z
    .array(wordings)
    .min(1)
    .describe(
      'The most serious risks: those of a boxed warning, those that can kill, and every contraindication; each in the words that have to stand in the message, or as a list of ways to say it',
    ),
  fullRiskInformation: webAddress
    .optional()
    .describe('The full risk information in this language; left out, the address of the original'),
});

/** What a campaign of a firm under the FDA promotes, in whatever language. */
export const promotionSchema = z.strictObject({
  fullRiskInformation: webAddress.describe('Address that leads to the full risk information and nothing else'),
  boxedWarning: z
    .boolean()
    .default(false)
    .describe('Whether the medicine carries a boxed warning: then even its brand name alone asks for the risks'),
});

export type PromotedWords = z.infer<typeof promotedWords>;

/** The ways in which a thing may be said; the first is the one that is shown to editors. */
export function waysToSay(one: Wordings): readonly string[] {
  return typeof one === 'string' ? [one] : one;
}
