import { describe, expect, it } from 'vitest';
import { recordKey } from '../../src/channels/record-key.ts';
import type { PostKey } from '../../src/model/post-key.ts';

const KEY: PostKey = { item: 'wash-hands', occurrence: '2026', channel: 'bluesky', language: 'en', part: 1 };

/** atproto.com/specs/tid: 13 characters, of which the first holds the top bit, which is 0. */
const TID = /^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/;

describe('the key of a record', () => {
  it('is the same for the same post, for ever', () => {
    // Written down, not computed: another one after an update of this program would post everything again.
    expect(recordKey(KEY)).toBe('by33643tsll32');
    expect(recordKey({ ...KEY })).toBe(recordKey(KEY));
  });

  it('is another for another post, occurrence, channel, language or part', () => {
    const others = [
      KEY,
      { ...KEY, item: 'wash-hand' },
      { ...KEY, occurrence: '2027' },
      { ...KEY, channel: 'bluesky-2' },
      { ...KEY, language: 'ur' },
      { ...KEY, part: 2 },
    ];
    expect(new Set(others.map(recordKey)).size).toBe(6);
  });

  it('has the form that the protocol asks for', () => {
    const keys = Array.from({ length: 2000 }, (_, part) => recordKey({ ...KEY, part }));
    expect(keys.filter((key) => !TID.test(key))).toEqual([]);
    expect(new Set(keys).size).toBe(2000);
  });
});
