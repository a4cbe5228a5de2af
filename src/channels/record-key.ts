import { createHash } from 'node:crypto';
import { keyText, type PostKey } from '../model/post-key.ts';

const SORTABLE = '234567abcdefghijklmnopqrstuvwxyz';

/**
 * The key of a post's record on Bluesky: 63 bits of the SHA-256 of its identity, written as a TID (atproto.com/specs/tid).
 * The same post has the same key for ever, so that sending it again finds it there.
 */
export function recordKey(key: PostKey): string {
  let bits = createHash('sha256').update(keyText(key)).digest().readBigUInt64BE() >> 1n;
  let text = '';
  for (let place = 0; place < 13; place += 1) {
    text = SORTABLE[Number(bits & 31n)] + text;
    bits >>= 5n;
  }
  return text;
}
