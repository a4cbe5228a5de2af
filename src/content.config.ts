import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import type { Channel } from './model/channel.ts';
import type { Campaign, Episode, Event, Incident, Myth, Page, Question, Series, Study } from './model/content.ts';
import type { Organisation } from './model/organisation.ts';
import type { Person } from './model/person.ts';
import type { Source } from './model/source.ts';
import { contentLoader, openDesk, type Posted } from './reading/content-loader.ts';
import { ALL_RULES } from './validation/all-rules.ts';
import { type RuleEntry, ruleEntry } from './validation/rule-chapter.ts';
import { validateContent } from './validation/validate-content.ts';

const desk = openDesk({
  root: BUILD_INPUTS.root,
  contentDir: BUILD_INPUTS.contentDir,
  now: BUILD_INPUTS.now,
  judge: (drafts) => validateContent(drafts, { now: BUILD_INPUTS.now, contentDir: BUILD_INPUTS.contentDir }),
});

// Reading has parsed and checked everything already: these schemas only tell Astro the types.
export const collections = {
  // The handbook's chapter of rules is made from the rules.
  rules: defineCollection({
    loader: () => ALL_RULES.map((rule) => ({ ...ruleEntry(rule) })),
    schema: z.custom<RuleEntry>(),
  }),
  organisation: defineCollection({
    loader: contentLoader({ desk, collection: 'organisation' }),
    schema: z.custom<Organisation>(),
  }),
  people: defineCollection({ loader: contentLoader({ desk, collection: 'people' }), schema: z.custom<Person>() }),
  sources: defineCollection({ loader: contentLoader({ desk, collection: 'sources' }), schema: z.custom<Source>() }),
  channels: defineCollection({ loader: contentLoader({ desk, collection: 'channels' }), schema: z.custom<Channel>() }),
  posted: defineCollection({ loader: contentLoader({ desk, collection: 'posted' }), schema: z.custom<Posted>() }),
  campaigns: defineCollection({
    loader: contentLoader({ desk, collection: 'campaigns' }),
    schema: z.custom<Campaign>(),
  }),
  incidents: defineCollection({
    loader: contentLoader({ desk, collection: 'incidents' }),
    schema: z.custom<Incident>(),
  }),
  myths: defineCollection({ loader: contentLoader({ desk, collection: 'myths' }), schema: z.custom<Myth>() }),
  questions: defineCollection({
    loader: contentLoader({ desk, collection: 'questions' }),
    schema: z.custom<Question>(),
  }),
  events: defineCollection({ loader: contentLoader({ desk, collection: 'events' }), schema: z.custom<Event>() }),
  series: defineCollection({ loader: contentLoader({ desk, collection: 'series' }), schema: z.custom<Series>() }),
  episodes: defineCollection({ loader: contentLoader({ desk, collection: 'episodes' }), schema: z.custom<Episode>() }),
  studies: defineCollection({ loader: contentLoader({ desk, collection: 'studies' }), schema: z.custom<Study>() }),
  pages: defineCollection({ loader: contentLoader({ desk, collection: 'pages' }), schema: z.custom<Page>() }),
  bodies: defineCollection({
    loader: contentLoader({ desk, collection: 'bodies' }),
    schema: z.custom<Record<string, never>>(),
  }),
};
