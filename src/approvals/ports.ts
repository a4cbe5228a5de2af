import type { Content } from '../model/content.ts';

/** Reviews or the history cannot be read now. Its message is a reason for people: no word of a server is in it. */
export class UnreadError extends Error {
  override name = 'UnreadError';
}

/** A pull request of this repository. */
export interface Pull {
  number: number;
  url: string;
  /** Login of whoever opened it; `undefined` where the account is gone. */
  author: string | undefined;
  /** Whether it was merged into the repository's default branch. */
  isMerged: boolean;
  /** The branch it is for. */
  into: string;
  /** The commit that it brought to that branch: the merge, the squashed commit, or the last of the rebased ones. */
  mergeCommit: string | undefined;
  /** The last commit that was pushed to it. */
  head: string;
}

/** A review that was handed in. */
export interface Review {
  /** `undefined` where the account is gone. */
  by: { login: string; isPerson: boolean } | undefined;
  state: 'approved' | 'changes-requested' | 'dismissed';
  /** Instant. */
  at: string;
  url: string;
  /** The commit that was looked at; `undefined` where it is gone. */
  commit: string | undefined;
}

export interface PullCommit {
  name: string;
  /** Login of the author; `undefined` where the e-mail address in it belongs to no account. */
  author: string | undefined;
  /** Login of whoever made the commit of the author's change, where that was not the site itself. */
  committer: string | undefined;
  /** As the commit itself has it. A rebased commit keeps it. */
  written: Written;
  isMerge: boolean;
}

/** Who wrote a commit and when, as it says itself. */
export interface Written {
  name: string;
  email: string;
  /** Instant. */
  at: string;
}

/** GitHub's pull requests. Each throws an UnreadError. Nothing is asked twice. */
export interface Reviews {
  /** The merged pull request that brought a commit to the default branch, or those it is part of. */
  pullsOf(commit: string): Promise<readonly Pull[]>;
  pull(number: number): Promise<Pull>;
  /** Oldest first; comments and what is not handed in are left out. */
  reviewsOf(pull: Pull): Promise<readonly Review[]>;
  /** `undefined` where there are more than can be told. */
  commitsOf(pull: Pull): Promise<readonly PullCommit[] | undefined>;
}

/** The history of a checkout. Each throws an UnreadError. */
export interface History {
  /** Name of the commit that is checked out. */
  readonly head: string;
  /**
   * The newest commit at or before `until` that changed any of these paths of the checkout, of those that the branch itself
   * went through: what was merged into it counts as its merge.
   */
  lastChange(until: string, paths: readonly string[]): Promise<string | undefined>;
  /** What the branch was before a commit. `undefined` for its first. */
  parentOf(commit: string): Promise<string | undefined>;
  /** Whether the branch itself went through a commit. */
  isLanded(commit: string): Promise<boolean>;
  writtenBy(commit: string): Promise<Written>;
  /** Whether a commit can be read; one that is not here is fetched. */
  has(commit: string): Promise<boolean>;
  /** Whether a merge joins two histories and adds nothing of its own. */
  isPlainMerge(commit: string): Promise<boolean>;
}

/** The content as it was. Throws an UnreadError. */
export interface PastContent {
  /** Name of the content folder, as the checkout's paths have it. */
  readonly folder: string;
  /**
   * The organisation, its people and channels, and one campaign with its posts and sources, as a commit has them: what has
   * no mistake in it. `undefined` where the organisation's own file is missing or has one. Nothing is read twice.
   */
  at(commit: string, campaign: string): Promise<Content | undefined>;
}
