import type { FieldPath } from '../../model/draft.ts';
import { ORGANISATION, PERSON, withBlanks } from '../example-desk.ts';
import { organisationOf, problemAtField, type Rule, recordsOf } from '../rule.ts';

const id = 'language/missing';
type Words = Readonly<Record<string, unknown>> | undefined;

export const languageMissing: Rule = {
  id,
  level: 'error',
  isFixed: true,
  why: 'Readers of each language see the organisation’s name and its help lines in theirs, and its pages without gaps.',
  from: 'Aagahi',
  check(drafts) {
    const languages = organisationOf(drafts).languages?.map(({ tag }) => tag) ?? [];
    // A blank is shown by the pages of the policy kit alone: in a language in which there are none yet, nobody misses it.
    const kit = new Set(drafts.items.flatMap((item) => (item.collection === 'pages' ? [item.language] : [])));
    const shownIn = (path: FieldPath) =>
      languages.filter((tag) => path[0] !== 'blanks' || kit.size === 0 || kit.has(tag));
    const localized = [
      ...recordsOf(drafts, 'organisation').flatMap((draft) => {
        const { name, description, demonstration, helplines = [], blanks = {} } = draft.fields;
        const lines = helplines.flatMap((line, index): [FieldPath, Words][] => [
          [['helplines', index, 'name'], line.name],
          [['helplines', index, 'hours'], line.hours],
        ]);
        const inBlanks = Object.entries(blanks).map(([blank, words]): [FieldPath, Words] => [['blanks', blank], words]);
        return (
          [
            [['name'], name],
            [['description'], description],
            [['demonstration'], demonstration],
            ...lines,
            ...inBlanks,
          ] as [FieldPath, Words][]
        ).map(([path, words]) => ({ draft, path, words }));
      }),
      ...recordsOf(drafts, 'people').flatMap((draft) => [
        { draft, path: ['name'] as FieldPath, words: draft.fields.name as Words },
        { draft, path: ['title'] as FieldPath, words: draft.fields.title as Words },
      ]),
    ];
    return localized.flatMap(({ draft, path, words }) =>
      words === undefined
        ? []
        : shownIn(path)
            .filter((tag) => !Object.hasOwn(words, tag))
            .map((tag) =>
              problemAtField(
                draft,
                path,
                {
                  ruleId: id,
                  message: `Missing \`${tag}\` in \`${path.join('.')}\`: the organisation has readers in that language`,
                  hint: `write \`${tag}: …\` beside the others`,
                },
                // A page shows an open blank as a gap and stands: a kit can be filled in step by step.
                { part: 'key', severity: path[0] === 'blanks' ? 'warning' : 'error' },
              ),
            ),
    );
  },
  examples: [
    { name: 'names in every language', said: [] },
    {
      name: 'names that lack a language',
      changes: {
        [ORGANISATION]: ['  ur: آزمائشی ڈیسک\n', ''],
        [PERSON]: ['  ur: صحت کی مصنفہ\n', ''],
      },
      said: [
        'organisation.yml:2:1 Missing `ur` in `name`: the organisation has readers in that language → write `ur: …` beside the others',
        `${PERSON}:5:1 Missing \`ur\` in \`title\`: the organisation has readers in that language → write \`ur: …\` beside the others`,
      ],
    },
    {
      name: 'words for a blank that lack a language',
      changes: { [ORGANISATION]: withBlanks('spokesperson: { en: Amina }') },
      said: [
        'organisation.yml:39:3 warning Missing `ur` in `blanks.spokesperson`: the organisation has readers in that language → write `ur: …` beside the others',
      ],
    },
    {
      name: 'a help line’s hours that lack a language',
      changes: { [ORGANISATION]: ['      ur: دن رات\n', ''] },
      said: [
        'organisation.yml:35:5 Missing `ur` in `helplines.0.hours`: the organisation has readers in that language → write `ur: …` beside the others',
      ],
    },
  ],
};
