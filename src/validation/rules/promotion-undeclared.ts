import type { Drafts, ItemDraft } from '../../model/draft.ts';
import type { Problem } from '../../model/problem.ts';
import { deskMessages } from '../desk-messages.ts';
import { PAGE, POST } from '../example-desk.ts';
import { A_MEDICINE, MEDICINE, medicineDesk, PROFILE_ON } from '../example-medicine.ts';
import {
  findIn,
  isPromotionProfileOn,
  type PromotedMedicine,
  promotedMedicines,
  promotionClaims,
} from '../promotion-claims.ts';
import { hasUnread, problemAtField, type Rule } from '../rule.ts';

const id = 'promotion/undeclared';
const SWITCH = 'write `promotion: true` below `policy` in organisation.yml';
const WORDS_HINT = 'write `promoted` with `brand`, `generic`, `indication`, `limits`, `benefits` and `risks`';
const IN_THE_POST = 'Boil water for one minute before you drink it.';

export const promotionUndeclared: Rule = {
  id,
  level: 'error',
  why: 'What promotes a medicine is held to FDA’s rules and agreed to by a lawyer: it has to say that it promotes.',
  from: 'Aagahi',
  check(drafts) {
    switch (isPromotionProfileOn(drafts)) {
      case undefined:
        return [];
      case false:
        return whileOff(drafts);
      case true:
        return [...incompleteDeclarations(drafts), ...otherRiskClasses(drafts), ...unknownLanguages(drafts)];
    }
  },
  examples: [
    { name: 'a campaign that declares what it promotes, in each language', changes: medicineDesk(), said: [] },
    {
      name: 'a campaign that promotes while the profile is off',
      changes: { [MEDICINE]: A_MEDICINE },
      said: [
        `${MEDICINE}:3:7 Unexpected risk class \`promotion\`: this desk is not held to the rules for promoting medicines → ${SWITCH} if the FDA regulates you, or another class`,
      ],
    },
    {
      name: 'words of a medicine while the profile is off',
      changes: { [MEDICINE]: A_MEDICINE.replace('risk: promotion', 'risk: routine') },
      said: [
        `${MEDICINE}:4:1 warning Unexpected field \`promotion\`: the rules that read it are off → ${SWITCH} if the FDA regulates you, or remove the field`,
        `${MEDICINE}:15:1 warning Unexpected field \`promoted\`: the rules that read it are off → ${SWITCH} if the FDA regulates you, or remove the field`,
      ],
    },
    {
      name: 'a campaign that promotes without saying what',
      changes: { ...PROFILE_ON, [PAGE]: ['id: clean-water', 'id: clean-water\nrisk: promotion'] },
      said: [
        `${PAGE}:3:7 Missing field \`promotion\`: a campaign that promotes a medicine leads to its full risk information → write \`promotion: { fullRiskInformation: "https://…" }\``,
        `${PAGE}:14:1 Missing field \`promoted\`: nobody has written what this language calls the medicine, its benefits and its risks → ${WORDS_HINT}`,
        'campaigns/clean-water/ur.mdx:13:1 Missing field `promoted`: nobody has written what this language calls the medicine, its benefits and its risks → ' +
          WORDS_HINT,
      ],
    },
    {
      name: 'a medicine in a campaign of another risk class',
      changes: medicineDesk({ page: ['risk: promotion', 'risk: routine'] }),
      said: [
        `${MEDICINE}:3:7 Unexpected risk class \`routine\`: this campaign promotes Nindova, so a lawyer has to agree → write \`risk: promotion\``,
      ],
    },
    {
      name: 'a post of another campaign that praises the medicine',
      changes: { ...medicineDesk(), [POST]: [IN_THE_POST, 'With Nindova (snoozeline) you fall asleep faster.'] },
      said: [
        `${POST}:1:1 Unexpected risk class \`health-claim\`: this post says \`fall asleep faster\` of Nindova, so a lawyer has to agree → write \`risk: promotion\``,
      ],
    },
    {
      name: 'a post that promotes at a desk that promotes nothing',
      changes: { ...PROFILE_ON, [POST]: ['channels:', 'risk: promotion\nchannels:'] },
      said: [
        `${POST}:3:7 Unexpected risk class \`promotion\`: no campaign of this desk says which medicine it promotes → write \`promotion\` and \`promoted\` into the medicine’s campaign, or another class here`,
      ],
    },
    {
      name: 'a medicine named in a language that has no words for it',
      changes: {
        ...PROFILE_ON,
        [MEDICINE]: A_MEDICINE,
        'campaigns/clean-water/ur.mdx': ['title: ہر گلاس', 'title: Nindova ہر گلاس'],
      },
      said: [
        'campaigns/clean-water/ur.mdx:13:8 Unexpected `Nindova` in `ur`: nobody has written what this language calls its benefits and its risks → translate content/campaigns/nindova with its `promoted`, or leave the name out',
      ],
    },
  ],
};

const RISKY: readonly string[] = [
  'campaigns',
  'posts',
  'myths',
  'questions',
  'events',
  'series',
  'episodes',
  'studies',
];

/** Originals that say they promote. */
function promoting(drafts: Drafts): ItemDraft[] {
  return drafts.items.filter(
    ({ collection, role, fields }) =>
      RISKY.includes(collection) && role === 'original' && 'risk' in fields && fields.risk === 'promotion',
  );
}

