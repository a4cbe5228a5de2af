import type { VettedQuestion } from './answer-data.ts';
import { isOtherSubject, meanings } from './meanings.ts';

/** What the box has to say to a question. `nearest`: questions that come close without being the one asked, at most three. */
export type Found<Q> = { kind: 'answer'; question: Q } | { kind: 'unknown'; nearest: readonly Q[] };

type Askable = Pick<VettedQuestion, 'id' | 'topics' | 'asked' | 'answers'>;

/**
 * How sure the box has to be. The figures were chosen on tests/fixtures/questions/tuning.jsonl, and on made-up questions that come
 * near to a vetted one without being it.
 */
export interface Sureness {
  /** Of what is asked beside the subject, the part that the vetted question has to speak of. */
  part: number;
  /** So much of it does as well in a long question, which tells of other things too … */
  much: number;
  /** … where no other vetted question comes as close as this. */
  lead: number;
  /** The part, where it shares what the vetted question is about. */
  partOfCore: number;
  /** The part, where neither subject nor core is named. */
  partWithoutSubject: number;
}

export const SURENESS: Sureness = { part: 0.5, partOfCore: 0.4, much: 2, lead: 0.7, partWithoutSubject: 0.7 };

/**
 * Finds the vetted question that somebody asks, however they put it, or none: a question that only comes near is not answered with
 * something else. Where the words are urgent, an answer has to be on the very subject.
 *
 * A meaning counts by how rare it is among the vetted questions. A *subject* is what most questions of a topic are about (dengue):
 * to share it says little, and something beside it has to be shared too.
 */
export function answerFinder<Q extends Askable>(
  questions: readonly Q[],
  sureness: Sureness = SURENESS,
): (asked: string, isPressing?: boolean) => Found<Q> {
  const vetted = questions.map(readQuestion);
  const counts = countMeanings(vetted);
  const subjects = subjectsOf(vetted);
  const allSubjects = new Set([...subjects.values()].flatMap((own) => [...own]));
  const rarity = (meaning: string) => Math.log(1 + questions.length / (counts.get(meaning) ?? UNKNOWN_COUNT));
  const known = [...counts.keys()];
  const nearestKnown = (meaning: string) =>
    counts.has(meaning) ? meaning : (known.find((one) => isNear(meaning, one)) ?? meaning);

  return (asked, isPressing = false) => {
    const words = [...new Set(meanings(asked).map(nearestKnown))];
    const [best, second] = vetted.map((one) => ({ one, ...compare(one, words) })).toSorted((a, b) => b.score - a.score);
    if (best && isSure(best, best.score - (second?.score ?? 0), isPressing))
      return { kind: 'answer', question: best.one.question };
    return { kind: 'unknown', nearest: nearestTo(words) };
  };

  function compare(one: Vetted<Q>, words: readonly string[]) {
    let subject = 0;
    let shared = 0;
    let core = 0;
    let telling = 0;
    let missed = 0;
    let unknown = 0;
    for (const word of words) {
      const weight = one.weights.get(word) ?? 0;
      if (one.question.topics.some((topic) => subjects.get(topic)?.has(word))) subject += rarity(word);
      else if (!counts.has(word)) unknown += rarity(word);
      else {
        shared += weight * rarity(word);
        if (one.core.has(word)) core += rarity(word);
        if (weight > ANSWER_WEIGHT && rarity(word) >= TELLING) telling += 1;
        missed += Math.max(0, 1 - weight) * rarity(word);
      }
    }
    const likeness = Math.max(0, ...one.phrases.map((phrase) => likenessOf(words, phrase)));
    const part = shared / (shared + missed + UNKNOWN_WEIGHT * Math.min(unknown, UNKNOWN_LIMIT) || 1);
    const isOther = words.some(
      (word) => !one.weights.has(word) && (isOtherSubject(word) || (subject === 0 && allSubjects.has(word))),
    );
    const isLong = words.length >= LONG;
    const isNamed = words.some((word) => one.name.has(word));
    const isSubjectOpen = subjectsOfQuestion(one).length > 0 && subject === 0;
    const score = SUBJECT_WEIGHT * subject + shared + LIKENESS_WEIGHT * likeness;
    return { subject, shared, core, telling, part, isOther, isNamed, isSubjectOpen, isLong, likeness, score };
  }

  function isSure(
    {
      subject,
      shared,
      core,
      telling,
      part,
      likeness,
      isOther,
      isNamed,
      isSubjectOpen,
      isLong,
    }: ReturnType<typeof compare>,
    lead: number,
    isPressing: boolean,
  ): boolean {
    if (isOther || shared <= 0) return false;
    if (isPressing && (isSubjectOpen || !isNamed)) return false;
    const close = Math.max(part, likeness);
    if (isSubjectOpen) return telling >= 2 ? close >= sureness.part : isNamed && close >= ALL_BUT;
    if (subject === 0 && core === 0) return close >= sureness.partWithoutSubject;
    return (
      close >= (core > 0 ? sureness.partOfCore : sureness.part) ||
      (isLong && shared >= sureness.much && lead >= sureness.lead)
    );
  }

  /** What its topic is about and most ways to ask it name. */
  function subjectsOfQuestion({ question, name }: Vetted<Q>): string[] {
    return question.topics.flatMap((topic) => [...(subjects.get(topic) ?? [])].filter((word) => name.has(word)));
  }

  function nearestTo(words: readonly string[]): Q[] {
    return vetted
      .map((one) => ({ one, ...compare(one, words) }))
      .filter(({ isOther, subject, shared }) => !isOther && (subject > 0 || shared >= NEAR))
      .toSorted((a, b) => b.score - a.score)
      .slice(0, 3)
      .map(({ one }) => one.question);
  }

  /** Twice what is shared, of all that both say. */
  function likenessOf(words: readonly string[], phrase: ReadonlySet<string>): number {
    const sum = (list: Iterable<string>) => [...list].reduce((total, word) => total + rarity(word), 0);
    const all = sum(words) + sum(phrase);
    return all === 0 ? 0 : (2 * sum(words.filter((word) => phrase.has(word)))) / all;
  }
}

