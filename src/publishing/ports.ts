import type { Card } from '../cards/card.ts';
import type { LedgerState, MessageSubject, Subject, Transition } from '../ledger/entry.ts';
import type { PostKey } from '../model/post-key.ts';
import type { ComposedPost } from '../posts/compose-post.ts';

/** A post that stands on a network, as the network refers to it. */
export interface Ref {
  uri: string;
  /** Hash of the record, where the network asks for it (Bluesky). */
  cid?: string;
}

/** A post on its way to one channel: plain data, kept in the ledger to the letter before it leaves. */
export interface PostRequest {
  action: 'post';
  key: PostKey;
  /** Id of the campaign or incident it belongs to. */
  about: string;
  /** Instant the network is told it was written at. Fixed once, so that repeating the request changes nothing. */
  createdAt: string;
  post: ComposedPost;
  /** The same post as its other channels would get it; only the outbox shows them. */
  previews: ComposedPost[];
  /** Public address of the desk's site, below which its own pages stand. */
  site: string;
  /** First post of the thread and the one right above. */
  replyTo?: { root: Ref; parent: Ref };
  /** Whether it tells what was wrong in the post above it. */
  isCorrection?: true;
}

/** Other words for a post that readers have, on a network that shows them the edit. */
export interface EditRequest {
  action: 'edit';
  key: PostKey;
  target: Ref;
  post: ComposedPost;
  site: string;
}

/** A post that readers have, to be taken away. */
export interface WithdrawRequest {
  action: 'withdraw';
  key: PostKey;
  target: Ref;
  reason: string;
}

/** What stands at the top of a profile; `null` is nothing. */
export interface PinRequest {
  action: 'pin';
  channel: string;
  set: Ref | null;
  /** What stood there, as far as it was known. */
  was: Ref | null;
  /** What stood there before the desk first changed it. It comes back in the end. */
  former: Ref | null;
}

/** A picture for the top of a profile: drawn by the desk, a file of the content, or one that was there before. */
export type BannerImage =
  | { kind: 'card'; card: Card }
  | { kind: 'file'; file: string }
  | { kind: 'kept'; name: string };

export interface BannerRequest {
  action: 'banner';
  channel: string;
  set: BannerImage | null;
  /** The network's own name of the picture that was there; `null` where there was none. */
  was: string | null;
  former: BannerImage | null;
}

export type ChangeRequest = EditRequest | WithdrawRequest | PinRequest | BannerRequest;
export type ActionRequest = PostRequest | ChangeRequest;

/** What came of a request. */
export type SendOutcome =
  /**
   * Done. `uri` is the network's name of what is there now: of the post, of the pinned post or the banner's picture
   * (empty where nothing is shown any more).
   */
  | { kind: 'confirmed'; uri: string; url?: string; cid?: string }
  /** A person has been asked to do it, at `uri`. */
  | { kind: 'handed'; uri: string }
  /**
   * The network certainly has not done it. `again`: a later try may succeed, after `retryAfterMs` where the network
   * says so.
   */
  | { kind: 'refused'; reason: string; again: boolean; retryAfterMs?: number }
  /** The network certainly has not done it, nor will it do anything else for this account before a person mends that. */
  | { kind: 'blocked'; reason: string }
  /** Nobody knows: look before acting. */
  | { kind: 'unknown'; reason: string };

/**
 * What became of an earlier request. `absent` is said only for certain: it was not done, and is not being done. A
 * request that a person has declined is `refused`.
 */
export type Finding = { kind: 'absent' } | SendOutcome;

/** Why a channel is of no use in this run. `blocked`: a person has to mend its credentials. */
export type ChannelTrouble = { kind: 'blocked'; reason: string } | { kind: 'unreachable'; reason: string };

export type ChannelOpening = { kind: 'open' } | ChannelTrouble;

/** What a profile shows: the pinned post, and the network's own name of the banner's picture. `null` is nothing. */
export interface Profile {
  pin: Ref | null;
  banner: string | null;
}

export type ProfileReading = { kind: 'profile'; profile: Profile } | ChannelTrouble;

/** One account on one network. Every network has the same members. None throws: trouble is a value. */
export interface ChannelPort {
  /** Signs in, where that is needed. Called once before anything else. */
  open(): Promise<ChannelOpening>;
  send(request: ActionRequest): Promise<SendOutcome>;
  /** Looks whether an earlier request was carried out, and changes nothing. */
  find(request: ActionRequest): Promise<Finding>;
  /** What the profile shows now. */
  profile(): Promise<ProfileReading>;
  /** The picture that the profile shows now, in bytes; `undefined` where there is none or it cannot be had. */
  bannerPicture(): Promise<Buffer | undefined>;
}

/** Another run wrote first: nothing of what was appended since the last `publish` counts. Plan again. */
export class LedgerRaceError extends Error {
  override name = 'LedgerRaceError';
}

/** The memory of what was sent. */
export interface Ledger {
  state(): LedgerState;
  /** Adds an entry. `by`: the person who decided it. */
  append(transition: Transition, subject: Subject | MessageSubject, at: string, by?: string): void;
  /**
   * Returns when everything appended is durable, and known to every run that might send. With `claim` it throws a
   * LedgerRaceError where another run was faster: what was planned has to be planned again. With `facts` what was
   * appended is what has happened, and is added to what the other run wrote.
   */
  publish(what: 'claim' | 'facts'): Promise<void>;
  /** Stores bytes and gives the name under which `kept` finds them. Durable with the next `publish`. */
  keep(bytes: Buffer): string;
  kept(name: string): Buffer | undefined;
  /** How long a `sending` of another run is left alone, in milliseconds; 0 where no other run can be alive. */
  leaseMs: number;
  close(): void;
}

/** Pictures as they are sent. */
export interface PictureStore {
  /** PNG of a card. Throws where it cannot be drawn. */
  picture(card: Card): Promise<Buffer>;
  /** Throws where there is no such picture. */
  banner(image: BannerImage): Promise<Buffer>;
}

/** The desk's own public pages. */
export interface PageStore {
  /** The revision of a page that readers get now; `undefined` where there is no such page or nobody answers. */
  revision(address: string): Promise<string | undefined>;
}

/** Whether a channel of the content can be sent to, before anyone tries. */
export type Readiness =
  | { kind: 'ready'; isLoopback: boolean }
  /** Its secret is missing or not of the right form; `reason` names the variable, never the value. */
  | { kind: 'not-connected'; reason: string };
