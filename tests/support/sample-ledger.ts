import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Entry, FIRST_PREVIOUS, type Subject, sealEntry } from '../../src/ledger/entry.ts';

export function postSubject(item: string, occurrence = '2026'): Subject {
  return { action: 'post', item, occurrence, channel: 'bluesky', language: 'ur', part: 1 };
}

/** Entries of posts named `post-0`, `post-1`, …, three a post, spread evenly from an instant over so many days. */
export function* sampleEntries(
  posts: number,
  days: number,
  since = '2026-01-01T00:00:00Z',
  textSize = 20,
): Generator<Entry> {
  let previous = FIRST_PREVIOUS;
  for (let index = 0; index < posts; index += 1) {
    const at = new Date(Date.parse(since) + (index / posts) * days * 86_400_000).toISOString();
    const subject = postSubject(`post-${index}`);
    const request = { action: 'post', text: 'صابن '.repeat(textSize / 5) };
    for (const transition of [
      { state: 'intent' },
      { state: 'sending', request, words: `w${index}` },
      { state: 'confirmed', uri: `at://did:plc:desk/app.bsky.feed.post/${index}` },
    ] as const) {
      const entry = sealEntry(transition, subject, at, previous);
      previous = entry.hash;
      yield entry;
    }
  }
}

/** Writes entries as a ledger folder has them, without a checkpoint and without waiting for the disk. */
export function writeSegments(directory: string, entries: Iterable<Entry>): void {
  mkdirSync(directory, { recursive: true });
  let segment: string | undefined;
  let lines: string[] = [];
  const finish = () => segment && writeFileSync(path.join(directory, segment), lines.join(''));
  for (const entry of entries) {
    const month = `${entry.at.slice(0, 7)}.jsonl`;
    if (month !== segment) {
      finish();
      segment = month;
      lines = [];
    }
    lines.push(`${JSON.stringify(entry)}\n`);
  }
  finish();
}
