import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Disk } from './disk.ts';
import { sha256 } from './ledger-segments.ts';

export const KEPT_FOLDER = 'kept';

const NAME = /^[0-9a-f]{64}$/;

export function isKeptName(name: string): boolean {
  return NAME.test(name);
}

/** Stores bytes in a folder under their SHA-256, and gives it. */
export function keepBytes(directory: string, bytes: Buffer, disk: Disk): string {
  const name = sha256(bytes);
  if (keptBytes(directory, name)) return name;
  const folder = path.join(directory, KEPT_FOLDER);
  disk.makeFolder(folder);
  const draft = path.join(folder, `new-${randomUUID()}`);
  disk.write(draft, bytes);
  disk.replace(path.join(folder, name), draft);
  return name;
}

/** The bytes of this name; `undefined` where there are none, or others than were stored. */
export function keptBytes(directory: string, name: string): Buffer | undefined {
  const file = path.join(directory, KEPT_FOLDER, name);
  if (!isKeptName(name) || !existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  return sha256(bytes) === name ? bytes : undefined;
}
