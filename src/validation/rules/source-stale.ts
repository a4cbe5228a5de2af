import { DEFAULT_POLICY } from '../../model/policy.ts';
import { shelfLifeEnd } from '../../model/shelf-life.ts';
import { dayAt } from '../../model/time.ts';
import { PAGE, SOURCE } from '../example-desk.ts';
import { organisationOf, problemAtField, type Rule } from '../rule.ts';
import { atEachUse, sourcesIn } from '../source-uses.ts';

const id = 'source/stale';

export const sourceStale: Rule = {
  id,
  level: 'error',
  why: 'Health advice changes: a source that nobody has read for long, or that is old for its kind, may say otherwise by now.',
  from: 'CDC and WHO: cite current sources; the months are the organisation’s own (`policy.shelfLife`)',
  check(drafts, { now }) {
    const organisation = organisationOf(drafts);
    const policy = organisation.policy ?? DEFAULT_POLICY;
    const today = dayAt(now, organisation.timeZone ?? 'UTC');
    return sourcesIn(drafts).flatMap(({ id: name, draft, fields }) => {
      const end = shelfLifeEnd(fields, policy);
      if (!end || end.on > today) return [];
      const isAge = end.reason === 'age';
      const what = isAge
        ? `it was published ${fields.publishedOn}, which is long ago for its kind (${fields.kind})`
        : `nobody has read it since ${fields.accessedOn}`;
      const hint = isAge
        ? 'cite a newer source; if there is none, say in its assessment why it still holds, and let `policy.suppressions` pass it over for a while'
        : 'read it again; if it still says so, write the day in `accessedOn` of the source';
      const problems = [
        problemAtField(draft, [isAge ? 'publishedOn' : 'accessedOn'], {
          ruleId: id,
          message: `Unexpected age of this source: ${what}`,
          hint,
        }),
        ...atEachUse(drafts, name, {
          ruleId: id,
          message: `Unexpected age of the source \`${name}\`: ${what}`,
          hint,
        }),
      ];
      return problems.map((problem) => ({ ...problem, byClock: true as const }));
    });
  },
  examples: [
    { name: 'a fact sheet read three weeks ago', said: [] },
    { name: 'a fact sheet on the last day of its year', now: '2027-10-31T23:00:00+05:00', said: [] },
    {
      name: 'a fact sheet that nobody has read for a year',
      now: '2027-11-01T00:00:00+05:00',
      changes: { 'sources/cdc-water.yml': ['accessedOn: 2026-11-01', 'accessedOn: 2026-11-20'] },
      said: [
        `${SOURCE}:8:13 Unexpected age of this source: nobody has read it since 2026-11-01 → read it again; if it still says so, write the day in \`accessedOn\` of the source`,
        `${PAGE}:7:11 Unexpected age of the source \`who-water\`: nobody has read it since 2026-11-01 → read it again; if it still says so, write the day in \`accessedOn\` of the source`,
      ],
    },
    {
      name: 'a fact sheet older than the organisation allows',
      changes: {
        [SOURCE]: ['publishedOn: 2023-09-13', 'publishedOn: 2021'],
        'organisation.yml': [
          'helplines:',
          'policy:\n  shelfLife:\n    fact-sheet:\n      rereadMonths: 12\n      ageMonths: 36\nhelplines:',
        ],
      },
      said: [
        `${SOURCE}:7:14 Unexpected age of this source: it was published 2021, which is long ago for its kind (fact-sheet) → cite a newer source; if there is none, say in its assessment why it still holds, and let \`policy.suppressions\` pass it over for a while`,
        `${PAGE}:7:11 Unexpected age of the source \`who-water\`: it was published 2021, which is long ago for its kind (fact-sheet) → cite a newer source; if there is none, say in its assessment why it still holds, and let \`policy.suppressions\` pass it over for a while`,
      ],
    },
  ],
};
