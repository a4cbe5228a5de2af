import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { copyOfDesk, runScript } from '../support/run-script.ts';

const NOW = ['--now', '2026-11-23T12:00:00+05:00'];

it('npm run kit packs a campaign into one file, the same to the byte each time', () => {
  const root = copyOfDesk();
  const { code, stdout } = runScript('kit', ['clean-water', '--json', ...NOW], root);
  expect(code).toBe(0);
  const told = JSON.parse(stdout);
  expect(told).toMatchObject({ id: 'clean-water', file: '.aagahi/kits/clean-water.zip', left: [] });
  const bytes = readFileSync(path.join(root, told.file));
  expect(bytes.length).toBe(told.bytes);
  expect(Object.keys(unzipSync(bytes))).toHaveLength(told.files);
  runScript('kit', ['clean-water', '--out', 'again', ...NOW], root);
  expect(readFileSync(path.join(root, 'again/clean-water.zip')).equals(bytes)).toBe(true);
});

it('npm run kit says which campaigns there are, and packs nothing', () => {
  const root = copyOfDesk();
  const { code, stderr } = runScript('kit', ['clean-watr', ...NOW], root);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^There is no campaign clean-watr; did you mean clean-water\?\n/);
  expect(existsSync(path.join(root, '.aagahi/kits/clean-water.zip'))).toBe(false);
});

it('npm run kit asks for a campaign, or for those that take place now', () => {
  const root = copyOfDesk();
  const asks = /^Name campaigns by their ids, or write --active for those that take place now\.\n/;
  expect(runScript('kit', NOW, root).stderr).toMatch(asks);
  expect(runScript('kit', ['clean-water', '--active', ...NOW], root).stderr).toMatch(asks);
});
