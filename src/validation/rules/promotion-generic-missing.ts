import { deskMessages, findInMessages, type Message } from '../desk-messages.ts';
import { A_MEDICINE_IN_URDU, MEDICINE, MEDICINE_IN_URDU, MEDICINE_POST, medicineDesk } from '../example-medicine.ts';
import { findIn, once, type PromotedMedicine, promotedMedicines } from '../promotion-claims.ts';
import type { Rule } from '../rule.ts';
import { findWording, searchable } from '../wording.ts';

const id = 'promotion/generic-missing';

export const promotionGenericMissing: Rule = {
  id,
  level: 'error',
  why: 'The generic name says what is in the box, whoever sells it: readers and pharmacists know it by that.',
  from: '21 CFR 202.1(b)(1) and FDA’s draft guidance of 2014: the established name stands beside the brand',
  check(drafts) {
    return once(
      promotedMedicines(drafts).flatMap((medicine) =>
        findInMessages(deskMessages(drafts), (message) => firstNaming(message, medicine)).flatMap(
          ({ message, part, brand, sentence }) => {
            const words = medicine.words.get(message.language);
            if (!words || findWording(searchable(sentence), medicine.generics)) return [];
            return part.at({
              ruleId: id,
              message: `Missing generic name \`${words.generic}\` beside \`${brand}\`: ${message.name} gives the brand alone`,
              hint: `write \`${brand} (${words.generic})\` where the brand stands first`,
            });
          },
        ),
      ),
    );
  },
  examples: [
    { name: 'a page and a post that give both names where the brand stands first', changes: medicineDesk(), said: [] },
    {
      name: 'a post that gives the generic name too late',
      changes: medicineDesk({ post: ['Nindova (snoozeline) is for', 'Ask for Nindova. Snoozeline is for'] }),
      said: [
        `${MEDICINE_POST}:10:1 Missing generic name \`snoozeline\` beside \`Nindova\`: this post gives the brand alone → write \`Nindova (snoozeline)\` where the brand stands first`,
      ],
    },
    {
      name: 'a title that every message about the page begins with',
      changes: medicineDesk({ page: ['title: Nindova (snoozeline)', 'title: About Nindova'] }),
      said: ['this page', 'the link preview (`title` and `summary`)', 'the card (`title` and `mainMessage`)'].map(
        (where) =>
          `${MEDICINE}:10:8 Missing generic name \`snoozeline\` beside \`Nindova\`: ${where} gives the brand alone → write \`Nindova (snoozeline)\` where the brand stands first`,
      ),
    },
    {
      name: 'a brand in the letters of another language',
      changes: {
        ...medicineDesk(),
        [MEDICINE_IN_URDU]: A_MEDICINE_IN_URDU.replace('summary: ', 'summary: Nindova۔ ').replace(
          'title: نیندووا (سنوزلین)',
          'title: نیند',
        ),
      },
      said: [
        `${MEDICINE_IN_URDU}:17:1 Missing generic name \`سنوزلین\` beside \`نیندووا\`: this page gives the brand alone → write \`نیندووا (سنوزلین)\` where the brand stands first`,
        `${MEDICINE_IN_URDU}:4:10 Missing generic name \`سنوزلین\` beside \`Nindova\`: the link preview (\`title\` and \`summary\`) gives the brand alone → write \`Nindova (سنوزلین)\` where the brand stands first`,
      ],
    },
  ],
};

/** The first sentence of a message that has a brand name of the medicine. */
function firstNaming(message: Message, { brands }: PromotedMedicine) {
  const named = findIn(message.parts, brands);
  if (!named) return undefined;
  const { part } = named;
  // Right below the brand is beside it too.
  const text = part.text.replaceAll(/(?<!\n)\n(?!\n)/g, ' ');
  const sentences = new Intl.Segmenter(message.language, { granularity: 'sentence' }).segment(text);
  for (const { segment: sentence } of sentences) {
    const brand = findWording(searchable(sentence), brands);
    if (brand) return { message, part, brand: brand.shown, sentence };
  }
  // A name that is parted by the end of a sentence is in none.
  return { message, part, brand: named.wording.shown, sentence: '' };
}
