import { adjustableFault } from '../adjustable-rule.ts';
import { isSuppressedBy } from '../apply-policy.ts';
import { ORGANISATION, SOURCE } from '../example-desk.ts';
import { type Rule, todayOf } from '../rule.ts';
import { exampleSuppressions, suppressionsOf } from '../suppressions.ts';

const id = 'suppression/unused';

/** Stands last among the rules, so that it knows what all others found. */
export const suppressionUnused: Rule = {
  id,
  level: 'warning',
  why: 'A suppression that hides nothing today hides tomorrow what nobody has seen.',
  from: 'Aagahi',
  check(drafts, { now, rules, found, contentDir = 'content' }) {
    const today = todayOf(drafts, now);
    return suppressionsOf(drafts).flatMap(({ suppression, problem }) => {
      // The rules on words are asked elsewhere, of each file by itself.
      if (rules.some(({ id: name, isOnWords }) => isOnWords && name === suppression.rule)) return [];
      // What is wrong with it by itself is told by the rule for that.
      if (suppression.until < today || adjustableFault(suppression.rule, rules)) return [];
      if (found().some((one) => isSuppressedBy(one, suppression, contentDir))) return [];
      const fault = {
        message: `Unexpected suppression of \`${suppression.rule}\` in \`${suppression.file}\`: it hides nothing`,
        hint: 'remove it',
      };
      return [{ ...problem('rule', id, fault), severity: 'warning' as const }];
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
      name: 'one that has ended or that hides no rule there is, which other rules tell of',
      changes: {
        [ORGANISATION]: exampleSuppressions(
          { rule: 'date/future', file: SOURCE, until: '2026-11-22' },
          { rule: 'date/futur', file: SOURCE, until: '2027-01-01' },
        ),
      },
      said: [],
    },
  ],
};
