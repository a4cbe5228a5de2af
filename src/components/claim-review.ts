import type { ClaimReview, Rating as RatingData, WithContext } from 'schema-dts';
import { mythPath, publicAddress } from '../model/addresses.ts';
import type { Myth } from '../model/content.ts';
import { inLanguage } from '../model/language.ts';
import type { Organisation } from '../model/organisation.ts';
import { BEST_RATING, RATINGS, type Rating, WORST_RATING } from '../model/rating.ts';
import { interfaceWords } from '../reading/interface-words.ts';

/**
 * A myth’s verdict as data that search engines and fact-checkers exchange (schema.org’s ClaimReview), in one of its languages. A
 * claim that was not proven has a label and no number: a number would say more than is known.
 */
export function claimReview(myth: Myth, language: string, organisation: Organisation): WithContext<ClaimReview> {
  const version = myth.versions[language];
  if (!version) throw new RangeError(`${myth.id} is not written in ${language}`);
  const appearance = myth.appearances.map((url) => ({ '@type': 'CreativeWork' as const, url }));
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url: publicAddress(organisation, mythPath(myth.id, language)),
    inLanguage: language,
    datePublished: myth.publishedOn,
    dateModified: myth.lastReviewedOn,
    author: {
      '@type': 'Organization',
      name: inLanguage(organisation.name, language),
      url: publicAddress(organisation, ''),
    },
    claimReviewed: version.claim,
    itemReviewed: {
      '@type': 'Claim',
      // Whoever it is: what the desk knows of them is what they are called.
      author: { '@type': 'Person', name: version.claimant },
      datePublished: myth.firstSeenOn,
      ...(appearance.length > 0 && { appearance }),
    },
    reviewRating: ratingData(myth.rating, interfaceWords(language).evidence.ratings[myth.rating]),
  };
}

function ratingData(rating: Rating, label: string): RatingData {
  const { value } = RATINGS[rating];
  const named = { '@type': 'Rating', alternateName: label } as const;
  return value === undefined
    ? named
    : { ...named, ratingValue: value, bestRating: BEST_RATING, worstRating: WORST_RATING };
}
