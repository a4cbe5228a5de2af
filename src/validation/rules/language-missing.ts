import type { FieldPath } from '../../model/draft.ts';
import { ORGANISATION, PERSON } from '../example-desk.ts';
import { organisationOf, problemAtField, type Rule, recordsOf } from '../rule.ts';

const id = 'language/missing';
type Words = Readonly<Record<string, unknown>> | undefined;

export const languageMissing: Rule = {
  id,
  level: 'error',
  isFixed: true,
  why: 'Readers of each language see the organisation’s name and its help lines in theirs.',
  from: 'Aagahi',
  check(drafts) {
    const languages = organisationOf(drafts).languages?.map(({ tag }) => tag) ?? [];
    const localized = [
      ...recordsOf(drafts, 'organisation').flatMap((draft) => {
        const { name, description, demonstration, helplines = [] } = draft.fields;
        const lines = helplines.flatMap((line, index): [FieldPath, Words][] => [
          [['helplines', index, 'name'], line.name],
          [['helplines', index, 'hours'], line.hours],
        ]);
        return (
          [[['name'], name], [['description'], description], [['demonstration'], demonstration], ...lines] as [
            FieldPath,
            Words,
          ][]
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
        : languages
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
                { part: 'key' },
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
      name: 'a help line’s hours that lack a language',
      changes: { [ORGANISATION]: ['      ur: دن رات\n', ''] },
      said: [
        'organisation.yml:35:5 Missing `ur` in `helplines.0.hours`: the organisation has readers in that language → write `ur: …` beside the others',
      ],
    },
  ],
};
