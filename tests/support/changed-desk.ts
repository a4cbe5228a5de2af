import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { RuleExample } from '../../src/validation/rule.ts';

const DESK = path.resolve(import.meta.dirname, '../fixtures/desk');

/** Copies the small desk into `root` as `content`, and changes it as a rule's example does. */
export function writeChangedDesk(root: string, changes: NonNullable<RuleExample['changes']>): void {
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
  if (!text.includes(from)) throw new Error(`the desk has no piece ${JSON.stringify(from)} to change`);
  return text.replace(from, () => to);
}
