import { addMonths } from '../../model/time.ts';
import { ORGANISATION } from '../example-desk.ts';
import { type Rule, todayOf } from '../rule.ts';
import { exampleSuppressions, suppressionsOf } from '../suppressions.ts';

const id = 'suppression/too-long';

export const suppressionTooLong: Rule = {
  id,
  level: 'error',
  isFixed: true,
  why: 'An exception that nobody has to look at again is a rule that was switched off.',
  from: 'Aagahi',
  check(drafts, { now }) {
    const latest = addMonths(todayOf(drafts, now), 12);
    return suppressionsOf(drafts).flatMap(({ suppression: { until }, problem }) =>
      until <= latest
        ? []
        : [
            problem('until', id, {
              message: `Unexpected end of a suppression: ${until} is more than a year ahead`,
              hint: `write a day not after ${latest}`,
            }),
          ],
    );
  },
  examples: [
    { name: 'a suppression for a year', changes: { [ORGANISATION]: oneUntil('2027-11-23') }, said: [] },
    {
      name: 'a suppression for a year and a day',
      changes: { [ORGANISATION]: oneUntil('2027-11-24') },
      said: [
        `${ORGANISATION}:26:14 Unexpected end of a suppression: 2027-11-24 is more than a year ahead → write a day not after 2027-11-23`,
      ],
    },
  ],
};

function oneUntil(until: string) {
  return exampleSuppressions({ rule: 'date/future', file: 'sources/who-water.yml', until });
}
