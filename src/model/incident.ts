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
// What CAP calls the kind of response; `all-clear` ends a danger.
export const RESPONSE_TYPES = [
  'shelter',
  'evacuate',
  'prepare',
  'execute',
  'avoid',
  'monitor',
  'assess',
  'all-clear',
  'none',
] as const;
export const UPDATE_KINDS = ['alert', 'update', 'cancel'] as const;

/** Stands before words that `npm run new` leaves to a person: nothing with it goes out. */
export const FILL_IN_MARK = '✎';

const incidentWords = {
  title: line,
  summary: line.describe('One sentence on what is happening'),
  ending: z
    .strictObject({
      headline: line.describe('The headline of the message that ends it'),
      instruction: prose.describe('What people may do again, and what they should still mind'),
    })
    .describe('The words with which it will be cancelled: written and approved together with the alert'),
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
  pin: z.boolean().default(true).describe('Whether its newest update stands at the top of profiles while it lasts'),
  profileBanner: z.boolean().default(true).describe('Whether profiles show its card as their banner while it lasts'),
  ...incidentWords,
});

export const incidentTranslationSchema = z.strictObject({
  translationOf: translationOfSchema,
  translator: id.optional(),
  ...incidentWords,
});

const latitude = z.number().min(-90).max(90);
const longitude = z.number().min(-180).max(180);
const point = z.tuple([latitude, longitude]);

/** Where an update holds, for machines: at least one of the three, as CAP asks of a public alert. */
const geometrySchema = z.strictObject({
  polygons: z
    .array(z.array(point).min(4).max(100))
    .default([])
    .describe('Rings of [latitude, longitude], the last point the same as the first, WGS 84'),
  circles: z
    .array(z.strictObject({ centre: point, radiusKm: z.number().positive().max(2000) }))
    .default([])
    .describe('Centre as [latitude, longitude], and radius'),
  geocodes: z
    .array(z.strictObject({ system: line.describe('Such as `PK-district`'), value: line }))
    .default([])
    .describe('Names of areas in a system that others know'),
});
export type Geometry = z.infer<typeof geometrySchema>;

const updateWords = {
  headline: line.describe('The key fact in at most 140 characters'),
  description: prose.describe('What is the matter, where and since when, in plain words'),
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
  responses: distinct(z.array(z.enum(RESPONSE_TYPES)).min(1)).describe('What kind of response is asked for'),
  geometry: geometrySchema.describe('Where it holds, for machines'),
  link: webAddress.optional().describe('Left out, the incident’s page'),
  breakGlass: z
    .strictObject({
      by: id.describe('Id of the approver on duty who decided alone'),
      reason: line.describe('Why there was no time for a second approval'),
      at: instant,
    })
    .optional()
    .describe('One approval in place of two, on the record'),
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
