import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { writeDesk } from './example-desk.ts';

export interface BuiltSite {
  /** Absolute path of the built site. */
  folder: string;
  remove(): void;
}

/**
 * The site built as `npm run build` builds it, into a folder of its own below the project: Astro makes its pages there
 * and needs the project's packages.
 */
export async function buildSample(contentDir: string, now: string): Promise<BuiltSite> {
  const folder = makeFolder('site-');
  const out = path.relative(process.cwd(), folder);
  await promisify(execFile)(process.execPath, [
    'scripts/build.ts',
    '--content',
    contentDir,
    '--out',
    out,
    '--now',
    now,
  ]);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The small desk, changed, built as a site. */
export async function buildChangedDesk(changes: Parameters<typeof writeDesk>[1], now: string): Promise<BuiltSite> {
  const root = makeFolder('desk-');
  try {
    writeDesk(root, changes);
    return await buildSample(path.relative(process.cwd(), path.join(root, 'content')), now);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function makeFolder(prefix: string): string {
  const parent = path.resolve('.aagahi/tests');
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(path.join(parent, prefix));
}
