import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Git, type GitAnswer, gitIn, gitTrouble } from '../git/git-command.ts';
import { type Ledger, LedgerRaceError } from '../publishing/ports.ts';
import { PLAIN_DISK } from './disk.ts';
import type { Entry, LedgerState } from './entry.ts';
import { lockFolder } from './folder-lock.ts';
import { KEPT_FOLDER, keepBytes, keptBytes } from './kept-bytes.ts';
import {
  CHECKPOINT_DRAFT,
  CHECKPOINT_FILE,
  isSegmentName,
  LedgerError,
  openSegments,
  readSegments,
  sha256,
} from './ledger-segments.ts';

/** The place of the ledger cannot be reached. Nothing is lost; trying again is safe. */
export class LedgerUnreachableError extends Error {
  override name = 'LedgerUnreachableError';
}

/** Where a ledger on a branch is. */
export interface LedgerBranch {
  /** A checkout, which may be shallow. Nothing in it changes but objects and references of the ledger's own. */
  repository: string;
  /** Name of a remote of the repository. */
  remote: string;
  branch: string;
  /** How long git may take for one thing. */
  timeoutMs?: number;
}

export interface GitLedgerOptions extends LedgerBranch {
  /** Folder for the branch's files. What an earlier run left in it and did not publish is dropped. */
  directory: string;
  /** Whether to make the branch where there is none. */
  init: boolean;
  leaseMs?: number;
}

const TIMEOUT_MS = 120_000;
const LEASE_MS = 600_000;
const INDEX_FILE = 'index';
/** So many other runs may be faster, one after the other, before facts are given up. */
const MOST_RACES = 30;

const WHO = {
  GIT_AUTHOR_NAME: 'Aagahi',
  GIT_AUTHOR_EMAIL: 'aagahi@localhost',
  GIT_COMMITTER_NAME: 'Aagahi',
  GIT_COMMITTER_EMAIL: 'aagahi@localhost',
};

/** Signs that another push was going on at the same moment, where the remote still shows what was there before. */
const CONTENTION = /cannot lock ref|failed to update ref|unable to lock|incorrect old value|reference already exists/i;

/** What a branch says now, without claiming anything. Throws as `openGitLedger` does. */
export async function readGitLedger(branch: LedgerBranch): Promise<LedgerState> {
  return withFilesOf(branch, (git) => newestCommit(git, branch), readSegments);
}

/**
 * Reads a branch's files, laid out in a folder for as long as that takes; where the remote cannot be reached, as they were
 * when they were last fetched. For looking back: what is to be sent is never planned from that. Throws as `openGitLedger`
 * does where they were never fetched.
 */
export async function readGitLedgerFiles<T>(
  branch: LedgerBranch,
  use: (directory: string) => T,
): Promise<{ read: T; isFresh: boolean }> {
  let isFresh = true;
  const read = await withFilesOf(
    branch,
    async (git) => {
      try {
        return await newestCommit(git, branch);
      } catch (error) {
        const fetched = error instanceof LedgerUnreachableError ? await lastFetched(git, branch) : undefined;
        if (fetched === undefined) throw error;
        isFresh = false;
        return fetched;
      }
    },
    use,
  );
  return { read, isFresh };
}

