import type { Card } from '../cards/card.ts';
import type { LedgerState, Transition } from '../ledger/entry.ts';
import type { PostKey } from '../model/post-key.ts';
import type { ComposedPost } from '../posts/compose-post.ts';

/** A post on its way to one channel: plain data, kept in the ledger to the letter before it leaves. */
export interface PostRequest {
  key: PostKey;
  /** Instant the network is told it was written at. Fixed once, so that repeating the request changes nothing. */
  createdAt: string;
  post: ComposedPost;
  /** The same post as its other channels would get it; only the outbox shows them. */
  previews: ComposedPost[];
  /** Public address of the desk's site, below which its own pages stand. */
  site: string;
}

/** What came of a request. */
export type SendOutcome =
  | { kind: 'confirmed'; uri: string; url?: string }
  /** The network certainly has not got it. `again`: a later run may try once more. */
  | { kind: 'refused'; reason: string; again: boolean }
  /** The network certainly has not got it, nor will it take anything else of this account before a person mends that. */
  | { kind: 'blocked'; reason: string }
  /** Nobody knows: look before acting. */
  | { kind: 'unknown'; reason: string };

/** What became of an earlier request. `absent` is said only for certain. */
export type Finding = { kind: 'absent' } | Exclude<SendOutcome, { kind: 'refused' }>;

/** Why a channel is of no use in this run. `blocked`: a person has to mend its credentials. */
export type ChannelTrouble = { kind: 'blocked'; reason: string } | { kind: 'unreachable'; reason: string };

export type ChannelOpening = { kind: 'open' } | ChannelTrouble;

/** One account on one network. Every network has the same members. */
export interface ChannelPort {
  /** Signs in, where that is needed. Called once before anything is sent. */
  open(): Promise<ChannelOpening>;
  send(request: PostRequest): Promise<SendOutcome>;
  /** Looks whether an earlier request arrived, and changes nothing. */
  find(request: PostRequest): Promise<Finding>;
}

/** The memory of what was sent. `append` returns when the entry is durable. */
export interface Ledger {
  state(): LedgerState;
  append(transition: Transition, key: PostKey, at: string): void;
  close(): void;
}

/** Pictures of cards as PNG. */
export interface CardStore {
  picture(card: Card): Promise<Buffer>;
}

/** Whether a channel of the content can be sent to, before anyone tries. */
export type Readiness =
  | { kind: 'ready'; isLoopback: boolean }
  /** Its secret is missing or not of the right form; `reason` names the variable, never the value. */
  | { kind: 'not-connected'; reason: string }
  /** This version of the program has no sender for the network. */
  | { kind: 'no-sender' };
