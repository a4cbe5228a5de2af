import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { type ContentRead, readContent } from '../../src/reading/read-content.ts';
import { copyOfDesk } from '../support/run-script.ts';

const FILES = 40;
const FILE_BYTES = 100_000;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

it('keeps of a checked desk what rules ask for, and no texts and no trees', async () => {
  const root = copyOfDesk();
  const page = readFileSync(path.join(root, 'content/campaigns/clean-water/en.mdx'), 'utf8');
  for (let file = 0; file < FILES; file += 1) {
    const folder = path.join(root, `content/campaigns/water-${file}`);
    mkdirSync(folder);
    const words = `Water number ${file} is boiled in this sentence.\n\n`;
    const text = page.replace('id: clean-water', `id: water-${file}`) + words.repeat(FILE_BYTES / words.length);
    writeFileSync(path.join(folder, 'en.mdx'), text);
  }
  const held: { lean?: ContentRead; whole?: ContentRead } = {};
  await readContent(root);
  const empty = await heapAfterCollection();
  held.whole = await readContent(root);
  const withTexts = (await heapAfterCollection()) - empty;
  delete held.whole;
  held.lean = await readContent(root, 'content', { keepsTrees: false });
  const withoutTexts = (await heapAfterCollection()) - empty;
  // Their texts alone take 4 MB, their trees twenty times that.
  expect(withTexts).toBeGreaterThan(FILES * FILE_BYTES);
  expect(withoutTexts).toBeLessThan((FILES * FILE_BYTES) / 2);
  expect(held.lean.drafts.items.length).toBeGreaterThan(FILES);
});

/** What the compiler holds is let go between two turns. */
async function heapAfterCollection(): Promise<number> {
  for (let round = 0; round < 4; round += 1) {
    collectGarbage();
    await nextTurn();
  }
  return process.memoryUsage().heapUsed;
}
