import { open, stat } from 'node:fs/promises';

const START = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const END = Buffer.from([0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]);

/** Whether a file is there and is a PNG from its first byte to its last chunk (W3C PNG, sections 5.2 and 11.2.5). */
export async function isWholePng(file: string): Promise<boolean> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size < 64) return false;
  const handle = await open(file);
  try {
    const start = Buffer.alloc(START.length);
    const end = Buffer.alloc(END.length);
    await handle.read(start, 0, START.length, 0);
    await handle.read(end, 0, END.length, size - END.length);
    return start.equals(START) && end.equals(END);
  } finally {
    await handle.close();
  }
}
