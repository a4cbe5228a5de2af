import { readFile, realpath, rename, stat, writeFile } from 'node:fs/promises';

/** Changes what a file holds: the whole of the new or the whole of the old, wherever this is cut off. */
export async function replaceFile(file: string, content: string | Uint8Array): Promise<void> {
  const target = await realpath(file);
  if ((await readFile(target)).equals(Buffer.from(content as string))) return;
  const { mode } = await stat(target);
  const partial = `${target}.${process.pid}.part`;
  await writeFile(partial, content, { mode });
  await rename(partial, target);
}
