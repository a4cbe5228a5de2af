import { z } from 'zod';
import { riskClass } from './risk.ts';
import { distinct, id, line, prose, webAddress } from './text.ts';
import { instant, relativeTime } from './time.ts';
import { translationOfSchema } from './translation.ts';

/** Either a moment (`"2026-12-01T09:00:00+05:00"`) or a day and time counted from the start of each occurrence. */
const sendingTime = z.union([instant, relativeTime]);
export type SendingTime = z.infer<typeof sendingTime>;

/** How what was sent is put right where readers cannot be shown an edit. */
export const CORRECTIONS = ['reply', 'replace'] as const;

/** What a post shows beside its text. */
export const ATTACHMENTS = ['card', 'link-card', 'nothing'] as const;

const translatedFields = {
  headline: line.describe('Words on the card: short, one thought'),
  alt: line.optional().describe('What the card shows, for those who cannot see it; left out, the words on the card'),
  variants: z
    .record(id, prose)
    .default({})
    .describe('Text for one channel, by the channel’s id; without one, the body of this file'),
  warning: line
    .optional()
    .describe('Content warning: what readers see before they open the post, where a network has it'),
  correctionNote: prose.optional().describe('What was wrong, for readers: the text of a correction by reply'),
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
  thread: z
    .boolean()
    .default(false)
    .describe('Whether a text too long for a network may become a thread there, split where sentences end'),
  pinUntil: sendingTime
    .optional()
    .describe('Stands at the top of each profile that can show it, from its sending until then'),
  duringCrisis: z.boolean().default(false).describe('Sent also while a crisis holds ordinary posts back'),
  correction: z
    .strictObject({
      at: instant.describe('When it was found to be wrong: what was sent before is corrected'),
      by: z
        .enum(CORRECTIONS)
        .describe('Where readers cannot be shown an edit: answer with `correctionNote`, or take away and post anew'),
    })
    .optional()
    .describe('Brings what was sent already to the words of today'),
  withdrawn: z
    .strictObject({ at: instant, reason: line.describe('Why, for the desk’s own record') })
    .optional()
    .describe('Takes away what was sent, everywhere, and sends no more of it'),
  ...translatedFields,
});

export const postTranslationSchema = z.strictObject({
  translationOf: translationOfSchema,
  translator: id.optional().describe('Id of a file in content/people'),
  ...translatedFields,
});

export type PostWords = Omit<z.infer<typeof postTranslationSchema>, 'translationOf' | 'translator'>;
export type PostOriginal = z.infer<typeof postOriginalSchema>;
