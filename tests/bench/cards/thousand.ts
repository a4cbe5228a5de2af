import { type Card, makeCard } from '../../../src/cards/card.ts';
import { drawCards } from '../../../src/cards/draw-cards.ts';
import { organisationSchema } from '../../../src/model/organisation.ts';

// The cards of many campaigns in two languages and two sizes. With `edited`, the title of one of them is another.
const [, , folder = '', count = '1000', edited] = process.argv;
const organisation = organisationSchema.parse({
  id: 'bench-desk',
  name: { en: 'Sehat Desk', ur: 'صحت ڈیسک' },
  description: { en: 'x', ur: 'x' },
  url: 'https://sehatdesk.example/awareness/',
  languages: [
    { tag: 'en', name: 'English', direction: 'ltr' },
    { tag: 'ur', name: 'اردو', direction: 'rtl' },
  ],
  timeZone: 'Asia/Karachi',
  country: 'PK',
  contact: { email: 'desk@sehatdesk.example' },
  brand: { primary: '#0b4f55', secondary: '#12355b', accent: '#ffd166', text: '#ffffff' },
});
const words = (language: string, index: number) => {
  const isEdited = edited !== undefined && index === 0;
  return language === 'en'
    ? {
        headline: `Stop dengue in ward ${index} before the rains${isEdited ? ' come' : ''}`,
        message: `Once a week, tip out still water in ward ${index}, scrub the containers and keep them covered.`,
        hashtag: 'StopDengue',
      }
    : {
        headline: `وارڈ ${index} میں بارشوں سے پہلے ڈینگی کا راستہ روکیں${isEdited ? ' ابھی' : ''}`,
        message: `ہفتے میں ایک بار وارڈ ${index} کا ٹھہرا ہوا پانی گرائیں، برتن رگڑ کر دھوئیں اور ڈھانپ کر رکھیں۔`,
        hashtag: 'ڈینگی',
      };
};
const cards: Card[] = [];
for (let index = 0; index < Number(count); index += 1)
  for (const language of ['en', 'ur'])
    for (const size of ['landscape', 'square'] as const)
      cards.push(makeCard({ template: 'campaign', size, language, organisation, ...words(language, index) }));
const { drawn, reused, faults } = await drawCards(cards, { directory: folder });
if (faults.length > 0) throw new Error(JSON.stringify(faults[0]));
process.stdout.write(`${JSON.stringify({ drawn, reused })}\n`);