/** A meaning that no vetted question has counts as somewhat rarer than one that a single question has. */
const UNKNOWN_COUNT = 0.7;
/** What nobody wrote about may be what is asked, or only how somebody tells it. */
const UNKNOWN_WEIGHT = 0.5;
const UNKNOWN_LIMIT = 6;
const LIKENESS_WEIGHT = 3;
const SUBJECT_WEIGHT = 2;
/** A meaning that only the answer has, and not the question, counts less. */
const ANSWER_WEIGHT = 0.4;
/** Meanings in so many of the ways to ask a question are what it is about. */
const CORE_PART = 0.25;
const NAME_PART = 0.5;
/** Meanings as rare as this tell one question from another. */
const TELLING = 1.5;
/** Meanings in so many of a topic’s questions are its subject. */
const SUBJECT_PART = 0.5;
const NEAR = 1.5;
const ALL_BUT = 0.9;
/** A question of so many meanings tells of more than it asks. */
const LONG = 5;

interface Vetted<Q> {
  question: Q;
  phrases: readonly ReadonlySet<string>[];
  /** From 0.4, where only the answer has it, to 1.4, where every way to ask has. */
  weights: ReadonlyMap<string, number>;
  core: ReadonlySet<string>;
  /** Meanings without which it is hardly ever asked. */
  name: ReadonlySet<string>;
}

function readQuestion<Q extends Askable>(question: Q): Vetted<Q> {
  const phrases = question.asked.map((phrase) => new Set(meanings(phrase)));
  const weights = new Map(question.answers.flatMap(meanings).map((meaning) => [meaning, ANSWER_WEIGHT]));
  const core = new Set<string>();
  const name = new Set<string>();
  for (const meaning of new Set(phrases.flatMap((phrase) => [...phrase]))) {
    const part = phrases.filter((phrase) => phrase.has(meaning)).length / phrases.length;
    weights.set(meaning, 0.7 + 0.7 * Math.sqrt(part));
    if (part >= CORE_PART) core.add(meaning);
    if (part >= NAME_PART) name.add(meaning);
  }
  return { question, phrases, weights, core, name };
}

function countMeanings(vetted: readonly Vetted<unknown>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { weights } of vetted)
    for (const [meaning, weight] of weights) counts.set(meaning, (counts.get(meaning) ?? 0) + weight);
  return counts;
}

/** What the questions of each topic are about. A topic of one question has no subject: all of it is what is asked. */
function subjectsOf(vetted: readonly Vetted<Askable>[]): Map<string, Set<string>> {
  const topics = new Set(vetted.flatMap(({ question }) => question.topics));
  return new Map(
    [...topics].map((topic) => {
      const own = vetted.filter(({ question }) => question.topics.includes(topic));
      const meant = new Set(own.flatMap(({ core }) => [...core]));
      const isSubject = (meaning: string) =>
        own.filter(({ core }) => core.has(meaning)).length > Math.max(1, own.length * SUBJECT_PART);
      return [topic, new Set([...meant].filter(isSubject))];
    }),
  );
}

/** Whether one letter was left out, added, changed or swapped, in words long enough to be told. */
function isNear(a: string, b: string): boolean {
  if (a.length < 5 || b.length < 5 || Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false;
  if (a.includes('-') || b.includes('-')) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const isSwap = endA - start === 2 && endB - start === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
  return isSwap || (endA - start <= 1 && endB - start <= 1);
}
