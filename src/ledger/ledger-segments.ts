import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { EMPTY_ARCHIVE, isInArchive } from './archive.ts';
import { type Checkpoint, checkpointText, forgetSettled, type Position, readCheckpoint } from './checkpoint.ts';
import type { Disk } from './disk.ts';
import {
  addEntry,
  type Entry,
  FIRST_PREVIOUS,
  type LedgerState,
  type MessageSubject,
  type Subject,
  sealEntry,
  sealVoucher,
  type Transition,
} from './entry.ts';
import { isTornOff, isVoucher, readLines, START, unsealLine } from './ledger-lines.ts';

/** The ledger cannot be trusted: nothing may be sent before a person has put it right. */
export class LedgerError extends Error {
  override name = 'LedgerError';
}

export const CHECKPOINT_FILE = 'checkpoint.json';

/** Under this name a checkpoint is written before it takes the place of the one before. */
export const CHECKPOINT_DRAFT = 'checkpoint.json.new';

/** Entries after a checkpoint from which on the next one is worth its bytes. */
const CHECKPOINT_AFTER = 1000;

const SEGMENT = /^\d{4}-\d{2}\.jsonl$/;

/** The ledger in a folder, open for writing. The caller sees to it that nobody else writes. */
export interface LedgerSegments {
  state: LedgerState;
  /** Writes an entry as the disk does it, and gives it as it was written. */
  append(transition: Transition, subject: Subject | MessageSubject, at: string, by: string | undefined): Entry;
  /** Names of the files that were written since the ledger was opened. */
  changed: Set<string>;
}

/** All that is known of a ledger after its last whole line. */
type Reading = Omit<Checkpoint, 'position' | 'newestAt'> & {
  newestAt: string | undefined;
  position: Position | undefined;
  /** Entries that no checkpoint stands for. */
  tail: number;
};

/** The months of a ledger, oldest first. */
export function listSegments(directory: string): string[] {
  return existsSync(directory) ? readdirSync(directory).filter(isSegmentName).toSorted() : [];
}

export function isSegmentName(name: string): boolean {
  return SEGMENT.test(name);
}

