import { createHash } from 'node:crypto';

/** Bytes of a subject's fingerprint: two of a million subjects share one once in ten million such ledgers. */
const WIDTH = 8;

/** Names of subjects, each as the first bytes of its SHA-256, sorted: eight bytes a name, found by halving. */
export type Archive = Buffer;

export const EMPTY_ARCHIVE: Archive = Buffer.alloc(0);

export function isInArchive(archive: Archive, name: string): boolean {
  const wanted = fingerprint(name);
  const place = placeOf(archive, wanted);
  return wanted.equals(archive.subarray(place, place + WIDTH));
}

/** The archive with these names too. */
export function addToArchive(archive: Archive, names: Iterable<string>): Archive {
  const added = Array.from(names, fingerprint).toSorted(Buffer.compare);
  const pieces: Buffer[] = [];
  let copied = 0;
  let last: Buffer | undefined;
  for (const print of added) {
    const place = placeOf(archive, print);
    const isThere = print.equals(archive.subarray(place, place + WIDTH)) || last?.equals(print) === true;
    if (isThere) continue;
    pieces.push(archive.subarray(copied, place), print);
    copied = place;
    last = print;
  }
  return pieces.length === 0 ? archive : Buffer.concat([...pieces, archive.subarray(copied)]);
}

/** Where a fingerprint stands, or would have to. */
function placeOf(archive: Archive, wanted: Buffer): number {
  let from = 0;
  let to = archive.length / WIDTH;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (archive.compare(wanted, 0, WIDTH, middle * WIDTH, (middle + 1) * WIDTH) < 0) from = middle + 1;
    else to = middle;
  }
  return from * WIDTH;
}

function fingerprint(name: string): Buffer {
  return createHash('sha256').update(name).digest().subarray(0, WIDTH);
}
