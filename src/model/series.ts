import { z } from 'zod';
import { recordingSchema } from './recording.ts';
import { riskClass } from './risk.ts';
import { sensitiveSubjects } from './sensitive.ts';
import { distinct, id, line } from './text.ts';
import { day } from './time.ts';
import { translationOfSchema } from './translation.ts';

const reviewed = {
  risk: riskClass.default('health-claim'),
  sources: distinct(z.array(id)).default([]).describe('Ids of files in content/sources'),
  helplines: distinct(z.array(id)).default([]).describe('Ids of help lines in content/organisation.yml'),
  sensitive: sensitiveSubjects,
  author: id.describe('Id of a file in content/people'),
  reviewedBy: id.optional().describe('Id of the person who reviewed the whole page'),
  lastReviewedOn: day,
  nextReviewDueOn: day,
};

const seriesWords = {
  title: line,
  summary: line.describe('One or two sentences for search results and link previews'),
};

/** `content/series/<slug>/<lang>.mdx` without `translationOf`. */
export const seriesOriginalSchema = z.strictObject({
  id: id.describe('Permanent name; the page’s address follows from it'),
  ...reviewed,
  ...seriesWords,
});

export const seriesTranslationSchema = z.strictObject({
  translationOf: translationOfSchema,
  translator: id.optional().describe('Id of a file in content/people'),
  ...seriesWords,
});

const episodeWords = {
  title: line,
  summary: line.describe('One or two sentences for search results and link previews'),
  recording: recordingSchema.describe('The film of this episode in this language'),
  speakers: z
    .array(z.strictObject({ name: line, title: line.describe('What this person is') }))
    .default([])
    .describe('Who speaks'),
};

/** `content/series/<slug>/episodes/<id>/<lang>.mdx` without `translationOf`. */
export const episodeOriginalSchema = z.strictObject({
  id: id.describe('Permanent name; the page’s address follows from it'),
  number: z.int().min(1).max(9999).describe('Which episode of its series it is'),
  ...reviewed,
  ...episodeWords,
});

export const episodeTranslationSchema = z.strictObject({
  translationOf: translationOfSchema,
  translator: id.optional().describe('Id of a file in content/people'),
  ...episodeWords,
});

export type SeriesOriginal = z.infer<typeof seriesOriginalSchema>;
export type SeriesWords = Omit<z.infer<typeof seriesTranslationSchema>, 'translationOf' | 'translator'>;
export type EpisodeOriginal = z.infer<typeof episodeOriginalSchema>;
export type EpisodeWords = Omit<z.infer<typeof episodeTranslationSchema>, 'translationOf' | 'translator'>;
