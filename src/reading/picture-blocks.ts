import { inflateSync } from 'node:zlib';

/** A picture's file, of which as little as possible is read. */
export interface PictureBytes {
  /** Bytes of the whole file. */
  size: number;
  /** At most `length` bytes from `from` on; fewer where the file ends. */
  read(from: number, length: number): Buffer;
}

/** Something in a picture's file beside the picture: its form, and its bytes as far as they are looked at. */
export interface MetadataBlock {
  form: 'exif' | 'xmp' | 'iptc' | 'comment' | 'pictures';
  bytes: Buffer;
}

/** Longer metadata is looked at as far as this. */
const BLOCK_LIMIT_BYTES = 1 << 20;
/** More parts than this has no picture that is one, and no more metadata than that. */
const PART_LIMIT = 20_000;
const BLOCK_LIMIT = 50;

/**
 * What a JPEG, PNG, WebP or AVIF holds beside the picture itself: its parts are walked along, and only their heads are read.
 * Whatever the bytes are, the walk ends and nothing is thrown; of another file nothing is known.
 */
export function metadataBlocks(picture: PictureBytes): MetadataBlock[] {
  const start = picture.read(0, 16);
  if (start.length < 16) return [];
  if (start[0] === 0xff && start[1] === 0xd8) return blocksOfJpeg(picture);
  if (start.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n') return blocksOfPng(picture);
  const name = start.toString('latin1');
  if (name.startsWith('RIFF') && name.slice(8, 12) === 'WEBP') return blocksOfWebp(picture);
  return name.slice(4, 8) === 'ftyp' ? blocksOfAvif(picture) : [];
}

/** The bytes of a block, as far as they are looked at. */
function blockAt(picture: PictureBytes, form: MetadataBlock['form'], from: number, length: number): MetadataBlock {
  return { form, bytes: picture.read(from, Math.max(0, Math.min(length, BLOCK_LIMIT_BYTES, picture.size - from))) };
}

const [START_OF_SCAN, END_OF_IMAGE, COMMENT, APP1, APP2, APP13] = [0xda, 0xd9, 0xfe, 0xe1, 0xe2, 0xed];
const XMP_NAMES = ['http://ns.adobe.com/xap/1.0/\0', 'http://ns.adobe.com/xmp/extension/\0'];

/** JPEG, ITU-T T.81 annex B: segments with a marker and a length, up to the first scan. */
function blocksOfJpeg(picture: PictureBytes): MetadataBlock[] {
  const blocks: MetadataBlock[] = [];
  let at = 2;
  for (let parts = 0; parts < PART_LIMIT && blocks.length < BLOCK_LIMIT && at + 4 <= picture.size; parts += 1) {
    const head = picture.read(at, 4);
    if (head.length < 4 || head[0] !== 0xff) break;
    const marker = head[1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === START_OF_SCAN || marker === END_OF_IMAGE) break;
    const [from, length] = [at + 4, head.readUInt16BE(2) - 2];
    const name =
      marker === APP1 || marker === APP2 || marker === APP13 ? picture.read(from, 40).toString('latin1') : '';
    const xmp = XMP_NAMES.find((known) => name.startsWith(known));
    if (name.startsWith('Exif\0\0')) blocks.push(blockAt(picture, 'exif', from + 6, length - 6));
    else if (xmp) blocks.push(blockAt(picture, 'xmp', from + xmp.length, length - xmp.length));
    else if (name.startsWith('Photoshop 3.0\0')) blocks.push(blockAt(picture, 'iptc', from, length));
    else if (name.startsWith('MPF\0')) blocks.push(blockAt(picture, 'pictures', from, 0));
    else if (marker === COMMENT) blocks.push(blockAt(picture, 'comment', from, length));
    if (length < 0) break;
    at = from + length;
  }
  return blocks;
}

const PNG_TEXTS = ['tEXt', 'zTXt', 'iTXt'];
/** Keywords of PNG, section 11.3.3.1, under which people write about a picture. */
const PNG_WORDS = ['Title', 'Author', 'Description', 'Copyright', 'Source', 'Comment'];

/** PNG, third edition: chunks with a length and a type, up to IEND. */
function blocksOfPng(picture: PictureBytes): MetadataBlock[] {
  const blocks: MetadataBlock[] = [];
  let at = 8;
  for (let parts = 0; parts < PART_LIMIT && blocks.length < BLOCK_LIMIT && at + 8 <= picture.size; parts += 1) {
    const head = picture.read(at, 8);
    if (head.length < 8) break;
    const [length, type, from] = [head.readUInt32BE(0), head.toString('latin1', 4, 8), at + 8];
    if (type === 'IEND') break;
    if (type === 'eXIf') blocks.push(blockAt(picture, 'exif', from, length));
    else if (PNG_TEXTS.includes(type)) blocks.push(...blocksOfPngText(picture, type, from, length));
    at = from + length + 4;
  }
  return blocks;
}

function blocksOfPngText(picture: PictureBytes, type: string, from: number, length: number): MetadataBlock[] {
  const { bytes } = blockAt(picture, 'comment', from, length);
  const keyEnd = bytes.indexOf(0);
  const key = bytes.toString('latin1', 0, Math.max(0, keyEnd));
  if (key === 'XML:com.adobe.xmp') return [{ form: 'xmp', bytes: pngText(bytes, type, keyEnd) }];
  const profile = /^Raw profile type (exif|APP1|iptc|xmp)$/.exec(key)?.[1];
  if (profile) return blocksOfProfile(pngText(bytes, type, keyEnd), profile);
  return PNG_WORDS.includes(key) ? [{ form: 'comment', bytes }] : [];
}

/** The text after the keyword, unpacked. */
function pngText(bytes: Buffer, type: string, keyEnd: number): Buffer {
  if (type === 'tEXt') return bytes.subarray(keyEnd + 1);
  if (type === 'zTXt') return inflated(bytes.subarray(keyEnd + 2));
  const isPacked = bytes[keyEnd + 1] === 1;
  const languageEnd = bytes.indexOf(0, keyEnd + 3);
  const text = bytes.subarray(bytes.indexOf(0, languageEnd + 1) + 1);
  return isPacked ? inflated(text) : text;
}

function inflated(bytes: Buffer): Buffer {
  try {
    return inflateSync(bytes, { maxOutputLength: BLOCK_LIMIT_BYTES });
  } catch {
    return Buffer.alloc(0);
  }
}

/** ImageMagick writes what it does not know as hexadecimal digits, below a line with its name and one with its length. */
function blocksOfProfile(text: Buffer, profile: string): MetadataBlock[] {
  const digits = text
    .toString('latin1')
    .replace(/^\s*\S+\s+\d+\s/, '')
    .replace(/\s/g, '');
  const bytes = Buffer.from(digits, 'hex');
  if (profile === 'iptc' || profile === 'xmp') return [{ form: profile, bytes }];
  const isExif = bytes.toString('latin1', 0, 6) === 'Exif\0\0';
  return [{ form: isExif ? 'exif' : 'xmp', bytes: isExif ? bytes.subarray(6) : bytes }];
}

/** WebP, RFC 9649: chunks of RIFF, which start at even offsets. */
function blocksOfWebp(picture: PictureBytes): MetadataBlock[] {
  const blocks: MetadataBlock[] = [];
  let at = 12;
  for (let parts = 0; parts < PART_LIMIT && blocks.length < BLOCK_LIMIT && at + 8 <= picture.size; parts += 1) {
    const head = picture.read(at, 8);
    if (head.length < 8) break;
    const [type, length, from] = [head.toString('latin1', 0, 4), head.readUInt32LE(4), at + 8];
    if (type === 'EXIF') blocks.push(withoutName(blockAt(picture, 'exif', from, length)));
    else if (type === 'XMP ') blocks.push(blockAt(picture, 'xmp', from, length));
    at = from + length + (length % 2);
  }
  return blocks;
}

/** Some programs put the name that stands before Exif in a JPEG into other files, too. */
function withoutName({ form, bytes }: MetadataBlock): MetadataBlock {
  return { form, bytes: bytes.toString('latin1', 0, 6) === 'Exif\0\0' ? bytes.subarray(6) : bytes };
}

interface Box {
  type: string;
  /** What is in it, from the start of the file or of the bytes that it stands in. */
  from: number;
  length: number;
}

/** AVIF: an ISO base media file (ISO/IEC 14496-12), whose items (HEIF, ISO/IEC 23008-12) are listed in its box `meta`. */
function blocksOfAvif(picture: PictureBytes): MetadataBlock[] {
  const meta = boxesIn(picture, 0, picture.size).find(({ type }) => type === 'meta');
  if (!meta) return [];
  const { bytes } = blockAt(picture, 'exif', meta.from, meta.length);
  const inside: PictureBytes = { size: bytes.length, read: (from, length) => bytes.subarray(from, from + length) };
  // `meta` is a full box: four bytes of version and flags come first.
  const boxes = boxesIn(inside, 4, bytes.length);
  const boxOf = (type: string) => {
    const box = boxes.find((one) => one.type === type);
    return box ? bytes.subarray(box.from, box.from + box.length) : Buffer.alloc(0);
  };
  const places = itemPlaces(boxOf('iloc'));
  const inlined = boxes.find(({ type }) => type === 'idat');
  const items = metadataItems(boxOf('iinf')).slice(0, BLOCK_LIMIT);
  return items.flatMap(({ id, form }) =>
    (places.get(id) ?? []).slice(0, 1).flatMap(({ isInline, from, length }): MetadataBlock[] => {
      const start = isInline ? (inlined ? meta.from + inlined.from + from : undefined) : from;
      if (start === undefined) return [];
      const block = blockAt(picture, form, start, length);
      // Before the Exif of an item stands how far off it starts.
      return [form === 'exif' ? withoutName({ form, bytes: block.bytes.subarray(4) }) : block];
    }),
  );
}

function boxesIn(bytes: PictureBytes, start: number, end: number): Box[] {
  const boxes: Box[] = [];
  let at = start;
  for (let parts = 0; parts < PART_LIMIT && at + 8 <= end; parts += 1) {
    const head = bytes.read(at, 16);
    if (head.length < 8) break;
    const short = head.readUInt32BE(0);
    const isLong = short === 1 && head.length === 16;
    const size = isLong ? Number(head.readBigUInt64BE(8)) : short === 0 ? end - at : short;
    const headLength = isLong ? 16 : 8;
    if (size < headLength) break;
    boxes.push({
      type: head.toString('latin1', 4, 8),
      from: at + headLength,
      length: Math.min(size, end - at) - headLength,
    });
    at += size;
  }
  return boxes;
}

interface MetadataItem {
  id: number;
  form: 'exif' | 'xmp';
}

/** The items that are Exif or XMP, from the box `iinf`. */
function metadataItems(iinf: Buffer): MetadataItem[] {
  if (iinf.length < 6) return [];
  const inside: PictureBytes = { size: iinf.length, read: (from, length) => iinf.subarray(from, from + length) };
  const entries = boxesIn(inside, iinf[0] === 0 ? 6 : 8, iinf.length);
  return entries.flatMap(({ from, length }): MetadataItem[] => {
    const entry = iinf.subarray(from, from + length);
    const isWide = entry[0] === 3;
    const typeAt = isWide ? 10 : 8;
    if (entry.length < typeAt + 4) return [];
    const id = isWide ? entry.readUInt32BE(4) : entry.readUInt16BE(4);
    const type = entry.toString('latin1', typeAt, typeAt + 4);
    if (type === 'Exif') return [{ id, form: 'exif' }];
    return type === 'mime' && entry.includes('application/rdf+xml') ? [{ id, form: 'xmp' }] : [];
  });
}

interface Extent {
  /** Whether it stands in `idat` and not in the file. */
  isInline: boolean;
  from: number;
  length: number;
}

/** Where items stand, by their ids, from the box `iloc`. */
function itemPlaces(iloc: Buffer): Map<number, Extent[]> {
  const places = new Map<number, Extent[]>();
  const version = iloc[0] ?? 0;
  let at = 4;
  const number = (bytes: number): number => {
    if (bytes === 0) return 0;
    const value = at + bytes <= iloc.length ? Number(BigInt(`0x${iloc.toString('hex', at, at + bytes)}`)) : Number.NaN;
    at += bytes;
    return value;
  };
  const sizes = number(2);
  const [offsetSize, lengthSize, baseSize] = [(sizes >> 12) & 15, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version === 0 ? 0 : sizes & 15;
  const count = number(version < 2 ? 2 : 4);
  for (let item = 0; item < count && at < iloc.length && item < PART_LIMIT; item += 1) {
    const id = number(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : number(2) & 15;
    number(2);
    const base = number(baseSize);
    const extents: Extent[] = [];
    const extentCount = number(2);
    for (let extent = 0; extent < extentCount && at < iloc.length && extent < PART_LIMIT; extent += 1) {
      number(indexSize);
      const from = base + number(offsetSize);
      const length = number(lengthSize);
      if (Number.isSafeInteger(from) && Number.isSafeInteger(length))
        extents.push({ isInline: method === 1, from, length });
    }
    places.set(id, extents);
  }
  return places;
}
