import { listed } from '../../model/suggest.ts';
import { MEDICINE, MEDICINE_POST, medicineDesk } from '../example-medicine.ts';
import { tellOfClaims, unsaid } from '../promotion-claims.ts';
import type { Rule } from '../rule.ts';

const id = 'promotion/risk-missing';
const HINT = 'write it beside the benefit, in these words: what stands elsewhere is not seen with it';

export const promotionRiskMissing: Rule = {
  id,
  level: 'error',
  why: 'Whoever reads what a medicine is good for reads in the same message what it can do to them.',
  from: 'FDA, draft guidance of 2014 on platforms with character space limitations: risks in the same message',
  check(drafts) {
    return tellOfClaims(drafts, ({ message, words, because }) => {
      const missing = unsaid(message, words.risks);
      if (missing.length === 0) return undefined;
      const what = missing.length === 1 ? 'risk' : 'risks';
      return { ruleId: id, message: `Missing ${what} ${listed(missing, 'and')}: ${because}`, hint: HINT };
    });
  },
  examples: [
    { name: 'a page and a post that say the risks beside the benefit', changes: medicineDesk(), said: [] },
    {
      name: 'a risk in another of its ways to say it',
      changes: medicineDesk({ post: ['cause sleepwalking that can kill', 'make you walk in your sleep and die'] }),
      said: [],
    },
    {
      name: 'a post without one of the risks',
      changes: medicineDesk({ post: [', and trouble breathing', ''] }),
      said: [
        `${MEDICINE_POST}:10:1 Missing risk \`trouble breathing\`: this post says \`sleep through the night\` of Nindova → ${HINT}`,
      ],
    },
    {
      name: 'a page whose risks stand elsewhere',
      changes: medicineDesk({ page: ['It can cause sleepwalking that can kill, and trouble breathing. ', ''] }),
      said: [
        `${MEDICINE}:24:1 Missing risks \`sleepwalking that can kill\` and \`trouble breathing\`: this page says \`sleep through the night\` of Nindova → ${HINT}`,
      ],
    },
    {
      name: 'a summary that promises, and that networks show without the page',
      changes: medicineDesk({ page: ['summary: Ask', 'summary: Sleep through the night. Ask'] }),
      said: [
        `${MEDICINE}:11:10 Missing risks \`sleepwalking that can kill\` and \`trouble breathing\`: the link preview (\`title\` and \`summary\`) says \`sleep through the night\` of Nindova → ${HINT}`,
      ],
    },
    {
      name: 'a headline on the card of a post, below a title that names the medicine',
      changes: medicineDesk({ post: ['headline: Talk about your sleep', 'headline: Fall asleep faster'] }),
      said: [
        `${MEDICINE_POST}:7:11 Missing risks \`sleepwalking that can kill\` and \`trouble breathing\`: the card (\`headline\`, below the campaign’s \`title\`) says \`fall asleep faster\` of Nindova → ${HINT}`,
      ],
    },
  ],
};
