import type { Channel } from '../model/channel.ts';
import type { Problem } from '../model/problem.ts';
import { listed } from '../model/suggest.ts';
import { networkOf } from '../posts/compose-post.ts';
import { originalsOf, problemAtField, type Rule, recordsOf } from './rule.ts';

const id = 'channel/capability';

export const channelCapability: Rule = {
  id,
  why: 'What a network cannot do is better known while a post is written than at the hour when it is due.',
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
};
