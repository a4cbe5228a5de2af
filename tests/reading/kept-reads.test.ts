import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Drafts } from '../../src/model/draft.ts';
import { type KeptReads, keepReads } from '../../src/reading/kept-reads.ts';
import { readContent } from '../../src/reading/read-content.ts';
import { ORGANISATION, PAGE, PAGE_IN_URDU, POST, SOURCE } from '../../src/validation/example-desk.ts';
import { copyOfDesk } from '../support/run-script.ts';

let root: string;
let kept: KeptReads;
beforeEach(() => {
  root = copyOfDesk();
  kept = keepReads();
});

describe('reading a folder again', () => {
  it('gives the drafts that it gave before, as long as nothing has changed', async () => {
    const before = await read();
    expect(freshIn(before, await read())).toEqual([]);
  });

  it('reads what was written, and that alone', async () => {
    const before = await read();
    change(PAGE, 'Boil it', 'Boil it well');
    change(SOURCE, 'accessedOn:', '# seen\naccessedOn:');
    expect(freshIn(before, await read())).toEqual([PAGE, SOURCE]);
  });

  it('finds the mistakes that a file has got, and forgets those that it had', async () => {
    await read();
    change(PAGE, 'mainMessage:', 'mainMesage:');
    expect(await problems()).toEqual([`content/${PAGE}:15 field/unknown`]);
    change(PAGE, 'mainMesage:', 'mainMessage:');
    expect(await problems()).toEqual([]);
  });

  it('reads a file that an editor has put in the place of another', async () => {
    const before = await read();
    const target = path.join(root, 'content', POST);
    const { mtime } = statSync(target);
    writeFileSync(`${target}.new`, readFileSync(target, 'utf8').replace('one minute', 'two minute'));
    utimesSync(`${target}.new`, mtime, mtime);
    renameSync(`${target}.new`, target);
    expect(freshIn(before, await read())).toEqual([POST]);
  });

  it('reads a file that somebody was told of, whatever its times say', async () => {
    const before = await read();
    kept.forget(`content/${POST}`);
    expect(freshIn(before, await read())).toEqual([POST]);
  });

  it('sees files come and go, and folders move', async () => {
    await read();
    rmSync(path.join(root, 'content', PAGE_IN_URDU));
    expect((await read()).items.map(({ file }) => file)).not.toContain(`content/${PAGE_IN_URDU}`);
    mkdirSync(path.join(root, 'content/campaigns/more'));
    renameSync(path.join(root, 'content', POST), path.join(root, 'content/campaigns/more/en.mdx'));
    const after = (await read()).items.map(({ file }) => file);
    expect(after).toContain('content/campaigns/more/en.mdx');
    expect(after).not.toContain(`content/${POST}`);
  });

  it('reads a file again whose role depends on another one', async () => {
    const translation = path.join(root, 'content', PAGE_IN_URDU);
    writeFileSync(
      translation,
      readFileSync(translation, 'utf8').replace(/translationOf:[\s\S]*?translator/, 'translator'),
    );
    expect((await read()).items.find(({ file }) => file.endsWith(PAGE_IN_URDU))?.role).toBe('translation');
    change(PAGE, 'id: clean-water\n', '');
    change(PAGE_IN_URDU, 'translator: amina', 'schedule: { kind: yearly, startsOn: "03-18", endsOn: "03-24" }');
    expect((await read()).items.find(({ file }) => file.endsWith(PAGE_IN_URDU))?.role).toBe('original');
  });

  it('knows a picture again, and one that has gone', async () => {
    await read();
    expect(await problems()).toEqual([]);
    rmSync(path.join(root, 'content/campaigns/clean-water/tap.png'));
    expect(await problems()).toEqual([`content/${PAGE}:30 image/missing`, `content/${PAGE_IN_URDU}:30 image/missing`]);
  });

  it('finds the organisation’s file missing, and there again', async () => {
    await read();
    const file = path.join(root, 'content', ORGANISATION);
    renameSync(file, path.join(root, 'kept.yml'));
    expect(await problems()).toEqual([`content/${ORGANISATION}:1 organisation/missing`]);
    renameSync(path.join(root, 'kept.yml'), file);
    expect(await problems()).toEqual([]);
  });
});

async function read(): Promise<Drafts> {
  return (await readContent(root, 'content', { kept })).drafts;
}

async function problems(): Promise<string[]> {
  const found = await readContent(root, 'content', { kept });
  return found.problems.map(({ file, line, ruleId }) => `${file}:${line} ${ruleId}`);
}

/** Files of `after` that were read since `before`. */
function freshIn(before: Drafts, after: Drafts): string[] {
  const known = new Set<unknown>([...before.items, ...before.records]);
  return [...after.items, ...after.records]
    .filter((draft) => !known.has(draft))
    .map(({ file }) => file.slice('content/'.length))
    .toSorted();
}

function change(file: string, from: string, to: string): void {
  const target = path.join(root, 'content', file);
  const text = readFileSync(target, 'utf8');
  expect(text).toContain(from);
  writeFileSync(
    target,
    text.replace(from, () => to),
  );
}
