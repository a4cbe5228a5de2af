import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Ran, scriptPath } from './run-script.ts';

/** A command of the desk as a process of its own, beside servers of this one that it talks to. */
export function startBeside(
  name: string,
  args: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
): { child: ChildProcess; ran: Promise<Ran> } {
  const child = spawn(process.execPath, [scriptPath(name), ...args], {
    cwd,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, AAGAHI_DEBUG: undefined, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text;
    });
  return { child, ran: once(child, 'close').then(() => ({ code: child.exitCode, ...said })) };
}

/** Runs it to its end. */
export function runBeside(...started: Parameters<typeof startBeside>): Promise<Ran> {
  return startBeside(...started).ran;
}
