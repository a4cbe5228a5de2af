import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { proseFingerprint } from '../../src/checking/prose-fingerprint.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDERS = ['src/model', 'src/reading', 'src/validation', 'src/checking'];

it('is another one after a change of a rule, of what reads the words, or of a package, and the same without', async () => {
  const project = temporaryFolder();
  for (const folder of FOLDERS) cpSync(path.join(ROOT, folder), path.join(project, folder), { recursive: true });
  cpSync(path.join(ROOT, 'package-lock.json'), path.join(project, 'package-lock.json'));
  const seen = [await proseFingerprint(project)];
  expect(await proseFingerprint(project)).toBe(seen[0]);
  for (const file of [
    'src/validation/prose/words-term.ts',
    'src/validation/sentences.ts',
    'src/reading/read-prose.ts',
    'src/model/phrases.ts',
    'package-lock.json',
  ]) {
    writeFileSync(path.join(project, file), ' ', { flag: 'a' });
    const now = await proseFingerprint(project);
    expect(seen, file).not.toContain(now);
    seen.push(now);
  }
});
