import { readFile, realpath, rename, stat, writeFile } from 'node:fs/promises';

/** Changes a file’s text: the whole of the new text or the whole of the old one, wherever this is cut off. */
export async function replaceFile(file: string, text: string): Promise<void> {
  const target = await realpath(file);
  if ((await readFile(target, 'utf8')) === text) return;
  const { mode } = await stat(target);
  const partial = `${target}.${process.pid}.part`;
  await writeFile(partial, text, { mode });
  await rename(partial, target);
}
