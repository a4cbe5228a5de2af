import { fittedTexts } from '../../cards/card-tree.ts';
import { listed } from '../../model/suggest.ts';
import type { MessagePart } from '../desk-messages.ts';
import { MEDICINE, MEDICINE_POST, medicineDesk } from '../example-medicine.ts';
import { claimingParts, isIn, tellOfClaims } from '../promotion-claims.ts';
import type { Rule } from '../rule.ts';

const id = 'promotion/card-risk-size';
const HINT = 'write benefit and risks into the same text of the card: a smaller one is read by fewer';
const ALL_RISKS = 'It can cause sleepwalking that can kill, and trouble breathing';

export const promotionCardRiskSize: Rule = {
  id,
  level: 'error',
  why: 'A benefit in large letters with its risks in small ones is what people remember without the risks.',
  from: 'FDA, untitled letter of 2022 about an Instagram post: risks as prominent and readable as benefits',
  check(drafts) {
    return tellOfClaims(drafts, (claim) => {
      const { card, parts } = claim.message;
      if (!card) return undefined;
      const sizes = new Map(fittedTexts(card).map((text) => [text.field, text]));
      // Each text is set as large as its room allows: only what is larger at its smallest is larger for certain.
      const isAsLarge = (risk: MessagePart, benefit: MessagePart) =>
        risk === benefit || smallest(risk) >= largest(benefit);
      const largest = ({ field = 'headline' }: MessagePart) => sizes.get(field)?.largest ?? 0;
      const smallest = ({ field = 'headline' }: MessagePart) => sizes.get(field)?.smallest ?? 0;
      const benefits = claimingParts(claim);
      const small = claim.words.risks.flatMap((ways) => {
        const places = parts.filter((part) => isIn(part, ways));
        const isSmall = !places.some((place) => benefits.every((benefit) => isAsLarge(place, benefit)));
        return places.length > 0 && isSmall ? [ways[0]?.shown ?? ''] : [];
      });
      if (small.length === 0) return undefined;
      const what = small.length === 1 ? 'the risk' : 'the risks';
      return {
        ruleId: id,
        message: `Unexpected smaller letters for ${what} ${listed(small, 'and')}: ${claim.because} in letters that can be larger`,
        hint: HINT,
      };
    });
  },
  examples: [
    {
      name: 'a card whose headline has the risks, and the benefit too',
      changes: medicineDesk({
        post: ['headline: Talk about your sleep', `headline: Fall asleep faster. ${ALL_RISKS}`],
      }),
      said: [],
    },
    {
      name: 'a card whose main message has the benefit and the risks',
      changes: medicineDesk({ page: ['mainMessage: ', `mainMessage: Fall asleep faster. ${ALL_RISKS}. `] }),
      said: [],
    },
    {
      name: 'a benefit in the headline, with the risks in the small line of the campaign’s title above',
      changes: {
        ...medicineDesk({
          page: ['title: Nindova (snoozeline)', `title: Nindova (snoozeline)${ALL_RISKS.replace('It', '')}`],
          post: ['headline: Talk about your sleep', 'headline: Fall asleep faster'],
        }),
      },
      said: [
        `${MEDICINE_POST}:7:11 Unexpected smaller letters for the risks \`sleepwalking that can kill\` and \`trouble breathing\`: the card (\`headline\`, below the campaign’s \`title\`) says \`fall asleep faster\` of Nindova in letters that can be larger → ${HINT}`,
      ],
    },
    {
      name: 'a benefit in the title, the card’s headline, with the risks in the main message below',
      changes: medicineDesk({
        page: [
          'title: Nindova (snoozeline)\nsummary: Ask your doctor about sleep.\nmainMessage: ',
          `title: Nindova (snoozeline) to fall asleep faster\nsummary: Ask your doctor.\nmainMessage: ${ALL_RISKS}. `,
        ],
      }),
      said: [
        `${MEDICINE}:10:8 Unexpected smaller letters for the risks \`sleepwalking that can kill\` and \`trouble breathing\`: the card (\`title\` and \`mainMessage\`) says \`fall asleep faster\` of Nindova in letters that can be larger → ${HINT}`,
      ],
    },
  ],
};
