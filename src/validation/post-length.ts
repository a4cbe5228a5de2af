import { assembleContent } from '../model/assemble-content.ts';
import type { Channel } from '../model/channel.ts';
import type { Campaign, Content, Post } from '../model/content.ts';
import type { ItemDraft } from '../model/draft.ts';
import type { Problem } from '../model/problem.ts';
import { composePost, networkOf } from '../posts/compose-post.ts';
import { problemAtField, type Rule } from './rule.ts';

const id = 'post/too-long';

export const postLength: Rule = {
  id,
  why: 'A network refuses what is over its limit. The text is counted as it will be sent, with its link.',
  check(drafts) {
    const content = assembleContent(drafts);
    if (!content) return [];
    const byFile = new Map(drafts.items.map((draft) => [draft.file, draft]));
    return content.campaigns.flatMap((campaign) =>
      campaign.posts.flatMap((post) =>
        channelsOf(post, content).flatMap((channel) => problemsOn(channel, post, campaign, content, byFile)),
      ),
    );
  },
};

/** What each channel of the post would refuse, in each language in which it gets the post. */
function problemsOn(
  channel: Channel,
  post: Post,
  campaign: Campaign,
  content: Content,
  byFile: ReadonlyMap<string, ItemDraft>,
): Problem[] {
  const network = networkOf(channel);
  const languages = content.organisation.languages.map(({ tag }) => tag);
  return Object.values(post.versions).flatMap((version): Problem[] => {
    const draft = byFile.get(version.file);
    // A language that the organisation does not have is told of where it stands.
    if (!draft || !channel.languages.includes(version.language) || !languages.includes(version.language)) return [];
    const hasVariant = Object.hasOwn(version.variants, channel.id);
    const report = (fault: Pick<Problem, 'ruleId' | 'message' | 'hint'>) =>
      hasVariant
        ? problemAtField(draft, ['variants', channel.id], fault)
        : { file: draft.file, ...draft.bodyStartsAt, severity: 'error' as const, ...fault };
    if (!hasVariant && version.body.trim() === '') {
      return [
        report({
          ruleId: 'post/empty',
          message: `Missing text for ${channel.name}: the post has neither a body nor a variant for \`${channel.id}\``,
          hint: `write the text below the fields, or \`variants:\` with \`${channel.id}: …\``,
        }),
      ];
    }
    const [first] = composePost({
      post,
      campaign,
      language: version.language,
      channel,
      organisation: content.organisation,
    });
    if (!first) return [];
    // What can be split is split: a part is too long only where it is the whole.
    const { count, limit, attachment, segments } = first;
    const withLink = segments.at(-1)?.kind === 'link' ? ', its link included' : '';
    const problems: Problem[] = [];
    if (count > limit) {
      problems.push(
        report({
          ruleId: id,
          message: `Unexpected length for ${network.title}: ${count} of ${limit} characters${withLink}`,
          hint: `shorten it by ${count - limit}, or write a shorter text under \`variants\` for \`${channel.id}\``,
        }),
      );
    }
    if (attachment.kind !== 'nothing' && network.image.altLimit > 0 && attachment.alt.length > network.image.altLimit) {
      problems.push(
        problemAtField(draft, [version.alt === undefined ? 'headline' : 'alt'], {
          ruleId: 'post/alt-too-long',
          message: `Unexpected length of the words in place of the card, for ${network.title}: ${attachment.alt.length} of ${network.image.altLimit} characters`,
          hint: version.alt === undefined ? 'write `alt: …` in fewer words' : 'say in fewer words what the card shows',
        }),
      );
    }
    return problems;
  });
}

function channelsOf(post: Post, content: Content): Channel[] {
  return post.channels.flatMap((name) => content.channels.get(name) ?? []);
}
