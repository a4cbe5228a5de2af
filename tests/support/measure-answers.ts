import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type AnswerData, answerData } from '../../src/answers/answer-data.ts';
import { answerFinder } from '../../src/answers/find-answer.ts';
import { isUrgent } from '../../src/answers/judge-urgency.ts';
import { readContent } from '../../src/reading/read-content.ts';

// How often the answer box is right on questions that people have labelled (tests/fixtures/questions), with the questions of
// the sample content.

const FOLDER = path.resolve(import.meta.dirname, '../fixtures/questions');
const ROOT = path.resolve(import.meta.dirname, '../..');
/** The figures that none may fall behind. */
export const MEASURED_FILE = path.join(FOLDER, 'measured.json');

export interface LabelledQuestion {
  id: string;
  language: 'en' | 'ur';
  question: string;
  /** Ids of vetted questions, each of which would be a right answer; empty where none is. */
  answers: readonly string[];
  urgent: boolean;
}

export interface Figures {
  questions: number;
  /** Answered with a right one, where there is one; and not answered, where there is none. */
  answered: number;
  unanswered: number;
  /** Answered with a wrong one; not answered where there is one; answered where there is none. */
  wrong: number;
  missed: number;
  madeUp: number;
  /** Questions that are urgent; those that were not taken for it; calm ones that were. */
  emergencies: number;
  emergenciesMissed: number;
  alarms: number;
}

/** By group: `all`, a language. */
export type Measured = Record<string, Figures>;

/** The labelled files there are, by name. */
export function labelledFiles(): Record<string, LabelledQuestion[]> {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.jsonl'));
  return Object.fromEntries(names.map((name) => [name, questionsIn(name)]));
}

function questionsIn(name: string): LabelledQuestion[] {
  const lines = readFileSync(path.join(FOLDER, name), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line));
}

/** The figures on record, by file. */
export function recordedFigures(): Record<string, Measured> {
  return existsSync(MEASURED_FILE) ? JSON.parse(readFileSync(MEASURED_FILE, 'utf8')) : {};
}

/** What the answer box answers from, in a language of the sample content. */
export async function sampleAnswers(language: string): Promise<AnswerData> {
  const { content } = await readContent(ROOT, 'content');
  if (!content) throw new Error('the sample content has mistakes');
  return answerData(content, language, (day) => day);
}

/** Asks each question as a visitor would: on the page of its language. */
export async function measure(questions: readonly LabelledQuestion[]): Promise<Measured> {
  const measured: Measured = {};
  for (const language of new Set(questions.map((one) => one.language))) {
    const find = answerFinder((await sampleAnswers(language)).questions);
    for (const one of questions.filter((other) => other.language === language)) {
      const isPressing = isUrgent(one.question);
      const found = find(one.question, isPressing);
      const answer = found.kind === 'answer' ? found.question.id : undefined;
      for (const group of ['all', language]) {
        measured[group] ??= nothingMeasured();
        note(measured[group], one, answer, isPressing);
      }
    }
  }
  return measured;
}

function note(
  figures: Figures,
  { answers, urgent }: LabelledQuestion,
  answer: string | undefined,
  isPressing: boolean,
) {
  figures.questions += 1;
  if (answer === undefined) figures[answers.length === 0 ? 'unanswered' : 'missed'] += 1;
  else if (answers.length === 0) figures.madeUp += 1;
  else figures[answers.includes(answer) ? 'answered' : 'wrong'] += 1;
  if (urgent) figures.emergencies += 1;
  if (urgent && !isPressing) figures.emergenciesMissed += 1;
  if (!urgent && isPressing) figures.alarms += 1;
}

function nothingMeasured(): Figures {
  return {
    questions: 0,
    answered: 0,
    unanswered: 0,
    wrong: 0,
    missed: 0,
    madeUp: 0,
    emergencies: 0,
    emergenciesMissed: 0,
    alarms: 0,
  };
}

/** How often the box did the right thing: a right answer where there is one, and none where there is none. */
export function accuracyOf({ questions, answered, unanswered }: Figures): number {
  return questions === 0 ? 1 : (answered + unanswered) / questions;
}
