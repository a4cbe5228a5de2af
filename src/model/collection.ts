import type { z } from 'zod';
import { campaignOriginalSchema, campaignTranslationSchema } from './campaign.ts';
import { channelSchema } from './channel.ts';
import { eventOriginalSchema, eventTranslationSchema } from './event.ts';
import {
  incidentOriginalSchema,
  incidentTranslationSchema,
  updateOriginalSchema,
  updateTranslationSchema,
} from './incident.ts';
import { mythOriginalSchema, mythTranslationSchema } from './myth.ts';
import { organisationSchema } from './organisation.ts';
import { pageOriginalSchema, pageTranslationSchema } from './page.ts';
import { pauseSchema } from './pause.ts';
import { personSchema } from './person.ts';
import { postOriginalSchema, postTranslationSchema } from './post.ts';
import { questionOriginalSchema, questionTranslationSchema } from './question.ts';
import {
  episodeOriginalSchema,
  episodeTranslationSchema,
  seriesOriginalSchema,
  seriesTranslationSchema,
} from './series.ts';
import { sourceSchema } from './source.ts';
import { studyOriginalSchema, studyTranslationSchema } from './study.ts';
import { termsSchema } from './terms.ts';

/** Kinds of content kept as one YAML file each. */
export const RECORD_SCHEMAS = {
  organisation: organisationSchema,
  pause: pauseSchema,
  terms: termsSchema,
  people: personSchema,
  channels: channelSchema,
  sources: sourceSchema,
} as const;

/** Kinds of content kept as a folder with one MDX file for each language. */
export const ITEM_SCHEMAS = {
  campaigns: { original: campaignOriginalSchema, translation: campaignTranslationSchema },
  posts: { original: postOriginalSchema, translation: postTranslationSchema },
  incidents: { original: incidentOriginalSchema, translation: incidentTranslationSchema },
  updates: { original: updateOriginalSchema, translation: updateTranslationSchema },
  myths: { original: mythOriginalSchema, translation: mythTranslationSchema },
  questions: { original: questionOriginalSchema, translation: questionTranslationSchema },
  events: { original: eventOriginalSchema, translation: eventTranslationSchema },
  series: { original: seriesOriginalSchema, translation: seriesTranslationSchema },
  episodes: { original: episodeOriginalSchema, translation: episodeTranslationSchema },
  studies: { original: studyOriginalSchema, translation: studyTranslationSchema },
  pages: { original: pageOriginalSchema, translation: pageTranslationSchema },
} as const;

export type RecordCollection = keyof typeof RECORD_SCHEMAS;
export type ItemCollection = keyof typeof ITEM_SCHEMAS;
export type Collection = RecordCollection | ItemCollection;

export type RecordFields<C extends RecordCollection> = z.infer<(typeof RECORD_SCHEMAS)[C]>;
export type OriginalFields<C extends ItemCollection> = z.infer<(typeof ITEM_SCHEMAS)[C]['original']>;
export type TranslationFields<C extends ItemCollection> = z.infer<(typeof ITEM_SCHEMAS)[C]['translation']>;