async function withFilesOf<T>(
  branch: LedgerBranch,
  choose: (git: Git) => Promise<string>,
  use: (directory: string) => T,
): Promise<T> {
  const directory = mkdtempSync(path.join(tmpdir(), 'aagahi-ledger-'));
  try {
    const git = await openRepository(branch, directory);
    await layOut(git, await choose(git), directory);
    return use(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function newestCommit(git: Git, branch: LedgerBranch): Promise<string> {
  const commit = await fetchBranch(git, branch);
  if (commit === undefined) throw missingBranch(branch);
  return commit;
}

async function lastFetched(git: Git, { remote, branch }: LedgerBranch): Promise<string | undefined> {
  for (const name of [`refs/aagahi/${branch}`, `refs/remotes/${remote}/${branch}`]) {
    const { code, stdout } = await git.ask(['rev-parse', '--verify', '--quiet', `${name}^{commit}`]);
    if (code === 0) return stdout.trim();
  }
  return undefined;
}

/**
 * Opens the ledger on a branch that only ever grows. What is appended counts when `publish` has returned. Throws a
 * LedgerError where there is no such branch or it was changed, a FolderInUseError where another run has the folder, a
 * LedgerUnreachableError where the remote does not answer: then trying again is safe.
 */
export async function openGitLedger(options: GitLedgerOptions): Promise<Ledger> {
  const { directory, init } = options;
  mkdirSync(directory, { recursive: true });
  const giveBack = lockFolder(directory);
  try {
    const git = await openRepository(options, directory);
    let commit = await fetchBranch(git, options);
    if (commit === undefined && init) commit = await makeBranch(git, options);
    if (commit === undefined) throw missingBranch(options);
    await layOut(git, commit, directory);
    return writer(git, commit, options, giveBack);
  } catch (error) {
    giveBack();
    throw error;
  }
}

function writer(git: Git, laidOut: string, options: GitLedgerOptions, giveBack: () => void): Ledger {
  const { directory } = options;
  // Two runs that write the same at the same second would make the same commit, and both would take it for theirs.
  const run = randomUUID();
  let segments = openSegments(directory, PLAIN_DISK);
  /** The last commit that the remote is known to have, and the one to be there next. */
  let base = laidOut;
  let next: string | undefined;
  let waiting: Entry[] = [];
  /** What was appended and kept since the remote last took something: what is added again where another run was faster. */
  let unpublished: Entry[] = [];
  const unpublishedBytes = new Map<string, Buffer>();
  const kept = new Set<string>();
  let race: LedgerRaceError | undefined;
  let turn: Promise<void> = Promise.resolve();

  const refuseLost = () => {
    if (race) throw race;
  };

  const publishOnce = async () => {
    refuseLost();
    if (waiting.length > 0 || kept.size > 0) {
      const batch = waiting;
      const names = [...segments.changed, ...[...kept].map((name) => `${KEPT_FOLDER}/${name}`)];
      // Read in one go, before anything is awaited: what is appended meanwhile belongs to the next batch.
      const files = names.map((name) => ({ name, bytes: readFileSync(path.join(directory, name)) }));
      waiting = [];
      segments.changed.clear();
      kept.clear();
      try {
        next = await commitFiles(git, next ?? base, files, `${messageOf(batch)}\n\nRun: ${run}`);
      } catch (error) {
        for (const { name } of files)
          if (name.startsWith(`${KEPT_FOLDER}/`)) kept.add(path.posix.basename(name));
          else segments.changed.add(name);
        waiting = [...batch, ...waiting];
        throw error;
      }
    }
    if (next === undefined) return;
    try {
      await pushCommit(git, options, next, base);
    } catch (error) {
      if (error instanceof LedgerRaceError) race = error;
      throw error;
    }
    base = next;
    next = undefined;
    unpublished = [...waiting];
    unpublishedBytes.clear();
  };

  /** What has happened stays so, whatever another run wrote meanwhile: it is added after that. */
  const addAgain = async () => {
    const facts = unpublished;
    const commit = await fetchBranch(git, options);
    if (commit === undefined) throw missingBranch(options);
    await layOut(git, commit, directory);
    segments = openSegments(directory, PLAIN_DISK);
    base = commit;
    next = undefined;
    race = undefined;
    kept.clear();
    for (const [name, bytes] of unpublishedBytes) {
      keepBytes(directory, bytes, PLAIN_DISK);
      kept.add(name);
    }
    waiting = facts.map(({ at, subject, by, previous: _previous, hash: _hash, ...transition }) =>
      segments.append(transition, subject, at, by),
    );
    unpublished = [...waiting];
  };

  const publishFacts = async () => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await publishOnce();
        return;
      } catch (error) {
        if (!(error instanceof LedgerRaceError) || attempt === MOST_RACES) throw error;
        await addAgain();
      }
    }
  };

  return {
    state: () => segments.state,
    append(transition, subject, at, by) {
      refuseLost();
      const entry = segments.append(transition, subject, at, by);
      waiting.push(entry);
      unpublished.push(entry);
    },
    publish(what) {
      turn = turn.catch(() => {}).then(what === 'claim' ? publishOnce : publishFacts);
      return turn;
    },
    keep(bytes) {
      refuseLost();
      const wasThere = keptBytes(directory, sha256(bytes)) !== undefined;
      const name = keepBytes(directory, bytes, PLAIN_DISK);
      if (!wasThere) {
        kept.add(name);
        unpublishedBytes.set(name, Buffer.from(bytes));
      }
      return name;
    },
    kept: (name) => keptBytes(directory, name),
    leaseMs: options.leaseMs ?? LEASE_MS,
    close: giveBack,
  };
}

