import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** What the answer of a rule on words can depend on beside the text: our own sources… */
const SOURCES = ['src/model', 'src/reading', 'src/validation', 'src/validation/prose', 'src/checking'];
/** …and the versions of all packages. */
const LOCK_FILE = 'package-lock.json';

/**
 * Changes whenever the rules on words could say something else of the same text: with any source that they are made of,
 * any package, and the tables by which this Node parts sentences.
 *
 * @param project The folder of the program, not that of the content.
 */
export async function proseFingerprint(project = path.resolve(import.meta.dirname, '../..')): Promise<string> {
  const sum = createHash('sha256').update(`${process.versions.icu}\0${process.versions.unicode}\0`);
  sum.update(await readFile(path.join(project, LOCK_FILE)));
  for (const folder of SOURCES) {
    const names = (await readdir(path.join(project, folder))).filter((name) => name.endsWith('.ts')).sort();
    for (const name of names)
      sum.update(`${folder}/${name}\0`).update(await readFile(path.join(project, folder, name)));
  }
  return sum.digest('hex').slice(0, 16);
}
