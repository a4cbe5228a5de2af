import { z } from 'zod';
import { distinct, id, line } from './text.ts';
import { day } from './time.ts';
import { translationOfSchema } from './translation.ts';

/** What a page tells of how the organisation works. */
export const PAGE_KINDS = ['social-media-policy', 'staff-guidelines', 'style-guide', 'crisis-plan', 'about'] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

const pageWords = {
  title: line,
  summary: line.describe('One or two sentences for search results and link previews'),
};

/** `content/pages/<slug>/<lang>.mdx` without `translationOf`: how the organisation works, with blanks to fill in. */
export const pageOriginalSchema = z.strictObject({
  id: id.describe('Permanent name; the page’s address follows from it'),
  kind: z.enum(PAGE_KINDS),
  sources: distinct(z.array(id)).default([]).describe('Ids of files in content/sources'),
  author: id.describe('Id of a file in content/people'),
  reviewedBy: id.optional().describe('Id of the person who reviewed the whole page'),
  lastReviewedOn: day,
  nextReviewDueOn: day,
  ...pageWords,
});

export const pageTranslationSchema = z.strictObject({
  translationOf: translationOfSchema,
  translator: id.optional().describe('Id of a file in content/people'),
  ...pageWords,
});

export type PageOriginal = z.infer<typeof pageOriginalSchema>;
export type PageWords = Omit<z.infer<typeof pageTranslationSchema>, 'translationOf' | 'translator'>;
