import { createHash } from 'node:crypto';
import type { NetworkName } from '../model/network.ts';
import type { Role } from '../model/person.ts';
import type { PostKey } from '../model/post-key.ts';
import { REQUIRED_APPROVALS, type RiskClass } from '../model/risk.ts';
import type { ComposedPost } from '../posts/compose-post.ts';

/**
 * Fingerprint of the words and the picture's words that leave, and of every address they lead to: what is shown of one may
 * be shortened. An approval holds for exactly these.
 */
export function wordsHash({ segments, language, attachment }: ComposedPost): string {
  const shown =
    attachment.kind === 'nothing'
      ? []
      : [
          attachment.alt,
          attachment.card.headline,
          attachment.card.kicker,
          attachment.card.message,
          attachment.card.hashtag,
          attachment.card.organisation,
          attachment.card.host,
          attachment.card.demonstration,
          ...(attachment.kind === 'link-card' ? [attachment.href, attachment.title, attachment.description] : []),
        ];
  return createHash('sha256')
    .update(JSON.stringify([language, segments, ...shown]))
    .digest('hex');
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
  key: PostKey;
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
