import { type Card, campaignCard, cardFileName, mythCard } from '../cards/card.ts';
import { CARD_SIZES } from '../cards/card-sizes.ts';
import { cardPath } from '../model/addresses.ts';
import type { Campaign, Myth } from '../model/content.ts';
import type { Organisation } from '../model/organisation.ts';
import type { PreviewPicture } from './preview-picture.ts';

/** The landscape card of a campaign in one language. Its file is drawn by `npm run build`. */
export function campaignPicture(campaign: Campaign, language: string, organisation: Organisation): PreviewPicture {
  return pictureOf(campaignCard(campaign, language, 'landscape', organisation));
}

/** The landscape card of a myth in one language. */
export function mythPicture(myth: Myth, language: string, organisation: Organisation): PreviewPicture {
  return pictureOf(mythCard(myth, language, 'landscape', organisation));
}

function pictureOf(card: Card): PreviewPicture {
  return { path: cardPath(cardFileName(card)), ...CARD_SIZES[card.size], alt: card.alt };
}
