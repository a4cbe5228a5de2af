import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

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
  const parent = path.resolve('.aagahi/tests');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(path.join(parent, 'site-'));
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
