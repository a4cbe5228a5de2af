import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFolderLedger, readLedgerFolder } from '../../src/ledger/folder-ledger.ts';
import { readEntries } from '../../src/ledger/read-entries.ts';
import { sampleEntries, writeSegments } from '../support/sample-ledger.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('the entries of a ledger', () => {
  it('are all read from the first line, also what its checkpoint has forgotten', () => {
    const folder = temporaryFolder();
    writeSegments(folder, sampleEntries(500, 900, '2024-01-01T00:00:00Z'));
    openFolderLedger(folder).close();
    expect(readLedgerFolder(folder).get('post/post-0/2026/bluesky/ur/1')).toBeUndefined();
    const entries = [...readEntries(folder)];
    expect(entries).toHaveLength(1500);
    expect(entries[0]).toMatchObject({ state: 'intent', subject: { item: 'post-0' } });
  });

  it('end before a line that a crash tore off, and at one that was changed', () => {
    const folder = temporaryFolder();
    writeSegments(folder, sampleEntries(3, 1));
    const [segment = ''] = readdirSync(folder);
    const file = path.join(folder, segment);
    appendFileSync(file, '{"at":"2026-01-0');
    expect([...readEntries(folder)]).toHaveLength(9);
    writeFileSync(file, readFileSync(file, 'utf8').replace('post-1', 'post-7'));
    expect(() => [...readEntries(folder)]).toThrow(
      `${file}:4: this entry of the ledger was changed after it was written.`,
    );
  });
});
