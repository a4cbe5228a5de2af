import { aSource, MYTH, SOURCES_OF_MYTH } from '../example-desk.ts';
import { originalsOf, problemAtField, type Rule, recordsOf } from '../rule.ts';

const id = 'myth/fact-checker';

/** How a note says that no fact-checker has looked at a claim. A language that is not here is not asked. */
const FOUND_NONE: Readonly<Record<string, RegExp>> = {
  en: /\b(?:no|none|not|nobody|without)\b/i,
  ur: /نہیں|کسی نے نہ|نہ مل/,
  ar: /لم نجد|لا يوجد|لا توجد|ليس هناك/,
};

export const mythFactChecker: Rule = {
  id,
  level: 'warning',
  why: 'Someone whose trade it is has often checked the claim already: readers who doubt us can go there.',
  from: 'World Health Organization, “Let’s flatten the infodemic curve”: step seven, turn to fact-checkers',
  check(drafts) {
    const checks = new Set(
      recordsOf(drafts, 'sources').flatMap(({ fields }) => (fields.kind === 'fact-check' ? (fields.id ?? []) : [])),
    );
    return originalsOf(drafts, 'myths').flatMap((draft) => {
      const { rating, sources, steps } = draft.fields;
      if ((rating !== 'false' && rating !== 'misleading') || sources === undefined || steps === undefined) return [];
      const isSaid = FOUND_NONE[draft.language]?.test(steps.factCheckers) ?? true;
      if (sources.some((name) => checks.has(name)) || isSaid) return [];
      return [
        problemAtField(
          draft,
          ['steps', 'factCheckers'],
          {
            ruleId: id,
            message: `Missing fact-checker: none of the \`sources\` of a claim found \`${rating}\` is of the kind \`fact-check\``,
            hint: 'add the fact-checker’s page as a source, or say here that you found none',
          },
          { severity: 'warning' },
        ),
      ];
    });
  },
  examples: [
    { name: 'a note that says that none was found', said: [] },
    {
      name: 'a fact-checker among the sources',
      changes: {
        [MYTH]: [SOURCES_OF_MYTH, 'sources: [epa-boiling, check]'],
        'sources/check.yml': aSource('check', 'publisher: AFP\nurl: https://factcheck.afp.com/\n').replace(
          'kind: fact-sheet',
          'kind: fact-check',
        ),
      },
      said: [],
    },
    {
      name: 'a fact-checker who is named and cannot be looked up',
      changes: {
        [MYTH]: ['factCheckers: We found no check of it by a fact-checker.', 'factCheckers: AFP calls it wrong.'],
      },
      said: [
        `${MYTH}:31:17 warning Missing fact-checker: none of the \`sources\` of a claim found \`false\` is of the kind \`fact-check\` → add the fact-checker’s page as a source, or say here that you found none`,
      ],
    },
  ],
};
