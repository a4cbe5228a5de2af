import { ORGANISATION } from '../example-desk.ts';
import { type Rule, todayOf } from '../rule.ts';
import { exampleSuppressions, suppressionsOf } from '../suppressions.ts';

const id = 'suppression/expired';

export const suppressionExpired: Rule = {
  id,
  level: 'error',
  why: 'An exception is for a while; what it hid is shown again, and somebody has to look at it anew.',
  from: 'Aagahi',
  check(drafts, { now }) {
    const today = todayOf(drafts, now);
    return suppressionsOf(drafts).flatMap(({ suppression: { rule, file, until }, problem }) => {
      if (today <= until) return [];
      const fault = {
        message: `Unexpected suppression of \`${rule}\` in \`${file}\`: it ended on ${until} and hides nothing any more`,
        hint: 'mend what the rule finds and remove the suppression, or decide anew and write a later day',
      };
      return [{ ...problem('until', id, fault), byClock: true as const }];
    });
  },
  examples: [
    {
      name: 'a suppression on its last day',
      changes: { [ORGANISATION]: oneUntil('2026-11-23') },
      said: [],
    },
    {
      name: 'a suppression the day after',
      changes: { [ORGANISATION]: oneUntil('2026-11-22') },
      said: [
        `${ORGANISATION}:26:14 Unexpected suppression of \`date/future\` in \`sources/who-water.yml\`: it ended on 2026-11-22 and hides nothing any more → mend what the rule finds and remove the suppression, or decide anew and write a later day`,
      ],
    },
  ],
};

function oneUntil(until: string) {
  return exampleSuppressions({ rule: 'date/future', file: 'sources/who-water.yml', until });
}
