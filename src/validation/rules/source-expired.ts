import { dayAt } from '../../model/time.ts';
import { PAGE, SOURCE } from '../example-desk.ts';
import { organisationOf, problemAtField, type Rule } from '../rule.ts';
import { atEachUse, sourcesIn } from '../source-uses.ts';

const id = 'source/expired';

export const sourceExpired: Rule = {
  id,
  level: 'error',
  why: 'A source that its publisher ended no longer supports a claim.',
  from: 'WHO handbook for guideline development: recommendations carry a review-by date',
  check(drafts, { now }) {
    const today = dayAt(now, organisationOf(drafts).timeZone ?? 'UTC');
    return sourcesIn(drafts).flatMap(({ id: name, draft, fields: { expiresOn, supersededBy } }) => {
      if (expiresOn === undefined || expiresOn >= today) return [];
      const hint =
        supersededBy === undefined
          ? 'cite what replaced it, or take the claim out'
          : `cite \`${supersededBy}\`, which replaced it`;
      const problems = [
        problemAtField(draft, ['expiresOn'], {
          ruleId: id,
          message: `Unexpected day \`${expiresOn}\`: this source held until then`,
          hint,
        }),
        ...atEachUse(drafts, name, {
          ruleId: id,
          message: `Unexpected source \`${name}\`: it held until ${expiresOn}`,
          hint,
        }),
      ];
      return problems.map((problem) => ({ ...problem, byClock: true as const }));
    });
  },
  examples: [
    {
      name: 'a source on its last day',
      changes: { [SOURCE]: ['accessedOn:', 'expiresOn: 2026-11-23\naccessedOn:'] },
      said: [],
    },
    {
      name: 'a source the day after',
      changes: { [SOURCE]: ['accessedOn:', 'expiresOn: 2026-11-22\naccessedOn:'] },
      said: [
        `${SOURCE}:8:12 Unexpected day \`2026-11-22\`: this source held until then → cite what replaced it, or take the claim out`,
        `${PAGE}:7:11 Unexpected source \`who-water\`: it held until 2026-11-22 → cite what replaced it, or take the claim out`,
      ],
    },
    {
      name: 'a source that another has replaced since',
      changes: { [SOURCE]: ['accessedOn:', 'expiresOn: 2026-11-22\nsupersededBy: cdc-water\naccessedOn:'] },
      said: [
        `${SOURCE}:8:12 Unexpected day \`2026-11-22\`: this source held until then → cite \`cdc-water\`, which replaced it`,
        `${PAGE}:7:11 Unexpected source \`who-water\`: it held until 2026-11-22 → cite \`cdc-water\`, which replaced it`,
      ],
    },
  ],
};
