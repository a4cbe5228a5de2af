/** The tags that stand in the directories of an Exif block; their values are not read. */
export interface ExifTags {
  image: readonly number[];
  photo: readonly number[];
  gps: readonly number[];
  /** Of the small copy of the picture. */
  thumbnail: readonly number[];
}

const NOTHING: ExifTags = { image: [], photo: [], gps: [], thumbnail: [] };
const [PHOTO_DIRECTORY, GPS_DIRECTORY] = [0x8769, 0x8825];

/**
 * Tags of an Exif block, which has the form of a TIFF file (TIFF 6.0, section 2). Only the directories are read, and each
 * once: whatever the bytes are, that ends soon and throws nothing.
 */
export function exifTags(bytes: Buffer): ExifTags {
  const order = bytes.toString('latin1', 0, 2);
  if (bytes.length < 14 || (order !== 'II' && order !== 'MM')) return NOTHING;
  const isLittle = order === 'II';
  const short = (at: number) => (isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const long = (at: number) => (isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  if (short(2) !== 42) return NOTHING;

  /** Twelve bytes an entry: tag, type, count, and the value or where it stands. */
  const directoryAt = (at: number): { tags: Map<number, number>; next: number } => {
    const tags = new Map<number, number>();
    if (at < 8 || at + 2 > bytes.length) return { tags, next: 0 };
    const count = short(at);
    const end = at + 2 + count * 12;
    for (let entry = at + 2; entry < end && entry + 12 <= bytes.length; entry += 12)
      if (long(entry + 4) > 0) tags.set(short(entry), long(entry + 8));
    return { tags, next: end + 4 <= bytes.length ? long(end) : 0 };
  };

  const image = directoryAt(long(4));
  const tagsAt = (pointer: number | undefined) => (pointer === undefined ? [] : [...directoryAt(pointer).tags.keys()]);
  return {
    image: [...image.tags.keys()],
    photo: tagsAt(image.tags.get(PHOTO_DIRECTORY)),
    gps: tagsAt(image.tags.get(GPS_DIRECTORY)),
    thumbnail: tagsAt(image.next || undefined),
  };
}
