import { UnreadError } from '../approvals/ports.ts';
import type { Git } from './git-command.ts';

/** The files of a folder of a checkout, as any commit has them. What is the same in several commits is read once. */
export interface PastFiles {
  /** Names of the files' contents by their paths of the checkout. Links and submodules are left out. */
  list(commit: string): Promise<ReadonlyMap<string, string>>;
  /** Contents by their names, to the byte, whatever attributes a commit gives them. */
  read(names: readonly string[]): Promise<ReadonlyMap<string, Buffer>>;
}

const LINE_END = 0x0a;

/** Throws what `git` makes of its failures, and an UnreadError where a file is not there. */
export function pastFiles(git: Git, folder: string): PastFiles {
  const listings = new Map<string, Promise<ReadonlyMap<string, string>>>();
  const contents = new Map<string, Buffer>();
  const list = async (commit: string) => {
    const entries = await git.bytes(['--literal-pathspecs', 'ls-tree', '-r', '-z', commit, '--', folder]);
    return new Map(
      entries
        .toString('utf8')
        .split('\0')
        .flatMap((entry) => {
          const [, name, place] = /^100\d{3} blob ([0-9a-f]+)\t(.+)$/s.exec(entry) ?? [];
          return name !== undefined && place !== undefined ? [[place, name] as const] : [];
        }),
    );
  };
  return {
    list(commit) {
      const listing = listings.get(commit) ?? list(commit);
      listings.set(commit, listing);
      return listing;
    },
    async read(names) {
      const unread = [...new Set(names)].filter((name) => !contents.has(name));
      for (const [index, bytes] of (await readBlobs(git, unread)).entries()) contents.set(unread[index] ?? '', bytes);
      return new Map(names.map((name) => [name, contents.get(name) ?? Buffer.alloc(0)]));
    },
  };
}

async function readBlobs(git: Git, names: readonly string[]): Promise<Buffer[]> {
  if (names.length === 0) return [];
  const answer = await git.bytes(['cat-file', '--batch'], `${names.join('\n')}\n`);
  const blobs: Buffer[] = [];
  // For each: a line `<name> blob <size>`, the bytes, and the end of a line.
  for (let place = 0; place < answer.length; ) {
    const end = answer.indexOf(LINE_END, place);
    const size = Number(/ blob (\d+)$/.exec(answer.toString('latin1', place, end))?.[1]);
    if (!Number.isSafeInteger(size)) throw new UnreadError('this checkout lacks files of its own history');
    blobs.push(answer.subarray(end + 1, end + 1 + size));
    place = end + 1 + size + 1;
  }
  return blobs;
}
