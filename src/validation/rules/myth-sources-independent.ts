import type { Source } from '../../model/source.ts';
import { aSource, MYTH, SOURCES_OF_MYTH } from '../example-desk.ts';
import { plainWords } from '../plain-words.ts';
import { registeredDomain } from '../registered-domain.ts';
import { originalsOf, problemAtField, type Rule } from '../rule.ts';
import { sourcesIn } from '../source-uses.ts';
import { standAlone, type Voiced } from '../source-voice.ts';

const id = 'myth/sources-independent';
const HINT = 'add a source of another publisher, on its own site';

export const mythSourcesIndependent: Rule = {
  id,
  level: 'error',
  why: 'Two sources that repeat one another are one; whoever doubts it should find a second voice.',
  from: 'International Fact-Checking Network, code of principles: more than one source of evidence',
  check(drafts) {
    const known = new Map(sourcesIn(drafts).map(({ id: name, fields }) => [name, fields]));
    return originalsOf(drafts, 'myths').flatMap((draft) => {
      const { sources, institution } = draft.fields;
      if (sources === undefined) return [];
      const voices = sources.map((name) => known.get(name)).filter(isVoiced);
      // One that cannot be read may be the second voice.
      if (voices.length < sources.length) return [];
      const isInstitutions = ({ publisher, url }: Voiced) =>
        institution !== undefined &&
        (registeredDomain(url) === registeredDomain(institution.domain) ||
          plainWords(publisher) === plainWords(institution.name));
      const areTwo = voices.some((one, index) =>
        voices
          .slice(index + 1)
          .some((other) => standAlone(one, other) && !(isInstitutions(one) && isInstitutions(other))),
      );
      if (areTwo) return [];
      const [first] = voices;
      const why =
        institution && voices.every(isInstitutions)
          ? `all are of ${institution.name}, in whose name the claim is made`
          : voices.length === 1
            ? 'there is one only'
            : `all speak with one voice, that of ${first?.publisher}`;
      return [
        problemAtField(draft, ['sources'], { ruleId: id, message: `Unexpected \`sources\`: ${why}`, hint: HINT }),
      ];
    });
  },
  examples: [
    { name: 'sources of two publishers', said: [] },
    {
      name: 'the institution and somebody else',
      changes: { [MYTH]: [SOURCES_OF_MYTH, 'sources: [who-water, epa-boiling]'] },
      said: [],
    },
    {
      name: 'papers of two journals, both read at doi.org',
      changes: {
        [MYTH]: [SOURCES_OF_MYTH, 'sources: [paper, other-paper]'],
        'sources/paper.yml': aSource(
          'paper',
          'publisher: Lancet\nurl: https://doi.org/10.1016/S0140-6736(05)66912-7\n',
        ),
        'sources/other-paper.yml': aSource(
          'other-paper',
          'publisher: Nature\nurl: https://doi.org/10.1038/nature12060\n',
        ),
      },
      said: [],
    },
    {
      name: 'one source',
      changes: { [MYTH]: [SOURCES_OF_MYTH, 'sources: [epa-boiling]'] },
      said: [`${MYTH}:12:10 Unexpected \`sources\`: there is one only → ${HINT}`],
    },
    {
      name: 'two publishers on one site',
      changes: {
        [MYTH]: [SOURCES_OF_MYTH, 'sources: [epa-boiling, epa-office]'],
        'sources/epa-office.yml': aSource(
          'epa-office',
          'publisher: EPA Office of Water\nurl: https://water.epa.gov/\n',
        ),
      },
      said: [
        `${MYTH}:12:10 Unexpected \`sources\`: all speak with one voice, that of United States Environmental Protection Agency → ${HINT}`,
      ],
    },
    {
      name: 'two papers of one journal',
      changes: {
        [MYTH]: [SOURCES_OF_MYTH, 'sources: [paper, other-paper]'],
        'sources/paper.yml': aSource(
          'paper',
          'publisher: Lancet\nurl: https://x.example/\ndoi: 10.1016/S0140-6736(05)66912-7\n',
        ),
        'sources/other-paper.yml': aSource(
          'other-paper',
          'publisher: "Lancet"\nurl: https://doi.org/10.1016/S0140-6736(21)02724-0\n',
        ),
      },
      said: [`${MYTH}:12:10 Unexpected \`sources\`: all speak with one voice, that of Lancet → ${HINT}`],
    },
    {
      name: 'sources of the institution alone, on two sites and under two names',
      changes: {
        [MYTH]: [SOURCES_OF_MYTH, 'sources: [who-water, who-book]'],
        'sources/who-book.yml': aSource('who-book', 'publisher: WHO Press\nurl: https://www.who.int/books\n'),
        'sources/who-water.yml': ['url: https://www.who.int/', 'url: https://water.example/'],
      },
      said: [
        `${MYTH}:12:10 Unexpected \`sources\`: all are of World Health Organization, in whose name the claim is made → ${HINT}`,
      ],
    },
    {
      name: 'a source that cannot be read, which the reader tells of',
      changes: { 'sources/epa-boiling.yml': 'id: "epa-boiling\n' },
      said: [],
    },
  ],
};

function isVoiced(fields: Partial<Source> | undefined): fields is Source {
  return fields?.publisher !== undefined && fields.url !== undefined;
}
