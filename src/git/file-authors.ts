import type { Git } from './git-command.ts';

/** Somebody's commit to a file. */
export interface FileCommit {
  /** As the commit has it; no e-mail address. */
  author: string;
  on: string;
  commit: string;
}

/** More than these nobody reads; the newest are given. */
const MOST_COMMITS = 20;

/** Who changed these files up to a commit, newest first. Throws what `git` makes of its failures. */
export async function fileCommits(git: Git, until: string, files: readonly string[]): Promise<FileCommit[]> {
  const format = '--format=%an%x00%ad%x00%H';
  const words = ['log', `--max-count=${MOST_COMMITS}`, '--no-merges', '--date=short', format, until, '--', ...files];
  const log = await git.run(['--literal-pathspecs', ...words]);
  return log
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [author = '', on = '', commit = ''] = line.split('\0');
      return { author, on, commit };
    });
}
