import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import path from 'node:path';

/** Packages whose version changes what a body compiles to. */
const COMPILERS = ['satteri', 'hast-util-to-html', 'astro'];

const MODEL = path.join(import.meta.dirname, '../model');

/**
 * Changes whenever the same file could compile to other HTML: with a version of the compilers, and with any source of
 * this folder or of the model, which reading stands on. Without it, a page kept from an earlier build would go on showing what the old code made.
 */
export async function rendererFingerprint(folder = import.meta.dirname): Promise<string> {
  const sum = createHash('sha256');
  for (const name of COMPILERS) {
    const manifest = findPackageJSON(name, path.join(folder, 'x.js'));
    if (!manifest) throw new Error(`The package ${name} is not installed`);
    sum.update(`${name}@${JSON.parse(await readFile(manifest, 'utf8')).version}\0`);
  }
  for (const from of [folder, MODEL]) {
    const sources = (await readdir(from)).filter((name) => name.endsWith('.ts')).sort();
    for (const name of sources) sum.update(name).update(await readFile(path.join(from, name)));
  }
  return sum.digest('hex');
}
