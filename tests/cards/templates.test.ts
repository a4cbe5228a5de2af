import { describe, expect, it } from 'vitest';
import { CARD_TEMPLATES, episodeCard, eventCard, makeCard, mythCard, studyCard } from '../../src/cards/card.ts';
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

describe('an event', () => {
  const event = (different: object = {}, words: object = {}) =>
    eventCard(
      {
        id: 'talk',
        time: { zone: 'Asia/Karachi', starts: '2026-12-05T16:00', ends: '2026-12-05T17:30' },
        versions: {
          en: {
            title: 'Ask a doctor',
            hashtags: [],
            file: 'events/talk/en.mdx',
            place: { name: 'Town Hall' },
            ...words,
          },
        },
        ...different,
      } as never,
      'en',
      'landscape',
      CARD_ORGANISATION,
    );

  it('says day, time and place below what it is', () => {
    expect(event().detail).toBe('Saturday, 5 December 2026, 16:00, Town Hall');
  });

  it('says that it is online where it has no place, and whose clocks are meant elsewhere', () => {
    const time = { zone: 'Europe/London', starts: '2026-12-05T16:00', ends: '2026-12-05T17:30' };
    expect(event({ online: 'https://meet.example/', time }, { place: undefined }).detail).toBe(
      'Saturday, 5 December 2026, 16:00 (London), online',
    );
  });

  it('says that it was called off', () => {
    expect([event().label, event({ cancelled: { at: '2026-12-01T00:00:00Z' } }).label]).toEqual([
      'Event',
      'Called off',
    ]);
  });
});

describe('an episode', () => {
  it('says its number, its series and who speaks', () => {
    const versions = {
      en: { title: 'Clean hands', file: 'e/en.mdx', speakers: [{ name: 'Dr Hina Misaal', title: 'physician' }] },
    };
    const series = { versions: { en: { title: 'Two-minute habits', file: 's/en.mdx' } } };
    const card = episodeCard(
      { id: 'a', number: 3, versions } as never,
      series as never,
      'en',
      'square',
      CARD_ORGANISATION,
    );
    expect([card.label, card.kicker, card.headline, card.detail]).toEqual([
      'Episode 3',
      'Two-minute habits',
      'Clean hands',
      'Dr Hina Misaal, physician',
    ]);
  });
});

describe('a study', () => {
  it('says what it asks, and the last day on which one can take part', () => {
    const versions = { ur: { title: 'ماسک', question: 'لوگ ماسک کیوں اتارتے ہیں؟', file: 'm/ur.mdx' } };
    const study = { id: 'm', closesOn: '2026-12-15', closedEarlyOn: '2026-12-01', versions };
    const card = studyCard(study as never, 'ur', 'landscape', CARD_ORGANISATION);
    expect([card.message, card.detail]).toEqual(['لوگ ماسک کیوں اتارتے ہیں؟', '1 دسمبر، 2026 تک']);
  });

  it('is drawn in no language that it is not written in', () => {
    expect(() => studyCard({ id: 'm', versions: {} } as never, 'en', 'landscape', CARD_ORGANISATION)).toThrow(
      'study m has no en version',
    );
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
