import { createHash } from 'node:crypto';
import { bannerCard, type Card } from '../cards/card.ts';
import type { Channel } from '../model/channel.ts';
import type { Campaign, Content, Post } from '../model/content.ts';
import type { RiskClass } from '../model/risk.ts';
import type { Source } from '../model/source.ts';
import { type ComposedPost, composeCorrectionNote, composePost, pageLanguage } from '../posts/compose-post.ts';
import { pageWords } from '../posts/page-words.ts';

/** A post's words for one channel in one language. */
export interface WordedPost {
  parts: readonly { post: ComposedPost; words: string }[];
  /** Fingerprint of all of them. */
  thread: string;
  note: { post: ComposedPost; words: string } | undefined;
  /**
   * Fingerprint of everything that somebody approves: the words of every part and of the answer that corrects it, those of
   * the page it leads to, the sources of its campaign, how much harm a wrong word could do, and that one person decided alone.
   */
  approved(): string;
}

/** Words a post once for a channel and language. Throws a RangeError where it is not written in that language. */
export type WordPost = (campaign: Campaign, post: Post, channel: Channel, language: string) => WordedPost;

/** The words of a desk's posts. What posts have in common is looked at once. */
export function wordsOf(content: Pick<Content, 'organisation' | 'sources'>): WordPost {
  const pages = new Map<string, string>();
  const pageOf = (campaign: Campaign, language: string) =>
    once(pages, `${campaign.id}/${language}`, () =>
      hashOf(pageWords(campaign, pageLanguage(campaign, language), content.organisation)),
    );
  const sources = new Map<string, string>();
  const sourcesOf = (campaign: Campaign) => once(sources, campaign.id, () => sourcesHash(campaign, content.sources));
  return (campaign, post, channel, language) => {
    const input = { post, campaign, language, channel, organisation: content.organisation };
    const parts = composePost(input).map((part) => ({ post: part, words: wordsHash(part) }));
    const note = post.correction?.by === 'reply' ? composeCorrectionNote(input) : undefined;
    const worded = {
      parts,
      thread: threadHash(parts.map(({ words }) => words)),
      note: note && { post: note, words: wordsHash(note) },
    };
    let approved: string | undefined;
    return {
      ...worded,
      approved() {
        approved ??= hashOf([
          riskOf(post, campaign),
          parts.map(({ words }) => words),
          worded.note?.words,
          post.link === 'page' ? pageOf(campaign, language) : undefined,
          sourcesOf(campaign),
          post.message?.breakGlass,
        ]);
        return approved;
      },
    };
  };
}

/** How much harm a wrong word of a post could do. */
export function riskOf(post: Pick<Post, 'risk'>, campaign: Pick<Campaign, 'risk'>): RiskClass {
  return post.risk ?? campaign.risk;
}

/** The card of a campaign for the top of a profile, with the fingerprints of its words and of what somebody approves. */
export function wordedBanner(
  campaign: Campaign,
  language: string,
  content: Pick<Content, 'organisation' | 'sources'>,
): { card: Card; words: string; approved: string } {
  const card = bannerCard(campaign, language, content.organisation);
  const words = hashOf([card.language, ...cardWords(card)]);
  return { card, words, approved: hashOf([campaign.risk, words, sourcesHash(campaign, content.sources)]) };
}

/**
 * Fingerprint of the words and the picture's words that leave, and of every address they lead to: what is shown of one may
 * be shortened.
 */
export function wordsHash({ segments, language, attachment, warning }: ComposedPost): string {
  const shown =
    attachment.kind === 'nothing'
      ? []
      : [
          attachment.alt,
          ...cardWords(attachment.card),
          ...(attachment.kind === 'link-card' ? [attachment.href, attachment.title, attachment.description] : []),
        ];
  return hashOf([language, segments, warning, ...shown]);
}

/** Fingerprint of a thread, from those of its parts. */
export function threadHash(words: readonly string[]): string {
  return createHash('sha256').update(words.join()).digest('hex').slice(0, 16);
}

function cardWords({ headline, kicker, message, hashtag, organisation, host, demonstration, ...card }: Card) {
  const { label, detail, detailLabel, photo, credit } = card;
  return [
    ...[headline, kicker, message, hashtag, organisation, host, demonstration],
    // Left out where there are none, so that what was approved before cards had them is the same.
    ...[label, detail, detailLabel, photo?.revision, credit].filter((words) => words !== undefined),
  ];
}

function sourcesHash({ sources: ids }: Campaign, sources: ReadonlyMap<string, Source>): string {
  return hashOf([...ids].toSorted().map((id) => [id, sorted(withoutLookUps(sources.get(id)))]));
}

/** Somebody looked again and found the same: that changes nothing about what a source says. */
function withoutLookUps(source: Source | undefined): object | undefined {
  if (!source) return undefined;
  const { accessedOn: _accessedOn, retraction, assessment, ...said } = source;
  const { lookedUpOn: _lookedUpOn, ...found } = retraction ?? {};
  const { on: _on, ...judged } = assessment ?? {};
  return { ...said, ...(retraction && { retraction: found }), ...(assessment && { assessment: judged }) };
}

/** The value with the keys of its groups in order: who wrote them in another order wrote the same. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)]);
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

function once<T>(known: Map<string, T>, name: string, make: () => T): T {
  const before = known.get(name);
  if (before !== undefined) return before;
  const made = make();
  known.set(name, made);
  return made;
}
