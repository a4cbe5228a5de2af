import { z } from 'zod';
import { clearCommunicationSchema } from './clear-communication.ts';
import { promotedWords, promotionSchema } from './promotion.ts';
import { riskClass } from './risk.ts';
import { sensitiveSubjects } from './sensitive.ts';
import { distinct, hashtag, id, line, webAddress } from './text.ts';
import { day, monthDay, relativeTime } from './time.ts';
import { topicIds } from './topic.ts';
import { translationOfSchema } from './translation.ts';

/** When a campaign takes place: the same days every year, or days that move and are listed. */
export const scheduleSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('yearly'),
    startsOn: monthDay.describe('First day, every year: "12-01"'),
    endsOn: monthDay.describe('Last day; earlier in the year than the first means the year after'),
  }),
  z.strictObject({
    kind: z.literal('dated'),
    occurrences: z
      .array(
        z.strictObject({
          id: id.describe('Permanent name of this occurrence, for example "2026"; it stays when the days move'),
          startsOn: day,
          endsOn: day,
        }),
      )
      .min(1),
  }),
]);

export type Schedule = z.infer<typeof scheduleSchema>;

const translatedFields = {
  title: line,
  summary: line.describe('One or two sentences for search results and link previews'),
  mainMessage: line.describe('The one thing a reader should remember'),
  callToAction: z.strictObject({
    text: line.describe('What the reader should do, as a short command'),
    url: webAddress.describe('Where it can be done'),
  }),
  audience: z.array(line).min(1).describe('Whom this campaign is for'),
  hashtags: distinct(z.array(hashtag)).default([]).describe('Without #'),
  promoted: promotedWords.optional().describe('The medicine that this campaign promotes'),
};

/** The language file without `translationOf`: the authority for everything that is not words. */
export const campaignOriginalSchema = z.strictObject({
  id: id.describe('Permanent name; the page’s address follows from it'),
  risk: riskClass.default('health-claim'),
  schedule: scheduleSchema,
  topics: topicIds.optional(),
  sources: distinct(z.array(id).min(1)).describe('Ids of files in content/sources'),
  helplines: distinct(z.array(id)).default([]).describe('Ids of help lines in content/organisation.yml'),
  sensitive: sensitiveSubjects,
  promotion: promotionSchema.optional().describe('Asked of a campaign that promotes a medicine'),
  banner: z
    .strictObject({
      channels: distinct(z.array(id).min(1)).describe('Ids of files in content/channels'),
      from: relativeTime,
      until: relativeTime,
    })
    .optional()
    .describe('Shows the campaign’s card at the top of profiles for a while; then what was there comes back'),
  author: id.describe('Id of a file in content/people'),
  reviewedBy: id.optional().describe('Id of the person who reviewed the whole page'),
  lastReviewedOn: day,
  nextReviewDueOn: day,
  clearCommunication: clearCommunicationSchema
    .optional()
    .describe('The reviewer’s answers to the questions of the CDC Clear Communication Index'),
  ...translatedFields,
});

export const campaignTranslationSchema = z.strictObject({
  translationOf: translationOfSchema,
  translator: id.optional().describe('Id of a file in content/people'),
  ...translatedFields,
});

/** The words of a campaign that exist once in each language. */
export type CampaignWords = Omit<z.infer<typeof campaignTranslationSchema>, 'translationOf' | 'translator'>;
export type CampaignOriginal = z.infer<typeof campaignOriginalSchema>;