export function sha256(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What a folder says, from its checkpoint on where there is one. Throws a LedgerError where it was changed. */
export function readSegments(directory: string): LedgerState {
  return stateOf(readFromCheckpoint(directory));
}

/**
 * Opens a ledger for writing. A last line that a crash tore off is removed: it was never answered for. Writes a
 * checkpoint where the last one is far back. Throws a LedgerError where the ledger was changed.
 */
export function openSegments(directory: string, disk: Disk): LedgerSegments {
  const reading = readFromCheckpoint(directory);
  const changed = new Set<string>();
  mendTail(directory, reading, disk, changed);
  if (reading.tail > CHECKPOINT_AFTER) writeCheckpoint(directory, reading, disk, changed);
  return {
    state: stateOf(reading),
    changed,
    append(transition, subject, at, by) {
      const entry = sealEntry(transition, subject, at, reading.lastHash, by);
      const month = `${at.slice(0, 7)}.jsonl`;
      if (!isSegmentName(month)) throw new RangeError(`An entry of the ledger cannot be written at \`${at}\`.`);
      // A clock that was set back must not write before what is there.
      const last = reading.position?.segment;
      const segment = last !== undefined && last > month ? last : month;
      writeLine(directory, segment, entry, reading, disk, changed);
      addEntry(reading.records, entry);
      reading.newestAt = at;
      reading.entries += 1;
      reading.tail += 1;
      return entry;
    },
  };
}

function stateOf(reading: Reading): LedgerState {
  const { records } = reading;
  return {
    get: (name) => records.get(name),
    values: () => records.values(),
    isArchived: (name) => !records.has(name) && isInArchive(reading.archive, name),
    get newestAt() {
      return reading.newestAt;
    },
  };
}

function readFromCheckpoint(directory: string): Reading {
  const checkpoint = vouchedCheckpoint(directory);
  const segments = listSegments(directory);
  const reading: Reading = checkpoint
    ? { ...checkpoint, tail: 0 }
    : {
        position: undefined,
        lastHash: FIRST_PREVIOUS,
        entries: 0,
        tail: 0,
        newestAt: undefined,
        sizes: {},
        records: new Map(),
        archive: EMPTY_ARCHIVE,
      };
  if (checkpoint) compareSizes(directory, segments, checkpoint);
  for (const segment of segments) {
    if (checkpoint && segment < checkpoint.position.segment) continue;
    readSegment(directory, segment, reading, segment === segments.at(-1));
  }
  return reading;
}

/** Goes on in a segment where the reading stands in it, and else from its start. */
function readSegment(directory: string, segment: string, reading: Reading, isLast: boolean): void {
  const file = path.join(directory, segment);
  const size = statSync(file).size;
  const position = enterSegment(reading, segment);
  for (const line of readLines(file, position)) {
    if (isLast && line.end === size && isTornOff(line)) return;
    const said = line.isEnded ? unsealLine(line.bytes) : undefined;
    if (!said)
      throw new LedgerError(
        `${file}:${line.number}: this entry of the ledger was changed after it was written; nothing is sent until it is put back.`,
      );
    if (said.previous !== reading.lastHash)
      throw new LedgerError(
        `${file}:${line.number}: an entry before this one was removed or moved; nothing is sent until it is put back.`,
      );
    reading.lastHash = said.hash;
    position.bytes = line.end;
    position.lines = line.number;
    if (isVoucher(said)) reading.archive = forgetSettled(reading.records, reading.archive, said.at);
    else {
      addEntry(reading.records, said);
      reading.newestAt = said.at;
      reading.entries += 1;
      reading.tail += 1;
    }
  }
}

/** The place in a segment where the reading stands; the one that it leaves keeps its size from now on. */
function enterSegment(reading: Reading, segment: string): Position {
  const { position } = reading;
  if (position?.segment === segment) return position;
  if (position) reading.sizes[position.segment] = position.bytes;
  reading.position = { segment, ...START };
  return reading.position;
}

/**
 * The checkpoint that the line at its place vouches for. Any other is as good as none: everything can be read without
 * it.
 */
function vouchedCheckpoint(directory: string): Checkpoint | undefined {
  const file = path.join(directory, CHECKPOINT_FILE);
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  const read = readCheckpoint(bytes.toString('utf8'));
  if (!read || !isSegmentName(read.position.segment)) return undefined;
  const segment = path.join(directory, read.position.segment);
  if (!existsSync(segment)) return undefined;
  for (const line of readLines(segment, read.position)) {
    const said = line.isEnded ? unsealLine(line.bytes) : undefined;
    if (!said || !isVoucher(said) || said.checkpoint !== sha256(bytes)) return undefined;
    const checkpoint = read.open();
    return checkpoint.lastHash === said.previous ? checkpoint : undefined;
  }
  return undefined;
}

function compareSizes(directory: string, segments: readonly string[], { position, sizes }: Checkpoint): void {
  const earlier = segments.filter((segment) => segment < position.segment);
  for (const segment of new Set([...Object.keys(sizes), ...earlier].toSorted())) {
    const had = sizes[segment];
    const file = path.join(directory, segment);
    const has = statSync(file, { throwIfNoEntry: false })?.size;
    if (has === undefined)
      throw new LedgerError(`${file}: this file of the ledger is missing; nothing is sent until it is put back.`);
    if (had === undefined)
      throw new LedgerError(`${file}: this file was not in the ledger before; nothing is sent until it is taken away.`);
    if (has !== had)
      throw new LedgerError(
        `${file}: this file of the ledger had ${had} bytes and now has ${has}; nothing is sent until it is put back.`,
      );
  }
}

/**
 * Vouches first and puts the checkpoint in its place then: whatever a crash leaves, the checkpoint before is still
 * there and still vouched for.
 */
function writeCheckpoint(directory: string, reading: Reading, disk: Disk, changed: Set<string>): void {
  const { position, newestAt } = reading;
  if (!position || newestAt === undefined) return;
  reading.archive = forgetSettled(reading.records, reading.archive, newestAt);
  const { tail: _, ...known } = reading;
  const bytes = Buffer.from(checkpointText({ ...known, position, newestAt }));
  const draft = path.join(directory, CHECKPOINT_DRAFT);
  disk.write(draft, bytes);
  writeLine(
    directory,
    position.segment,
    sealVoucher(sha256(bytes), newestAt, reading.lastHash),
    reading,
    disk,
    changed,
  );
  disk.replace(path.join(directory, CHECKPOINT_FILE), draft);
  changed.add(CHECKPOINT_FILE);
  reading.tail = 0;
}

function writeLine(
  directory: string,
  segment: string,
  line: { hash: string },
  reading: Reading,
  disk: Disk,
  changed: Set<string>,
): void {
  const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
  disk.append(path.join(directory, segment), bytes);
  changed.add(segment);
  const position = enterSegment(reading, segment);
  position.bytes += bytes.length;
  position.lines += 1;
  reading.lastHash = line.hash;
}

function mendTail(directory: string, { position }: Reading, disk: Disk, changed: Set<string>): void {
  if (!position) return;
  const file = path.join(directory, position.segment);
  if (statSync(file).size === position.bytes) return;
  disk.truncate(file, position.bytes);
  changed.add(position.segment);
}
