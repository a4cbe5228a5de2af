import { MYTH } from '../example-desk.ts';
import { problemAtField, type Rule } from '../rule.ts';

const id = 'myth/claim-length';

/** In characters as a reader counts them. */
const LIMIT = 75;

export const mythClaimLength: Rule = {
  id,
  level: 'error',
  why: 'A claim is shown whole, on a phone and in search results; a longer one is cut off where its sense may turn.',
  from: 'Google Search Central, “Fact check (ClaimReview) structured data”: claimReviewed, less than 75 characters',
  check(drafts) {
    return drafts.items.flatMap((draft) => {
      if (draft.collection !== 'myths' || draft.fields.claim === undefined) return [];
      const segments = new Intl.Segmenter(draft.language, { granularity: 'grapheme' }).segment(draft.fields.claim);
      const length = [...segments].length;
      if (length <= LIMIT) return [];
      return [
        problemAtField(draft, ['claim'], {
          ruleId: id,
          message: `Unexpected length of \`claim\`: ${length} characters, of at most ${LIMIT}`,
          hint: 'write the claim alone, word for word; who says so belongs in `claimant`',
        }),
      ];
    });
  },
  examples: [
    { name: 'a short claim', said: [] },
    {
      name: 'a claim of 75 characters, each of several code points',
      changes: { [MYTH]: ['claim: Boiled water makes children weak', `claim: ${'👩‍⚕️'.repeat(75)}`] },
      said: [],
    },
    {
      name: 'a claim of 76 characters',
      changes: {
        [MYTH]: ['claim: Boiled water makes children weak', `claim: ${'ابال کر '.repeat(9)}پانی`],
      },
      said: [
        `${MYTH}:20:8 Unexpected length of \`claim\`: 76 characters, of at most 75 → write the claim alone, word for word; who says so belongs in \`claimant\``,
      ],
    },
  ],
};
