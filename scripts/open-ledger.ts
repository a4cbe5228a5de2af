import path from 'node:path';
import type { LedgerState } from '../src/ledger/entry.ts';
import { openFolderLedger, readLedgerFolder } from '../src/ledger/folder-ledger.ts';
import { openGitLedger, readGitLedger, readGitLedgerFiles } from '../src/ledger/git-ledger.ts';
import type { Ledger } from '../src/publishing/ports.ts';
import { UsageError } from './arguments.ts';
import { GIT_LEDGER_FOLDER } from './desk-folders.ts';

/** How the commands tell of their option. */
export const LEDGER_USAGE = `--ledger DIR|git:BRANCH`;

/** Opens the ledger that `--ledger` names for writing. */
export async function openLedger(root: string, named: string, init: boolean): Promise<Ledger> {
  const branch = branchOf(named);
  if (branch === undefined) return openFolderLedger(path.resolve(root, named));
  return openGitLedger({ ...gitPlace(root, branch), init });
}

/** What the ledger that `--ledger` names says, without claiming it. */
export async function readLedger(root: string, named: string): Promise<LedgerState> {
  const branch = branchOf(named);
  return branch === undefined ? readLedgerFolder(path.resolve(root, named)) : readGitLedger(gitPlace(root, branch));
}

/**
 * Reads the files of the ledger that `--ledger` names, to look back. `isFresh`: whether a branch is as its remote has it now;
 * where that cannot be reached, it is as it was last fetched.
 */
export async function readLedgerFiles<T>(
  root: string,
  named: string,
  use: (directory: string) => T,
): Promise<{ read: T; isFresh: boolean }> {
  const branch = branchOf(named);
  return branch === undefined
    ? { read: use(path.resolve(root, named)), isFresh: true }
    : readGitLedgerFiles(gitPlace(root, branch), use);
}

/** The folder in which the ledger's files are while it is open. */
export function ledgerFolder(root: string, named: string): string {
  return named.startsWith('git:') ? path.join(root, GIT_LEDGER_FOLDER) : path.resolve(root, named);
}

function gitPlace(root: string, branch: string) {
  return { repository: root, remote: 'origin', branch, directory: path.join(root, GIT_LEDGER_FOLDER) };
}

function branchOf(named: string): string | undefined {
  if (!named.startsWith('git:')) return undefined;
  const branch = named.slice('git:'.length);
  if (!/^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/.test(branch) || branch.includes('..'))
    throw new UsageError(`--ledger ${named}: write the name of a branch after git:, for example git:ledger.`);
  return branch;
}
