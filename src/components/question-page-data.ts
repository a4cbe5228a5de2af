import type { FAQPage, WithContext } from 'schema-dts';
import { publicAddress, questionPath } from '../model/addresses.ts';
import type { Question } from '../model/content.ts';
import { inLanguage } from '../model/language.ts';
import type { Organisation } from '../model/organisation.ts';
import type { Person } from '../model/person.ts';
import type { Source } from '../model/source.ts';

export interface QuestionSurroundings {
  organisation: Organisation;
  people: ReadonlyMap<string, Person>;
  sources: ReadonlyMap<string, Source>;
}

/**
 * A vetted question as data for machines (schema.org’s FAQPage, of one question: the site answers it, and nobody else can), in one
 * of its languages.
 */
export function questionPageData(
  question: Question,
  language: string,
  { organisation, people, sources }: QuestionSurroundings,
): WithContext<FAQPage> {
  const version = question.versions[language];
  if (!version) throw new RangeError(`${question.id} is not written in ${language}`);
  const url = publicAddress(organisation, questionPath(question.id, language));
  const reviewer = people.get(question.reviewedBy ?? '');
  const citation = question.sources.flatMap((id) => {
    const source = sources.get(id);
    return source ? [{ '@type': 'CreativeWork' as const, name: source.title, url: source.url }] : [];
  });
  return {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    url,
    name: version.title,
    inLanguage: language,
    lastReviewed: question.lastReviewedOn,
    ...(reviewer && { reviewedBy: { '@type': 'Person', name: inLanguage(reviewer.name, language) } }),
    publisher: {
      '@type': 'Organization',
      name: inLanguage(organisation.name, language),
      url: publicAddress(organisation, ''),
    },
    mainEntity: {
      '@type': 'Question',
      name: version.title,
      acceptedAnswer: { '@type': 'Answer', text: version.answer, url, citation },
    },
  };
}
