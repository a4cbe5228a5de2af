import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FolderInUseError, lockFolder } from '../../src/ledger/folder-lock.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const LOCK_AND_WAIT = `
  import { lockFolder } from ${JSON.stringify(path.resolve('src/ledger/folder-lock.ts'))};
  process.stdin.once('data', () => {
    try {
      lockFolder(process.argv[1]);
      process.stdout.write('locked');
    } catch (error) {
      process.stdout.write(error.name);
    }
  });
  process.stdout.write('ready');
`;

/** Another process that locks the folder when it is told to, and keeps it until the test has finished. */
async function rival(folder: string): Promise<{ process: ChildProcess; lock(): Promise<string> }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', LOCK_AND_WAIT, folder]);
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  await once(child.stdout, 'data');
  return {
    process: child,
    async lock() {
      child.stdin.write('go');
      const [answer] = await once(child.stdout, 'data');
      return String(answer);
    },
  };
}

function leaveLock(folder: string, holder: object): void {
  writeFileSync(path.join(folder, 'lock'), JSON.stringify(holder));
}

const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid;

describe('the lock of a folder', () => {
  it('keeps every other process out, and lets them in again afterwards', async () => {
    const folder = temporaryFolder();
    const other = await rival(folder);
    expect(await other.lock()).toBe('locked');
    expect(() => lockFolder(folder)).toThrow(
      new FolderInUseError(
        `Another run (process ${other.process.pid}) is sending from ${folder}; wait until it has finished.`,
      ),
    );
    other.process.kill('SIGKILL');
    await once(other.process, 'exit');
    lockFolder(folder)();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is taken over from a dead process by one of those that try, never by two', async () => {
    const folder = temporaryFolder();
    leaveLock(folder, { pid: deadPid(), host: hostname() });
    const rivals = await Promise.all(Array.from({ length: 6 }, () => rival(folder)));
    const answers = await Promise.all(rivals.map(({ lock }) => lock()));
    expect(answers.toSorted()).toEqual([...Array(5).fill('FolderInUseError'), 'locked']);
    expect(readdirSync(folder)).toEqual(['lock']);
  });

  it('is taken over where another process got the dead one’s number', () => {
    const folder = temporaryFolder();
    leaveLock(folder, { pid: process.ppid, host: hostname(), startedAt: '1' });
    lockFolder(folder)();
    expect(existsSync(path.join(folder, 'lock'))).toBe(false);
  });

  it('is taken over where nobody can read it', () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'lock'), '');
    lockFolder(folder)();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is left alone where it comes from another machine, which cannot be asked', () => {
    const folder = temporaryFolder();
    leaveLock(folder, { pid: deadPid(), host: 'elsewhere' });
    expect(() => lockFolder(folder)).toThrow(
      /^A run on the machine elsewhere \(process \d+\) has .*; wait until it has finished\. If it no longer runs, remove .*lock\.$/,
    );
  });

  it('is not given back by one that lost it', () => {
    const folder = temporaryFolder();
    const giveBack = lockFolder(folder);
    leaveLock(folder, { pid: 1, host: 'elsewhere' });
    giveBack();
    expect(readFileSync(path.join(folder, 'lock'), 'utf8')).toContain('elsewhere');
  });
});
