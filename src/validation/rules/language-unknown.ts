import type { Problem } from '../../model/problem.ts';
import { listed } from '../../model/suggest.ts';
import { CHANNEL, MYTH_IN_URDU, ORGANISATION, PAGE_IN_URDU, POST_IN_URDU } from '../example-desk.ts';
import { organisationOf, problemAtField, type Rule, recordsOf } from '../rule.ts';

const id = 'language/unknown';

export const languageUnknown: Rule = {
  id,
  level: 'error',
  isFixed: true,
  why: 'A language the organisation does not have has no direction, no menu and no page that leads to it.',
  from: 'Aagahi',
  check(drafts) {
    const languages = organisationOf(drafts).languages?.map(({ tag }) => tag);
    if (!languages) return [];
    const hint = `write ${listed(languages)}, or add the language to content/organisation.yml`;
    const items = drafts.items
      .filter(({ language }) => !languages.includes(language))
      .map(
        (draft): Problem => ({
          file: draft.file,
          line: 1,
          column: 1,
          ruleId: id,
          severity: 'error',
          message: `Unexpected language \`${draft.language}\`: the organisation does not have it`,
          hint,
        }),
      );
    const channels = recordsOf(drafts, 'channels').flatMap((draft) =>
      (draft.fields.languages ?? []).flatMap((tag, index) =>
        languages.includes(tag)
          ? []
          : [
              problemAtField(draft, ['languages', index], {
                ruleId: id,
                message: `Unexpected language \`${tag}\`: the organisation does not have it`,
                hint,
              }),
            ],
      ),
    );
    return [...items, ...channels];
  },
  examples: [
    { name: 'languages of the organisation', said: [] },
    {
      name: 'pages, a post and a channel in a language of nobody',
      changes: { [ORGANISATION]: ['  - tag: ur\n    name: اردو\n    direction: rtl\n', ''] },
      said: [
        `${POST_IN_URDU}:1:1 Unexpected language \`ur\`: the organisation does not have it → write \`en\`, or add the language to content/organisation.yml`,
        `${PAGE_IN_URDU}:1:1 Unexpected language \`ur\`: the organisation does not have it → write \`en\`, or add the language to content/organisation.yml`,
        `${MYTH_IN_URDU}:1:1 Unexpected language \`ur\`: the organisation does not have it → write \`en\`, or add the language to content/organisation.yml`,
        `${CHANNEL}:4:17 Unexpected language \`ur\`: the organisation does not have it → write \`en\`, or add the language to content/organisation.yml`,
      ],
    },
  ],
};
