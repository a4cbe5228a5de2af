import type { Fault } from '../model/problem.ts';

/** Bytes from the start of a picture that tell what it is. */
export const PICTURE_START_BYTES = 32;

/** Bytes from its end that tell whether it is whole: some cameras write a little after the picture. */
export const PICTURE_END_BYTES = 65_536;

/** What is known of a picture's file without reading all of it. */
export interface PictureEnds {
  /** The first bytes, at most `PICTURE_START_BYTES`. */
  start: Uint8Array;
  /** The last bytes, at most `PICTURE_END_BYTES`. */
  end: Uint8Array;
  /** Bytes of the whole file. */
  size: number;
}

/** What is wrong with a picture, by its ends; `undefined` where it is one of the kinds that pages show, and whole. */
export function findPictureFault({ start, end, size }: PictureEnds): Fault | undefined {
  const bytes = Buffer.from(start);
  const kind = KINDS.find(({ isOfKind }) => isOfKind(bytes));
  if (kind?.isWhole(Buffer.from(end), size, bytes)) return undefined;
  if (kind) {
    return {
      ruleId: 'image/cut-off',
      message: 'Unexpected end: this picture was cut off, and no page can show it',
      hint: 'copy the whole file again, or save the picture anew',
    };
  }
  return {
    ruleId: 'image/unreadable',
    message:
      bytes.length === 0
        ? 'Unexpected empty file in place of a picture'
        : 'Unexpected content: this is no picture of the kinds png, jpg, webp and avif, whatever its name says',
    hint: bytes.toString('latin1').startsWith('version https://git-lfs')
      ? 'fetch the picture itself with `git lfs pull`'
      : 'save the picture again as png, jpg, webp or avif, or delete the file',
  };
}

interface Kind {
  isOfKind(start: Buffer): boolean;
  isWhole(end: Buffer, size: number, start: Buffer): boolean;
}

const KINDS: readonly Kind[] = [
  // PNG, ISO/IEC 15948: ends with the chunk IEND
  {
    isOfKind: (start) => start.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n',
    isWhole: (end) => end.includes('IEND\xaeB`\x82', 0, 'latin1'),
  },
  // JPEG, ITU-T T.81: start of image, then any marker; within the picture's data no end of image can stand
  {
    isOfKind: (start) => start[0] === 0xff && start[1] === 0xd8 && start[2] === 0xff,
    isWhole: (end) => end.includes(Buffer.from([0xff, 0xd9])),
  },
  // WebP, RFC 9649: the size of what follows stands in bytes 4 to 7
  {
    isOfKind: (start) =>
      start.subarray(0, 4).toString('latin1') === 'RIFF' && start.subarray(8, 12).toString('latin1') === 'WEBP',
    isWhole: (_end, size, start) => size >= start.readUInt32LE(4) + 8,
  },
  // AVIF: the brands of an ISO base media file. Its boxes are not followed to the end.
  {
    isOfKind: (start) =>
      start.subarray(4, 8).toString('latin1') === 'ftyp' && /avi[fs]/.test(start.subarray(8).toString('latin1')),
    isWhole: () => true,
  },
];
