import { postVersions } from '../composed-versions.ts';
import { POST, POST_IN_URDU } from '../example-desk.ts';
import { problemAtField, type Rule } from '../rule.ts';

const id = 'crisis/fact-and-link';

/** A fact and what to do about it need a few words in any language; hashtags and links are not among them. */
const LEAST_WORDS = 6;

export const crisisFactAndLink: Rule = {
  id,
  level: 'error',
  why: 'In a crisis many people see the post and nothing else: the fact to act on stands in it, and the link leads on.',
  from: 'CDC, Crisis and Emergency Risk Communication: be first, be right, promote action',
  check(drafts) {
    const seen = new Set<string>();
    const unlinked = new Set<string>();
    return postVersions(drafts).flatMap(({ post, campaign, version, channel, draft, atText }) => {
      if ((post.risk ?? campaign.risk) !== 'crisis') return [];
      const text = Object.hasOwn(version.variants, channel.id) ? (version.variants[channel.id] ?? '') : version.body;
      // Channels that get the same words are told of once.
      const place = `${draft.file}\n${text}`;
      if (text.trim() === '' || seen.has(place)) return [];
      seen.add(place);
      const words = text.replaceAll(/https?:\/\/\S+|#[\p{L}\p{M}\p{N}_]+/gu, ' ').match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
      const hasLink = post.link !== 'none' || /https?:\/\/\S+/.test(text);
      const isUnlinked = !hasLink && draft.role === 'original' && !unlinked.has(draft.file);
      if (isUnlinked) unlinked.add(draft.file);
      return [
        ...(words.length < LEAST_WORDS
          ? [
              atText({
                ruleId: id,
                message:
                  'Missing fact in a crisis post: its text has too few words to say what is the matter and what to do',
                hint: 'write the one fact that people have to act on, and the action: “The tap water in … is unsafe. Boil it for one minute.”',
              }),
            ]
          : []),
        ...(isUnlinked
          ? [
              problemAtField(draft, ['link'], {
                ruleId: id,
                message: 'Missing link in a crisis post: readers cannot find out more',
                hint: 'write `link: page`, or the address of the page with the detail',
              }),
            ]
          : []),
      ];
    });
  },
  examples: [
    {
      name: 'a crisis post with a fact to act on and the page’s link',
      changes: { [POST]: ['channels: [outbox]', 'risk: crisis\nchannels: [outbox]'] },
      said: [],
    },
    {
      name: 'a crisis post without a link',
      changes: { [POST]: ['channels: [outbox]', 'risk: crisis\nlink: none\nchannels: [outbox]'] },
      said: [
        `${POST}:4:7 Missing link in a crisis post: readers cannot find out more → write \`link: page\`, or the address of the page with the detail`,
      ],
    },
    {
      name: 'a crisis post without a link, in other words for one channel',
      changes: {
        [POST]: [
          'channels: [outbox]',
          'risk: crisis\nlink: none\nchannels: [outbox, bluesky]\nvariants:\n  bluesky: The tap water is unsafe. Boil it for one minute.',
        ],
      },
      said: [
        `${POST}:4:7 Missing link in a crisis post: readers cannot find out more → write \`link: page\`, or the address of the page with the detail`,
      ],
    },
    {
      name: 'a crisis post that says nothing to act on',
      changes: {
        [POST]: ['channels: [outbox]', 'risk: crisis\nchannels: [outbox]'],
        [POST_IN_URDU]: ['translator:', 'variants:\n  outbox: "سیلاب! #سیلاب"\ntranslator:'],
      },
      said: [
        `${POST_IN_URDU}:9:11 Missing fact in a crisis post: its text has too few words to say what is the matter and what to do → write the one fact that people have to act on, and the action: “The tap water in … is unsafe. Boil it for one minute.”`,
      ],
    },
  ],
};
