import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkProse } from '../../src/checking/check-prose.ts';
import { workersFor } from '../../src/checking/judge-in-workers.ts';
import { openProseCache } from '../../src/checking/prose-cache.ts';
import type { Drafts } from '../../src/model/draft.ts';
import { readContent } from '../../src/reading/read-content.ts';
import { PAGE, PAGE_IN_URDU } from '../../src/validation/example-desk.ts';
import { generateDesk } from '../bench/generate-desk.ts';
import { deskWith } from '../support/example-desk.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const WORDY: [string, string] = ['can carry germs.', 'can carry germs. In order to be safe, boil it.'];

let memory: string;
beforeEach(() => {
  memory = temporaryFolder();
});
const cache = (fingerprint = 'f1') => openProseCache(memory, fingerprint);

describe('the check of words', () => {
  it('judges each file once: what it has said of a text it says again', async () => {
    const root = deskWith({ [PAGE]: WORDY });
    const first = await check(root);
    expect(first.problems.map(({ file, ruleId }) => `${file} ${ruleId}`)).toEqual([`content/${PAGE} words/simplify`]);
    expect(first.judged).toBe(await filesIn(root));
    expect(await check(root)).toEqual({ ...first, judged: 0 });
  });

  it('judges again what has changed, and nothing else', async () => {
    const root = deskWith({ [PAGE]: WORDY });
    await check(root);
    appendFileSync(path.join(root, 'content', PAGE_IN_URDU), '\nپانی ڈھانپ کر رکھیں۔\n');
    expect((await check(root)).judged).toBe(1);
  });

  it('knows a text again under another name', async () => {
    const root = deskWith({ [PAGE]: WORDY });
    const { drafts } = await readContent(root);
    await checkProse(drafts, { root, cache: cache() });
    const renamed: Drafts = {
      ...drafts,
      items: drafts.items.map((draft) => ({ ...draft, file: `other/${draft.file}` })),
    };
    const { problems, judged } = await checkProse(renamed, { root, cache: cache() });
    expect(judged).toBe(0);
    expect(problems.map(({ file }) => file)).toEqual([`other/content/${PAGE}`]);
  });

  it('judges the files of a language again when a term of it changes', async () => {
    const root = deskWith({});
    await check(root);
    const terms = 'terms:\n  - { language: ur, say: بزرگ, dontSay: [معمر افراد], reason: آسان لفظ۔ }\n';
    writeFileSync(path.join(root, 'content/terms.yml'), terms);
    expect((await check(root)).judged).toBe(await filesIn(root, 'ur'));
  });

  it('judges everything again when the rules have changed', async () => {
    const root = deskWith({});
    await check(root);
    const { drafts } = await readContent(root);
    expect((await checkProse(drafts, { root, cache: cache('f2') })).judged).toBe(drafts.items.length);
  });

  it.each([
    ['has been written again', (file: string) => appendFileSync(file, '\nUtilise it.\n')],
    ['is gone', (file: string) => rmSync(file)],
    ['has become too large', (file: string) => writeFileSync(file, 'x'.repeat(300_000))],
  ])('passes over a file that %s since it was read', async (_what, change) => {
    const root = deskWith({ [PAGE]: WORDY });
    const { drafts } = await readContent(root);
    change(path.join(root, 'content', PAGE));
    const { problems } = await checkProse(drafts, { root, cache: cache() });
    expect(problems).toEqual([]);
    // Nothing is remembered of a text that nobody has seen.
    expect((await checkProse(drafts, { root, cache: cache() })).judged).toBe(1);
  });

  it('says in two threads what it says in one, in the same order', async () => {
    const root = temporaryFolder();
    generateDesk(path.join(root, 'content'), 60, { urdu: true });
    const { drafts } = await readContent(root);
    const here = await checkProse(drafts, { root, cache: openProseCache(temporaryFolder(), 'a'), workers: 0 });
    const there = await checkProse(drafts, { root, cache: openProseCache(temporaryFolder(), 'b'), workers: 2 });
    expect(there).toEqual(here);
    expect(here.problems.length).toBeGreaterThan(5);
  });

  it('tells how far it is', async () => {
    const root = deskWith({});
    const { drafts } = await readContent(root);
    const told: string[] = [];
    const onProgress = (done: number, total: number) => told.push(`${done}/${total}`);
    await checkProse(drafts, { root, cache: cache(), onProgress });
    expect(told).toEqual(drafts.items.map((_, index) => `${index + 1}/${drafts.items.length}`));
  });
});

describe('threads', () => {
  it.each([
    [0, 8, 0],
    [150, 2, 0],
    [250, 2, 2],
    [5000, 2, 2],
    [5000, 1, 0],
    [350, 8, 3],
  ])('for %i files on %i cores are %i', (files, cores, workers) => {
    expect(workersFor(files, cores)).toBe(workers);
  });
});

/** How many language files there are, of one language or of all. */
async function filesIn(root: string, language?: string): Promise<number> {
  const { drafts } = await readContent(root);
  return drafts.items.filter((draft) => language === undefined || draft.language === language).length;
}

async function check(root: string) {
  const { drafts } = await readContent(root);
  return checkProse(drafts, { root, cache: cache() });
}
