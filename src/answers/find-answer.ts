import { searchWords } from '../search/search-words.ts';
import type { VettedQuestion } from './answer-data.ts';

/** What the box has to say to a question. `nearest`: questions that come close without being the one asked. */
export type Found<Q> = { kind: 'answer'; question: Q; score: number } | { kind: 'unknown'; nearest: readonly Q[] };

type Askable = Pick<VettedQuestion, 'id' | 'asked' | 'answers'>;

export function answerFinder<Q extends Askable>(questions: readonly Q[]): (asked: string) => Found<Q> {
  return () => ({ kind: 'unknown', nearest: questions.slice(0, 0) });
}
void searchWords;
