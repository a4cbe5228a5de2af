import { ORGANISATION, SOURCE } from '../example-desk.ts';
import { type Rule, todayOf } from '../rule.ts';
import { exampleSuppressions, SUPPRESSION_UNUSED, unusedSuppressions } from '../suppressions.ts';

const id = SUPPRESSION_UNUSED;

/** Stands last among the rules, so that it knows what all others found. */
export const suppressionUnused: Rule = {
  id,
  level: 'warning',
  why: 'A suppression that hides nothing today hides tomorrow what nobody has seen.',
  from: 'Aagahi',
  check(drafts, { now, rules, found, contentDir = 'content' }) {
    // Suppressions of rules on words are judged where words are: by `npm run check` alone.
    const judged = rules.filter(({ isFixed, isOnWords }) => !isFixed && !isOnWords).map(({ id: name }) => name);
    return unusedSuppressions(drafts, {
      found: found(),
      rules: new Set(judged),
      today: todayOf(drafts, now),
      contentDir,
    });
  },
  examples: [
    {
      name: 'a suppression that hides something',
      changes: {
        [SOURCE]: ['accessedOn: 2026-11-01', 'accessedOn: 2026-11-24'],
        [ORGANISATION]: exampleSuppressions({ rule: 'date/future', file: SOURCE, until: '2027-01-01' }),
      },
      said: [],
    },
    {
      name: 'suppressions that hide nothing, there or at all',
      changes: {
        [SOURCE]: ['accessedOn: 2026-11-01', 'accessedOn: 2026-11-24'],
        [ORGANISATION]: exampleSuppressions(
          { rule: 'date/future', file: 'campaigns/', until: '2027-01-01' },
          { rule: 'source/unused', file: SOURCE, until: '2027-01-01' },
        ),
      },
      said: [
        `${ORGANISATION}:23:13 warning Unexpected suppression of \`date/future\` in \`campaigns/\`: it hides nothing → remove it`,
        `${ORGANISATION}:27:13 warning Unexpected suppression of \`source/unused\` in \`${SOURCE}\`: it hides nothing → remove it`,
      ],
    },
    {
      name: 'one that has ended, of no rule there is, or of a rule on words, which others tell of',
      changes: {
        [ORGANISATION]: exampleSuppressions(
          { rule: 'date/future', file: SOURCE, until: '2026-11-22' },
          { rule: 'date/futur', file: SOURCE, until: '2027-01-01' },
          { rule: 'words/term', file: SOURCE, until: '2027-01-01' },
        ),
      },
      said: [],
    },
  ],
};
