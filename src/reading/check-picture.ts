import type { Fault } from '../model/problem.ts';

/** Bytes from the start of a picture that tell what it is. */
export const PICTURE_START_BYTES = 32;

/** What is wrong with a picture, by its first bytes; `undefined` where it is one of the kinds that pages show. */
export function findPictureFault(start: Uint8Array): Fault | undefined {
  const bytes = Buffer.from(start);
  if (KINDS.some((isOfKind) => isOfKind(bytes))) return undefined;
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

const KINDS: readonly ((bytes: Buffer) => boolean)[] = [
  // PNG, ISO/IEC 15948
  (bytes) => bytes.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n',
  // JPEG, ITU-T T.81: start of image, then any marker
  (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff,
  // WebP, RFC 9649
  (bytes) => bytes.subarray(0, 4).toString('latin1') === 'RIFF' && bytes.subarray(8, 12).toString('latin1') === 'WEBP',
  // AVIF: the brands of an ISO base media file
  (bytes) => bytes.subarray(4, 8).toString('latin1') === 'ftyp' && /avi[fs]/.test(bytes.subarray(8).toString('latin1')),
];