async function openRepository(branch: LedgerBranch, directory: string): Promise<Git> {
  const { repository, remote, timeoutMs = TIMEOUT_MS } = branch;
  const outside = gitIn(repository, { timeoutMs, failed: unreachable });
  const { code, stdout } = await outside.ask(['rev-parse', '--absolute-git-dir']);
  if (code !== 0) throw new LedgerError(`${repository} is no git repository; the ledger on a branch needs one.`);
  if ((await outside.ask(['remote', 'get-url', remote])).code !== 0)
    throw new LedgerError(`${repository} has no remote \`${remote}\`; the ledger on a branch needs one.`);
  if (
    (await outside.ask(['check-ref-format', `refs/heads/${branch.branch}`])).code !== 0 ||
    branch.branch.startsWith('-')
  )
    throw new LedgerError(`\`${branch.branch}\` cannot be the name of a branch.`);
  const own = {
    GIT_DIR: stdout.trimEnd(),
    GIT_WORK_TREE: path.resolve(directory),
    GIT_INDEX_FILE: path.resolve(directory, INDEX_FILE),
    ...WHO,
  };
  return gitIn(directory, { timeoutMs, variables: own, failed: unreachable });
}

function unreachable(answer: GitAnswer): LedgerUnreachableError {
  return new LedgerUnreachableError(
    `The ledger's remote cannot be reached: ${gitTrouble(answer)}. Nothing is lost; try again.`,
  );
}

