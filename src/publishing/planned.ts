import type { Approval, Asked, ClosedGate } from '../approvals/approval-gate.ts';
import type { Card } from '../cards/card.ts';
import type { LedgerRecord, Subject } from '../ledger/entry.ts';
import type { Lapse } from '../model/lapses.ts';
import type { PostKey } from '../model/post-key.ts';
import type { RiskClass } from '../model/risk.ts';
import type { EpochMs } from '../model/time.ts';
import type { ComposedPost } from '../posts/compose-post.ts';
import type { ActionRequest, ChangeRequest, PostRequest } from './ports.ts';

/** Why something is not done in this run. */
export type HoldReason =
  /** `obstacle`: what would hold it if it were due now. */
  | { kind: 'not-yet'; obstacle?: Obstacle }
  | { kind: 'expired' }
  /** `changed`: its words are others by now, and nothing says that readers should get them. */
  | { kind: 'sent'; at: string; uri: string; url?: string; changed?: true }
  /** Sent so long ago that the ledger only keeps its name. */
  | { kind: 'archived' }
  /** The content takes it back, or it was taken away. */
  | { kind: 'withdrawn'; reason: string }
  | { kind: 'paused'; reason?: string }
  | { kind: 'suspended'; incident: string }
  | { kind: 'quiet-hours'; until: EpochMs }
  | { kind: 'minimum-gap'; until: EpochMs }
  /** Another run is sending it, or was cut off while it did. */
  | { kind: 'in-flight'; until: EpochMs }
  /** What it follows is not there: the part of the thread before, or what it replaces. */
  | { kind: 'follows'; subject: Subject }
  /** An earlier run was cut off, and its channel cannot be asked what came of it. */
  | { kind: 'unasked'; obstacle: Obstacle }
  | Obstacle;

/** What a person has to do something about. */
export type Obstacle =
  | ClosedGate
  /** Time alone has made something of its campaign out of date: a review or a source. The first of all that has. */
  | { kind: 'lapsed'; lapse: Lapse }
  | { kind: 'not-connected'; reason: string }
  /** The desk is a demonstration, and the channel leads to the public. */
  | { kind: 'demonstration' }
  | { kind: 'failed'; reason: string }
  /** Nobody but a person can see whether it arrived. */
  | { kind: 'needs-person'; reason: string }
  /** The text changed after a part of its thread had left. */
  | { kind: 'thread-changed' }
  /** A post of another id said the same in this occurrence. */
  | { kind: 'look-alike'; item: string }
  /** Readers have other words, the network shows no edit, and the content does not say how to correct them. */
  | { kind: 'no-note' }
  /** The profile shows something that neither the desk put there nor was there before. */
  | { kind: 'changed-by-hand'; shows: string | null };

/** A page of the desk's own that has to be live first. */
export interface NeededPage {
  address: string;
  revision: string;
  /** Until then a page of another revision is waited for; afterwards any will do. */
  waitUntil: EpochMs;
}

/** How something came past the approvals that it needs. */
export interface Pass {
  /** Noted in the ledger with what leaves; none where it needs none, or was approved on this machine. */
  approvals?: readonly Approval[];
  /** It was taken for approved, and that has still to be looked up: such a plan is never carried out. */
  toLookUp?: Asked;
}

/** What goes with a post when it leaves. */
export interface Leaving extends Pass {
  /** Id of the campaign. */
  about: string;
  /** The same post as its other channels would get it; only the outbox shows them. */
  previews: ComposedPost[];
  /** Public address of the desk's site. */
  site: string;
  /** Fingerprint of all parts of its thread. */
  thread: string;
  page?: NeededPage;
  /** Has to be done first. */
  after?: Subject;
  /** First post of the thread and the one right above: what they are on the network is known when they are there. */
  replyTo?: { root: PostKey; parent: PostKey };
  isCorrection?: true;
}

interface PlannedFor {
  publishAt: EpochMs;
  expiresAt: EpochMs;
  /** Unknown where the post is no longer among the content. */
  risk: RiskClass | undefined;
}

/** What may happen to a post that certainly never arrived. */
export type IfAbsent =
  /** It is still due, worded as it was and approved: the same request leaves again. */
  | ({ kind: 'repeat' } & Pass)
  /** It is due and approved with other words by now: those leave. */
  | ({ kind: 'replace' } & Leaving)
  /** It may not leave now. */
  | { kind: 'drop' };

/** One post, or a part of a thread, on one channel in one language, and what is to be done about it now. */
export type PlannedPost = PlannedFor & {
  action: 'post';
  key: PostKey;
  post: ComposedPost;
  words: string;
  /** What somebody has to approve before it leaves. Unknown where the post is no longer among the content. */
  asks?: Asked;
} & (
    | ({ kind: 'send' } & Leaving)
    /** An earlier run was cut off or got no answer: look first. */
    | { kind: 'settle'; request: PostRequest; ifAbsent: IfAbsent }
    | { kind: 'hold'; why: HoldReason }
  );

/** A change to what readers have, or to what a profile shows. */
export type PlannedChange = PlannedFor & {
  action: ChangeRequest['action'];
  subject: Subject;
  channel: string;
  /** What it would leave there, where that is a post. */
  post?: ComposedPost;
  /** What it shows, where it is a picture of the desk's own making. */
  card?: Card;
  /** What somebody has to approve before it is done. */
  asks?: Asked;
  /** In words: what is to be there. */
  aim: string;
} & (
    | ({ kind: 'change'; request: ChangeRequest; words: string; after?: Subject } & Pass)
    | { kind: 'settle'; request: ActionRequest; words: string; ifAbsent: { kind: 'repeat' } | { kind: 'drop' } }
    | { kind: 'hold'; why: HoldReason }
  );

export type Planned = PlannedPost | PlannedChange;

export function subjectOf(planned: Planned): Subject {
  return planned.action === 'post' ? { action: 'post', ...planned.key } : planned.subject;
}

export function channelOf(planned: Planned): string {
  return planned.action === 'post' ? planned.key.channel : planned.channel;
}

/** The request that left, or was about to, where nobody knows yet what came of it. */
export function unsettledIn({ last, sending }: LedgerRecord): { request: ActionRequest; words: string } | undefined {
  const isOpen = last.state === 'sending' || last.state === 'unknown' || last.state === 'handed';
  return isOpen && sending ? { request: sending.request as ActionRequest, words: sending.words } : undefined;
}
