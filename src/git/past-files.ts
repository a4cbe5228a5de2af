import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Git } from './git-command.ts';

const IS_TEXT = /\.(mdx?|ya?ml|json)$/i;
const LINE_END = 0x0a;

/**
 * Writes files below a folder as a commit has them, under their paths of the checkout: texts to the byte, whatever attributes
 * the commit gives them; of any other file only that it is there. Links and submodules are left out.
 *
 * @param paths Of files and folders; those that are not there are passed over.
 */
export async function layOutFiles(git: Git, commit: string, paths: readonly string[], folder: string): Promise<void> {
  const listed = await git.bytes(['--literal-pathspecs', 'ls-tree', '-r', '-z', commit, '--', ...paths]);
  const files = listed
    .toString('utf8')
    .split('\0')
    .flatMap((entry) => {
      const [, kind, name, place] = /^\d{6} (\w+) ([0-9a-f]+)\t(.+)$/s.exec(entry) ?? [];
      const isFile = kind === 'blob' && /^100/.test(entry) && name !== undefined && place !== undefined;
      return isFile ? [{ name, place }] : [];
    });
  const texts = files.filter(({ place }) => IS_TEXT.test(place));
  const contents = await readBlobs(
    git,
    texts.map(({ name }) => name),
  );
  const byPlace = new Map(texts.map(({ place }, index) => [place, contents[index]]));
  for (const { place } of files) {
    const target = path.resolve(folder, place);
    if (!target.startsWith(path.resolve(folder) + path.sep)) continue;
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, byPlace.get(place) ?? '');
  }
}

async function readBlobs(git: Git, names: readonly string[]): Promise<Buffer[]> {
  if (names.length === 0) return [];
  const answer = await git.bytes(['cat-file', '--batch'], `${names.join('\n')}\n`);
  const blobs: Buffer[] = [];
  // For each: a line `<name> blob <size>`, the bytes, and the end of a line.
  for (let place = 0; place < answer.length; ) {
    const end = answer.indexOf(LINE_END, place);
    const size = Number(/ blob (\d+)$/.exec(answer.toString('latin1', place, end))?.[1]);
    if (!Number.isSafeInteger(size)) throw new RangeError('git does not give a file that it lists');
    blobs.push(answer.subarray(end + 1, end + 1 + size));
    place = end + 1 + size + 1;
  }
  return blobs;
}
