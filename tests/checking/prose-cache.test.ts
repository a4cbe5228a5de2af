import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { KeptProblem } from '../../src/checking/judge-file.ts';
import { openProseCache } from '../../src/checking/prose-cache.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const WARNING: KeptProblem = {
  line: 3,
  column: 1,
  ruleId: 'words/term',
  severity: 'warning',
  message: 'Unexpected `معمر`: آسان لفظ لکھیں\nپھر',
  hint: 'write `بزرگ`',
};
const A = 'a'.repeat(32);
const B = 'b'.repeat(32);

let folder: string;
beforeEach(() => {
  folder = path.join(temporaryFolder(), 'prose');
});
const open = (fingerprint = 'f1') => openProseCache(folder, fingerprint);
const file = () => path.join(folder, 'f1.jsonl');

describe('the memory of answers on words', () => {
  it('knows nothing at first, and afterwards what was added', () => {
    expect(open().get(A)).toBeUndefined();
    open().add([
      [A, [WARNING]],
      [B, []],
    ]);
    const again = open();
    expect(again.get(A)).toEqual([WARNING]);
    expect(again.get(B)).toEqual([]);
  });

  it('is one file, however many answers there are', () => {
    for (let index = 0; index < 20; index += 1) open().add([[String(index).padStart(32, '0'), [WARNING]]]);
    expect(readdirSync(folder)).toEqual(['f1.jsonl']);
  });

  it('drops the answers of other rules', () => {
    open().add([[A, [WARNING]]]);
    expect(open('f2').get(A)).toBeUndefined();
    open('f2').add([[B, []]]);
    expect(readdirSync(folder)).toEqual(['f2.jsonl']);
  });

  it('does not believe a line that was cut off, and keeps the others', () => {
    open().add([[A, [WARNING]]]);
    open().add([[B, [WARNING]]]);
    const whole = readFileSync(file(), 'utf8');
    for (const cut of [1, 20, 60, 150]) {
      writeFileSync(file(), whole.slice(0, whole.length - cut));
      const known = open();
      expect(known.get(A), `cut by ${cut}`).toEqual([WARNING]);
      // Without its line end an answer is whole still.
      expect(known.get(B), `cut by ${cut}`).toEqual(cut === 1 ? [WARNING] : undefined);
    }
  });

  it('goes on after a line that was cut off', () => {
    open().add([[A, [WARNING]]]);
    writeFileSync(file(), readFileSync(file(), 'utf8').slice(0, -30));
    open().add([[B, []]]);
    expect(open().get(A)).toBeUndefined();
    expect(open().get(B)).toEqual([]);
  });

  it.each([
    ['another message', (text: string) => text.replace('Unexpected', 'Accepted ')],
    ['another key', (text: string) => text.replaceAll(A, B)],
    ['no hash', (text: string) => text.replace(/^\w+ /, '')],
    ['something else altogether', () => '{"version":1}\n'],
    ['bytes that are no text', () => '\u0000\uFFFD\u0000'],
  ])('does not believe a file with %s', (_what, change) => {
    open().add([[A, [WARNING]]]);
    writeFileSync(file(), change(readFileSync(file(), 'utf8')));
    expect(open().get(A)).toBeUndefined();
    expect(open().get(B)).toBeUndefined();
  });

  it('forgets what nobody has use for once there is too much of it', () => {
    const many = Array.from({ length: 50_010 }, (_, index) => [index.toString(16).padStart(32, '0'), []] as const);
    const cache = open();
    cache.add([...many, [A, [WARNING]]]);
    cache.prune(new Set([A]));
    expect(readFileSync(file(), 'utf8').split('\n')).toHaveLength(2);
    expect(open().get(A)).toEqual([WARNING]);
  });

  it('keeps the answers of another desk as long as there is room', () => {
    const cache = open();
    cache.add([
      [A, [WARNING]],
      [B, []],
    ]);
    cache.prune(new Set([A]));
    expect(open().get(B)).toEqual([]);
  });

  it('does without a disk that takes nothing', () => {
    mkdirSync(path.dirname(folder), { recursive: true });
    writeFileSync(folder, 'a file where the folder should be');
    const cache = open();
    cache.add([[A, [WARNING]]]);
    cache.prune(new Set());
    expect(cache.get(A)).toEqual([WARNING]);
    expect(open().get(A)).toBeUndefined();
  });

  it('is not confused by two that write at once', () => {
    const [one, two] = [open(), open()];
    one.add([[A, [WARNING]]]);
    two.add([[B, []]]);
    expect([open().get(A), open().get(B)]).toEqual([[WARNING], []]);
  });
});
