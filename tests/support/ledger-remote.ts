import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { GitLedgerOptions } from '../../src/ledger/git-ledger.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Of the ledger, as the workflows name it. */
export const BRANCH = 'ledger';

/** What git prints; throws where it fails. */
export function git(folder: string, ...words: string[]): string {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@desk.example'];
  return execFileSync('git', [...who, ...words], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** A bare remote with two commits on `main` and no ledger. */
export function remoteDesk(): string {
  const root = temporaryFolder();
  const seed = path.join(root, 'seed');
  git(root, 'init', '--quiet', '--bare', '--initial-branch=main', 'remote.git');
  git(root, 'init', '--quiet', '--initial-branch=main', 'seed');
  for (const text of ['one', 'two']) {
    writeFileSync(path.join(seed, 'content.txt'), text);
    git(seed, 'add', '-A');
    git(seed, 'commit', '--quiet', '-m', text);
  }
  git(seed, 'push', '--quiet', path.join(root, 'remote.git'), 'main');
  return path.join(root, 'remote.git');
}

/** A shallow clone, as a workflow has it, with a folder for the ledger's files beside it. */
export function shallowClone(remote: string, different: Partial<GitLedgerOptions> = {}): GitLedgerOptions {
  const root = temporaryFolder();
  git(root, 'clone', '--quiet', '--depth=1', `file://${remote}`, 'desk');
  const repository = path.join(root, 'desk');
  return {
    repository,
    remote: 'origin',
    branch: BRANCH,
    directory: path.join(root, 'ledger'),
    init: true,
    ...different,
  };
}
