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
    const mentions = drafts.items.flatMap((draft) => draft.mentions);
    const used = new Set(mentions.filter(({ kind }) => kind === 'blank').map(({ value }) => value));
    // A text that cannot be read may use any of them.
    const isUncertain =
      drafts.items.some(({ body }) => body === undefined) || [...drafts.unread].some((file) => file.endsWith('.mdx'));
    if (isUncertain) return [];
    return recordsOf(drafts, 'organisation').flatMap((draft) =>
      Object.keys(draft.fields.blanks ?? {})
        .filter((name) => !used.has(name))
        .map((name) =>
          problemAtField(
            draft,
            ['blanks', name],
            {
              ruleId: id,
              message: `Unexpected blank \`${name}\`: no page uses it`,
              hint: `write \`<Blank name="${name}" />\` where its words belong, or remove it here`,
            },
            { part: 'key', severity: 'warning' },
          ),
        ),
    );
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
      name: 'blanks beside a page that cannot be read',
      changes: {
        [ORGANISATION]: withBlanks('spokesperson: { en: Amina, ur: آمنہ }'),
        [POLICY_PAGE]: aPolicyPage('<Blank name="spokesperson"'),
      },
      said: [],
    },
  ],
};
