import { createHash } from 'node:crypto';
import type { Card } from '../cards/card.ts';
import type { NetworkName } from '../model/network.ts';
import type { Role } from '../model/person.ts';
import type { PostKey } from '../model/post-key.ts';
import { REQUIRED_APPROVALS, type RiskClass } from '../model/risk.ts';
import type { ComposedPost } from '../posts/compose-post.ts';

/**
 * Fingerprint of the words and the picture's words that leave, and of every address they lead to: what is shown of one may
 * be shortened. An approval holds for exactly these.
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
  return createHash('sha256')
    .update(JSON.stringify([language, segments, warning, ...shown]))
    .digest('hex');
}

/** Fingerprint of the words of a card that stands at the top of a profile. */
export function bannerWordsHash(card: Card): string {
  return createHash('sha256')
    .update(JSON.stringify([card.language, ...cardWords(card)]))
    .digest('hex');
}

function cardWords({ headline, kicker, message, hashtag, organisation, host, demonstration }: Card) {
  return [headline, kicker, message, hashtag, organisation, host, demonstration];
}

/** Fingerprint of a thread, from those of its parts. */
export function threadHash(words: readonly string[]): string {
  return createHash('sha256').update(words.join()).digest('hex').slice(0, 16);
}

/** What an approval is kept under: these words, of this post, in this occurrence, in this language. */
export function approvalName(
  { item, occurrence, language }: Pick<PostKey, 'item' | 'occurrence' | 'language'>,
  words: string,
): string {
  return [item, occurrence, language, words].join('/');
}

export interface AtTheGate {
  network: NetworkName;
  /** Whether the channel leads to this very machine. */
  isLoopback: boolean;
  risk: RiskClass;
  key: Pick<PostKey, 'item' | 'occurrence' | 'language'>;
  words: string;
}

export type GateAnswer = { kind: 'open' } | { kind: 'closed'; needs: readonly Role[] };

/**
 * Whether a post may leave. Only the outbox, which nobody outside the desk sees, is exempt. An approval recorded on this
 * machine is easily forged, so it opens channels on this machine only.
 */
export function approvalGate(
  { network, isLoopback, risk, key, words }: AtTheGate,
  localApprovals: ReadonlySet<string>,
): GateAnswer {
  if (network === 'outbox') return { kind: 'open' };
  if (isLoopback && localApprovals.has(approvalName(key, words))) return { kind: 'open' };
  return { kind: 'closed', needs: REQUIRED_APPROVALS[risk] };
}
