import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import type { Problem } from '../../src/model/problem.ts';
import type { RuleExample } from '../../src/validation/rule.ts';
import { temporaryFolder } from './temporary-folder.ts';

const DESK = path.resolve(import.meta.dirname, '../fixtures/desk');
type Changes = NonNullable<RuleExample['changes']>;

/** A folder with the small desk as `content`, changed as an example says; removed when the test has finished. */
export function deskWith(changes: Changes): string {
  const root = temporaryFolder();
  writeDesk(root, changes);
  return root;
}

/** Writes the small desk, changed as an example says, into `root` as `content`. */
export function writeDesk(root: string, changes: Changes): void {
  cpSync(DESK, path.join(root, 'content'), { recursive: true });
  for (const [file, change] of Object.entries(changes)) {
    const target = path.join(root, 'content', file);
    if (change === null) {
      rmSync(target);
      continue;
    }
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, typeof change === 'string' ? change : replaced(readFileSync(target, 'utf8'), change));
  }
}

function replaced(text: string, [from, to]: readonly [string, string]): string {
  expect(text).toContain(from);
  return text.replace(from, () => to);
}

/** A problem as an example writes it. */
export function saidOf({ file, line, column, severity, message, hint }: Problem): string {
  const level = severity === 'error' ? '' : 'warning ';
  return `${file.slice('content/'.length)}:${line}:${column} ${level}${message} → ${hint}`;
}
