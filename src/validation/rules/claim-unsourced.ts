import { findStatistic } from '../../model/find-statistic.ts';
import { PAGE } from '../example-desk.ts';
import { organisationOf, type Rule } from '../rule.ts';

const id = 'claim/unsourced';

/** What makes claims about health to the public. */
const COLLECTIONS: readonly string[] = ['campaigns', 'myths', 'questions', 'events', 'series', 'episodes', 'studies'];
const WORDS = 'Water that looks clean can carry germs.<Source id="who-water" />';
const HINT = 'write `<Source id="…" />` after the sentence, or put it into `<Fact source="…">`';

export const claimUnsourced: Rule = {
  id,
  level: 'error',
  why: 'A number without its source cannot be looked up, and nobody can tell when it stops being true.',
  from: 'Aagahi',
  check(drafts) {
    const { helplines = [], policy } = organisationOf(drafts);
    const telephoneNumbers = new Set(
      [...helplines.map(({ number }) => number), ...(policy?.officialContacts ?? [])].map((number) =>
        number.replace(/\D/g, ''),
      ),
    );
    return drafts.items.flatMap((draft) => {
      if (!COLLECTIONS.includes(draft.collection)) return [];
      return draft.uncited.flatMap(({ text, positionAt }) => {
        const statistic = findStatistic(text, telephoneNumbers);
        if (!statistic) return [];
        return [
          {
            file: draft.file,
            ...positionAt(statistic.index),
            ruleId: id,
            severity: 'error' as const,
            message: `Missing source of \`${statistic.text}\`: a reader cannot look this number up`,
            hint: HINT,
          },
        ];
      });
    });
  },
  examples: [
    {
      name: 'numbers with a source in their paragraph, their list, their row or their footnote, and in a fact',
      changes: {
        [PAGE]: [
          WORDS,
          [
            'Each year 1.3 million people die of it.<Source id="who-water" />',
            'These figures are of WHO:<Source id="who-water" />',
            '- 1 in 4 people has no safe water.\n  - 20 percent of them boil it.',
            '| Where | How many |\n| --- | --- |\n| Here | 5 million<Source id="cdc-water" /> |',
            'It fell by 30 percent.[^2]',
            '<Fact source="who-water">\n\nAbout 2 billion people drink unsafe water.\n\n</Fact>',
            '[^2]: In ten years.<Source id="who-water" />',
          ].join('\n\n'),
        ],
      },
      said: [],
    },
    {
      name: 'times, doses, ages and telephone numbers, which are no statistics',
      changes: {
        [PAGE]: [
          WORDS,
          'Boil it for 1 minute, above 2,000 metres for 3. Children under 5 need more care. 1166 people know: call 1166.',
        ],
      },
      said: [],
    },
    {
      name: 'numbers without a source',
      changes: {
        [PAGE]: [
          WORDS,
          'Water kills. Each year **1.3 million** people\ndie of it, 53 percent of them children.\n\n- Few boil it.\n  - Only 1 in 4 does.\n\n<Callout kind="info">\n\nہر سال ۳۹ کروڑ لوگ بیمار پڑتے ہیں۔\n\n</Callout>',
        ],
      },
      said: [
        `${PAGE}:24:26 Missing source of \`1.3 million\`: a reader cannot look this number up → ${HINT}`,
        `${PAGE}:28:10 Missing source of \`1 in 4\`: a reader cannot look this number up → ${HINT}`,
        `${PAGE}:32:8 Missing source of \`۳۹ کروڑ\`: a reader cannot look this number up → ${HINT}`,
      ],
    },
    {
      name: 'a number on the second line of its paragraph, and one in a table',
      changes: {
        [PAGE]: [
          WORDS,
          'Water that looks clean\ncan carry germs: 53 percent do.\n\n| Here | 5 million |\n| --- | --- |\n| There | 8 in 10 |',
        ],
      },
      said: [
        `${PAGE}:25:18 Missing source of \`53 percent\`: a reader cannot look this number up → ${HINT}`,
        `${PAGE}:27:10 Missing source of \`5 million\`: a reader cannot look this number up → ${HINT}`,
        `${PAGE}:29:11 Missing source of \`8 in 10\`: a reader cannot look this number up → ${HINT}`,
      ],
    },
  ],
};
