import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Fault } from '../model/problem.ts';

export interface FoundFile {
  /** Path below the content folder, in parts. */
  parts: readonly string[];
}

export interface Listing {
  files: FoundFile[];
  faults: { parts: readonly string[]; fault: Fault }[];
}

/**
 * Every file below a folder, in the order of their names; names that start with a dot are passed over. A link is
 * followed to a file or folder inside `folder` that is not above it; any other is a fault.
 *
 * @param reads Asked of each file and folder; what it declines is as if it were not there.
 */
export async function listFiles(folder: string, reads: Reads = () => true): Promise<Listing> {
  const listing: Listing = { files: [], faults: [] };
  const root = await realpath(folder);
  await listFolder({ root, reads }, root, [], [root], listing);
  return listing;
}

/** Whether the file or folder at these parts below the content folder is read. */
export type Reads = (parts: readonly string[]) => boolean;

interface Walk {
  root: string;
  reads: Reads;
}

async function listFolder(
  walk: Walk,
  folder: string,
  parts: readonly string[],
  above: readonly string[],
  listing: Listing,
): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const here = [...parts, entry.name];
    if (!walk.reads(here)) continue;
    if (UNPRINTABLE.test(entry.name)) {
      listing.faults.push({ parts: here, fault: BAD_NAME });
      continue;
    }
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) await listInside(walk, full, here, above, listing);
    else if (entry.isFile()) listing.files.push({ parts: here });
    else if (entry.isSymbolicLink()) await followLink(walk, full, here, above, listing);
    else listing.faults.push({ parts: here, fault: NO_FILE });
  }
}

async function listInside(
  walk: Walk,
  folder: string,
  parts: readonly string[],
  above: readonly string[],
  listing: Listing,
): Promise<void> {
  try {
    await listFolder(walk, folder, parts, [...above, folder], listing);
  } catch (error) {
    if (!isFileError(error)) throw error;
    listing.faults.push({ parts, fault: unreadable(error) });
  }
}

async function followLink(
  walk: Walk,
  link: string,
  parts: readonly string[],
  above: readonly string[],
  listing: Listing,
): Promise<void> {
  let target: string;
  try {
    target = await realpath(link);
  } catch (error) {
    if (!isFileError(error)) throw error;
    listing.faults.push({ parts, fault: error.code === 'ELOOP' ? LINK_LOOP : LINK_BROKEN });
    return;
  }
  if (above.includes(target)) listing.faults.push({ parts, fault: LINK_LOOP });
  else if (!target.startsWith(walk.root + path.sep)) listing.faults.push({ parts, fault: LINK_OUTSIDE });
  else if ((await stat(target)).isDirectory()) await listInside(walk, target, parts, above, listing);
  else listing.files.push({ parts });
}

// What is no text in UTF-8 arrives as U+FFFD; no file is found under that name again.
const UNPRINTABLE = /[\p{Cc}\uFFFD\u202A-\u202E]/u;

const BAD_NAME: Fault = {
  ruleId: 'file/unprintable-name',
  message: 'Unexpected sign in the name of this file or folder: it cannot be shown',
  hint: 'rename it with letters, digits and hyphens',
};
const LINK_LOOP: Fault = {
  ruleId: 'file/link-loop',
  message: 'Unexpected link that leads back to a folder it stands in',
  hint: 'remove the link',
};
const LINK_BROKEN: Fault = {
  ruleId: 'file/link-broken',
  message: 'Unexpected link to nothing',
  hint: 'remove the link, or put the file in its place',
};
const LINK_OUTSIDE: Fault = {
  ruleId: 'file/link-outside',
  message: 'Unexpected link to a place outside the content',
  hint: 'put the file itself here',
};
const NO_FILE: Fault = {
  ruleId: 'file/no-file',
  message: 'Unexpected entry that is neither a file nor a folder',
  hint: 'remove it',
};

/** What is said of a file or folder that the system refuses to open. */
export function unreadable(error: NodeJS.ErrnoException): Fault {
  return {
    ruleId: 'file/unreadable',
    message: `Unexpected refusal: this cannot be opened (${error.code ?? 'unknown reason'})`,
    hint: 'give yourself the right to read it, or remove it',
  };
}

export function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
