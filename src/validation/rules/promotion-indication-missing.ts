import { listed } from '../../model/suggest.ts';
import { MEDICINE, MEDICINE_POST, medicineDesk } from '../example-medicine.ts';
import { tellOfClaims, unsaid } from '../promotion-claims.ts';
import type { Rule } from '../rule.ts';

const id = 'promotion/indication-missing';
const HINT = 'write beside the benefit for whom the medicine is approved, and for whom it is not, in these words';

export const promotionIndicationMissing: Rule = {
  id,
  level: 'error',
  why: 'A benefit without the people it was shown for reads as if the medicine helped everyone.',
  from: 'FDA, untitled letter of 2022 about an Instagram post: the indication and its limitations of use',
  check(drafts) {
    return tellOfClaims(drafts, ({ message, words, because }) => {
      const indication = unsaid(message, [words.indication]).map((one) => `indication \`${one}\``);
      const limits = unsaid(message, words.limits);
      const missing = [
        ...indication,
        ...(limits.length === 0 ? [] : [`${limits.length === 1 ? 'limit' : 'limits'} ${listed(limits, 'and')}`]),
      ];
      return missing.length === 0
        ? undefined
        : { ruleId: id, message: `Missing ${missing.join(' with its ')}: ${because}`, hint: HINT };
    });
  },
  examples: [
    {
      name: 'a page and a post that say for whom the medicine is, and for whom not',
      changes: medicineDesk(),
      said: [],
    },
    {
      name: 'a post without the limit',
      changes: medicineDesk({ post: [', not for children', ''] }),
      said: [
        `${MEDICINE_POST}:10:1 Missing limit \`not for children\`: this post says \`sleep through the night\` of Nindova → ${HINT}`,
      ],
    },
    {
      name: 'a page without the indication and its limit',
      changes: medicineDesk({ page: ['Nindova is for adults with insomnia, not for children. ', ''] }),
      said: [
        `${MEDICINE}:24:1 Missing indication \`for adults with insomnia\` with its limit \`not for children\`: this page says \`sleep through the night\` of Nindova → ${HINT}`,
      ],
    },
  ],
};
