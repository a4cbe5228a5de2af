import { z } from 'zod';
import { distinct, id, line, prose, webAddress } from './text.ts';
import { instant } from './time.ts';
import { translationOfSchema } from './translation.ts';

// The code values of the Common Alerting Protocol 1.2 (OASIS, section 3.2.2), in small letters.
export const SEVERITIES = ['extreme', 'severe', 'moderate', 'minor', 'unknown'] as const;
export const URGENCIES = ['immediate', 'expected', 'future', 'past', 'unknown'] as const;
export const CERTAINTIES = ['observed', 'likely', 'possible', 'unlikely', 'unknown'] as const;
export const ALERT_CATEGORIES = [
  'geo',
  'met',
  'safety',
  'security',
  'rescue',
  'fire',
  'health',
  'env',
  'transport',
  'infra',
  'cbrne',
  'other',
] as const;
export const UPDATE_KINDS = ['alert', 'update', 'cancel'] as const;

const incidentWords = {
  title: line,
  summary: line.describe('One sentence on what is happening'),
};

/** `content/incidents/<slug>/<lang>.mdx` without `translationOf`. */
export const incidentOriginalSchema = z.strictObject({
  id: id.describe('Permanent name; the page’s address follows from it'),
  status: z
    .enum(['actual', 'exercise', 'test', 'draft'])
    .describe('Exercises, tests and drafts reach test channels only'),
  category: z.array(z.enum(ALERT_CATEGORIES)).min(1),
  channels: distinct(z.array(id).min(1)).describe('Ids of files in content/channels'),
  sources: distinct(z.array(id).min(1)).describe('Ids of files in content/sources'),
  helplines: distinct(z.array(id)).default([]).describe('Ids of help lines in content/organisation.yml'),
  author: id.describe('Id of a file in content/people'),
  ...incidentWords,
});

export const incidentTranslationSchema = z.strictObject({
  translationOf: translationOfSchema,
  translator: id.optional(),
  ...incidentWords,
});

const updateWords = {
  headline: line.describe('The key fact in at most 140 characters'),
  instruction: prose.describe('What people should do now'),
  area: line.describe('Where it holds, in words'),
  changed: line.optional().describe('What is different since the last update'),
  contact: line.optional(),
  variants: z.record(id, prose).default({}).describe('Text for one channel, by the channel’s id'),
};

/** `content/incidents/<slug>/updates/<id>/<lang>.mdx` without `translationOf`. */
export const updateOriginalSchema = z.strictObject({
  id: id.describe('Permanent name of this update'),
  kind: z.enum(UPDATE_KINDS),
  sentAt: instant.describe('When it goes out; never changed afterwards'),
  expiresAt: instant.describe('When it stops holding if nothing else is said'),
  nextUpdateDueAt: instant.optional().describe('When readers can expect to hear more'),
  severity: z.enum(SEVERITIES),
  urgency: z.enum(URGENCIES),
  certainty: z.enum(CERTAINTIES),
  link: webAddress.optional().describe('Left out, the incident’s page'),
  ...updateWords,
});

export const updateTranslationSchema = z.strictObject({
  translationOf: translationOfSchema,
  translator: id.optional(),
  ...updateWords,
});

export type IncidentOriginal = z.infer<typeof incidentOriginalSchema>;
export type IncidentTranslation = z.infer<typeof incidentTranslationSchema>;
export type IncidentWords = Omit<IncidentTranslation, 'translationOf' | 'translator'>;
export type UpdateOriginal = z.infer<typeof updateOriginalSchema>;
export type UpdateTranslation = z.infer<typeof updateTranslationSchema>;
export type UpdateWords = Omit<UpdateTranslation, 'translationOf' | 'translator'>;
