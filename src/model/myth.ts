import { z } from 'zod';
import { eachStep } from './assessment.ts';
import { rating } from './rating.ts';
import { riskClass } from './risk.ts';
import { sensitiveSubjects } from './sensitive.ts';
import { distinct, id, line, prose, webAddress } from './text.ts';
import { day } from './time.ts';
import { topicIds } from './topic.ts';
import { translationOfSchema } from './translation.ts';

/** What an institution’s own site says of a claim that bears its name. */
export const INSTITUTION_FINDINGS = ['says-so', 'does-not-say-so', 'says-otherwise'] as const;

const mythWords = {
  title: line.describe('Heading of the page: the fact, not the myth'),
  summary: line.describe('The truth in one or two sentences, for search results and link previews'),
  claim: line.describe('The claim word for word, in at most 75 characters'),
  verdict: line.describe('What is right, in one sentence'),
  claimant: line.describe('Who says so, in words: “a voice message passed on in family groups”'),
  whyBelieved: prose.describe('Why people believe it, without scorn'),
  steps: eachStep((meaning) => line.describe(meaning)),
  corrections: z
    .array(z.strictObject({ on: day, text: line.describe('What was wrong on this page, and what is right') }))
    .default([])
    .describe('What readers were told wrongly here, newest last'),
};

/** `content/myths/<slug>/<lang>.mdx` without `translationOf`. */
export const mythOriginalSchema = z.strictObject({
  id: id.describe('Permanent name; the page’s address follows from it'),
  risk: riskClass.default('health-claim'),
  rating: rating.describe('What the claim was found to be'),
  firstSeenOn: day.describe('Day on which the desk first met the claim'),
  publishedOn: day.describe('Day of the verdict'),
  topics: topicIds.optional(),
  appearances: distinct(z.array(webAddress)).default([]).describe('Where the claim was made'),
  institution: z
    .strictObject({
      name: line.describe('Institution in whose name the claim is made'),
      domain: line.describe('Its registered domain: `who.int`'),
      checkedAt: webAddress.describe('Page of its own site on which this was looked up'),
      checkedOn: day,
      finding: z.enum(INSTITUTION_FINDINGS),
    })
    .optional()
    .describe('The check on the institution’s own site; left out where the claim names none'),
  sources: distinct(z.array(id).min(1)).describe('Ids of files in content/sources; at least two that stand alone'),
  helplines: distinct(z.array(id)).default([]).describe('Ids of help lines in content/organisation.yml'),
  sensitive: sensitiveSubjects,
  author: id.describe('Id of a file in content/people'),
  reviewedBy: id.optional().describe('Id of the person who reviewed the whole page'),
  lastReviewedOn: day,
  nextReviewDueOn: day,
  ...mythWords,
});

export const mythTranslationSchema = z.strictObject({
  translationOf: translationOfSchema,
  translator: id.optional().describe('Id of a file in content/people'),
  ...mythWords,
});

export type MythOriginal = z.infer<typeof mythOriginalSchema>;
export type MythWords = Omit<z.infer<typeof mythTranslationSchema>, 'translationOf' | 'translator'>;
