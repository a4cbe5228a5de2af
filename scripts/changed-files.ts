import { execFileSync } from 'node:child_process';
import { UsageError } from './arguments.ts';

/**
 * Files that differ between the place where this history left `revision` and the working tree, untracked ones among them,
 * from the project's root. Throws a UsageError where git cannot tell.
 */
export function changedFiles(revision: string, root: string): Set<string> {
  // Left of the fork nothing was changed here: what main has got since is not this pull request's.
  const fork = git(['merge-base', revision, 'HEAD'], root).trim();
  const tracked = git(['diff', '--name-only', '--no-renames', '-z', '--relative', fork, '--'], root);
  const untracked = git(['ls-files', '--others', '--exclude-standard', '-z'], root);
  return new Set([...tracked.split('\0'), ...untracked.split('\0')].filter((file) => file !== ''));
}

function git(words: readonly string[], cwd: string): string {
  try {
    return execFileSync('git', words, { cwd, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const said = String((error as { stderr?: string }).stderr ?? '').trim();
    throw new UsageError(
      `git cannot compare with that revision: ${said || 'it has no history in common with this one'}. In a workflow, check out with fetch-depth: 0.`,
      { cause: error },
    );
  }
}
