import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Disk, DURABLE_DISK, PLAIN_DISK } from '../../src/ledger/disk.ts';
import { type LedgerState, subjectText } from '../../src/ledger/entry.ts';
import { openFolderLedger, readLedgerFolder } from '../../src/ledger/folder-ledger.ts';
import { openSegments } from '../../src/ledger/ledger-segments.ts';
import { verifyLedger } from '../../src/ledger/verify-ledger.ts';
import { postSubject, sampleEntries, writeSegments } from '../support/sample-ledger.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const NOW = '2029-01-01T00:00:00Z';

/** Three years of 500 posts, two of which are long forgotten but for their names. */
function threeYears(): string {
  const folder = path.join(temporaryFolder(), 'ledger');
  writeSegments(folder, sampleEntries(500, 1095));
  return folder;
}

function checkpointed(): string {
  const folder = threeYears();
  openFolderLedger(folder).close();
  return folder;
}

function known(state: LedgerState): string[] {
  return [...state.values()].map(({ subject, last }) => `${subjectText(subject)} ${last.hash}`);
}

const name = (index: number) => subjectText(postSubject(`post-${index}`));

describe('a checkpoint', () => {
  it('is written by the next run that opens a ledger with more than a thousand new entries, once', () => {
    const folder = checkpointed();
    const text = readFileSync(path.join(folder, 'checkpoint.json'), 'utf8');
    openFolderLedger(folder).close();
    expect(readFileSync(path.join(folder, 'checkpoint.json'), 'utf8')).toBe(text);
    expect(verifyLedger(folder)).toMatchObject({ kind: 'sound', entries: 1500, subjects: 500, hasCheckpoint: true });
  });

  it('keeps the last 400 days in full and the names of all before', () => {
    const state = readLedgerFolder(checkpointed());
    expect(state.get(name(0))).toBeUndefined();
    expect(state.isArchived(name(0))).toBe(true);
    expect(state.get(name(499))?.sending?.words).toBe('w499');
    expect(state.isArchived(name(499))).toBe(false);
    expect(state.isArchived('post/never-sent/2026/bluesky/ur/1')).toBe(false);
    const all = Array.from({ length: 500 }, (_, index) => state.isArchived(name(index)) || state.get(name(index)));
    expect(all.every(Boolean)).toBe(true);
  });

  it('forgets nothing that is not settled, nor what a profile shows', () => {
    const folder = path.join(temporaryFolder(), 'ledger');
    const ledger = openSegments(folderOf(folder), DURABLE_DISK);
    ledger.append(
      { state: 'sending', request: {}, words: 'w' },
      postSubject('doubtful'),
      '2020-01-01T00:00:00Z',
      undefined,
    );
    ledger.append(
      { state: 'confirmed', uri: 'at://x' },
      { action: 'pin', channel: 'bluesky' },
      '2020-01-01T00:00:00Z',
      undefined,
    );
    for (let index = 0; index < 1000; index += 1)
      ledger.append({ state: 'intent' }, postSubject(`p${index}`), NOW, undefined);
    openFolderLedger(folder).close();
    expect(existsSync(path.join(folder, 'checkpoint.json'))).toBe(true);
    const state = readLedgerFolder(folder);
    expect(state.get(subjectText(postSubject('doubtful')))?.last.state).toBe('sending');
    expect(state.get('pin/bluesky')?.last.state).toBe('confirmed');
  });

  it('gives the same as every line read from the first', () => {
    const folder = checkpointed();
    const ledger = openFolderLedger(folder);
    ledger.append({ state: 'tombstoned', reason: 'gone' }, postSubject('post-0'), NOW);
    ledger.append({ state: 'intent' }, postSubject('new'), NOW);
    ledger.close();
    const quick = readLedgerFolder(folder);
    rmSync(path.join(folder, 'checkpoint.json'));
    const slow = readLedgerFolder(folder);
    expect(known(slow)).toEqual(known(quick));
    expect(slow.newestAt).toBe(NOW);
    expect(quick.newestAt).toBe(NOW);
    expect(slow.isArchived(name(1))).toBe(true);
  });

  it('follows from the entries alone, however many went before it and whatever came back from the archive', () => {
    const folder = checkpointed();
    for (const year of ['2030', '2032', '2034', '2036']) {
      const ledger = openSegments(folder, PLAIN_DISK);
      for (const item of year === '2036' ? [] : ['post-0', 'post-499'])
        ledger.append({ state: 'confirmed', uri: 'at://y' }, postSubject(item), `${year}-01-01T00:00:00Z`, undefined);
      for (let index = 0; index < 1000; index += 1) {
        const at = `${year}-${String(1 + Math.floor(index / 100)).padStart(2, '0')}-01T00:00:00+05:00`;
        const request = { text: 'x' };
        ledger.append({ state: 'sending', request, words: 'w' }, postSubject(`p${index % 600}`, year), at, undefined);
        ledger.append({ state: 'confirmed', uri: 'at://z' }, postSubject(`p${index % 600}`, year), at, undefined);
      }
      openSegments(folder, PLAIN_DISK);
      expect(verifyLedger(folder)).toMatchObject({ kind: 'sound', hasCheckpoint: true });
    }
    const quick = readLedgerFolder(folder);
    rmSync(path.join(folder, 'checkpoint.json'));
    const slow = readLedgerFolder(folder);
    expect([...slow.values()]).toEqual([...quick.values()]);
    for (const state of [quick, slow]) {
      expect(state.isArchived(name(0))).toBe(true);
      expect(state.isArchived(name(499))).toBe(true);
      expect(state.isArchived(subjectText(postSubject('p599', '2034')))).toBe(true);
      expect(state.isArchived(subjectText(postSubject('p599', '2036')))).toBe(false);
    }
  });

  it('does without the files before it, but for their sizes', () => {
    const folder = checkpointed();
    const file = path.join(folder, '2026-02.jsonl');
    const before = readFileSync(file);
    writeFileSync(file, Buffer.alloc(before.length, 'x'));
    expect(known(readLedgerFolder(folder)).length).toBeGreaterThan(0);
    expect(verifyLedger(folder)).toMatchObject({ kind: 'fault', fault: 'edited', where: `${file}:1` });
    writeFileSync(file, before.subarray(1));
    expect(() => readLedgerFolder(folder)).toThrow(
      `${file}: this file of the ledger had ${before.length} bytes and now has ${before.length - 1}; nothing is sent until it is put back.`,
    );
    rmSync(file);
    expect(() => openFolderLedger(folder)).toThrow(
      `${file}: this file of the ledger is missing; nothing is sent until it is put back.`,
    );
    writeFileSync(file, before);
    const foreign = path.join(folder, '2020-01.jsonl');
    writeFileSync(foreign, '');
    expect(() => readLedgerFolder(folder)).toThrow(
      `${foreign}: this file was not in the ledger before; nothing is sent until it is taken away.`,
    );
  });

  it.each([
    ['changed', (text: string) => text.replace('"words":"w499"', '"words":"x499"')],
    ['no JSON', () => '{'],
    ['of another ledger', (text: string) => text.replace(/"lastHash":"../, '"lastHash":"zz')],
    ['pointing out of the folder', (text: string) => text.replace('2028-12.jsonl', '../../etc/passwd')],
    ['of another shape', () => 'null'],
  ])('that is %s is not trusted, and all is read instead', (_what, change) => {
    const folder = checkpointed();
    const before = known(readLedgerFolder(folder));
    const file = path.join(folder, 'checkpoint.json');
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    expect(known(readLedgerFolder(folder))).toEqual(before);
    expect(verifyLedger(folder)).toEqual({
      kind: 'fault',
      fault: 'checkpoint',
      where: file,
      message: `${file}: this checkpoint does not match: no line of the ledger vouches for it. Either it was changed, or the entries after it were removed.`,
    });
    openFolderLedger(folder).close();
    expect(verifyLedger(folder)).toMatchObject({ kind: 'sound', hasCheckpoint: true });
  });
});

describe('a run that is killed while it writes a checkpoint', () => {
  it('leaves a ledger that says the same, wherever that was', () => {
    const first = checkpointed();
    const more = openSegments(first, DURABLE_DISK);
    // Nothing older falls out of what is remembered.
    const at = more.state.newestAt ?? NOW;
    for (let index = 0; index < 1001; index += 1)
      more.append({ state: 'intent' }, postSubject(`later-${index}`), at, undefined);
    const expected = known(readLedgerFolder(first));
    let place = 0;
    for (let isCut = true; isCut; place += 1) {
      for (const part of [0, 0.5, 0.999]) {
        const folder = path.join(temporaryFolder(), 'ledger');
        cpSync(first, folder, { recursive: true });
        isCut = cutOpening(folder, place, part);
        expect(known(readLedgerFolder(folder))).toEqual(expected);
        openFolderLedger(folder).close();
        expect(known(readLedgerFolder(folder))).toEqual(expected);
        expect(readdirSync(folder)).not.toContain('lock');
        expect(verifyLedger(folder)).toMatchObject({ kind: 'sound', entries: 2501, hasCheckpoint: true });
        const { live } = JSON.parse(readFileSync(path.join(folder, 'checkpoint.json'), 'utf8'));
        expect(JSON.stringify(live)).toContain('later-1000');
      }
    }
    expect(place).toBe(4);
  });
});

function folderOf(folder: string): string {
  DURABLE_DISK.makeFolder(folder);
  return folder;
}

/** Opens a ledger and dies at its effect of this number, from 0, with a part of the bytes written. */
function cutOpening(folder: string, place: number, part: number): boolean {
  let effects = 0;
  const around = (effect: (share: number) => void) => {
    const isLast = effects === place;
    effects += 1;
    effect(isLast ? part : 1);
    if (isLast) throw new Error('killed');
  };
  const piece = (bytes: Buffer, share: number) => bytes.subarray(0, Math.floor(bytes.length * share));
  const disk: Disk = {
    ...DURABLE_DISK,
    write: (file, bytes) => around((share) => DURABLE_DISK.write(file, piece(bytes, share))),
    append: (file, bytes) => around((share) => DURABLE_DISK.append(file, piece(bytes, share))),
    truncate: (file, size) => around((share) => share > 0 && DURABLE_DISK.truncate(file, size)),
    replace: (file, by) => around((share) => share > 0 && DURABLE_DISK.replace(file, by)),
  };
  try {
    openSegments(folder, disk);
    return false;
  } catch {
    return true;
  }
}
