import { addEntry, FIRST_PREVIOUS, type PostRecord, sealEntry } from '../../src/ledger/entry.ts';
import type { PostKey } from '../../src/model/post-key.ts';
import type { Ledger } from '../../src/publishing/ports.ts';

export interface MemoryLedger extends Ledger {
  /** What was written, in order: `sending wash-hands/2026/outbox/en/1`. */
  readonly written: string[];
}

/** A ledger in memory. */
export function memoryLedger(): MemoryLedger {
  const state = new Map<string, PostRecord>();
  const written: string[] = [];
  let previous = FIRST_PREVIOUS;
  return {
    written,
    state: () => state,
    append(transition, key: PostKey, at) {
      // Through JSON, as a file would have it.
      const entry = JSON.parse(JSON.stringify(sealEntry(transition, key, at, previous)));
      previous = entry.hash;
      addEntry(state, entry);
      written.push(`${entry.state} ${Object.values(key).join('/')}`);
    },
    close() {},
  };
}
