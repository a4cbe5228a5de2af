import { open, stat } from 'node:fs/promises';

const PNG = {
  start: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  end: Buffer.from([0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]),
};
const JPEG = { start: Buffer.from([0xff, 0xd8, 0xff]), end: Buffer.from([0xff, 0xd9]) };

/**
 * Whether a file is there and is a picture of the kind that its name says from its first byte to its last: PNG (W3C PNG,
 * sections 5.2 and 11.2.5) or JPEG (ITU-T T.81, B.2.1).
 */
export async function isWholePicture(file: string): Promise<boolean> {
  const kind = file.endsWith('.jpg') ? JPEG : PNG;
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size < 64) return false;
  const handle = await open(file);
  try {
    const start = Buffer.alloc(kind.start.length);
    const end = Buffer.alloc(kind.end.length);
    await handle.read(start, 0, start.length, 0);
    await handle.read(end, 0, end.length, size - end.length);
    return start.equals(kind.start) && end.equals(kind.end);
  } finally {
    await handle.close();
  }
}
