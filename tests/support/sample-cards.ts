import { CARD_TEMPLATES, type Card, type CardTemplate, type CardWords, makeCard } from '../../src/cards/card.ts';
import { CARD_SIZE_NAMES, type CardSize } from '../../src/cards/card-sizes.ts';
import { sampleOrganisation } from './sample-content.ts';

type Language = 'en' | 'ur' | 'ar';
type Words = Pick<CardWords, 'headline' | 'kicker' | 'message' | 'detail' | 'detailLabel' | 'hashtag'>;

/** An organisation that speaks the languages of the sample cards. */
export const CARD_ORGANISATION = sampleOrganisation({
  languages: [
    { tag: 'en', name: 'English', direction: 'ltr' },
    { tag: 'ur', name: 'اردو', direction: 'rtl' },
    { tag: 'ar', name: 'العربية', direction: 'rtl' },
  ],
  name: { en: 'Sample Desk', ur: 'صحت ڈیسک', ar: 'مكتب الصحة' },
});

const TEXTS: Readonly<Record<Language, Words>> = {
  en: {
    kicker: 'Clean hands: soap, water, every day',
    headline: 'Wash your hands with soap before you eat (20 seconds)',
    message: 'Soap takes off what water leaves. Call 1166 to ask.',
    detail: 'Saturday, 5 December 2026, 16:00, online',
    detailLabel: 'When',
    hashtag: 'CleanHands',
  },
  ur: {
    kicker: 'صاف ہاتھ: ہر روز صابن اور پانی',
    headline: 'کھانے سے پہلے صابن سے 20 سیکنڈ ہاتھ دھوئیں',
    message: 'جو پانی چھوڑ دے، صابن اتار دیتا ہے۔ پوچھنا ہو تو 1166 پر فون کریں۔',
    detail: 'ہفتہ، 5 دسمبر 2026، شام 4 بجے، آن لائن',
    detailLabel: 'کب',
    hashtag: 'صاف_ہاتھ',
  },
  ar: {
    kicker: 'أيدٍ نظيفة كل يوم',
    headline: 'اغسل يديك بالصابون 20 ثانية قبل الأكل',
    message: 'الصابون يزيل ما يتركه الماء. للسؤال اتصل بالرقم 1166.',
    detail: 'السبت 5 ديسمبر 2026، الساعة 16:00، عبر الإنترنت',
    detailLabel: 'متى',
    hashtag: 'أيد_نظيفة',
  },
};

/** A card with a text in every place that a template has, in one language. */
export function sampleCard(
  template: CardTemplate,
  size: CardSize,
  language: Language,
  different: Partial<CardWords> = {},
): Card {
  const { headline, kicker, message, detail, detailLabel, hashtag } = TEXTS[language];
  const isBanner = size === 'banner' || size === 'wide-banner';
  const places: Partial<Record<CardTemplate, Partial<Words>>> = {
    campaign: { message },
    post: { kicker },
    fact: { kicker, detail, detailLabel },
    myth: { detail, detailLabel },
    event: { kicker, detail, detailLabel },
    episode: { kicker, detail },
    study: { message, detail },
    alert: { kicker, message },
  };
  return makeCard({
    template,
    size,
    language,
    organisation: CARD_ORGANISATION,
    headline,
    hashtag,
    ...(isBanner ? {} : places[template]),
    ...different,
  });
}

/** Every template in every size and language. */
export function sampleCards(different: Partial<CardWords> = {}): Card[] {
  return CARD_TEMPLATES.flatMap((template) =>
    CARD_SIZE_NAMES.flatMap((size) =>
      (['en', 'ur', 'ar'] as const).map((language) => sampleCard(template, size, language, different)),
    ),
  );
}
