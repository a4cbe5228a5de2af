import { createHash } from 'node:crypto';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
/** CIDv1, raw bytes, SHA-256 of 32 bytes: what comes before the hash itself (github.com/multiformats/cid). */
const PREFIX = Buffer.from([0x01, 0x55, 0x12, 0x20]);

/** The name that Bluesky gives a picture: it follows from the bytes alone, so that one can tell whose picture is shown. */
export function blobName(bytes: Buffer): string {
  let text = 'b';
  let bits = 0;
  let held = 0;
  for (const byte of Buffer.concat([PREFIX, createHash('sha256').update(bytes).digest()])) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += BASE32[(held >> bits) & 31];
      held &= (1 << bits) - 1;
    }
  }
  return bits > 0 ? text + BASE32[(held << (5 - bits)) & 31] : text;
}
