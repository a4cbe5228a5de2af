import { describe, expect, it } from 'vitest';
import { FIRST_PREVIOUS, foldEntries, isIntact, type Subject, sealEntry } from '../../src/ledger/entry.ts';

const KEY: Subject = {
  action: 'post',
  item: 'wash-hands',
  occurrence: '2026',
  channel: 'bluesky',
  language: 'ur',
  part: 1,
};
const AT = '2026-12-01T09:00:00+05:00';

const intent = sealEntry({ state: 'intent' }, KEY, AT, FIRST_PREVIOUS);
const sending = sealEntry({ state: 'sending', request: { text: 'صابن' }, words: 'w' }, KEY, AT, intent.hash);
const unknown = sealEntry({ state: 'unknown', reason: 'no answer' }, KEY, AT, sending.hash);

describe('a sealed entry', () => {
  it('names the one before it', () => {
    expect([intent.previous, sending.previous]).toEqual([FIRST_PREVIOUS, intent.hash]);
  });

  it('is intact after a round through JSON, and no more once a letter of it changes', () => {
    const read = JSON.parse(JSON.stringify(sending));
    expect(isIntact(read)).toBe(true);
    expect(isIntact({ ...read, at: '2026-12-01T09:00:01+05:00' })).toBe(false);
    expect(isIntact({ ...read, request: { text: 'صابون' } })).toBe(false);
    expect(isIntact({ ...read, previous: FIRST_PREVIOUS })).toBe(false);
  });
});

describe('the state of a post', () => {
  it('is its last entry, with the latest request that may have left', () => {
    expect(foldEntries([intent]).get('post/wash-hands/2026/bluesky/ur/1')).toEqual({ subject: KEY, last: intent });
    expect(foldEntries([intent, sending, unknown]).get('post/wash-hands/2026/bluesky/ur/1')).toEqual({
      subject: KEY,
      last: unknown,
      sending,
    });
  });

  it('is kept for each action, channel, language, occurrence and part', () => {
    const others = [
      { ...KEY, channel: 'outbox' },
      { ...KEY, language: 'en' },
      { ...KEY, occurrence: '2027' },
      { ...KEY, part: 2 },
      { ...KEY, action: 'edit' as const },
    ].map((key) => sealEntry({ state: 'intent' }, key, AT, FIRST_PREVIOUS));
    expect(foldEntries([intent, ...others]).size).toBe(6);
  });
});
