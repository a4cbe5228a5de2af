import path from 'node:path';
import type { Entry } from './entry.ts';
import { isTornOff, isVoucher, readLines, unsealLine } from './ledger-lines.ts';
import { LedgerError, listSegments } from './ledger-segments.ts';

/**
 * Every entry of a ledger folder from its first line on, oldest first, also what a checkpoint has long forgotten. A last line
 * that a crash tore off is left out. Throws a LedgerError at a line that is not what was written.
 */
export function* readEntries(directory: string): Generator<Entry> {
  const segments = listSegments(directory);
  for (const segment of segments) {
    const file = path.join(directory, segment);
    for (const line of readLines(file)) {
      const said = line.isEnded ? unsealLine(line.bytes) : undefined;
      if (said && !isVoucher(said)) yield said;
      if (said || (segment === segments.at(-1) && isTornOff(line))) continue;
      throw new LedgerError(`${file}:${line.number}: this entry of the ledger was changed after it was written.`);
    }
  }
}
