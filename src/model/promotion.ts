import { z } from 'zod';
import { line, webAddress } from './text.ts';

/** Names of a medicine and the words of its risks, in one language. */
export const promotedWords = z.strictObject({
  brand: line.describe('Brand name as it is written'),
  generic: line.describe('Generic name, which stands beside the brand'),
  indication: line.describe('What it is approved for, with its limits'),
  benefits: z.array(line).min(1).describe('Words by which a text claims a benefit'),
  risks: z.array(line).min(1).describe('The main risks, each in the words that have to stand in the message'),
});

/** What a campaign of a firm under the FDA promotes: where the full risk information stands. */
export const promotionSchema = z.strictObject({
  fullRiskInformation: webAddress.describe('Address that leads to the full risk information and nothing else'),
});
