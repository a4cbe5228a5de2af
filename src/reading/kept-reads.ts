import type { BigIntStats } from 'node:fs';
import type { ItemDraft, RecordDraft } from '../model/draft.ts';
import type { Problem } from '../model/problem.ts';

/** What reading one file gave, before anything is known of the others. */
export interface FileRead {
  record?: RecordDraft;
  item?: ItemDraft;
  problems: readonly Problem[];
}

/**
 * What a folder's files gave when they were last read, for a reader that looks again and again. A file counts as
 * unchanged while its inode, size and times are what they were; what is written twice within one tick of the file
 * system's clock has to be forgotten by who was told of it.
 */
export interface KeptReads {
  get(file: string, stats: BigIntStats, surroundings: string): FileRead | undefined;
  keep(file: string, stats: BigIntStats, surroundings: string, read: FileRead): void;
  /** The next reading reads this file, whatever its times say. */
  forget(file: string): void;
  /** Forgets every file that is not among these. */
  keepOnly(files: ReadonlySet<string>): void;
}

export function keepReads(): KeptReads {
  const reads = new Map<string, { stamp: string; read: FileRead }>();
  return {
    get(file, stats, surroundings) {
      const kept = reads.get(file);
      return kept?.stamp === stampOf(stats, surroundings) ? kept.read : undefined;
    },
    keep(file, stats, surroundings, read) {
      reads.set(file, { stamp: stampOf(stats, surroundings), read });
    },
    forget(file) {
      reads.delete(file);
    },
    keepOnly(files) {
      for (const file of reads.keys()) if (!files.has(file)) reads.delete(file);
    },
  };
}

function stampOf({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats, surroundings: string): string {
  return `${dev}:${ino}:${size}:${mtimeNs}:${ctimeNs}:${surroundings}`;
}
