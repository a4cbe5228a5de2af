import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { dayAt, type EpochMs } from '../src/model/time.ts';

/** What a built site depends on beside the content: code, configuration, packages. */
const INPUTS = ['src', 'scripts', 'astro.config.mjs', 'package-lock.json'];

/**
 * Says of which inputs a site was built: every file of content and code, and the day, since pages show what is on. The
 * same fingerprint means that a build would give the same site.
 */
export function buildFingerprint(root: string, contentDir: string, now: EpochMs, timeZone: string): string {
  const hash = createHash('sha256').update(JSON.stringify([contentDir, dayAt(now, timeZone), process.version]));
  for (const input of [contentDir, ...INPUTS]) addTo(hash, path.resolve(root, input), input);
  return hash.digest('hex');
}

function addTo(hash: ReturnType<typeof createHash>, full: string, name: string): void {
  if (!existsSync(full)) return;
  if (statSync(full).isDirectory()) {
    for (const entry of readdirSync(full).toSorted()) addTo(hash, path.join(full, entry), `${name}/${entry}`);
    return;
  }
  const bytes = readFileSync(full);
  hash.update(`${name}\0${bytes.byteLength}\0`).update(bytes);
}
