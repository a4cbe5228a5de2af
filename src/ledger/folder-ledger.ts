import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { PostKey } from '../model/post-key.ts';
import type { Ledger } from '../publishing/ports.ts';
import {
  addEntry,
  type Entry,
  FIRST_PREVIOUS,
  isIntact,
  type LedgerState,
  type PostRecord,
  sealEntry,
  type Transition,
} from './entry.ts';
import { lockFolder } from './folder-lock.ts';

/** The ledger cannot be trusted: nothing may be sent before a person has put it right. */
export class LedgerError extends Error {
  override name = 'LedgerError';
}

const SEGMENT = /^\d{4}-\d{2}\.jsonl$/;

interface Read {
  state: Map<string, PostRecord>;
  lastHash: string;
  lastSegment: string | undefined;
  /** Bytes of the last segment that are whole entries; what follows was torn off by a crash. */
  wholeBytes: number;
}

/** What a ledger folder says, without claiming it. An absent folder says nothing. Throws a LedgerError where it was changed. */
export function readLedgerFolder(directory: string): LedgerState {
  return readSegments(directory).state;
}

/**
 * Opens a ledger folder for writing: JSON lines in a file for each month, each entry on disk before `append` returns.
 * Throws a FolderInUseError where another process that is still alive has it, a LedgerError where an entry was changed. A last line
 * that a crash tore off is removed: it was never answered for.
 */
export function openFolderLedger(directory: string): Ledger {
  makeDurably(directory);
  const giveBack = lockFolder(directory);
  try {
    const read = readSegments(directory);
    mendTail(directory, read);
    return writer(directory, read, giveBack);
  } catch (error) {
    giveBack();
    throw error;
  }
}

function writer(directory: string, { state, lastHash, lastSegment }: Read, giveBack: () => void): Ledger {
  let previous = lastHash;
  // A clock that was set back must not write before what is there.
  let segment = lastSegment;
  return {
    state: () => state,
    append(transition: Transition, key: PostKey, at: string) {
      const entry = sealEntry(transition, key, at, previous);
      const month = `${at.slice(0, 7)}.jsonl`;
      segment = segment !== undefined && segment > month ? segment : month;
      appendDurably(directory, segment, `${JSON.stringify(entry)}\n`);
      previous = entry.hash;
      addEntry(state, entry);
    },
    close: giveBack,
  };
}

function appendDurably(directory: string, segment: string, line: string): void {
  const file = path.join(directory, segment);
  const isNew = !existsSync(file);
  const handle = openSync(file, 'a');
  try {
    // Goes on after a write that took only a part, which writeSync does not.
    writeFileSync(handle, line);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  if (isNew) syncDirectory(directory);
}

/** Makes a folder and those above it, so that not even a power cut takes it away again with what is in it. */
function makeDurably(directory: string): void {
  const first = mkdirSync(directory, { recursive: true });
  if (first === undefined) return;
  for (let made = path.resolve(directory); made.length >= first.length; made = path.dirname(made))
    syncDirectory(path.dirname(made));
}

function readSegments(directory: string): Read {
  const state = new Map<string, PostRecord>();
  let previous = FIRST_PREVIOUS;
  let wholeBytes = 0;
  const segments = existsSync(directory)
    ? readdirSync(directory)
        .filter((name) => SEGMENT.test(name))
        .toSorted()
    : [];
  for (const [index, segment] of segments.entries()) {
    const text = readFileSync(path.join(directory, segment), 'utf8');
    const lines = text.split('\n');
    wholeBytes = 0;
    for (const [lineIndex, line] of lines.entries()) {
      if (line === '' && lineIndex === lines.length - 1) continue;
      if (index === segments.length - 1 && isTornOff(line, lines.length - 1 - lineIndex)) break;
      const entry = parseEntry(line);
      const where = `${path.join(directory, segment)}:${lineIndex + 1}`;
      if (!entry || !isIntact(entry))
        throw new LedgerError(
          `${where}: this entry of the ledger was changed after it was written; nothing is sent until it is put back.`,
        );
      if (entry.previous !== previous)
        throw new LedgerError(
          `${where}: an entry before this one was removed or moved; nothing is sent until it is put back.`,
        );
      previous = entry.hash;
      addEntry(state, entry);
      wholeBytes += Buffer.byteLength(line) + 1;
    }
  }
  return { state, lastHash: previous, lastSegment: segments.at(-1), wholeBytes };
}

/**
 * Whether a line of the last segment was never wholly written: it lacks its end, or it is the last and has blocks that
 * the file system never filled, which no entry contains.
 */
function isTornOff(line: string, linesAfter: number): boolean {
  return linesAfter === 0 || (linesAfter === 1 && line.includes('\0'));
}

function parseEntry(line: string): Entry | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && 'hash' in value && 'key' in value
      ? (value as Entry)
      : undefined;
  } catch {
    return undefined;
  }
}

function mendTail(directory: string, { lastSegment, wholeBytes }: Read): void {
  if (lastSegment === undefined) return;
  const handle = openSync(path.join(directory, lastSegment), 'r+');
  try {
    ftruncateSync(handle, wholeBytes);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function syncDirectory(directory: string): void {
  // Windows has no such thing, and does not need it.
  if (process.platform === 'win32') return;
  const handle = openSync(directory, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
