import { z } from 'zod';
import { id } from './text.ts';
import { day } from './time.ts';

/** The twenty questions of the CDC Clear Communication Index, put so that `yes` is the better answer. */
const CORE_QUESTIONS = {
  oneMainMessage: 'Is there one main message?',
  messageFirst: 'Does it stand at the top?',
  messageEmphasised: 'Is it set off from the rest?',
  visual: 'Does a picture carry or support it?',
  callToAction: 'Is there a call to action for the readers it is meant for?',
  activeVoice: 'Are message and call to action in the active voice?',
  readersWords: 'Are all words those that its readers use?',
  lists: 'Are there lists?',
  headings: 'Is it in pieces with headings?',
  mostImportantFirst: 'Does its first section say what readers need most?',
  knownAndUnknown: 'Does it say what is known of the subject, and what is not?',
} as const;

/** Asked only where a page recommends a behaviour, gives numbers, or speaks of a risk. */
const FURTHER_QUESTIONS = {
  behaviour: 'Does it recommend something to do?',
  behaviourWhy: 'Does it say why that matters to its readers?',
  behaviourHow: 'Does it say how to do it, step by step?',
  numbersFamiliar: 'Are its numbers of a kind that readers use?',
  numbersExplained: 'Does it say what its numbers mean?',
  nothingToReckon: 'Can readers do without reckoning?',
  riskNature: 'Does it say what the risk is, and how it comes about?',
  risksAndBenefits: 'Does it tell of risks and benefits of what it recommends?',
  probabilityInWords: 'Are probabilities said in words or pictures too?',
} as const;

const ANSWERS = ['yes', 'no'] as const;
const ANSWERS_WHERE_ASKED = ['yes', 'no', 'not-applicable'] as const;

function answers<Q extends Record<string, string>, A extends z.ZodType>(questions: Q, answer: A) {
  return Object.fromEntries(
    Object.entries(questions).map(([name, question]) => [name, answer.describe(question)]),
  ) as unknown as Record<keyof Q & string, A>;
}

/** A reviewer’s sheet of the index (CDC, 2013, revised 2019), as answered for the page in its original language. */
export const clearCommunicationSchema = z.strictObject({
  by: id.describe('Id of a file in content/people: who answered'),
  on: day,
  answers: z.strictObject({
    ...answers(CORE_QUESTIONS, z.enum(ANSWERS)),
    ...answers(FURTHER_QUESTIONS, z.enum(ANSWERS_WHERE_ASKED)),
  }),
});

export type ClearCommunication = z.infer<typeof clearCommunicationSchema>;

/** Below this, in hundredths, the index asks for the page to be revised. */
export const CLEAR_SCORE = 90;

/** The sheet’s score: questions answered with yes, in hundredths of those that apply, rounded down. */
export function clearScore({ answers }: Pick<ClearCommunication, 'answers'>): number {
  const asked = Object.values(answers).filter((answer) => answer !== 'not-applicable');
  return Math.floor((100 * asked.filter((answer) => answer === 'yes').length) / asked.length);
}
