import type { Channel } from '../../model/channel.ts';
import type { Problem } from '../../model/problem.ts';
import { listed } from '../../model/suggest.ts';
import { networkOf } from '../../posts/compose-post.ts';
import { aPost, BLUESKY, PAGE, POST, SECOND_POST } from '../example-desk.ts';
import { originalsOf, problemAtField, type Rule, recordsOf } from '../rule.ts';

const id = 'channel/capability';

export const channelCapability: Rule = {
  id,
  level: 'error',
  isFixed: true,
  why: 'What a network cannot do is better known while a post is written than at the hour when it is due.',
  from: 'Aagahi',
  check(drafts) {
    const records = recordsOf(drafts, 'channels').filter(({ whole }) => whole);
    const channels = new Map(records.map(({ fields }) => [fields.id ?? '', fields as Channel]));
    return [
      ...records.flatMap((draft) => {
        const channel = draft.fields as Channel;
        const network = networkOf(channel);
        const cannot = (field: keyof Channel, what: string): Problem[] => [
          problemAtField(
            draft,
            [field],
            {
              ruleId: id,
              message: `Unexpected field \`${field}\`: ${network.title} ${what}`,
              hint: 'remove it',
            },
            { part: 'key' },
          ),
        ];
        return [
          ...(channel.defaultPin !== undefined && !network.pin
            ? cannot('defaultPin', 'lets the desk pin nothing')
            : []),
          ...(channel.defaultBanner !== undefined && !network.banner
            ? cannot('defaultBanner', 'lets the desk set no banner')
            : []),
          ...(channel.visibility !== 'public' && !network.visibility
            ? cannot('visibility', 'shows every post in public')
            : []),
          ...(channel.limits && channel.network !== 'mastodon' ? cannot('limits', 'is the same everywhere') : []),
        ];
      }),
      ...originalsOf(drafts, 'campaigns').flatMap((draft) =>
        (draft.fields.banner?.channels ?? []).flatMap((name, index) => {
          const channel = channels.get(name);
          if (!channel || networkOf(channel).banner) return [];
          return [
            problemAtField(draft, ['banner', 'channels', index], {
              ruleId: id,
              message: `Unexpected channel \`${name}\`: ${networkOf(channel).title} lets the desk set no banner`,
              hint: 'remove it here, and change that banner by hand',
            }),
          ];
        }),
      ),
      ...originalsOf(drafts, 'posts').flatMap((draft) => {
        const goesTo = (draft.fields.channels ?? []).flatMap((name) => channels.get(name) ?? []);
        const titles = [...new Set(goesTo.map((channel) => networkOf(channel).title))];
        const nowhere = (field: 'pinUntil' | 'thread', what: string): Problem[] => [
          problemAtField(
            draft,
            [field],
            {
              ruleId: id,
              message: `Unexpected field \`${field}\`: ${what} (${listed(titles, 'and')})`,
              hint: 'remove it, or add a channel that can',
            },
            { part: 'key' },
          ),
        ];
        if (goesTo.length === 0) return [];
        const canPin = goesTo.some((channel) => networkOf(channel).pin);
        const canThread = goesTo.some((channel) => networkOf(channel).thread);
        const without = goesTo.find((channel) => networkOf(channel).image.count === 0);
        return [
          ...(draft.fields.pinUntil !== undefined && !canPin
            ? nowhere('pinUntil', 'none of its channels can pin')
            : []),
          ...(draft.fields.thread && !canThread ? nowhere('thread', 'none of its channels has threads') : []),
          ...(draft.fields.attach === 'card' && without
            ? [
                problemAtField(draft, ['attach'], {
                  ruleId: id,
                  message: `Unexpected card: \`${without.id}\` takes no pictures`,
                  hint: 'write `attach: nothing`, or leave that channel out',
                }),
              ]
            : []),
        ];
      }),
    ];
  },
  examples: [
    {
      name: 'what Mastodon can do',
      changes: {
        'channels/mastodon.yml': BLUESKY.replaceAll('bluesky', 'mastodon').replace(
          'audience:',
          'visibility: unlisted\ndefaultPin: boil-water\nlimits:\n  readOn: 2026-11-01\n  textLimit: 5000\naudience:',
        ),
        [POST]: ['headline:', 'pinUntil:\n  daysFromStart: 2\n  time: "09:00"\nheadline:'],
      },
      said: [],
    },
    {
      name: 'what a network cannot do',
      changes: {
        'channels/x.yml': BLUESKY.replaceAll('bluesky', 'x').replace(
          'audience:',
          'visibility: unlisted\ndefaultPin: boil-water\nlimits:\n  readOn: 2026-11-01\naudience:',
        ),
        [SECOND_POST]: aPost('let-it-cool', 'Let it cool.').replace(
          'channels: [outbox]',
          'channels: [x]\nthread: true\npinUntil:\n  daysFromStart: 2\n  time: "09:00"',
        ),
      },
      said: [
        'channels/x.yml:6:1 Unexpected field `defaultPin`: X lets the desk pin nothing → remove it',
        'channels/x.yml:5:1 Unexpected field `visibility`: X shows every post in public → remove it',
        'channels/x.yml:7:1 Unexpected field `limits`: X is the same everywhere → remove it',
        `${SECOND_POST}:5:1 Unexpected field \`pinUntil\`: none of its channels can pin (\`X\`) → remove it, or add a channel that can`,
        `${SECOND_POST}:4:1 Unexpected field \`thread\`: none of its channels has threads (\`X\`) → remove it, or add a channel that can`,
      ],
    },
    {
      name: 'a banner on a network that has none, and a card where there are no pictures',
      changes: {
        'channels/telegram.yml': BLUESKY.replaceAll('bluesky', 'telegram'),
        'channels/mastodon.yml': BLUESKY.replaceAll('bluesky', 'mastodon').replace(
          'audience:',
          'limits:\n  readOn: 2026-11-01\n  pictureCount: 0\naudience:',
        ),
        [PAGE]: [
          'author:',
          'banner:\n  channels: [outbox, telegram]\n  from: { daysFromStart: 0, time: "00:00" }\n  until: { daysFromStart: 7, time: "00:00" }\nauthor:',
        ],
        [SECOND_POST]: aPost('let-it-cool', 'Let it cool.').replace('[outbox]', '[mastodon]\nattach: card'),
      },
      said: [
        `${PAGE}:10:22 Unexpected channel \`telegram\`: Telegram lets the desk set no banner → remove it here, and change that banner by hand`,
        `${SECOND_POST}:4:9 Unexpected card: \`mastodon\` takes no pictures → write \`attach: nothing\`, or leave that channel out`,
      ],
    },
  ],
};
