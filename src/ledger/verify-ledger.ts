import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { EMPTY_ARCHIVE } from './archive.ts';
import { checkpointText, forgetSettled } from './checkpoint.ts';
import { addEntry, type Entry, FIRST_PREVIOUS, type LedgerRecord, subjectText, type Voucher } from './entry.ts';
import { isKeptName, KEPT_FOLDER } from './kept-bytes.ts';
import { isTornOff, isVoucher, readLines, START, unsealLine } from './ledger-lines.ts';
import { CHECKPOINT_FILE, listSegments, sha256 } from './ledger-segments.ts';

/** What was found in a ledger that was read from its first line. */
export type Verification =
  | {
      kind: 'sound';
      /** Files, entries and subjects. */
      segments: number;
      entries: number;
      subjects: number;
      /** Whether there is a checkpoint; it says what follows from the entries. */
      hasCheckpoint: boolean;
    }
  | {
      kind: 'fault';
      fault: 'edited' | 'removed' | 'reordered' | 'torn' | 'checkpoint' | 'kept';
      /** `2026-11.jsonl:4` with its folder; without a line where a whole file is meant. */
      where: string;
      /** Says it in plain words, beginning with the place. */
      message: string;
    };

/**
 * Reads a ledger from its first line, whatever a checkpoint says, and gives the first fault. That its last entries were
 * cut off is not seen, unless the checkpoint knew of them: a folder that only grows has to be seen to by who keeps it.
 */
export function verifyLedger(directory: string): Verification {
  const checkpoint = fileDigest(path.join(directory, CHECKPOINT_FILE));
  const segments = listSegments(directory);
  const subjects = new Set<string>();
  const records = new Map<string, LedgerRecord>();
  const sizes: Record<string, number> = {};
  let archive = EMPTY_ARCHIVE;
  let lastHash = FIRST_PREVIOUS;
  let newestAt = '';
  let entries = 0;
  let isVouched = false;
  for (const segment of segments) {
    const file = path.join(directory, segment);
    const size = statSync(file).size;
    let position = { segment, ...START };
    for (const line of readLines(file)) {
      const where = `${file}:${line.number}`;
      const said = line.isEnded ? unsealLine(line.bytes) : undefined;
      if (!said) {
        const isTorn = segment === segments.at(-1) && line.end === size && isTornOff(line);
        return isTorn ? torn(where) : edited(where);
      }
      if (said.previous !== lastHash) return misplaced(directory, segments, where, said);
      if (isVoucher(said)) {
        archive = forgetSettled(records, archive, said.at);
        if (said.checkpoint === checkpoint) {
          const own = checkpointText({ position, lastHash, entries, newestAt, sizes, records, archive });
          if (sha256(own) !== checkpoint) return wrongCheckpoint(directory);
          isVouched = true;
        }
      } else {
        entries += 1;
        newestAt = said.at;
        addEntry(records, said);
        subjects.add(subjectText(said.subject));
      }
      lastHash = said.hash;
      position = { segment, bytes: line.end, lines: line.number };
    }
    sizes[segment] = size;
  }
  if (checkpoint !== undefined && !isVouched) return unvouchedCheckpoint(directory);
  return (
    changedKept(directory) ?? {
      kind: 'sound',
      segments: segments.length,
      entries,
      subjects: subjects.size,
      hasCheckpoint: checkpoint !== undefined,
    }
  );
}

function edited(where: string): Verification {
  return {
    kind: 'fault',
    fault: 'edited',
    where,
    message: `${where}: this entry was changed after it was written.`,
  };
}

function torn(where: string): Verification {
  return {
    kind: 'fault',
    fault: 'torn',
    where,
    message: `${where}: this last line is not whole. If a run was cut off while it wrote it, the next run that sends removes it; if not, it was changed.`,
  };
}

/** A line that does not follow the one above it: where is the one that it does follow? */
function misplaced(
  directory: string,
  segments: readonly string[],
  where: string,
  { previous }: Entry | Voucher,
): Verification {
  for (const segment of segments) {
    for (const line of readLines(path.join(directory, segment))) {
      if (unsealLine(line.bytes)?.hash !== previous) continue;
      return {
        kind: 'fault',
        fault: 'reordered',
        where,
        message: `${where}: this entry does not stand where it was written: it followed the one that is now at ${path.join(directory, segment)}:${line.number}.`,
      };
    }
  }
  return {
    kind: 'fault',
    fault: 'removed',
    where,
    message: `${where}: the entry before this one was removed.`,
  };
}

function wrongCheckpoint(directory: string): Verification {
  const where = path.join(directory, CHECKPOINT_FILE);
  return {
    kind: 'fault',
    fault: 'checkpoint',
    where,
    message: `${where}: this checkpoint does not match: it says something else than the entries before it. Remove it, and the next run reads them all and writes another.`,
  };
}

function unvouchedCheckpoint(directory: string): Verification {
  const where = path.join(directory, CHECKPOINT_FILE);
  return {
    kind: 'fault',
    fault: 'checkpoint',
    where,
    message: `${where}: this checkpoint does not match: no line of the ledger vouches for it. Either it was changed, or the entries after it were removed.`,
  };
}

function changedKept(directory: string): Verification | undefined {
  const folder = path.join(directory, KEPT_FOLDER);
  const names = existsSync(folder) ? readdirSync(folder).filter(isKeptName).toSorted() : [];
  for (const name of names) {
    const where = path.join(folder, name);
    if (fileDigest(where) === name) continue;
    const message = `${where}: these kept bytes were changed after they were stored.`;
    return { kind: 'fault', fault: 'kept', where, message };
  }
  return undefined;
}

function fileDigest(file: string): string | undefined {
  return existsSync(file) ? sha256(readFileSync(file)) : undefined;
}
