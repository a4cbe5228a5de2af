import { z } from 'zod';
import { riskClass } from './risk.ts';
import { distinct, id, line, prose, webAddress } from './text.ts';
import { instant, timeOfDay } from './time.ts';
import { translationOfSchema } from './translation.ts';

const relativeTime = z.strictObject({
  daysFromStart: z.int().min(-366).max(366).describe('Days after the campaign’s first day; negative is before it'),
  time: timeOfDay.describe('Time of day in the organisation’s zone'),
});

/** Either a moment (`"2026-12-01T09:00:00+05:00"`) or a day and time counted from the start of each occurrence. */
const sendingTime = z.union([instant, relativeTime]);
export type SendingTime = z.infer<typeof sendingTime>;

/** What a post shows beside its text. */
export const ATTACHMENTS = ['card', 'link-card', 'nothing'] as const;

const translatedFields = {
  headline: line.describe('Words on the card: short, one thought'),
  alt: line.optional().describe('What the card shows, for those who cannot see it; left out, the words on the card'),
  variants: z
    .record(id, prose)
    .default({})
    .describe('Text for one channel, by the channel’s id; without one, the body of this file'),
};

/** `content/campaigns/<slug>/posts/<id>/<lang>.mdx` without `translationOf`. */
export const postOriginalSchema = z.strictObject({
  id: id.describe('Permanent name; it stays when the post is edited, retimed or moved'),
  risk: riskClass.optional().describe('Left out, the campaign’s'),
  channels: distinct(z.array(id).min(1)).describe('Ids of files in content/channels'),
  publishAt: sendingTime.describe('Not before this'),
  expiresAt: sendingTime.describe('Not after this: a post later than that is skipped and reported'),
  occurrence: id
    .optional()
    .describe('Which occurrence of the campaign a post with fixed moments belongs to, for example "2026"'),
  attach: z.enum(ATTACHMENTS).default('card'),
  link: z
    .union([z.enum(['page', 'none']), webAddress])
    .default('page')
    .describe('`page` (the campaign’s page), `none`, or an address'),
  ...translatedFields,
});

export const postTranslationSchema = z.strictObject({
  translationOf: translationOfSchema,
  translator: id.optional().describe('Id of a file in content/people'),
  ...translatedFields,
});

export type PostWords = Omit<z.infer<typeof postTranslationSchema>, 'translationOf' | 'translator'>;
export type PostOriginal = z.infer<typeof postOriginalSchema>;
