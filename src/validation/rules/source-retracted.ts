import { PAGE, SOURCE } from '../example-desk.ts';
import { problemAtField, type Rule } from '../rule.ts';
import { atEachUse, isUsed, sourcesIn } from '../source-uses.ts';

const id = 'source/retracted';

export const sourceRetracted: Rule = {
  id,
  level: 'error',
  why: 'Retracted work was found to be wrong or unsound: a claim that rests on it rests on nothing.',
  from: 'ICMJE recommendations and COPE retraction guidelines',
  check(drafts) {
    return sourcesIn(drafts).flatMap(({ id: name, draft, fields: { retraction } }) => {
      if (!isUsed(drafts, name)) return [];
      if (retraction?.status === 'expression-of-concern') {
        const fault = {
          ruleId: id,
          message: `Unexpected source \`${name}\`: its journal has published an expression of concern`,
          hint: 'cite other evidence beside it, or wait with the claim until the journal has decided',
        };
        return atEachUse(drafts, name, fault).map((problem) => ({ ...problem, severity: 'warning' as const }));
      }
      if (retraction?.status !== 'retracted') return [];
      const hint = 'take out every claim that rests on it, or cite work that stands';
      return [
        problemAtField(draft, ['retraction', 'status'], {
          ruleId: id,
          message: `Unexpected \`retracted\`: items still list this source`,
          hint,
        }),
        ...atEachUse(drafts, name, { ruleId: id, message: `Unexpected source \`${name}\`: it was retracted`, hint }),
      ];
    });
  },
  examples: [
    {
      name: 'a source that no register lists',
      changes: {
        [SOURCE]: [
          'accessedOn:',
          'retraction:\n  status: not-listed\n  lookedUpOn: 2026-11-01\n  lookedUpIn: Crossref\naccessedOn:',
        ],
      },
      said: [],
    },
    {
      name: 'a source that was retracted',
      changes: {
        [SOURCE]: [
          'accessedOn:',
          'retraction:\n  status: retracted\n  lookedUpOn: 2026-11-01\n  lookedUpIn: Crossref\naccessedOn:',
        ],
      },
      said: [
        `${SOURCE}:9:11 Unexpected \`retracted\`: items still list this source → take out every claim that rests on it, or cite work that stands`,
        `${PAGE}:7:11 Unexpected source \`who-water\`: it was retracted → take out every claim that rests on it, or cite work that stands`,
      ],
    },
    {
      name: 'a source with an expression of concern',
      changes: {
        [SOURCE]: [
          'accessedOn:',
          'retraction:\n  status: expression-of-concern\n  lookedUpOn: 2026-11-01\n  lookedUpIn: Crossref\naccessedOn:',
        ],
      },
      said: [
        `${PAGE}:7:11 warning Unexpected source \`who-water\`: its journal has published an expression of concern → cite other evidence beside it, or wait with the claim until the journal has decided`,
      ],
    },
  ],
};
