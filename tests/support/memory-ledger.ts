import { createHash } from 'node:crypto';
import { addEntry, FIRST_PREVIOUS, type LedgerRecord, sealEntry, subjectText } from '../../src/ledger/entry.ts';
import type { Ledger } from '../../src/publishing/ports.ts';

export interface MemoryLedger extends Ledger {
  /** What was written, in order: `sending post/wash-hands/2026/outbox/en/1`. */
  readonly written: string[];
}

/** A ledger in memory. */
export function memoryLedger(): MemoryLedger {
  const records = new Map<string, LedgerRecord>();
  const kept = new Map<string, Buffer>();
  const written: string[] = [];
  let previous = FIRST_PREVIOUS;
  let newestAt: string | undefined;
  return {
    written,
    state: () => ({
      get: (name) => records.get(name),
      values: () => records.values(),
      isArchived: () => false,
      newestAt,
    }),
    append(transition, subject, at, by) {
      // Through JSON, as a file would have it.
      const entry = JSON.parse(JSON.stringify(sealEntry(transition, subject, at, previous, by)));
      previous = entry.hash;
      newestAt = at;
      addEntry(records, entry);
      written.push(`${entry.state} ${subjectText(subject)}`);
    },
    publish: async () => {},
    keep(bytes) {
      const name = createHash('sha256').update(bytes).digest('hex');
      kept.set(name, Buffer.from(bytes));
      return name;
    },
    kept: (name) => kept.get(name),
    leaseMs: 0,
    close() {},
  };
}
