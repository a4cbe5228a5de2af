import { CHECK_OF_MYTH, MYTH } from '../example-desk.ts';
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
    { name: 'a false claim in the name of one who says otherwise', said: [] },
    {
      name: 'a true claim in nobody’s name',
      changes: {
        [MYTH]: [`rating: false\nfirstSeenOn: 2026-11-01\npublishedOn: 2026-11-02\n${CHECK_OF_MYTH}`, 'rating: true\n'],
      },
      said: [],
    },
    {
      name: 'a true claim in the name of one who says otherwise',
      changes: { [MYTH]: ['rating: false', 'rating: true'] },
      said: [
        `${MYTH}:3:9 Unexpected rating \`true\`: World Health Organization, in whose name it is said, says otherwise → write \`false\` or \`misleading\`, or mend \`finding\``,
      ],
    },
    {
      name: 'a mostly true one',
      changes: { [MYTH]: ['rating: false', 'rating: mostly-true'] },
      said: [
        `${MYTH}:3:9 Unexpected rating \`mostly-true\`: World Health Organization, in whose name it is said, says otherwise → write \`false\` or \`misleading\`, or mend \`finding\``,
      ],
    },
  ],
};
