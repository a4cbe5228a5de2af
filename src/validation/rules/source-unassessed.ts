import { SOURCE } from '../example-desk.ts';
import { problemAtField, type Rule } from '../rule.ts';
import { isUsed, sourcesIn } from '../source-uses.ts';

const id = 'source/unassessed';

export const sourceUnassessed: Rule = {
  id,
  level: 'error',
  why: 'Seven questions asked once, and written down, keep a rumour with a good name from becoming our advice.',
  from: 'World Health Organization, “Let’s flatten the infodemic curve”: seven steps',
  check(drafts) {
    return sourcesIn(drafts).flatMap(({ id: name, draft }) => {
      // An assessment that is there with a mistake in it is told of where the mistake is.
      const isWritten = draft.whole ? draft.fields.assessment !== undefined : true;
      if (isWritten || !isUsed(drafts, name)) return [];
      return [
        problemAtField(
          draft,
          ['id'],
          {
            ruleId: id,
            message: `Missing field \`assessment\`: nobody has asked the seven questions of \`${name}\``,
            hint: 'answer them under `assessment`; the handbook’s page on sources shows how',
          },
          { part: 'key' },
        ),
      ];
    });
  },
  examples: [
    { name: 'sources that somebody has assessed', said: [] },
    {
      name: 'a source that nobody has assessed',
      changes: {
        [SOURCE]:
          'id: who-water\nkind: fact-sheet\ntitle: Drinking-water\npublisher: World Health Organization\nurl: https://www.who.int/news-room/fact-sheets/detail/drinking-water\nlanguage: en\npublishedOn: 2023-09-13\naccessedOn: 2026-11-01\n',
      },
      said: [
        `${SOURCE}:1:1 Missing field \`assessment\`: nobody has asked the seven questions of \`who-water\` → answer them under \`assessment\`; the handbook’s page on sources shows how`,
      ],
    },
  ],
};
