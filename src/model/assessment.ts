import { z } from 'zod';
import { languageTag } from './language.ts';
import { id, line } from './text.ts';
import { day } from './time.ts';

/**
 * The seven steps of the World Health Organization for telling what to trust, in its order: assess the source; go beyond
 * headlines; identify the author; check the date; examine the supporting evidence; check your biases; turn to
 * fact-checkers (“Let’s flatten the infodemic curve”, WHO).
 */
export const ASSESSMENT_STEPS = [
  'origin',
  'beyondHeadline',
  'author',
  'date',
  'evidence',
  'bias',
  'factCheckers',
] as const;
export type AssessmentStep = (typeof ASSESSMENT_STEPS)[number];

const MEANINGS: Readonly<Record<AssessmentStep, string>> = {
  origin: 'Who shared it, and where did it come from?',
  beyondHeadline: 'What does the whole of it say, past its headline?',
  author: 'Who wrote it, and what do they know of the subject?',
  date: 'When was it written, and is any image or number out of its context or time?',
  evidence: 'What supports it: studies, data, named experts?',
  bias: 'What would we like it to say, and did we look for what speaks against it?',
  factCheckers: 'What do independent fact-checkers say of it?',
};

/** `not-applicable`: nothing to ask at this step, and the note says why. */
export const FINDINGS = ['sound', 'reserved', 'doubtful', 'not-applicable'] as const;
export type Finding = (typeof FINDINGS)[number];

/** One value for each of the seven steps. */
export function eachStep<T extends z.ZodType>(schemaFor: (meaning: string) => T) {
  return z.strictObject(
    Object.fromEntries(ASSESSMENT_STEPS.map((step) => [step, schemaFor(MEANINGS[step])])) as Record<AssessmentStep, T>,
  );
}

/** How a person of the desk judged a source, step by step. */
export const assessmentSchema = z.strictObject({
  by: id.describe('Id of a file in content/people: who assessed it'),
  on: day.describe('Day of the assessment'),
  language: languageTag.describe('Language of the notes'),
  steps: eachStep((meaning) =>
    z.strictObject({
      finding: z.enum(FINDINGS),
      note: line.describe(meaning),
    }),
  ),
});

export type Assessment = z.infer<typeof assessmentSchema>;
