import { describe, expect, it } from 'vitest';
import { CARD_TEMPLATES, makeCard, mythCard } from '../../src/cards/card.ts';
import { type Area, CARD_SIZE_NAMES, CARD_SIZES, safeArea } from '../../src/cards/card-sizes.ts';
import { fittedTexts } from '../../src/cards/card-tree.ts';
import { inkOf } from '../support/card-ink.ts';
import { CARD_ORGANISATION, sampleCard } from '../support/sample-cards.ts';

const EVERY = CARD_TEMPLATES.flatMap((template) => CARD_SIZE_NAMES.map((size) => ({ template, size })));
const LANGUAGES = ['en', 'ur', 'ar'] as const;

describe('every template in every size', () => {
  it.each(EVERY)('keeps its ink where no network cuts or covers it: $template, $size', async ({ template, size }) => {
    const { words, covered } = safeArea(size);
    for (const language of LANGUAGES) {
      const ink = await inkOf(sampleCard(template, size, language));
      expect(ink.length).toBeGreaterThan(1000);
      const outside = ink.find((at) => !isIn(words, at) || covered.some((area) => isIn(area, at)));
      expect(outside, language).toBeUndefined();
    }
  });

  it.each(EVERY.filter(({ size }) => size === 'landscape' || size === 'portrait' || size === 'banner'))(
    'lets no two texts touch: $template, $size',
    async ({ template, size }) => {
      for (const language of ['en', 'ur'] as const) {
        const card = sampleCard(template, size, language);
        const { width } = CARD_SIZES[size];
        const taken = new Map<number, string>();
        const touching = new Set<string>();
        for (const { field } of fittedTexts(card)) {
          for (const [x, y] of await inkOf(card, field)) {
            const before = taken.get(y * width + x);
            if (before !== undefined && before !== field) touching.add(`${before} and ${field}`);
            taken.set(y * width + x, field);
          }
        }
        expect([...touching], language).toEqual([]);
      }
    },
  );

  it.each(LANGUAGES)('starts every line at the side at which its script starts: %s', async (language) => {
    const card = sampleCard('event', 'landscape', language);
    for (const field of ['headline', 'kicker', 'detail'] as const) {
      const columns = (await inkOf(card, field)).map(([x]) => x);
      const [left, right] = [Math.min(...columns), 1200 - Math.max(...columns)];
      expect(language === 'en' ? left < right : right < left, field).toBe(true);
    }
  });
});

describe('the words in place of a card', () => {
  it('say what it says, from above to below, and whose it is', () => {
    expect(sampleCard('event', 'landscape', 'en').alt).toBe(
      'Event. Clean hands: soap, water, every day. Wash your hands with soap before you eat (20 seconds). When: Saturday, 5 December 2026, 16:00, online. Sample Desk',
    );
  });

  it('say what its photograph shows', () => {
    const photo = { file: 'a.jpg', revision: '1', credit: 'A. Namoona', alt: 'A tap above a basin' };
    const card = sampleCard('post', 'landscape', 'en', { photo });
    expect([card.alt, card.credit]).toEqual([
      'Clean hands: soap, water, every day. Wash your hands with soap before you eat (20 seconds). A tap above a basin. Sample Desk',
      'Photo: A. Namoona',
    ]);
  });

  it('end sentences as the language does', () => {
    const ends = (language: 'ur' | 'ar') => sampleCard('post', 'landscape', language).alt.match(/[.۔]/gu);
    expect([ends('ur'), ends('ar')]).toEqual([
      ['۔', '۔'],
      ['.', '.'],
    ]);
  });
});

describe('a myth', () => {
  const myth = (rating: 'false' | 'unproven') =>
    mythCard(
      {
        id: 'garlic',
        rating,
        versions: {
          en: { verdict: 'Garlic cures no cold.', claim: 'Garlic cures a cold', file: 'myths/garlic/en.mdx' },
        },
      } as never,
      'en',
      'landscape',
      CARD_ORGANISATION,
    );

  it('has the verdict as its headline, and the claim below in quotation marks with what it was found to be', () => {
    const { label, headline, detail, detailLabel, origin } = myth('false');
    expect({ label, headline, detail, detailLabel }).toEqual({
      label: 'Fact',
      headline: 'Garlic cures no cold.',
      detail: '“Garlic cures a cold”',
      detailLabel: 'False',
    });
    expect(origin.detail).toEqual({ file: 'myths/garlic/en.mdx', field: ['claim'] });
  });

  it('is not called a fact where nothing was proven', () => {
    expect(myth('unproven')).toMatchObject({ label: undefined, detailLabel: 'Unproven' });
  });
});

describe('plain words', () => {
  it('make a card with nothing on it that was not given', () => {
    const card = makeCard({
      template: 'study',
      size: 'square',
      language: 'en',
      organisation: CARD_ORGANISATION,
      headline: 'Help us learn',
      label: false,
    });
    const { label, kicker, message, detail, detailLabel, hashtag, photo, credit } = card;
    expect([label, kicker, message, detail, detailLabel, hashtag, photo, credit]).toEqual(Array(8).fill(undefined));
  });

  it('have a label of the template in the languages that the desk knows, and none in others', () => {
    const labels = (language: string) =>
      makeCard({
        template: 'event',
        size: 'square',
        language,
        organisation: {
          ...CARD_ORGANISATION,
          languages: [...CARD_ORGANISATION.languages, { tag: 'fr', name: 'Français', direction: 'ltr' }],
        },
        headline: 'x',
      }).label;
    expect(['en', 'ur', 'ar', 'fr'].map(labels)).toEqual(['Event', 'تقریب', 'فعالية', undefined]);
  });
});

function isIn({ x, y, width, height }: Area, [px, py]: [x: number, y: number]): boolean {
  return px >= x && py >= y && px < x + width && py < y + height;
}
