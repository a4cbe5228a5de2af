import { createHash, randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';

/** Someone else has the folder. Trying again helps once they have finished. */
export class FolderInUseError extends Error {
  override name = 'FolderInUseError';
}

const LOCK = 'lock';
const TRIES = 20;
/** Taking a lock over is a matter of milliseconds; one that has lasted this long was cut off itself. */
const TAKEOVER_LIMIT_MS = 10_000;

interface Holder {
  pid: number;
  host: string;
  /** When the process started, in its system's own unit: a number that another process of the same id does not have. */
  startedAt: string | undefined;
}

/**
 * Claims a folder for this process and returns how to give it back. The lock of a process that is no more is taken
 * over, by one process only. Throws a FolderInUseError where its holder lives, or is on another machine.
 */
export function lockFolder(directory: string): () => void {
  const lock = path.join(directory, LOCK);
  const nonce = randomUUID();
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), startedAt: startOf(process.pid), nonce });
  // A lock appears with its content in it, or another run would take an empty one for a dead one.
  const draft = `${lock}.${nonce}`;
  writeFileSync(draft, mine);
  try {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      if (link(draft, lock)) return () => giveBack(lock, mine);
      const theirs = read(lock);
      if (theirs === undefined) continue;
      refuseLivingHolder(theirs, directory, lock);
      if (takeOver(lock, theirs, draft)) return () => giveBack(lock, mine);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  throw new FolderInUseError(`Other runs are just starting in ${directory}; start again when they have finished.`);
}

function refuseLivingHolder(text: string, directory: string, lock: string): void {
  const holder = parseHolder(text);
  if (!holder) return;
  if (holder.host !== hostname())
    throw new FolderInUseError(
      `A run on the machine ${holder.host} (process ${holder.pid}) has ${directory}; wait until it has finished. If it no longer runs, remove ${lock}.`,
    );
  if (isAlive(holder))
    throw new FolderInUseError(
      `Another run (process ${holder.pid}) is sending from ${directory}; wait until it has finished.`,
    );
}

/** Of all that find the same dead lock, one may replace it: the one that can create the name that follows from it. */
function takeOver(lock: string, theirs: string, draft: string): boolean {
  const claim = `${lock}.dead-${createHash('sha256').update(theirs).digest('hex').slice(0, 16)}`;
  if (!link(draft, claim)) {
    if (isOlderByFar(claim, draft)) rmSync(claim, { force: true });
    return false;
  }
  try {
    if (read(lock) !== theirs) return false;
    renameSync(draft, lock);
    return true;
  } finally {
    rmSync(claim, { force: true });
  }
}

function giveBack(lock: string, mine: string): void {
  if (read(lock) === mine) rmSync(lock, { force: true });
}

function isAlive({ pid, startedAt }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
  return startedAt === undefined || startOf(pid) === startedAt;
}

/**
 * Start time of a process where the system tells it (Linux, proc(5)); `undefined` elsewhere. One that has ended and is
 * only waiting to be collected has none, so that it counts as gone.
 */
function startOf(pid: number): string | undefined {
  const stat = read(`/proc/${pid}/stat`);
  // The second field is the program's name in brackets and may hold anything, spaces and brackets included.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields === undefined || fields[0] === 'Z' ? undefined : fields[19];
}

function parseHolder(text: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'pid' in value ? (value as Holder) : undefined;
  } catch {
    return undefined;
  }
}

/** Gives a file a second name; false where the name is taken. */
function link(file: string, name: string): boolean {
  try {
    linkSync(file, name);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** By the file system's own time: the draft was written a moment ago. */
function isOlderByFar(claim: string, draft: string): boolean {
  const claimed = statSync(claim, { throwIfNoEntry: false });
  return claimed !== undefined && statSync(draft).mtimeMs - claimed.mtimeMs > TAKEOVER_LIMIT_MS;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
