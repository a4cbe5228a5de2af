import { PAGE } from '../example-desk.ts';
import { plainWords } from '../plain-words.ts';
import { citingOriginals, problemAtField, type Rule } from '../rule.ts';
import { sourcesIn } from '../source-uses.ts';

const id = 'source/over-used';

/** Share of a page's citations that one source may carry, and the number of citations from which it is asked. */
const SHARE_LIMIT = 0.6;
const LEAST_CITATIONS = 5;
/** Number of sources from which more than one publisher is asked. */
const LEAST_SOURCES = 3;
const HINT = 'see whether another publisher says the same, and cite that too';

export const sourceOverUsed: Rule = {
  id,
  level: 'warning',
  why: 'A page that leans on one voice falls with it: a slip there is a slip everywhere.',
  from: 'Aagahi',
  check(drafts) {
    const publishers = new Map(sourcesIn(drafts).map(({ id: name, fields }) => [name, fields.publisher]));
    return citingOriginals(drafts).flatMap((draft) => {
      const { sources } = draft.fields;
      if (sources === undefined) return [];
      const citations = draft.mentions.filter(({ kind }) => kind === 'source').map(({ value }) => value);
      const leaning =
        citations.length < LEAST_CITATIONS
          ? []
          : [...Map.groupBy(citations, (name) => name)].filter(
              ([, uses]) => uses.length > citations.length * SHARE_LIMIT,
            );
      const tell = (message: string) =>
        problemAtField(draft, ['sources'], { ruleId: id, message, hint: HINT }, { severity: 'warning' });
      const names = sources.map((name) => publishers.get(name));
      const [only] = names;
      const isAlone =
        sources.length >= LEAST_SOURCES &&
        only !== undefined &&
        names.every((name) => name !== undefined && plainWords(name) === plainWords(only));
      return [
        ...leaning.map(([name, uses]) =>
          tell(`Unexpected weight on \`${name}\`: ${uses.length} of ${citations.length} citations are of it`),
        ),
        ...(isAlone ? [tell(`Unexpected \`sources\`: all ${sources.length} are of one publisher, ${only}`)] : []),
      ];
    });
  },
  examples: [
    { name: 'two sources, cited once each', said: [] },
    {
      name: 'a page that cites one of its sources four times of five',
      changes: {
        [PAGE]: [
          '<Source id="cdc-water" />',
          '<Source id="cdc-water" />'.concat('<Source id="who-water" />'.repeat(3)),
        ],
      },
      said: [`${PAGE}:7:10 warning Unexpected weight on \`who-water\`: 4 of 5 citations are of it → ${HINT}`],
    },
    {
      name: 'three sources of one publisher',
      changes: {
        [PAGE]: ['sources: [who-water, cdc-water]', 'sources: [who-water, cdc-water, who-book]'],
        'sources/cdc-water.yml': [
          'publisher: Centers for Disease Control and Prevention',
          'publisher: World Health Organization',
        ],
        'sources/who-book.yml':
          'id: who-book\nkind: fact-sheet\ntitle: Water\npublisher: "World Health Organization"\nurl: https://www.who.int/books\nlanguage: en\npublishedOn: 2024\naccessedOn: 2026-11-01\n',
      },
      said: [
        `${PAGE}:7:10 warning Unexpected \`sources\`: all 3 are of one publisher, World Health Organization → ${HINT}`,
      ],
    },
  ],
};
