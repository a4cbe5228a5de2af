import path from 'node:path';
import { historyGit } from '../src/git/git-history.ts';

/**
 * The commit of the content in a checkout, with a `+` where it was changed since; `undefined` where there is no checkout.
 */
export async function contentRevision(root: string, contentDir: string): Promise<string | undefined> {
  const git = historyGit({ folder: root });
  const head = await git.ask(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
  if (head.code !== 0) return undefined;
  const folder = path.relative(root, path.resolve(root, contentDir)) || '.';
  const changed = await git.ask(['--literal-pathspecs', 'status', '--porcelain', '--', folder]);
  return `${head.stdout.trim()}${changed.code === 0 && changed.stdout === '' ? '' : '+'}`;
}
