import type { Card } from '../../../src/cards/card.ts';

/** English cards of posts as the demonstration has them, each with words of its own. */
export function benchCards(count: number): Card[] {
  return Array.from({ length: count }, (_, index) => ({
    template: 'post',
    size: 'landscape',
    language: 'en',
    direction: 'ltr',
    label: undefined,
    kicker: 'Winter smog: breathe less of it',
    headline: `Skip the morning walk on day ${index} while the smog is thick`,
    message: undefined,
    detail: undefined,
    detailLabel: undefined,
    hashtag: 'Smog',
    organisation: 'Sehat Desk',
    host: 'sehatdesk.example',
    demonstration: 'Demonstration',
    brand: { primary: '#0b4f55', secondary: '#12355b', accent: '#ffd166', text: '#ffffff' },
    photo: undefined,
    credit: undefined,
    alt: '',
    origin: {},
  }));
}

/** The folder to write to and the number of cards, from the command line. */
export function task(): { folder: string; cards: Card[] } {
  const [, , folder = '', count = '1'] = process.argv;
  return { folder, cards: benchCards(Number(count)) };
}
