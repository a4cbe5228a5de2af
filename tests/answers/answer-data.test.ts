import { expect, it } from 'vitest';
import { answerData } from '../../src/answers/answer-data.ts';
import type { Question } from '../../src/model/content.ts';
import type { Source } from '../../src/model/source.ts';
import { sampleOrganisation } from '../support/sample-content.ts';

const version = (language: string, title: string, answer: string, alsoAsked: string[] = []) => ({
  language,
  file: `q/${language}.mdx`,
  revision: '1',
  title,
  alsoAsked,
  answer,
  body: { headings: [], citations: [] },
});
const question: Question = {
  id: 'boil',
  slug: 'boil',
  originalLanguage: 'en',
  risk: 'health-claim',
  topics: ['water'],
  urgent: false,
  sources: ['who', 'unknown'],
  helplines: [],
  sensitive: [],
  author: 'amina',
  lastReviewedOn: '2026-11-01',
  nextReviewDueOn: '2027-11-01',
  versions: {
    en: version('en', 'How long?', 'One minute.', ['How many minutes?']),
    ur: version('ur', 'کتنی دیر؟', 'ایک منٹ۔'),
  },
};
const line = (id: string, country: string, more: object = {}) => ({
  id,
  country,
  name: { en: id },
  number: '1',
  ...more,
});
const organisation = sampleOrganisation({
  helplines: [
    line('rescue', 'PK', { emergency: true, hours: { en: 'Day and night', ur: 'دن رات' } }),
    line('health', 'PK'),
    line('rescue-abroad', 'IR', { emergency: true }),
  ],
});
const who = { title: 'Water', publisher: 'WHO', url: 'https://www.who.int/water', language: 'en' } as Source;

it('gives a language its reviewed answers, however they are asked in any, and the lines of its country', () => {
  const data = answerData(
    { questions: [question], sources: new Map([['who', who]]), organisation },
    'ur',
    (day) => `[${day}]`,
  );
  expect(data).toEqual({
    questions: [
      {
        id: 'boil',
        path: 'ur/questions/boil/',
        topics: ['water'],
        title: 'کتنی دیر؟',
        answer: 'ایک منٹ۔',
        urgent: false,
        asked: ['How long?', 'How many minutes?', 'کتنی دیر؟'],
        answers: ['One minute.', 'ایک منٹ۔'],
        sources: [who],
        reviewed: { on: '2026-11-01', text: '[2026-11-01]' },
        nextReviewDue: { on: '2027-11-01', text: '[2027-11-01]' },
      },
    ],
    emergency: [{ name: 'rescue', number: '1', hours: 'دن رات' }],
    others: [{ name: 'health', number: '1' }],
  });
});

it('leaves out what is not written in the language', () => {
  const { questions } = answerData({ questions: [question], sources: new Map(), organisation }, 'ar', (day) => day);
  expect(questions).toEqual([]);
});
