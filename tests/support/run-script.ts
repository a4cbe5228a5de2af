import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A copy of the small desk as `content`, in a folder that is removed when the test has finished. */
export function copyOfDesk(): string {
  const root = temporaryFolder();
  cpSync(path.join(ROOT, 'tests/fixtures/desk'), path.join(root, 'content'), { recursive: true });
  return root;
}

/** Runs a command of the desk as a process of its own, in `cwd`. No colours: they follow from a terminal. */
export function runScript(name: string, args: readonly string[], cwd: string): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [scriptPath(name), ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, AAGAHI_DEBUG: undefined },
    maxBuffer: 1e8,
  });
  return { code: status, stdout, stderr };
}

export function scriptPath(name: string): string {
  return path.join(ROOT, 'scripts', `${name}.ts`);
}
