import { isWordless, postVersions } from '../composed-versions.ts';
import { POST } from '../example-desk.ts';
import type { Rule } from '../rule.ts';

const id = 'post/empty';

export const postEmpty: Rule = {
  id,
  level: 'error',
  isFixed: true,
  why: 'A post without words says nothing to those who cannot see its card.',
  from: 'Aagahi',
  check(drafts) {
    return postVersions(drafts)
      .filter(isWordless)
      .map(({ channel, atText }) =>
        atText({
          ruleId: id,
          message: `Missing text for ${channel.name}: the post has neither a body nor a variant for \`${channel.id}\``,
          hint: `write the text below the fields, or \`variants:\` with \`${channel.id}: …\``,
        }),
      );
  },
  examples: [
    { name: 'a post with a body', said: [] },
    {
      name: 'a post without words for a channel',
      changes: { [POST]: ['Boil water for one minute before you drink it. #CleanWater\n', ''] },
      said: [
        `${POST}:12:1 Missing text for Outbox: the post has neither a body nor a variant for \`outbox\` → write the text below the fields, or \`variants:\` with \`outbox: …\``,
      ],
    },
  ],
};
