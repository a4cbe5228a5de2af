import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import type { Entry, Voucher } from './entry.ts';

export interface Line {
  /** Without its end. */
  bytes: Buffer;
  /** From 1. */
  number: number;
  /** Place in the file right after it. */
  end: number;
  /** Whether its end was written too. */
  isEnded: boolean;
}

export const START = { bytes: 0, lines: 0 };

const CHUNK = 1 << 20;
const LINE_END = 0x0a;
/** `,"hash":"<64 hexadecimal digits>"}` */
const HASH_TAIL = 75;

/** The lines of a file from a place on, one after the other: a file may be larger than what fits into memory. */
export function* readLines(file: string, from: { bytes: number; lines: number } = START): Generator<Line> {
  const handle = openSync(file, 'r');
  try {
    let { bytes: end, lines: number } = from;
    let rest: Buffer = Buffer.alloc(0);
    for (let place = from.bytes; ; ) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const count = readSync(handle, chunk, 0, CHUNK, place);
      if (count === 0) break;
      place += count;
      const read = rest.length === 0 ? chunk.subarray(0, count) : Buffer.concat([rest, chunk.subarray(0, count)]);
      let start = 0;
      // What was left over was searched before.
      for (let stop = read.indexOf(LINE_END, rest.length); stop !== -1; stop = read.indexOf(LINE_END, start)) {
        number += 1;
        end += stop + 1 - start;
        yield { bytes: read.subarray(start, stop), number, end, isEnded: true };
        start = stop + 1;
      }
      rest = read.subarray(start);
    }
    if (rest.length > 0) yield { bytes: rest, number: number + 1, end: end + rest.length, isEnded: false };
  } finally {
    closeSync(handle);
  }
}

/** What a line says; `undefined` where it is not, to the byte, what was once written. */
export function unsealLine(line: Buffer): Entry | Voucher | undefined {
  const tail = line.toString('latin1', Math.max(0, line.length - HASH_TAIL));
  const hash = /^,"hash":"([0-9a-f]{64})"\}$/.exec(tail)?.[1];
  const unsealed = line.subarray(0, line.length - HASH_TAIL);
  if (hash === undefined || createHash('sha256').update(unsealed).update('}').digest('hex') !== hash) return undefined;
  try {
    const value: unknown = JSON.parse(line.toString('utf8'));
    const isKnown = typeof value === 'object' && value !== null && ('subject' in value || 'checkpoint' in value);
    return isKnown ? (value as Entry | Voucher) : undefined;
  } catch {
    return undefined;
  }
}

export function isVoucher(line: Entry | Voucher): line is Voucher {
  return !('subject' in line);
}

/**
 * Whether the last line of a ledger was never wholly written: it lacks its end, or has blocks that the file system
 * never filled, which no line contains.
 */
export function isTornOff(line: Line): boolean {
  return !line.isEnded || line.bytes.includes(0);
}
