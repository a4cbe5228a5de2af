import type { Ledger } from '../publishing/ports.ts';
import { DURABLE_DISK } from './disk.ts';
import type { LedgerState } from './entry.ts';
import { lockFolder } from './folder-lock.ts';
import { keepBytes, keptBytes } from './kept-bytes.ts';
import { openSegments, readSegments } from './ledger-segments.ts';

export { LedgerError } from './ledger-segments.ts';

/** What a ledger folder says, without claiming it. An absent folder says nothing. Throws a LedgerError where it was changed. */
export function readLedgerFolder(directory: string): LedgerState {
  return readSegments(directory);
}

/**
 * Opens a ledger folder for writing: JSON lines in a file for each month, each entry on disk before `append` returns.
 * Throws a FolderInUseError where another process that is still alive has it, a LedgerError where an entry was changed. A last line
 * that a crash tore off is removed: it was never answered for.
 */
export function openFolderLedger(directory: string): Ledger {
  DURABLE_DISK.makeFolder(directory);
  const giveBack = lockFolder(directory);
  try {
    const segments = openSegments(directory, DURABLE_DISK);
    return {
      state: () => segments.state,
      append: (transition, subject, at, by) => void segments.append(transition, subject, at, by),
      publish: async () => {},
      keep: (bytes) => keepBytes(directory, bytes, DURABLE_DISK),
      kept: (name) => keptBytes(directory, name),
      leaseMs: 0,
      close: giveBack,
    };
  } catch (error) {
    giveBack();
    throw error;
  }
}
