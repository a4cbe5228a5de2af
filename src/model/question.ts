import { z } from 'zod';
import { riskClass } from './risk.ts';
import { sensitiveSubjects } from './sensitive.ts';
import { distinct, id, line } from './text.ts';
import { day } from './time.ts';
import { topicIds } from './topic.ts';
import { translationOfSchema } from './translation.ts';

const questionWords = {
  title: line.describe('The question, as a reader would ask it'),
  alsoAsked: distinct(z.array(line))
    .default([])
    .describe('Other ways in which people ask it, misspelt and in Latin letters too: the answer box looks for them'),
  answer: line.describe('The answer in two or three sentences that stand alone: it is shown without the text below it'),
};

/** `content/questions/<slug>/<lang>.mdx` without `translationOf`. */
export const questionOriginalSchema = z.strictObject({
  id: id.describe('Permanent name; the page’s address follows from it'),
  risk: riskClass.default('health-claim'),
  topics: topicIds,
  urgent: z
    .boolean()
    .default(false)
    .describe('Whether who asks this may need help at once: the numbers for emergencies then stand before the answer'),
  sources: distinct(z.array(id).min(1)).describe('Ids of files in content/sources that the answer rests on'),
  helplines: distinct(z.array(id)).default([]).describe('Ids of help lines in content/organisation.yml'),
  sensitive: sensitiveSubjects,
  author: id.describe('Id of a file in content/people'),
  reviewedBy: id.optional().describe('Id of the person who reviewed the whole page'),
  lastReviewedOn: day,
  nextReviewDueOn: day,
  ...questionWords,
});

export const questionTranslationSchema = z.strictObject({
  translationOf: translationOfSchema,
  translator: id.optional().describe('Id of a file in content/people'),
  ...questionWords,
});

export type QuestionOriginal = z.infer<typeof questionOriginalSchema>;
export type QuestionWords = Omit<z.infer<typeof questionTranslationSchema>, 'translationOf' | 'translator'>;
