import { RETRACTION_LOOK_UP_MONTHS } from '../../model/shelf-life.ts';
import { addMonths, dayAt } from '../../model/time.ts';
import { SOURCE } from '../example-desk.ts';
import { organisationOf, problemAtField, type Rule } from '../rule.ts';
import { isUsed, sourcesIn } from '../source-uses.ts';

const id = 'source/retraction-unchecked';

export const sourceRetractionUnchecked: Rule = {
  id,
  level: 'warning',
  why: 'Papers are retracted years after they came out. “Not listed” is worth as much as the day it was looked up.',
  from: 'COPE retraction guidelines; Crossref’s Retraction Watch data',
  check(drafts, { now }) {
    const today = dayAt(now, organisationOf(drafts).timeZone ?? 'UTC');
    return sourcesIn(drafts).flatMap(({ id: name, draft, fields: { kind, retraction } }) => {
      if (kind !== 'peer-reviewed' || !isUsed(drafts, name)) return [];
      if (!retraction) {
        return [
          problemAtField(
            draft,
            ['kind'],
            {
              ruleId: id,
              message: `Missing field \`retraction\`: nobody has looked up whether \`${name}\` was retracted`,
              hint: 'run `npm run sources -- --record`, which asks Crossref and PubMed and writes what they say',
            },
            { severity: 'warning' },
          ),
        ];
      }
      if (addMonths(retraction.lookedUpOn, RETRACTION_LOOK_UP_MONTHS) > today) return [];
      return [
        {
          ...problemAtField(
            draft,
            ['retraction', 'lookedUpOn'],
            {
              ruleId: id,
              message: `Unexpected day \`${retraction.lookedUpOn}\`: the look-up is more than a year old`,
              hint: 'run `npm run sources -- --record`, which looks again',
            },
            { severity: 'warning' },
          ),
          byClock: true as const,
        },
      ];
    });
  },
  examples: [
    { name: 'a fact sheet, of which no register speaks', said: [] },
    {
      name: 'a paper that was looked up this year',
      changes: {
        [SOURCE]: [
          'kind: fact-sheet',
          'retraction:\n  status: not-listed\n  lookedUpOn: 2026-01-01\n  lookedUpIn: Crossref\nkind: peer-reviewed',
        ],
      },
      said: [],
    },
    {
      name: 'a paper that nobody looked up',
      changes: { [SOURCE]: ['kind: fact-sheet', 'kind: peer-reviewed'] },
      said: [
        `${SOURCE}:2:7 warning Missing field \`retraction\`: nobody has looked up whether \`who-water\` was retracted → run \`npm run sources -- --record\`, which asks Crossref and PubMed and writes what they say`,
      ],
    },
    {
      name: 'a paper that was looked up more than a year ago',
      changes: {
        [SOURCE]: [
          'kind: fact-sheet',
          'retraction:\n  status: not-listed\n  lookedUpOn: 2025-11-23\n  lookedUpIn: Crossref\nkind: peer-reviewed',
        ],
      },
      said: [
        `${SOURCE}:4:15 warning Unexpected day \`2025-11-23\`: the look-up is more than a year old → run \`npm run sources -- --record\`, which looks again`,
      ],
    },
  ],
};
