import { type Archive, addToArchive } from './archive.ts';
import { addEntry, type Entry, isSettled, type LedgerRecord } from './entry.ts';

/** How long a settled post is still known in full, counted back from the newest entry. */
const REMEMBERED_MS = 400 * 86_400_000;

const FORMAT = 1;

/** A place between two lines. */
export interface Position {
  segment: string;
  bytes: number;
  /** Lines of the segment before it. */
  lines: number;
}

/** Everything that is known at a place of the ledger. It follows from the lines before and from nothing else. */
export interface Checkpoint {
  position: Position;
  /** Hash of the line before the place. */
  lastHash: string;
  /** Entries before the place. */
  entries: number;
  newestAt: string;
  /** Bytes of each segment before that of the place. */
  sizes: Record<string, number>;
  records: Map<string, LedgerRecord>;
  archive: Archive;
}

/**
 * Forgets what was settled long before the newest entry, but for its name; gives the archive with the names in it. What
 * is not settled is never forgotten, nor what a profile shows.
 */
export function forgetSettled(records: Map<string, LedgerRecord>, archive: Archive, newestAt: string): Archive {
  const since = Date.parse(newestAt) - REMEMBERED_MS;
  const forgotten: string[] = [];
  for (const [name, record] of records) {
    const isProfile = record.subject.action === 'pin' || record.subject.action === 'banner';
    if (!isProfile && isSettled(record) && Date.parse(record.last.at) < since) forgotten.push(name);
  }
  for (const name of forgotten) records.delete(name);
  return addToArchive(archive, forgotten);
}

/**
 * The same checkpoint gives the same text, whoever writes it. A line for each entry, so that git finds what two
 * checkpoints have in common.
 */
export function checkpointText(checkpoint: Checkpoint): string {
  const { position, lastHash, entries, newestAt, sizes, records, archive } = checkpoint;
  const { segment, bytes, lines } = position;
  const head = { format: FORMAT, position: { segment, bytes, lines }, lastHash, entries, newestAt, sizes };
  const live = [...records.values()].flatMap(entriesOf).map((entry) => JSON.stringify(entry));
  return `${JSON.stringify(head).slice(0, -1)},\n"live":[\n${live.join(',\n')}],\n"archive":"${archive.toString('base64')}"}\n`;
}

/** Where a checkpoint says it stands; `undefined` where it cannot be read. */
export function readCheckpoint(text: string): { position: Position; open(): Checkpoint } | undefined {
  try {
    const { format, live, archive, ...rest } = JSON.parse(text);
    const { segment, bytes, lines } = rest.position;
    if (
      format !== FORMAT ||
      typeof segment !== 'string' ||
      !Number.isSafeInteger(bytes) ||
      !Number.isSafeInteger(lines)
    )
      return undefined;
    return {
      position: rest.position,
      open() {
        const records = new Map<string, LedgerRecord>();
        for (const entry of live) addEntry(records, entry);
        return { ...rest, records, archive: Buffer.from(archive, 'base64') };
      },
    };
  } catch {
    return undefined;
  }
}

/** The few entries from which, in their order, the same record follows. */
function entriesOf({ last, sending, confirmed }: LedgerRecord): Entry[] {
  const inOrder = [confirmed?.sending, confirmed?.entry, sending, last].filter((entry) => entry !== undefined);
  return [...new Set(inOrder)];
}
