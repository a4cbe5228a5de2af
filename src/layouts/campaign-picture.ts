import { campaignCard, cardFileName } from '../cards/card.ts';
import { cardPath } from '../model/addresses.ts';
import type { Campaign } from '../model/content.ts';
import type { Organisation } from '../model/organisation.ts';
import type { PreviewPicture } from './preview-picture.ts';

/** The landscape card of a campaign in one language. Its file is drawn by `npm run build`. */
export function campaignPicture(campaign: Campaign, language: string, organisation: Organisation): PreviewPicture {
  const card = campaignCard(campaign, language, 'landscape', organisation);
  return { path: cardPath(cardFileName(card)), width: 1200, height: 630, alt: card.alt };
}
