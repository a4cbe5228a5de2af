import type { Fault } from '../../model/problem.ts';
import { A_MEDICINE, MEDICINE, MEDICINE_POST, medicineDesk, RISKS_ADDRESS } from '../example-medicine.ts';
import { type PromotionClaim, tellOfClaims } from '../promotion-claims.ts';
import type { Rule } from '../rule.ts';

const id = 'promotion/link-missing';
const ON_INSTAGRAM =
  'id: instagram\nnetwork: instagram\nname: I\nlanguages: [en]\naudience: { en: All }\nvoice: { en: Plain }\n';

export const promotionLinkMissing: Rule = {
  id,
  level: 'error',
  why: 'The main risks are not all of them: whoever reads of the benefit gets to the rest at a touch.',
  from: 'FDA, draft guidance of 2014 on platforms with character space limitations: direct access to all risks',
  check(drafts) {
    return tellOfClaims(drafts, linkFault);
  },
  examples: [
    { name: 'a page and a post that link to the full risk information', changes: medicineDesk(), said: [] },
    {
      name: 'a post whose link card leads there',
      changes: medicineDesk({
        post: ['link: none', `attach: link-card\nlink: ${RISKS_ADDRESS}`],
      }),
      said: [],
    },
    {
      name: 'a page whose call to action leads there',
      changes: {
        ...medicineDesk(),
        [MEDICINE]: A_MEDICINE.replace('https://desk.example/doctors', RISKS_ADDRESS).replace(
          `[All risks](${RISKS_ADDRESS})`,
          '',
        ),
      },
      said: [],
    },
    {
      name: 'a post that leads to the page that leads there',
      changes: medicineDesk({ post: [` All risks: ${RISKS_ADDRESS}`, ' All risks: https://nindova.example/'] }),
      said: [
        `${MEDICINE_POST}:10:1 Missing link to the full risk information: this post says \`sleep through the night\` of Nindova → write ${RISKS_ADDRESS} into the text; a page that leads there is a step too many`,
      ],
    },
    {
      name: 'a page without the link',
      changes: medicineDesk({ page: [`[All risks](${RISKS_ADDRESS})`, ''] }),
      said: [
        `${MEDICINE}:24:1 Missing link to the full risk information: this page says \`sleep through the night\` of Nindova → write \`[All risks of Nindova](${RISKS_ADDRESS})\` into the text; a page that leads there is a step too many`,
      ],
    },
    {
      name: 'a network on which nobody can follow a link',
      changes: {
        ...medicineDesk({ post: ['channels: [outbox]', 'channels: [instagram]'] }),
        'channels/instagram.yml': ON_INSTAGRAM,
      },
      said: [
        `${MEDICINE_POST}:10:1 Unexpected benefit on Instagram: this post says \`sleep through the night\` of Nindova, and readers cannot follow a link there → leave the benefit out of what goes there (\`variants\`, \`headline\`), or take the channel out`,
      ],
    },
  ],
};

function linkFault({ message: { links }, words, because }: PromotionClaim): Fault | undefined {
  const { fullRiskInformation: address, brand } = words;
  if (!links || address === undefined) return undefined;
  if (links.on !== 'page' && !links.on.text.opensLinks) {
    return {
      ruleId: id,
      message: `Unexpected benefit on ${links.on.title}: ${because}, and readers cannot follow a link there`,
      hint: 'leave the benefit out of what goes there (`variants`, `headline`), or take the channel out',
    };
  }
  if (links.to.some((link) => untagged(link) === untagged(address))) return undefined;
  const written = links.on === 'page' ? `\`[All risks of ${brand}](${address})\`` : address;
  return {
    ruleId: id,
    message: `Missing link to the full risk information: ${because}`,
    hint: `write ${written} into the text; a page that leads there is a step too many`,
  };
}

/** The address without what it tells statistics: the desk marks the links to its own site. */
function untagged(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  for (const name of [...url.searchParams.keys()]) if (name.startsWith('utm_')) url.searchParams.delete(name);
  return url.href;
}
