import {
  closeSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  renameSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';

/** The effects that a ledger has on a disk. Each is finished when it returns. */
export interface Disk {
  makeFolder(directory: string): void;
  /** Writes a file anew. */
  write(file: string, bytes: Buffer): void;
  append(file: string, bytes: Buffer): void;
  truncate(file: string, size: number): void;
  /** Puts a file in the place of another, in the same folder. */
  replace(file: string, by: string): void;
}

/** Not even a power cut takes back what was done. */
export const DURABLE_DISK: Disk = {
  makeFolder(directory) {
    const first = mkdirSync(directory, { recursive: true });
    if (first === undefined) return;
    for (let made = path.resolve(directory); made.length >= first.length; made = path.dirname(made))
      syncFolder(path.dirname(made));
  },
  write: (file, bytes) => withHandle(file, 'w', (handle) => writeWhole(handle, bytes), true),
  append(file, bytes) {
    const isNew = statSync(file, { throwIfNoEntry: false }) === undefined;
    withHandle(file, 'a', (handle) => writeWhole(handle, bytes), true);
    if (isNew) syncFolder(path.dirname(file));
  },
  truncate: (file, size) => withHandle(file, 'r+', (handle) => ftruncateSync(handle, size), true),
  replace(file, by) {
    renameSync(by, file);
    syncFolder(path.dirname(file));
  },
};

/** For files that can be had again from elsewhere. */
export const PLAIN_DISK: Disk = {
  makeFolder: (directory) => void mkdirSync(directory, { recursive: true }),
  write: (file, bytes) => writeFileSync(file, bytes),
  append: (file, bytes) => withHandle(file, 'a', (handle) => writeWhole(handle, bytes), false),
  truncate: (file, size) => withHandle(file, 'r+', (handle) => ftruncateSync(handle, size), false),
  replace: (file, by) => renameSync(by, file),
};

function withHandle(file: string, flags: string, act: (handle: number) => void, isDurable: boolean): void {
  const handle = openSync(file, flags);
  try {
    act(handle);
    if (isDurable) fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Goes on after a write that took only a part. */
function writeWhole(handle: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written);
}

function syncFolder(directory: string): void {
  // Windows has no such thing, and does not need it.
  if (process.platform === 'win32') return;
  const handle = openSync(directory, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