function whileOff(drafts: Drafts): Problem[] {
  const originals = promoting(drafts);
  const folders = new Set(originals.map(({ folder }) => folder));
  return [
    ...originals.map((draft) =>
      problemAtField(draft, ['risk'], {
        ruleId: id,
        message: 'Unexpected risk class `promotion`: this desk is not held to the rules for promoting medicines',
        hint: `${SWITCH} if the FDA regulates you, or another class`,
      }),
    ),
    ...drafts.items
      .filter(({ folder }) => !folders.has(folder))
      .flatMap((draft) =>
        ['promotion', 'promoted']
          .filter((name) => name in draft.fields)
          .map((name) =>
            problemAtField(
              draft,
              [name],
              {
                ruleId: id,
                message: `Unexpected field \`${name}\`: the rules that read it are off`,
                hint: `${SWITCH} if the FDA regulates you, or remove the field`,
              },
              { part: 'key', severity: 'warning' },
            ),
          ),
      ),
  ];
}

/** What a campaign that promotes has not said; and who says that they promote where nobody says what. */
function incompleteDeclarations(drafts: Drafts): Problem[] {
  const originals = promoting(drafts);
  const folders = new Set(originals.map(({ folder }) => folder));
  const isPromoting = promotedMedicines(drafts).length > 0;
  return drafts.items.flatMap((draft): Problem[] => {
    // A field that is there with a mistake in it is told of where the mistake is.
    if (!folders.has(draft.folder) || !draft.whole) return [];
    if (draft.collection !== 'campaigns') {
      return isPromoting || draft.role !== 'original' || folders.has(draft.parentFolder ?? '')
        ? []
        : [
            problemAtField(draft, ['risk'], {
              ruleId: id,
              message: 'Unexpected risk class `promotion`: no campaign of this desk says which medicine it promotes',
              hint: 'write `promotion` and `promoted` into the medicine’s campaign, or another class here',
            }),
          ];
    }
    return [
      ...(draft.role === 'original' && !draft.fields.promotion
        ? [
            problemAtField(draft, ['risk'], {
              ruleId: id,
              message:
                'Missing field `promotion`: a campaign that promotes a medicine leads to its full risk information',
              hint: 'write `promotion: { fullRiskInformation: "https://…" }`',
            }),
          ]
        : []),
      ...(draft.fields.promoted
        ? []
        : [
            problemAtField(
              draft,
              ['title'],
              {
                ruleId: id,
                message:
                  'Missing field `promoted`: nobody has written what this language calls the medicine, its benefits and its risks',
                hint: WORDS_HINT,
              },
              { part: 'key' },
            ),
          ]),
    ];
  });
}

/** What promotes under another risk class, and so without a lawyer: each item once. */
function otherRiskClasses(drafts: Drafts): Problem[] {
  const told = new Map<ItemDraft, { is: string; because: string }>();
  for (const draft of drafts.items) {
    if (draft.collection !== 'campaigns' || draft.role !== 'original') continue;
    const { risk, promoted } = draft.fields;
    if (promoted && risk !== undefined && risk !== 'promotion')
      told.set(draft, { is: risk, because: `this campaign promotes ${promoted.brand}` });
  }
  for (const { message, because } of promotionClaims(drafts)) {
    const { risk } = message;
    if (risk && risk.is !== 'promotion' && !told.has(risk.decidedBy))
      told.set(risk.decidedBy, { is: risk.is, because });
  }
  const folders = new Set([...told.keys()].map(({ folder }) => folder));
  // A post has its campaign's class unless it says otherwise.
  const isToldOfCampaign = ({ collection, fields, parentFolder = '' }: ItemDraft) =>
    collection === 'posts' && !('risk' in fields) && folders.has(parentFolder);
  const left = [...told].filter(([draft]) => !isToldOfCampaign(draft));
  return left.map(([draft, { is, because }]) =>
    problemAtField(draft, ['risk'], {
      ruleId: id,
      message: `Unexpected risk class \`${is}\`: ${because}, so a lawyer has to agree`,
      hint: 'write `risk: promotion`',
    }),
  );
}

/** Where a brand is named in a language in which nobody can tell what would be a claim. */
function unknownLanguages(drafts: Drafts): Problem[] {
  return promotedMedicines(drafts).flatMap((medicine) => {
    const known = languagesOf(drafts, medicine);
    return deskMessages(drafts).flatMap(({ language, parts }) => {
      const naming = known.has(language) ? undefined : findIn(parts, medicine.brands);
      if (!naming) return [];
      known.add(language);
      return naming.part.at({
        ruleId: id,
        message: `Unexpected \`${naming.wording.shown}\` in \`${language}\`: nobody has written what this language calls its benefits and its risks`,
        hint: `translate ${medicine.folder} with its \`promoted\`, or leave the name out`,
      });
    });
  });
}

/** Languages of which the medicine's campaign has a page: what is missing there is told of there. */
function languagesOf(drafts: Drafts, { folder }: PromotedMedicine): Set<string> {
  const all = hasUnread(drafts, folder) ? drafts.items : drafts.items.filter((draft) => draft.folder === folder);
  return new Set(all.map(({ language }) => language));
}
