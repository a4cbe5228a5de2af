import { z } from 'zod';
import { riskClass } from './risk.ts';
import { sensitiveSubjects } from './sensitive.ts';
import { distinct, id, line, webAddress } from './text.ts';
import { addDays, day, type EpochMs, startOfDay } from './time.ts';
import { translationOfSchema } from './translation.ts';

const studyWords = {
  title: line,
  summary: line.describe('One or two sentences for search results and link previews'),
  question: line.describe('What the study wants to find out'),
  who: z.array(line).min(1).describe('Who can take part, each condition by itself'),
  notWho: z.array(line).default([]).describe('Who cannot, though they might think so'),
  what: z.array(line).min(1).describe('What taking part means, step by step'),
  duration: line.describe('How long it takes, with every visit'),
  risks: line.describe('What can be unpleasant or go wrong'),
  compensation: line.optional().describe('What is paid back, such as the fare'),
  ethicsBoard: line.describe('Name of the board that approved it'),
  investigator: line.describe('Who answers for the study, with what they are'),
  results: line.optional().describe('What came out of it, or where and when it will be told'),
};

/** `content/studies/<slug>/<lang>.mdx` without `translationOf`: a call for people to take part. */
export const studyOriginalSchema = z.strictObject({
  id: id.describe('Permanent name; the page’s address follows from it'),
  risk: riskClass.default('health-claim'),
  opensOn: day.describe('First day on which one can ask to take part'),
  closesOn: day.describe('Last day on which one can'),
  closedEarlyOn: day.optional().describe('Last day where it closed before: enough people came, or it was stopped'),
  ethics: z
    .strictObject({
      reference: line.describe('Number of the board’s approval'),
      approvedOn: day,
      validUntil: day.optional().describe('Last day for which it holds'),
    })
    .describe('The approval of a board of ethics'),
  contact: z
    .strictObject({
      email: z.email().optional(),
      phone: line.optional().describe('As one dials it there'),
    })
    .describe('Whom to ask: an e-mail address, a telephone number, or both'),
  registration: z
    .strictObject({ number: line.describe('Its number in a register of studies'), url: webAddress })
    .optional()
    .describe('Where it is registered'),
  sources: distinct(z.array(id)).default([]).describe('Ids of files in content/sources'),
  helplines: distinct(z.array(id)).default([]).describe('Ids of help lines in content/organisation.yml'),
  sensitive: sensitiveSubjects,
  author: id.describe('Id of a file in content/people'),
  reviewedBy: id.optional().describe('Id of the person who reviewed the whole page'),
  lastReviewedOn: day,
  nextReviewDueOn: day,
  ...studyWords,
});

export const studyTranslationSchema = z.strictObject({
  translationOf: translationOfSchema,
  translator: id.optional().describe('Id of a file in content/people'),
  ...studyWords,
});

export type StudyOriginal = z.infer<typeof studyOriginalSchema>;
export type StudyWords = Omit<z.infer<typeof studyTranslationSchema>, 'translationOf' | 'translator'>;

export type StudyState = 'before' | 'open' | 'closed';
type StudyDays = Pick<StudyOriginal, 'opensOn' | 'closesOn' | 'closedEarlyOn'>;

/** Last day on which one can ask to take part. */
export function lastDayOf({ closesOn, closedEarlyOn }: StudyDays): string {
  return closedEarlyOn !== undefined && closedEarlyOn < closesOn ? closedEarlyOn : closesOn;
}

/** From when, and up to when exclusive, one can ask to take part. */
export function studyMoments(study: StudyDays, zone: string): { opensAt: EpochMs; closesAt: EpochMs } {
  return {
    opensAt: startOfDay(study.opensOn, zone),
    closesAt: startOfDay(addDays(lastDayOf(study), 1), zone),
  };
}

/** Whether one can ask to take part on a calendar day. First and last day count. */
export function studyState(study: StudyDays, today: string): StudyState {
  return today < study.opensOn ? 'before' : today <= lastDayOf(study) ? 'open' : 'closed';
}
