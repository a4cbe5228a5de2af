import { MYTH, MYTH_IN_URDU } from '../example-desk.ts';
import { plainWords } from '../plain-words.ts';
import { originalsOf, problemAtField, type Rule } from '../rule.ts';

const id = 'myth/title-repeats-claim';
const HINT = 'write what is true, as one would tell it to somebody who never heard the claim';

const TITLE_IN_URDU = 'title: ابالنے سے پانی محفوظ ہو جاتا ہے';
const QUESTION_IN_URDU = 'title: کیا ابلا ہوا پاني بچوں کو کمزور کرتا ہے؟';

export const mythTitleRepeatsClaim: Rule = {
  id,
  level: 'warning',
  why: 'What a heading says is what stays: a false claim in it is remembered, even with “no” before it.',
  from: 'Debunking Handbook 2020 (Lewandowsky and others): lead with the fact',
  check(drafts) {
    const ratings = new Map(originalsOf(drafts, 'myths').map(({ folder, fields }) => [folder, fields.rating]));
    return drafts.items.flatMap((draft) => {
      if (draft.collection !== 'myths') return [];
      const { title, claim } = draft.fields;
      const rating = ratings.get(draft.folder);
      if (title === undefined || claim === undefined || (rating !== 'false' && rating !== 'misleading')) return [];
      const claimed = plainWords(claim);
      if (claimed === '' || !` ${plainWords(title)} `.includes(` ${claimed} `)) return [];
      return [
        problemAtField(
          draft,
          ['title'],
          { ruleId: id, message: `Unexpected title: it repeats the ${rating} claim`, hint: HINT },
          { severity: 'warning' },
        ),
      ];
    });
  },
  examples: [
    { name: 'a title that says what is true', said: [] },
    {
      name: 'a claim that was not proven, which the title may name',
      changes: { [MYTH]: ['rating: false', 'rating: unproven'], [MYTH_IN_URDU]: [TITLE_IN_URDU, QUESTION_IN_URDU] },
      said: [],
    },
    {
      name: 'titles that repeat the claim, in other capitals and letters',
      changes: {
        [MYTH]: [
          'title: Boiling makes water safe to drink',
          'title: "No! “boiled water” makes children WEAK: is that so?"',
        ],
        [MYTH_IN_URDU]: [TITLE_IN_URDU, QUESTION_IN_URDU],
      },
      said: [
        `${MYTH}:18:8 warning Unexpected title: it repeats the false claim → ${HINT}`,
        `${MYTH_IN_URDU}:15:8 warning Unexpected title: it repeats the false claim → ${HINT}`,
      ],
    },
  ],
};