/** The branch's newest commit, with its files in the repository; `undefined` where there is no such branch. */
async function fetchBranch(git: Git, { remote, branch }: LedgerBranch): Promise<string | undefined> {
  // In a whole clone a depth would cut off the history of everything.
  const isShallow = (await git.run(['rev-parse', '--is-shallow-repository'])) === 'true';
  const own = `refs/aagahi/${branch}`;
  const words = [
    '--no-tags',
    '--no-recurse-submodules',
    '--no-write-fetch-head',
    '--refmap=',
    '--no-filter',
    '--quiet',
  ];
  const answer = await git.ask([
    'fetch',
    ...words,
    ...(isShallow ? ['--depth=1'] : []),
    remote,
    `+refs/heads/${branch}:${own}`,
  ]);
  if (answer.code === 0) return git.run(['rev-parse', '--verify', `${own}^{commit}`]);
  if (/couldn't find remote ref/i.test(answer.stderr)) return undefined;
  throw unreachable(answer);
}

/** Makes the branch with nothing in it; where another run does the same at this moment, theirs counts. */
async function makeBranch(git: Git, options: GitLedgerOptions): Promise<string | undefined> {
  const tree = await git.run(['hash-object', '-t', 'tree', '-w', '--stdin']);
  const commit = await git.run(['commit-tree', '--no-gpg-sign', tree, '-m', 'An empty ledger']);
  const answer = await push(git, options, commit);
  if (answer.code === 0) return commit;
  const there = await fetchBranch(git, options);
  if (there !== undefined) return there;
  throw hasRefused(answer) ? refused(options) : unreachable(answer);
}

/** Makes the folder's files those of a commit, and no others. */
async function layOut(git: Git, commit: string, directory: string): Promise<void> {
  // The folder is locked: nobody else can be writing it.
  rmSync(path.join(directory, `${INDEX_FILE}.lock`), { force: true });
  const words = ['read-tree', '--reset', '-u', commit];
  if ((await git.ask(words)).code !== 0) {
    rmSync(path.join(directory, INDEX_FILE), { force: true });
    await git.run(words);
  }
  const tracked = new Set((await git.run(['ls-files', '-z'])).split('\0'));
  const keptFolder = path.join(directory, KEPT_FOLDER);
  const keptNames = statSync(keptFolder, { throwIfNoEntry: false }) ? readdirSync(keptFolder) : [];
  const isOurs = (name: string) => isSegmentName(name) || name === CHECKPOINT_FILE || name === CHECKPOINT_DRAFT;
  const names = [...readdirSync(directory).filter(isOurs), ...keptNames.map((name) => `${KEPT_FOLDER}/${name}`)];
  for (const name of names) if (!tracked.has(name)) rmSync(path.join(directory, name), { force: true });
}

async function commitFiles(
  git: Git,
  parent: string,
  files: readonly { name: string; bytes: Buffer }[],
  message: string,
): Promise<string> {
  const lines: string[] = [];
  for (const { name, bytes } of files) {
    const blob = await git.run(['hash-object', '-w', '--no-filters', '--stdin'], bytes);
    lines.push(`100644 ${blob}\t${name}\n`);
  }
  await git.run(['update-index', '--index-info'], lines.join(''));
  const tree = await git.run(['write-tree']);
  return git.run(['commit-tree', '--no-gpg-sign', tree, '-p', parent, '-m', message]);
}

/** Throws a LedgerRaceError where another run was faster. */
async function pushCommit(git: Git, options: GitLedgerOptions, commit: string, base: string): Promise<void> {
  const answer = await push(git, options, commit);
  if (answer.code === 0) return;
  if (!hasRefused(answer)) throw unreachable(answer);
  const there = await remoteTip(git, options);
  if (there === commit) return;
  if (there !== base || CONTENTION.test(answer.stdout + answer.stderr))
    throw new LedgerRaceError(`Another run wrote to the ledger on \`${options.branch}\` first; plan again.`);
  throw refused(options);
}

function push(git: Git, { remote, branch }: LedgerBranch, commit: string): Promise<GitAnswer> {
  const words = ['--porcelain', '--no-verify', '--no-follow-tags', '--no-recurse-submodules', '--no-signed'];
  return git.ask(['push', ...words, remote, `${commit}:refs/heads/${branch}`]);
}

/** Whether the remote answered, and did not take it. */
function hasRefused({ stdout }: GitAnswer): boolean {
  return /^!\t/m.test(stdout);
}

async function remoteTip(git: Git, { remote, branch }: LedgerBranch): Promise<string | undefined> {
  const answer = await git.run(['ls-remote', '--quiet', remote, `refs/heads/${branch}`]);
  return answer === '' ? undefined : answer.split('\t')[0];
}

function refused({ branch, remote }: LedgerBranch): LedgerError {
  return new LedgerError(
    `\`${remote}\` does not let this run write the branch \`${branch}\`; nothing is sent until it may (is it protected, or the access for reading only?).`,
  );
}

function missingBranch({ branch, remote }: LedgerBranch): LedgerError {
  return new LedgerError(
    `\`${remote}\` has no branch \`${branch}\` for the ledger. If it was there before, bring it back: without it everything would be sent again. If this is the first time, use --init-ledger.`,
  );
}

/** `3 entries: 1 intent, 2 sending`. */
function messageOf(entries: readonly Entry[]): string {
  const counts = new Map<string, number>();
  for (const { state } of entries) counts.set(state, (counts.get(state) ?? 0) + 1);
  const words = [...counts].map(([state, count]) => `${count} ${state}`).join(', ');
  const subjects = `${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}`;
  return words === '' ? 'A picture to keep' : `${subjects}: ${words}`;
}
