import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import path from 'node:path';
import { isFileError } from '../reading/list-files.ts';

export interface FolderWatch {
  /** Whether the folder is there. To be asked before its files are read: what is written afterwards is told of. */
  isThere(): boolean;
  close(): void;
}

/** How often files are looked at where the system cannot tell of changes, or the folder is gone. */
const LOOK_EVERY_MS = 2000;

/**
 * Whether one watcher sees everything below its folder. On Linux Node makes one of many, and misses every change of a file
 * after an editor has replaced it by another of the same name (seen with Node 24); there each folder has its own.
 */
const WATCHES_BELOW = process.platform === 'darwin' || process.platform === 'win32';

/**
 * Tells of changes below a folder: of a file by its path, of anything else by `undefined`. It may tell of changes that are
 * none, and of one change twice. Where the system has no room for so many watchers, it tells now and then that something may
 * have changed.
 */
export function watchFolder(folder: string, onChange: (file: string | undefined) => void): FolderWatch {
  const watchers = new Map<string, { watcher: FSWatcher; inode: number }>();
  let looking: NodeJS.Timeout | undefined;

  const lookNowAndThen = () => {
    looking ??= setInterval(() => onChange(undefined), LOOK_EVERY_MS);
  };
  const drop = (name: string) => {
    for (const [known, { watcher }] of watchers) {
      if (known !== name && !known.startsWith(name + path.sep)) continue;
      watcher.close();
      watchers.delete(known);
    }
  };
  // The watcher first, then what is there: a folder made in between is told of.
  const add = (name: string) => {
    const inode = inodeOf(name);
    if (inode === undefined) return;
    if (watchers.get(name)?.inode !== inode) {
      drop(name);
      const watcher = watch(name, { recursive: WATCHES_BELOW });
      watchers.set(name, { watcher, inode });
      watcher.on('change', (event, file) => hear(name, event, file === null ? undefined : String(file)));
      watcher.on('error', () => {
        drop(name);
        onChange(undefined);
      });
    }
    if (!WATCHES_BELOW) for (const below of foldersIn(name)) add(below);
  };
  const hear = (name: string, event: string, file: string | undefined) => {
    if (inodeOf(name) !== watchers.get(name)?.inode) drop(name);
    // Editors put files of their own beside a text: those start with a dot, and are never read.
    if (file !== undefined && path.basename(file).startsWith('.')) return;
    const changed = file === undefined ? undefined : path.join(name, file);
    if (event === 'rename' && changed !== undefined && !WATCHES_BELOW) follow(changed);
    onChange(changed);
  };
  /** Something has come, gone, or been replaced. */
  const follow = (changed: string) => {
    if (inodeOf(changed) === undefined) drop(changed);
    else tryTo(() => add(changed));
  };
  const tryTo = (work: () => void) => {
    try {
      work();
    } catch (error) {
      if (!isFileError(error)) throw error;
      // Gone again, or the system's limit is reached.
      lookNowAndThen();
    }
  };
  return {
    isThere() {
      if (inodeOf(folder) === undefined) {
        drop(folder);
        lookNowAndThen();
        return false;
      }
      if (!watchers.has(folder)) {
        clearInterval(looking);
        looking = undefined;
        tryTo(() => add(folder));
      }
      return true;
    },
    close() {
      drop(folder);
      clearInterval(looking);
    },
  };
}

/** Of a folder; `undefined` for anything else. */
function inodeOf(name: string): number | undefined {
  try {
    const stats = statSync(name);
    return stats.isDirectory() ? stats.ino : undefined;
  } catch (error) {
    if (!isFileError(error)) throw error;
    return undefined;
  }
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => path.join(folder, name));
}
