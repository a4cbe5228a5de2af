import { A_MYTH, INSTITUTION, MYTH } from '../example-desk.ts';
import { originalsOf, problemAtField, type Rule } from '../rule.ts';

const id = 'myth/rating-contradicts';

export const mythRatingContradicts: Rule = {
  id,
  level: 'error',
  why: 'A claim made in an institution’s name is not true when that institution says the opposite.',
  from: 'Aagahi',
  check(drafts) {
    return originalsOf(drafts, 'myths').flatMap((draft) => {
      const { rating, institution } = draft.fields;
      if ((rating !== 'true' && rating !== 'mostly-true') || institution?.finding !== 'says-otherwise') return [];
      return [
        problemAtField(draft, ['rating'], {
          ruleId: id,
          message: `Unexpected rating \`${rating}\`: ${institution.name}, in whose name it is said, says otherwise`,
          hint: 'write `false` or `misleading`, or mend `finding`',
        }),
      ];
    });
  },
  examples: [
    {
      name: 'a false claim in the name of one who says otherwise',
      changes: { [MYTH]: A_MYTH.replace('sources:', INSTITUTION) },
      said: [],
    },
    {
      name: 'a true claim in the name of one whose site does not have it',
      changes: {
        [MYTH]: A_MYTH.replace('sources:', INSTITUTION)
          .replace('rating: false', 'rating: true')
          .replace('says-otherwise', 'does-not-say-so'),
      },
      said: [],
    },
    {
      name: 'a true claim in the name of one who says otherwise',
      changes: {
        [MYTH]: A_MYTH.replace('sources:', INSTITUTION).replace('rating: false', 'rating: "true"'),
        'myths/flat-water/en.mdx': A_MYTH.replace('sources:', INSTITUTION).replace('false', 'mostly-true'),
      },
      said: [
        `${MYTH}:3:9 Unexpected rating \`true\`: World Health Organization, in whose name it is said, says otherwise → write \`false\` or \`misleading\`, or mend \`finding\``,
        'myths/flat-water/en.mdx:3:9 Unexpected rating `mostly-true`: World Health Organization, in whose name it is said, says otherwise → write `false` or `misleading`, or mend `finding`',
      ],
    },
  ],
};
