import type { ReviewReading } from '../approvals/approval-gate.ts';
import type { WordedPost } from '../approvals/approved-words.ts';
import type { LedgerRecord, LedgerState } from '../ledger/entry.ts';
import type { Channel } from '../model/channel.ts';
import type { Campaign, Content, Post } from '../model/content.ts';
import type { Occurrence } from '../model/occurrence.ts';
import type { CopyKey } from '../model/post-key.ts';
import type { EpochMs } from '../model/time.ts';
import type { LookAlikes } from './look-alikes.ts';
import type { Readiness } from './ports.ts';

export interface PostsInput {
  content: Content;
  ledger: LedgerState;
  /** By channel id. */
  readiness: ReadonlyMap<string, Readiness>;
  /** Names of what was approved on this machine. */
  localApprovals: ReadonlySet<string>;
  /** What the reviews say, by the name of what is asked; missing where nobody looked. */
  reviews?: ReadonlyMap<string, ReviewReading>;
  /** For `planReviewed` alone. */
  assumeUnread?: boolean;
  now: EpochMs;
  /** Posts whose window lies outside are left out, unless something is to be done about them. */
  from: EpochMs;
  until: EpochMs;
  /** How long a `sending` is taken to be another run's, at work on it. */
  leaseMs: number;
  /** Whether posts on this machine's own channels wait for their pages too: for rehearsals. */
  waitOnLoopback?: boolean;
}

export interface Desk extends PostsInput {
  /** Every record of a post, by `copyText`. */
  copies: ReadonlyMap<string, readonly LedgerRecord[]>;
  /** Names of those of which nobody knows the end. */
  unsettled: ReadonlySet<string>;
  lookAlikes: LookAlikes;
}

export type Compose = (channel: Channel, language: string) => WordedPost;

export interface InOccurrence {
  campaign: Campaign;
  post: Post;
  compose: Compose;
  /** The words under which this one was approved beforehand. */
  prepared?: { post: Post; compose: Compose };
  occurrence: Occurrence;
  publishAt: EpochMs;
  expiresAt: EpochMs;
  /** Whether this is the occurrence that a correction of the post is about. */
  isCorrected: boolean;
}

export interface OneCopy extends InOccurrence {
  channel: Channel;
  /** All channels that get the post. */
  channels: readonly Channel[];
  key: CopyKey;
}
