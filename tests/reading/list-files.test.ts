import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { listFiles } from '../../src/reading/list-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let folder: string;
beforeEach(() => {
  folder = path.join(temporaryFolder(), 'content');
  mkdirSync(path.join(folder, 'b/inner'), { recursive: true });
  for (const file of ['a.yml', 'B.yml', 'b/x.mdx', 'b/inner/y.mdx', '.hidden'])
    writeFileSync(path.join(folder, file), '');
});

describe('the files of a folder', () => {
  it('come in the order of their names, without hidden ones', async () => {
    expect(await listed()).toEqual({ files: ['B.yml', 'a.yml', 'b/inner/y.mdx', 'b/x.mdx'], faults: [] });
  });

  it('stand under the name of a link that leads to a file or folder beside', async () => {
    symlinkSync('b', path.join(folder, 'c'));
    symlinkSync('../a.yml', path.join(folder, 'b/z.yml'));
    expect(await listed()).toEqual({
      files: ['B.yml', 'a.yml', 'b/inner/y.mdx', 'b/x.mdx', 'b/z.yml', 'c/inner/y.mdx', 'c/x.mdx', 'c/z.yml'],
      faults: [],
    });
  });

  it('end where links go round', async () => {
    symlinkSync('../..', path.join(folder, 'b/inner/up'));
    symlinkSync('two', path.join(folder, 'one'));
    symlinkSync('one', path.join(folder, 'two'));
    symlinkSync('/', path.join(folder, 'everything'));
    symlinkSync('gone', path.join(folder, 'nothing'));
    const { files, faults } = await listed();
    expect(files).toHaveLength(4);
    expect(faults).toEqual([
      'b/inner/up file/link-loop',
      'everything file/link-outside',
      'nothing file/link-broken',
      'one file/link-loop',
      'two file/link-loop',
    ]);
  });

  it('may be reached through a link to the folder itself', async () => {
    const link = path.join(path.dirname(folder), 'link');
    symlinkSync(folder, link);
    expect((await listFiles(link)).files).toHaveLength(4);
  });

  it('of links to each other’s folders do not grow without end', async () => {
    mkdirSync(path.join(folder, 'd'));
    symlinkSync('../d', path.join(folder, 'b/to-d'));
    symlinkSync('../b', path.join(folder, 'd/to-b'));
    const { faults } = await listed();
    expect(faults).toEqual(['b/to-d/to-b file/link-loop', 'd/to-b/to-d file/link-loop']);
  });
});

async function listed(): Promise<{ files: string[]; faults: string[] }> {
  const { files, faults } = await listFiles(folder);
  return {
    files: files.map(({ parts }) => parts.join('/')),
    faults: faults.map(({ parts, fault }) => `${parts.join('/')} ${fault.ruleId}`),
  };
}
