import { suggest } from '../../model/suggest.ts';
import {
  aPolicyPage,
  aPolicyPageInUrdu,
  ORGANISATION,
  POLICY_PAGE,
  POLICY_PAGE_IN_URDU,
  withBlanks,
} from '../example-desk.ts';
import { problemAtField, type Rule, recordsOf } from '../rule.ts';

const id = 'blank/unused';

export const blankUnused: Rule = {
  id,
  level: 'warning',
  why: 'Words that no page shows are kept current for nobody, and often stand there for a name that was misspelt.',
  from: 'Aagahi',
  check(drafts) {
    const mentions = drafts.items.flatMap((draft) => draft.mentions).filter(({ kind }) => kind === 'blank');
    const used = new Set(mentions.map(({ value }) => value));
    // A text that cannot be read may use any of them.
    const isUncertain =
      drafts.items.some(({ body }) => body === undefined) || [...drafts.unread].some((file) => file.endsWith('.mdx'));
    if (isUncertain) return [];
    return recordsOf(drafts, 'organisation').flatMap((draft) => {
      const blanks = draft.fields.blanks ?? {};
      const open = [...used].filter((name) => !Object.hasOwn(blanks, name));
      return Object.keys(blanks)
        .filter((name) => !used.has(name))
        .map((name) =>
          problemAtField(
            draft,
            ['blanks', name],
            {
              ruleId: id,
              message: `Unexpected blank \`${name}\`: no page uses it`,
              hint: hintFor(name, open),
            },
            { part: 'key', severity: 'warning' },
          ),
        );
    });
  },
  examples: [
    {
      name: 'a blank that a page uses in one of its languages',
      changes: {
        [ORGANISATION]: withBlanks('spokesperson: { en: Amina, ur: آمنہ }'),
        [POLICY_PAGE]: aPolicyPage('Ask us.'),
        [POLICY_PAGE_IN_URDU]: aPolicyPageInUrdu('<Blank name="spokesperson" /> سے پوچھیں۔'),
      },
      said: [],
    },
    {
      name: 'a blank that no page uses',
      changes: {
        [ORGANISATION]: withBlanks('spokesperson: { en: Amina, ur: آمنہ }', 'press: { en: Amina, ur: آمنہ }'),
        [POLICY_PAGE]: aPolicyPage('Ask <Blank name="spokesperson" />.'),
      },
      said: [
        'organisation.yml:40:3 warning Unexpected blank `press`: no page uses it → write `<Blank name="press" />` where its words belong, or remove it here',
      ],
    },
    {
      name: 'a slip in a name that a page has',
      changes: {
        [ORGANISATION]: withBlanks('spokeperson: { en: Amina, ur: آمنہ }'),
        [POLICY_PAGE]: aPolicyPage('Ask <Blank name="spokesperson" />.'),
      },
      said: [
        'organisation.yml:39:3 warning Unexpected blank `spokeperson`: no page uses it → did you mean `spokesperson`, which a page asks for?',
      ],
    },
    {
      name: 'blanks beside a page that cannot be read',
      changes: {
        [ORGANISATION]: withBlanks('spokesperson: { en: Amina, ur: آمنہ }'),
        [POLICY_PAGE]: aPolicyPage('<Blank name="spokesperson"'),
      },
      said: [],
    },
  ],
};

function hintFor(name: string, open: readonly string[]): string {
  const near = suggest(name, open);
  if (near) return `did you mean \`${near}\`, which a page asks for?`;
  return `write \`<Blank name="${name}" />\` where its words belong, or remove it here`;
}
