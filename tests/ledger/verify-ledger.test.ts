import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openFolderLedger } from '../../src/ledger/folder-ledger.ts';
import { listSegments } from '../../src/ledger/ledger-segments.ts';
import { verifyLedger } from '../../src/ledger/verify-ledger.ts';
import { sampleEntries, writeSegments } from '../support/sample-ledger.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

function ledgerOf(posts: number, days: number): string {
  const folder = path.join(temporaryFolder(), 'ledger');
  writeSegments(folder, sampleEntries(posts, days));
  openFolderLedger(folder).close();
  return folder;
}

function edit(file: string, change: (lines: string[]) => void): void {
  const lines = readFileSync(file, 'utf8').split('\n');
  change(lines);
  writeFileSync(file, lines.join('\n'));
}

describe('a ledger that is verified', () => {
  it('is sound as it was written', () => {
    expect(verifyLedger(ledgerOf(4, 60))).toEqual({
      kind: 'sound',
      segments: 2,
      entries: 12,
      subjects: 4,
      hasCheckpoint: false,
    });
  });

  it.each([
    [
      'edited',
      (lines: string[]) => lines.splice(2, 1, (lines[2] ?? '').replace('did:plc', 'did:web')),
      3,
      'this entry was changed after it was written.',
    ],
    ['removed', (lines: string[]) => lines.splice(2, 1), 3, 'the entry before this one was removed.'],
  ])('says where an entry was %s', (fault, change, line, words) => {
    const folder = ledgerOf(4, 20);
    const file = path.join(folder, '2026-01.jsonl');
    edit(file, change);
    const where = `${file}:${line}`;
    expect(verifyLedger(folder)).toEqual({ kind: 'fault', fault, where, message: `${where}: ${words}` });
  });

  it('says where entries changed places', () => {
    const folder = ledgerOf(4, 20);
    const file = path.join(folder, '2026-01.jsonl');
    edit(file, (lines) => lines.splice(1, 2, lines[2] ?? '', lines[1] ?? ''));
    expect(verifyLedger(folder)).toEqual({
      kind: 'fault',
      fault: 'reordered',
      where: `${file}:2`,
      message: `${file}:2: this entry does not stand where it was written: it followed the one that is now at ${file}:3.`,
    });
  });

  it('finds any byte that changed, any line removed from the middle and any two that changed places', () => {
    const folder = ledgerOf(360, 30);
    const segments = listSegments(folder);
    const file = path.join(folder, segments[0] ?? '');
    const whole = readFileSync(file);
    expect(verifyLedger(folder)).toMatchObject({ kind: 'sound', hasCheckpoint: true });
    const lines = whole.toString('utf8').split('\n').slice(0, -1);
    const anyLine = fc.integer({ min: 0, max: lines.length - 1 });
    const damage = fc.oneof(
      fc.tuple(fc.integer({ min: 0, max: whole.length - 1 }), fc.integer({ min: 1, max: 255 })).map(([at, by]) => {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ by;
        return bytes;
      }),
      fc.integer({ min: 0, max: lines.length - 2 }).map((at) => Buffer.from(`${lines.toSpliced(at, 1).join('\n')}\n`)),
      fc
        .tuple(anyLine, anyLine)
        .filter(([one, other]) => one !== other)
        .map(([one, other]) => {
          const swapped = lines.with(one, lines[other] ?? '').with(other, lines[one] ?? '');
          return Buffer.from(`${swapped.join('\n')}\n`);
        }),
    );
    fc.assert(
      fc.property(damage, (bytes) => {
        writeFileSync(file, bytes);
        expect(verifyLedger(folder).kind).toBe('fault');
      }),
      { numRuns: 300 },
    );
  });

  it('finds kept bytes that changed', () => {
    const folder = ledgerOf(1, 1);
    const ledger = openFolderLedger(folder);
    const name = ledger.keep(Buffer.from('a picture'));
    ledger.close();
    const where = path.join(folder, 'kept', name);
    writeFileSync(where, 'another');
    expect(verifyLedger(folder)).toEqual({
      kind: 'fault',
      fault: 'kept',
      where,
      message: `${where}: these kept bytes were changed after they were stored.`,
    });
  });
});
