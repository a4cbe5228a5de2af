import { assembleContent } from '../../model/assemble-content.ts';
import { plannedCampaigns } from '../../model/event-campaign.ts';
import type { Problem } from '../../model/problem.ts';
import { aPost, POST, SECOND_POST } from '../example-desk.ts';
import type { Rule } from '../rule.ts';

const id = 'post/repeated';

export const postRepeated: Rule = {
  id,
  level: 'error',
  why: 'The same words twice on one channel look like a mistake to readers, and networks refuse or hide them.',
  from: 'Aagahi',
  check(drafts) {
    const content = assembleContent(drafts);
    const byFile = new Map(drafts.items.map((draft) => [draft.file, draft]));
    const first = new Map<string, string>();
    const problems = new Map<string, Problem>();
    for (const campaign of content ? plannedCampaigns(content) : []) {
      for (const post of campaign.posts) {
        for (const { language, file, body, variants } of Object.values(post.versions)) {
          for (const channel of post.channels) {
            const own = Object.hasOwn(variants, channel) ? variants[channel] : undefined;
            const words = (own ?? body).normalize('NFC').replace(/\s+/g, ' ').trim();
            const key = `${channel}\n${language}\n${words}`;
            const before = first.get(key);
            if (before === undefined) first.set(key, file);
            else if (words !== '' && before !== file) {
              const position = (own !== undefined
                ? byFile.get(file)?.locate(['variants', channel])
                : byFile.get(file)?.bodyStartsAt) ?? { line: 1, column: 1 };
              problems.set(`${file}:${position.line}`, {
                file,
                ...position,
                ruleId: id,
                severity: 'error',
                message: `Unexpected text: ${before} says the same on the same channel`,
                hint: 'say it in other words, or remove one of the two posts',
              });
            }
          }
        }
      }
    }
    return [...problems.values()];
  },
  examples: [
    {
      name: 'posts in words of their own',
      changes: { [SECOND_POST]: aPost('let-it-cool', 'Let it cool.') },
      said: [],
    },
    {
      name: 'the same words in other lines',
      changes: {
        [SECOND_POST]: aPost('let-it-cool', 'Boil water for one minute\nbefore you drink it. #CleanWater'),
      },
      said: [
        `${SECOND_POST}:13:1 Unexpected text: content/${POST} says the same on the same channel → say it in other words, or remove one of the two posts`,
      ],
    },
  ],
};
