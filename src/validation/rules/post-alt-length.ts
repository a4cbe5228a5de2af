import { composePost, networkOf } from '../../posts/compose-post.ts';
import { isWordless, postVersions } from '../composed-versions.ts';
import { BLUESKY, POST } from '../example-desk.ts';
import { problemAtField, type Rule } from '../rule.ts';

const id = 'post/alt-too-long';

export const postAltLength: Rule = {
  id,
  level: 'error',
  isFixed: true,
  why: 'A network refuses, or cuts off, words in place of a picture that are over its limit.',
  from: 'Limits of the networks, as each documents them',
  check(drafts) {
    return postVersions(drafts).flatMap((one) => {
      if (isWordless(one)) return [];
      const { content, campaign, post, version, channel, draft } = one;
      const { organisation } = content;
      const network = networkOf(channel);
      const { altLimit } = network.image;
      const [first] = composePost({ post, campaign, language: version.language, channel, organisation });
      const attachment = first?.attachment;
      if (!attachment || attachment.kind === 'nothing' || altLimit === 0 || attachment.alt.length <= altLimit)
        return [];
      const isOwn = version.alt !== undefined;
      return [
        problemAtField(draft, [isOwn ? 'alt' : 'headline'], {
          ruleId: id,
          message: `Unexpected length of the words in place of the card, for ${network.title}: ${attachment.alt.length} of ${altLimit} characters`,
          hint: isOwn ? 'say in fewer words what the card shows' : 'write `alt: …` in fewer words',
        }),
      ];
    });
  },
  examples: [
    { name: 'a card with a short headline', said: [] },
    {
      name: 'more words in place of the card than the network takes',
      changes: {
        'channels/bluesky.yml': BLUESKY,
        [POST]: ['channels: [outbox]', `channels: [outbox, bluesky]\nalt: ${'Water. '.repeat(300).trim()}`],
      },
      said: [
        `${POST}:4:6 Unexpected length of the words in place of the card, for Outbox: 2099 of 2000 characters → say in fewer words what the card shows`,
        `${POST}:4:6 Unexpected length of the words in place of the card, for Bluesky: 2099 of 2000 characters → say in fewer words what the card shows`,
      ],
    },
    {
      name: 'a headline that is too long to stand in place of its card',
      changes: { [POST]: ['Boil it for one minute', 'Boil it. '.repeat(300).trim()] },
      said: [
        `${POST}:10:11 Unexpected length of the words in place of the card, for Outbox: 2735 of 2000 characters → write \`alt: …\` in fewer words`,
      ],
    },
  ],
};
