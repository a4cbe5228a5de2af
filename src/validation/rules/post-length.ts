import { composePost, networkOf } from '../../posts/compose-post.ts';
import { isWordless, postVersions } from '../composed-versions.ts';
import { BLUESKY, ORGANISATION, POST } from '../example-desk.ts';
import type { Rule } from '../rule.ts';

const id = 'post/too-long';

export const postLength: Rule = {
  id,
  level: 'error',
  isFixed: true,
  why: 'A network refuses what is over its limit. The text is counted as it will be sent, with its link.',
  from: 'Limits of the networks, as each documents them',
  check(drafts) {
    return postVersions(drafts).flatMap((one) => {
      if (isWordless(one)) return [];
      const { content, campaign, post, version, channel, atText } = one;
      const { organisation } = content;
      // What can be split is split: a part is too long only where it is the whole.
      const [first] = composePost({ post, campaign, language: version.language, channel, organisation });
      if (!first || first.count <= first.limit) return [];
      const { count, limit, segments } = first;
      const withLink = segments.at(-1)?.kind === 'link' ? ', its link included' : '';
      return [
        atText({
          ruleId: id,
          message: `Unexpected length for ${networkOf(channel).title}: ${count} of ${limit} characters${withLink}`,
          hint: `shorten it by ${count - limit}, or write a shorter text under \`variants\` for \`${channel.id}\``,
        }),
      ];
    });
  },
  examples: [
    { name: 'a post of one sentence', said: [] },
    {
      name: 'more than the network takes',
      changes: {
        'channels/bluesky.yml': BLUESKY,
        [POST]: [
          'channels: [outbox]',
          `channels: [outbox, bluesky]\nvariants:\n  bluesky: ${'Boil it. '.repeat(34).trim()}`,
        ],
      },
      said: [
        `${POST}:5:12 Unexpected length for Bluesky: 335 of 300 characters, its link included → shorten it by 35, or write a shorter text under \`variants\` for \`bluesky\``,
      ],
    },
    {
      name: 'a channel named as every object’s own property',
      changes: {
        'channels/constructor.yml': BLUESKY.replace('id: bluesky', 'id: constructor'),
        [POST]: ['channels: [outbox]', 'channels: [outbox, constructor]'],
      },
      said: [],
    },
    {
      name: 'a channel and a post in a language that the organisation does not have, which another rule tells of',
      changes: { [ORGANISATION]: ['  - tag: ur\n    name: اردو\n    direction: rtl\n', ''] },
      said: [],
    },
  ],
};
