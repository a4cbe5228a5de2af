import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

export interface Clone {
  folder: string;
  git(...words: string[]): string;
  /** Commits everything and gives the commit's hash. */
  commit(message: string): string;
  remove(): void;
}

/** A repository of its own with this checkout's files and packages, for tests that change files and commit. */
export function cloneCheckout(): Clone {
  const folder = mkdtempSync(path.join(tmpdir(), 'clone-'));
  const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  }).split('\0');
  for (const file of tracked.filter((name) => name !== '' && !name.startsWith('tests/'))) {
    cpSync(path.join(root, file), path.join(folder, file), { recursive: true, force: true });
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const git = (...words: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=Test', '-c', 'user.email=test@desk.example', '-c', 'commit.gpgsign=false', ...words],
      { cwd: folder, encoding: 'utf8' },
    ).trim();
  const commit = (message: string) => {
    git('add', '-A');
    git('commit', '--quiet', '--allow-empty', '-m', message);
    return git('rev-parse', 'HEAD');
  };
  git('init', '--quiet', '--initial-branch=main');
  commit('base');
  return { folder, git, commit, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
