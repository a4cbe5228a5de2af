import { z } from 'zod';

/**
 * What a claim can be found to be, with the number that fact-checkers’ data (`ClaimReview`) gives it, from 1 (worst) to 5
 * (best). The one table: label and number never contradict each other. `unproven` has no number: evidence may yet come.
 */
export const RATINGS = {
  false: { value: 1 },
  misleading: { value: 2 },
  'missing-context': { value: 3 },
  'mostly-true': { value: 4 },
  true: { value: 5 },
  unproven: { value: undefined },
} as const satisfies Record<string, { value: number | undefined }>;

export type Rating = keyof typeof RATINGS;
export const RATING_NAMES = Object.keys(RATINGS) as [Rating, ...Rating[]];
export const WORST_RATING = 1;
export const BEST_RATING = 5;

/** A rating as it is written. YAML reads a bare `false` as a truth value: it means the rating of that name. */
export const rating = z
  .preprocess((value) => (typeof value === 'boolean' ? String(value) : value), z.enum(RATING_NAMES))
  .meta({ enum: [...RATING_NAMES, true, false] });
