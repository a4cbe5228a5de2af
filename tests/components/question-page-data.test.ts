import { describe, expect, it } from 'vitest';
import { questionPageData } from '../../src/components/question-page-data.ts';
import type { Question } from '../../src/model/content.ts';
import { sampleOrganisation, samplePerson } from '../support/sample-content.ts';

const question: Question = {
  id: 'boil-how-long',
  slug: 'boil-how-long',
  originalLanguage: 'en',
  risk: 'health-claim',
  topics: ['water'],
  urgent: false,
  sources: ['who'],
  helplines: [],
  sensitive: [],
  author: 'amina',
  reviewedBy: 'hina',
  lastReviewedOn: '2026-11-01',
  nextReviewDueOn: '2027-11-01',
  versions: {
    ur: {
      language: 'ur',
      file: 'q/ur.mdx',
      revision: '1',
      title: 'پانی کتنی دیر ابالیں؟',
      alsoAsked: [],
      answer: 'ایک منٹ۔',
      body: { headings: [], citations: [] },
    },
  },
};
const surroundings = {
  organisation: sampleOrganisation(),
  people: new Map([['hina', samplePerson('hina', 'clinician')]]),
  sources: new Map(),
};

describe('a question as data for machines', () => {
  it('says what is asked, what is answered, and who reviewed it when', () => {
    expect(questionPageData(question, 'ur', surroundings)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'FAQPage',
      url: 'https://desk.example/awareness/ur/questions/boil-how-long/',
      name: 'پانی کتنی دیر ابالیں؟',
      inLanguage: 'ur',
      lastReviewed: '2026-11-01',
      reviewedBy: { '@type': 'Person', name: 'hina' },
      publisher: { '@type': 'Organization', name: 'آزمائشی ڈیسک', url: 'https://desk.example/awareness/' },
      mainEntity: {
        '@type': 'Question',
        name: 'پانی کتنی دیر ابالیں؟',
        acceptedAnswer: {
          '@type': 'Answer',
          text: 'ایک منٹ۔',
          url: 'https://desk.example/awareness/ur/questions/boil-how-long/',
          citation: [],
        },
      },
    });
  });

  it('is refused in a language that the question is not written in', () => {
    expect(() => questionPageData(question, 'en', surroundings)).toThrow('boil-how-long is not written in en');
  });
});
