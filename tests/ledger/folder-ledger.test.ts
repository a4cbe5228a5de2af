import { appendFileSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { subjectText } from '../../src/ledger/entry.ts';
import { LedgerError, openFolderLedger, readLedgerFolder } from '../../src/ledger/folder-ledger.ts';
import { postSubject } from '../support/sample-ledger.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const AT = '2026-12-01T09:00:00+05:00';

/** A ledger folder with three entries in November and two in December. */
function writtenLedger(): string {
  const folder = path.join(temporaryFolder(), 'ledger');
  const ledger = openFolderLedger(folder);
  ledger.append({ state: 'intent' }, postSubject('a'), '2026-11-30T09:00:00+05:00');
  ledger.append(
    { state: 'sending', request: { text: 'صابن' }, words: 'w' },
    postSubject('a'),
    '2026-11-30T09:00:00+05:00',
  );
  ledger.append({ state: 'confirmed', uri: 'at://x' }, postSubject('a'), '2026-11-30T09:00:00+05:00');
  ledger.append({ state: 'intent' }, postSubject('b'), AT);
  ledger.append({ state: 'sending', request: { text: 'two' }, words: 'v' }, postSubject('b'), AT);
  ledger.close();
  return folder;
}

function states(folder: string): Record<string, string> {
  const records = [...readLedgerFolder(folder).values()];
  return Object.fromEntries(records.map(({ subject, last }) => [subjectText(subject).split('/')[1], last.state]));
}

function editLine(file: string, index: number, edit: (line: string) => string | undefined): void {
  const lines = readFileSync(file, 'utf8').split('\n');
  const edited = edit(lines[index] ?? '');
  lines.splice(index, 1, ...(edited === undefined ? [] : [edited]));
  writeFileSync(file, lines.join('\n'));
}

describe('a ledger in a folder', () => {
  it('is empty where there is no folder yet', () => {
    expect(states(path.join(temporaryFolder(), 'none'))).toEqual({});
  });

  it('keeps what was written, a file for each month', () => {
    const folder = writtenLedger();
    expect(readdirSync(folder)).toEqual(['2026-11.jsonl', '2026-12.jsonl']);
    expect(states(folder)).toEqual({ a: 'confirmed', b: 'sending' });
  });

  it('goes on where it ended, and never before it when the clock was set back', () => {
    const folder = writtenLedger();
    const ledger = openFolderLedger(folder);
    ledger.append({ state: 'unknown', reason: 'cut off' }, postSubject('b'), '2026-11-30T23:00:00+05:00');
    ledger.close();
    expect(readFileSync(path.join(folder, '2026-12.jsonl'), 'utf8').trim().split('\n')).toHaveLength(3);
    expect(states(folder)).toEqual({ a: 'confirmed', b: 'unknown' });
  });

  it('shows its own new entries at once', () => {
    const ledger = openFolderLedger(path.join(temporaryFolder(), 'ledger'));
    ledger.append({ state: 'intent' }, postSubject('a'), AT);
    expect(ledger.state().get('post/a/2026/bluesky/ur/1')?.last.state).toBe('intent');
    ledger.close();
  });
});

describe('bytes kept in a ledger', () => {
  it('are found under their name by the next run', async () => {
    const folder = path.join(temporaryFolder(), 'ledger');
    const ledger = openFolderLedger(folder);
    const name = ledger.keep(Buffer.from('a picture'));
    expect(ledger.keep(Buffer.from('a picture'))).toBe(name);
    await ledger.publish('claim');
    ledger.close();
    const next = openFolderLedger(folder);
    expect(next.kept(name)?.toString()).toBe('a picture');
    expect(next.kept('../lock')).toBeUndefined();
    next.close();
  });

  it('are not given where somebody changed them', () => {
    const folder = path.join(temporaryFolder(), 'ledger');
    const ledger = openFolderLedger(folder);
    const name = ledger.keep(Buffer.from('a picture'));
    writeFileSync(path.join(folder, 'kept', name), 'another');
    expect(ledger.kept(name)).toBeUndefined();
    ledger.close();
  });
});

describe('a ledger after a crash', () => {
  it.each([
    ['in the middle of the last line', (file: string) => truncateSync(file, readFileSync(file).length - 40)],
    ['in the middle of a letter', (file: string) => appendFileSync(file, Buffer.from([0x7b, 0xd8]))],
    ['before the line’s end', (file: string) => truncateSync(file, readFileSync(file).length - 1)],
    [
      'where only the line’s last block reached the disk',
      (file: string) => appendFileSync(file, Buffer.from(`${'\0'.repeat(4096)}"hash":"x"}\n`)),
    ],
    ['with blocks that were never filled', (file: string) => appendFileSync(file, Buffer.alloc(64))],
  ])('torn off %s loses that line only and goes on', (_where, tear) => {
    const folder = writtenLedger();
    const file = path.join(folder, '2026-12.jsonl');
    const before = readFileSync(file, 'utf8').split('\n');
    tear(file);
    expect(states(folder).a).toBe('confirmed');
    const ledger = openFolderLedger(folder);
    ledger.append({ state: 'intent' }, postSubject('c'), AT);
    ledger.close();
    expect(readFileSync(file, 'utf8').split('\n')[0]).toBe(before[0]);
    expect(states(folder)).toMatchObject({ a: 'confirmed', c: 'intent' });
  });

  it('that left an empty file behind goes on', () => {
    const folder = writtenLedger();
    writeFileSync(path.join(folder, '2027-01.jsonl'), '');
    const ledger = openFolderLedger(folder);
    ledger.append({ state: 'intent' }, postSubject('c'), '2027-01-02T09:00:00+05:00');
    ledger.close();
    expect(states(folder)).toEqual({ a: 'confirmed', b: 'sending', c: 'intent' });
  });
});

describe('a ledger that somebody changed', () => {
  it('is not trusted where an entry reads otherwise than it was written', () => {
    const folder = writtenLedger();
    const file = path.join(folder, '2026-11.jsonl');
    editLine(file, 1, (line) => line.replace('صابن', 'زہر'));
    const error = new LedgerError(
      `${file}:2: this entry of the ledger was changed after it was written; nothing is sent until it is put back.`,
    );
    expect(() => readLedgerFolder(folder)).toThrow(error);
    expect(() => openFolderLedger(folder)).toThrow(error);
  });

  it('is not trusted where a line is no entry at all', () => {
    const folder = writtenLedger();
    const file = path.join(folder, '2026-12.jsonl');
    editLine(file, 0, () => 'null');
    expect(() => readLedgerFolder(folder)).toThrow(
      `${file}:1: this entry of the ledger was changed after it was written; nothing is sent until it is put back.`,
    );
  });

  it.each([
    [
      'an entry was removed',
      (folder: string) => editLine(path.join(folder, '2026-11.jsonl'), 1, () => undefined),
      '2026-11.jsonl:2',
    ],
    ['a month was removed', (folder: string) => rmSync(path.join(folder, '2026-11.jsonl')), '2026-12.jsonl:1'],
    [
      'entries changed places',
      (folder: string) => {
        const file = path.join(folder, '2026-11.jsonl');
        const [first, second, ...rest] = readFileSync(file, 'utf8').split('\n');
        writeFileSync(file, [second, first, ...rest].join('\n'));
      },
      '2026-11.jsonl:1',
    ],
  ])('is not trusted where %s', (_what, change, where) => {
    const folder = writtenLedger();
    change(folder);
    expect(() => readLedgerFolder(folder)).toThrow(
      `${path.join(folder, where)}: an entry before this one was removed or moved; nothing is sent until it is put back.`,
    );
  });

  it('is free again for the next run after it was refused', () => {
    const folder = writtenLedger();
    const file = path.join(folder, '2026-12.jsonl');
    const whole = readFileSync(file);
    editLine(file, 0, () => 'null');
    expect(() => openFolderLedger(folder)).toThrow(LedgerError);
    writeFileSync(file, whole);
    openFolderLedger(folder).close();
  });
});
