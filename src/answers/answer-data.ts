import { questionPath } from '../model/addresses.ts';
import type { Content, Question } from '../model/content.ts';
import { inLanguage } from '../model/language.ts';
import type { Helpline, Organisation } from '../model/organisation.ts';

/** Everything that the answer box of one language may say. It goes to the visitor's browser as it stands. */
export interface AnswerData {
  questions: readonly VettedQuestion[];
  /** Whom to call when a life is in danger. */
  emergency: readonly AnswerLine[];
  /** Whom to ask where there is no answer. */
  others: readonly AnswerLine[];
}

/** A question whose answer the desk has reviewed. */
export interface VettedQuestion {
  id: string;
  /** Below the site's base. */
  path: string;
  /** Ids of the topics that it stands under. */
  topics: readonly string[];
  title: string;
  answer: string;
  urgent: boolean;
  /** How it is asked, in every language it is written in: readers do not keep to one. */
  asked: readonly string[];
  /** The answers in all languages, whose words tell the question too. */
  answers: readonly string[];
  sources: readonly { title: string; publisher: string; url: string; language: string }[];
  reviewed: Day;
  nextReviewDue: Day;
}

/** A calendar day, and the same as readers write it. */
interface Day {
  on: string;
  text: string;
}

export interface AnswerLine {
  name: string;
  number: string;
  hours?: string;
}

/** What the answer box of a language answers from: the questions that are written in it. Pure. */
export function answerData(
  { questions, sources, organisation }: Pick<Content, 'questions' | 'sources' | 'organisation'>,
  language: string,
  dayText: (day: string) => string,
): AnswerData {
  const lines = linesOf(organisation, language);
  return {
    questions: questions.flatMap((question) => vetted(question, sources, language, dayText)),
    emergency: lines(({ emergency }) => emergency === true),
    others: lines(({ emergency }) => emergency !== true),
  };
}

function linesOf({ helplines, country }: Organisation, language: string) {
  return (isWanted: (line: Helpline) => boolean): AnswerLine[] =>
    helplines
      .filter((line) => line.country === country && isWanted(line))
      .map(({ name, number, hours }) => ({
        name: inLanguage(name, language),
        number,
        ...(hours && { hours: inLanguage(hours, language) }),
      }));
}

function vetted(
  question: Question,
  sources: Content['sources'],
  language: string,
  dayText: (day: string) => string,
): VettedQuestion[] {
  const day = (on: string): Day => ({ on, text: dayText(on) });
  const version = question.versions[language];
  if (!version) return [];
  const versions = Object.values(question.versions);
  return [
    {
      id: question.id,
      path: questionPath(question.id, language),
      topics: question.topics,
      title: version.title,
      answer: version.answer,
      urgent: question.urgent,
      asked: versions.flatMap(({ title, alsoAsked }) => [title, ...alsoAsked]),
      answers: versions.map(({ answer }) => answer),
      sources: question.sources.flatMap((id) => {
        const source = sources.get(id);
        return source
          ? [{ title: source.title, publisher: source.publisher, url: source.url, language: source.language }]
          : [];
      }),
      reviewed: day(question.lastReviewedOn),
      nextReviewDue: day(question.nextReviewDueOn),
    },
  ];
}
