import type { QuestionWords } from '../reading/question-words.ts';

/** The words that the scripts write: a page carries these, and no others. */
export const ASK_WORDS = [
  'looking',
  'answerTo',
  'restsOn',
  'reviewedOn',
  'overdueSince',
  'wholeAnswer',
  'notDoctor',
  'unknown',
  'unknownHint',
  'nearest',
  'emergency',
  'emergencyHint',
  'failed',
  'pagesFound',
  'onePageFound',
  'nothingFound',
  'answerFound',
  'noAnswerFound',
] as const satisfies readonly (keyof QuestionWords)[];

/** What a page tells the scripts of its answer box. */
export interface AskSettings {
  language: string;
  /** The site's base: `/awareness/`. */
  base: string;
  /** Below the base: what the box answers from, and, where the page searches too, what it looks in. */
  answers: string;
  index?: string;
  words: Pick<QuestionWords, (typeof ASK_WORDS)[number]>;
}
