import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { claimReview } from '../../src/components/claim-review.ts';
import { jsonForScript } from '../../src/components/json-for-script.ts';
import type { Content, Myth } from '../../src/model/content.ts';
import { RATING_NAMES, RATINGS } from '../../src/model/rating.ts';
import { INTERFACE_LANGUAGES, interfaceWords } from '../../src/reading/interface-words.ts';
import { readContent } from '../../src/reading/read-content.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const address = z.string().regex(/^https:\/\/[^\s]+$/);
const named = (type: string) => z.strictObject({ '@type': z.literal(type), name: z.string().min(1) });
const common = { '@type': z.literal('Rating'), alternateName: z.string().min(1) };
/**
 * What Google Search Central asks of fact-check data (“Fact check (ClaimReview) structured data”, read in November 2026): url,
 * claimReviewed and reviewRating with a label are required, the numbers go together, and the page and its author are named.
 */
const claimReviewShape = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@type': z.literal('ClaimReview'),
  url: address,
  inLanguage: z.string(),
  datePublished: day,
  dateModified: day,
  author: named('Organization').extend({ url: address }),
  claimReviewed: z.string().min(1).max(75),
  itemReviewed: z.strictObject({
    '@type': z.literal('Claim'),
    author: named('Person'),
    datePublished: day,
    appearance: z
      .array(z.strictObject({ '@type': z.literal('CreativeWork'), url: address }))
      .min(1)
      .optional(),
  }),
  reviewRating: z.union([
    z.strictObject({
      ...common,
      ratingValue: z.int().min(1).max(5),
      bestRating: z.literal(5),
      worstRating: z.literal(1),
    }),
    z.strictObject(common),
  ]),
});

describe('claimReview', async () => {
  const { myth, organisation } = await sample();

  it('says who found what of whose claim, and when', () => {
    expect(claimReview(myth, 'en', organisation)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      url: 'https://desk.example/awareness/en/myths/boiled-water/',
      inLanguage: 'en',
      datePublished: '2026-11-02',
      dateModified: '2026-11-02',
      author: { '@type': 'Organization', name: 'Test Desk', url: 'https://desk.example/awareness/' },
      claimReviewed: 'Boiled water makes children weak',
      itemReviewed: {
        '@type': 'Claim',
        author: { '@type': 'Person', name: 'A voice message in WHO’s name, passed on in family groups' },
        datePublished: '2026-11-01',
      },
      reviewRating: {
        '@type': 'Rating',
        ratingValue: 1,
        bestRating: 5,
        worstRating: 1,
        alternateName: 'False',
      },
    });
  });

  it('names where the claim was made, where the desk knows', () => {
    const seen = { ...myth, appearances: ['https://social.example/1', 'https://social.example/2'] };
    expect(claimReview(seen, 'en', organisation).itemReviewed).toMatchObject({
      appearance: [
        { '@type': 'CreativeWork', url: 'https://social.example/1' },
        { '@type': 'CreativeWork', url: 'https://social.example/2' },
      ],
    });
  });

  it.each(Object.keys(myth.versions).flatMap((language) => RATING_NAMES.map((rating) => [language, rating] as const)))(
    'takes label and number from the one table: in %s, %s',
    (language, rating) => {
      const data = claimReview({ ...myth, rating }, language, organisation);
      expect(claimReviewShape.safeParse(data).error).toBeUndefined();
      const { value } = RATINGS[rating];
      expect(data.reviewRating).toEqual({
        '@type': 'Rating',
        alternateName: interfaceWords(language).evidence.ratings[rating],
        ...(value !== undefined && { ratingValue: value, bestRating: 5, worstRating: 1 }),
      });
    },
  );

  it('has another label for each rating in each language, and a number that orders them', () => {
    for (const language of INTERFACE_LANGUAGES) {
      const labels = Object.values(interfaceWords(language).evidence.ratings);
      expect(new Set(labels).size).toBe(RATING_NAMES.length);
    }
    const numbers = Object.values(RATINGS).flatMap(({ value }) => value ?? []);
    expect(numbers).toEqual([1, 2, 3, 4, 5]);
  });

  it('is whole for every myth of the demonstration, in each of its languages', async () => {
    const { content } = await readContent(process.cwd());
    const reviews = (content?.myths ?? []).flatMap((one) =>
      Object.keys(one.versions).map((language) =>
        claimReviewShape.safeParse(claimReview(one, language, content?.organisation ?? organisation)),
      ),
    );
    expect(reviews.length).toBeGreaterThan(0);
    expect(reviews.flatMap(({ error }) => error ?? [])).toEqual([]);
  });

  it('refuses a language that the myth is not written in', () => {
    expect(() => claimReview(myth, 'ar', organisation)).toThrow('boiled-water is not written in ar');
  });
});

describe('jsonForScript', () => {
  it.each(['</script><script>alert(1)</script>', '<!--<script>', ']]>', 'a & b “c” اردو'])(
    'holds %s as text that neither ends its element nor changes',
    (text) => {
      const json = jsonForScript({ text });
      expect(json).not.toContain('<');
      expect(JSON.parse(json)).toEqual({ text });
    },
  );
});

async function sample(): Promise<{ myth: Myth; organisation: Content['organisation'] }> {
  const { content } = await readContent(process.cwd(), 'tests/fixtures/desk');
  const [myth] = content?.myths ?? [];
  if (!content || !myth) throw new Error('the small desk has no myth');
  return { myth, organisation: content.organisation };
}
