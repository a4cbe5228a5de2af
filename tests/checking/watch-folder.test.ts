import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type FolderWatch, watchFolder } from '../../src/checking/watch-folder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let folder: string;
let told: (string | undefined)[];
let watch: FolderWatch;
let tell: () => void;

beforeEach(() => {
  folder = path.join(temporaryFolder(), 'content');
  mkdirSync(path.join(folder, 'campaigns/dengue'), { recursive: true });
  write('campaigns/dengue/en.mdx');
  told = [];
  tell = () => {};
  watch = watchFolder(folder, (file) => {
    told.push(file === undefined ? undefined : path.relative(folder, file));
    tell();
  });
  onTestFinished(() => watch.close());
  expect(watch.isThere()).toBe(true);
});

describe('a watched folder tells of', () => {
  it('a file that is written, and written again', async () => {
    for (const _time of [1, 2, 3]) {
      write('campaigns/dengue/en.mdx');
      await untilTold('campaigns/dengue/en.mdx');
    }
  });

  it('a file that an editor puts in the place of another, and what is written to it afterwards', async () => {
    for (const _time of [1, 2]) {
      write('campaigns/dengue/.en.mdx.swap');
      rename('campaigns/dengue/.en.mdx.swap', 'campaigns/dengue/en.mdx');
      await untilTold('campaigns/dengue/en.mdx');
      write('campaigns/dengue/en.mdx');
      await untilTold('campaigns/dengue/en.mdx');
    }
  });

  it('files in folders that did not exist before', async () => {
    mkdirSync(path.join(folder, 'myths/water/deep'), { recursive: true });
    await untilTold('myths');
    write('myths/water/deep/en.mdx');
    await untilTold('myths/water/deep/en.mdx');
  });

  it('files in a folder under its new name', async () => {
    rename('campaigns/dengue', 'campaigns/fever');
    await untilTold('campaigns/fever');
    write('campaigns/fever/en.mdx');
    await untilTold('campaigns/fever/en.mdx');
  });

  it('files in a folder that was removed and made again', async () => {
    rmSync(path.join(folder, 'campaigns/dengue'), { recursive: true });
    await untilTold('campaigns/dengue');
    mkdirSync(path.join(folder, 'campaigns/dengue'));
    await untilTold('campaigns/dengue');
    write('campaigns/dengue/ur.mdx');
    await untilTold('campaigns/dengue/ur.mdx');
  });

  it('a file that is removed', async () => {
    rmSync(path.join(folder, 'campaigns/dengue/en.mdx'));
    await untilTold('campaigns/dengue/en.mdx');
  });

  it('itself, when it goes and when it is there again', async () => {
    renameSync(folder, `${folder}-away`);
    await until(() => !watch.isThere());
    renameSync(`${folder}-away`, folder);
    // Nobody tells of a folder that is not there: it is looked for.
    await untilTold(undefined);
    await until(() => watch.isThere());
    write('campaigns/dengue/en.mdx');
    await untilTold('campaigns/dengue/en.mdx');
  });
});

it('does not tell of what editors keep beside a text', async () => {
  write('campaigns/dengue/.en.mdx.swp');
  write('campaigns/dengue/ur.mdx');
  await untilTold('campaigns/dengue/ur.mdx');
  expect(told.filter((file) => file?.includes('.swp'))).toEqual([]);
});

it('tells of nothing once it is closed', async () => {
  watch.close();
  const second = watchFolder(folder, () => tell());
  onTestFinished(() => second.close());
  second.isThere();
  const heard = new Promise<void>((resolve) => {
    tell = resolve;
  });
  write('campaigns/dengue/en.mdx');
  await heard;
  expect(told).toEqual([]);
});

function write(file: string): void {
  writeFileSync(path.join(folder, file), 'words\n', { flag: 'a' });
}

function rename(from: string, to: string): void {
  renameSync(path.join(folder, from), path.join(folder, to));
}

/** Waits until a file is told of, and forgets all that was told up to then. */
async function untilTold(file: string | undefined): Promise<void> {
  const wanted = file === undefined ? undefined : path.normalize(file);
  await until(() => told.includes(wanted));
  told = [];
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo())
    await new Promise<void>((resolve) => {
      tell = resolve;
    });
}
