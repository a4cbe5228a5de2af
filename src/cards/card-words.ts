import type { Rating } from '../model/rating.ts';
import { EVIDENCE_WORDS } from '../reading/evidence-words.ts';
import type { CardTemplate } from './card.ts';

/** The few words that a card has of itself, in one language. */
export interface CardWording {
  demonstration: string;
  /** By template: what kind of thing this is, where that is not plain to see. */
  labels: Partial<Record<CardTemplate, string>>;
  /** Before the name of a source, and of who took a photograph. */
  source: string;
  photo: string;
  /** Around what somebody said. */
  quotes: readonly [open: string, close: string];
}

const WORDING: Readonly<Record<string, CardWording>> = {
  en: {
    demonstration: 'Demonstration',
    labels: { fact: 'Fact', myth: 'Fact', event: 'Event', episode: 'Episode', study: 'Take part', alert: 'Alert' },
    source: 'Source',
    photo: 'Photo',
    quotes: ['“', '”'],
  },
  ur: {
    demonstration: 'نمونہ',
    labels: {
      fact: 'حقیقت',
      myth: 'حقیقت',
      event: 'تقریب',
      episode: 'قسط',
      study: 'تحقیق میں حصہ لیں',
      alert: 'ہنگامی اطلاع',
    },
    source: 'حوالہ',
    photo: 'تصویر',
    quotes: ['”', '“'],
  },
  ar: {
    demonstration: 'عرض توضيحي',
    labels: {
      fact: 'حقيقة',
      myth: 'حقيقة',
      event: 'فعالية',
      episode: 'حلقة',
      study: 'شارك في دراسة',
      alert: 'تنبيه عاجل',
    },
    source: 'المصدر',
    photo: 'الصورة',
    quotes: ['«', '»'],
  },
};

/** For a language of which nothing is known here: its cards do without words of their own. */
const WORDLESS: CardWording = { demonstration: 'Demonstration', labels: {}, source: '', photo: '', quotes: ['“', '”'] };

export function cardWording(language: string): CardWording {
  return (Object.hasOwn(WORDING, language) ? WORDING[language] : undefined) ?? WORDLESS;
}

/** The word for what a claim was found to be; `undefined` in a language that has none here. */
export function ratingWord(rating: Rating, language: string): string | undefined {
  const words: Readonly<Record<string, { ratings: Readonly<Record<Rating, string>> }>> = EVIDENCE_WORDS;
  return (Object.hasOwn(words, language) ? words[language] : undefined)?.ratings[rating];
}
