import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type PastContent, UnreadError } from '../src/approvals/ports.ts';
import { historyGit } from '../src/git/git-history.ts';
import { layOutFiles } from '../src/git/past-files.ts';
import type { Content } from '../src/model/content.ts';
import { readContent } from '../src/reading/read-content.ts';

/** The content of other commits, read as the one that is checked out is. Throws an UnreadError where it lies elsewhere. */
export function pastContent(root: string, contentDir: string): PastContent {
  const folder = path.relative(root, path.resolve(root, contentDir)).split(path.sep).join('/');
  if (folder === '' || folder.startsWith('..'))
    throw new UnreadError('the content folder is not in this checkout, so its history cannot be read');
  const git = historyGit({ folder: root });
  const known = new Map<string, Promise<Content | undefined>>();

  async function foldersOf(commit: string, campaign: string): Promise<string[]> {
    // An id in quotes is the same id.
    const line = `^id:[[:space:]]*["']?${campaign}["']?[[:space:]]*(#.*)?$`;
    const places = ['campaigns', 'incidents'].map((kind) => `:(glob)${folder}/${kind}/*/*.mdx`);
    const { stdout } = await git.ask(['grep', '-z', '--name-only', '-E', '-e', line, commit, '--', ...places]);
    const files = stdout.split('\0').flatMap((found) => found.slice(commit.length + 1) || []);
    return [...new Set(files.map((file) => path.posix.dirname(file)))];
  }

  async function read(commit: string, campaign: string): Promise<Content | undefined> {
    const files = mkdtempSync(path.join(tmpdir(), 'aagahi-past-'));
    try {
      const records = ['organisation.yml', 'people', 'channels'].map((name) => `${folder}/${name}`);
      await layOutFiles(git, commit, [...records, ...(await foldersOf(commit, campaign))], files);
      const content = await contentIn(files, folder);
      const sources =
        [...(content?.campaigns ?? []), ...(content?.incidents ?? [])].find(({ id }) => id === campaign)?.sources ?? [];
      if (sources.length === 0) return content;
      await layOutFiles(
        git,
        commit,
        sources.map((id) => `${folder}/sources/${id}.yml`),
        files,
      );
      return await contentIn(files, folder);
    } finally {
      rmSync(files, { recursive: true, force: true });
    }
  }

  return {
    folder,
    at(commit, campaign) {
      const name = `${commit}/${campaign}`;
      const reading = known.get(name) ?? read(commit, campaign);
      known.set(name, reading);
      return reading;
    },
  };
}

/** The whole content of a commit; `undefined` where it had none. Throws an UnreadError where git cannot read it. */
export async function contentAt(commit: string, contentDir: string, root: string): Promise<Content | undefined> {
  const folder = path.relative(root, path.resolve(root, contentDir)).split(path.sep).join('/');
  const files = mkdtempSync(path.join(tmpdir(), 'aagahi-past-'));
  try {
    await layOutFiles(historyGit({ folder: root }), commit, [folder], files);
    return await contentIn(files, folder);
  } finally {
    rmSync(files, { recursive: true, force: true });
  }
}

async function contentIn(files: string, folder: string): Promise<Content | undefined> {
  return existsSync(path.join(files, folder)) ? (await readContent(files, folder)).content : undefined;
}
