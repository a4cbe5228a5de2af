// Planning a large desk over a large ledger: 10,000 posts on 5 channels, 100,000 entries.
//   npm run bench -- plan        or: node tests/bench/plan.ts [POSTS ENTRIES]
import { spawnSync } from 'node:child_process';
import { EMPTY_LEDGER, type Entry, foldEntries, type LedgerState } from '../../src/ledger/entry.ts';
import type { Content, Post } from '../../src/model/content.ts';
import { toEpochMs } from '../../src/model/time.ts';
import { planAll } from '../../src/publishing/plan.ts';
import { sampleCampaign, sampleChannel, sampleContent, samplePost, sampleWords } from '../support/sample-content.ts';
import { machine, table } from './measure.ts';

const NOW = toEpochMs('2026-06-15T10:00:00+05:00');
const CHANNELS = ['outbox', 'bluesky', 'mastodon', 'telegram', 'facebook'] as const;

const [task, posts = '10000', entries = '100000'] = process.argv.slice(2);
if (task === 'once') measureOnce(Number(posts), Number(entries));
else {
  const rows = [
    [1_000, 10_000],
    [10_000, 10_000],
    [10_000, 100_000],
  ].map(([many = 0, lines = 0]) => {
    const { stdout } = spawnSync(process.execPath, [import.meta.filename, 'once', String(many), String(lines)], {
      encoding: 'utf8',
    });
    const { seconds, megabytes, planned } = JSON.parse(stdout) as Record<string, number>;
    return [many, lines, planned, seconds?.toFixed(2), megabytes?.toFixed(0)].map(String);
  });
  process.stdout.write(`${machine()}\n${table(['posts × 5 channels', 'entries', 'planned', 'seconds', 'MB'], rows)}\n`);
}

function measureOnce(count: number, lines: number): void {
  const content = deskOf(count);
  const ledger = ledgerOf(content, lines);
  const input = {
    content,
    ledger,
    readiness: new Map(CHANNELS.map((id) => [id, { kind: 'ready', isLoopback: true } as const])),
    localApprovals: new Set<string>(),
    now: NOW,
    from: NOW - 7 * 86_400_000,
    until: NOW,
  };
  const startedAt = performance.now();
  const plan = planAll(input);
  const seconds = (performance.now() - startedAt) / 1000;
  const megabytes = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(JSON.stringify({ seconds, megabytes, planned: plan.length }));
}

/** Posts spread over the days of a year, in two languages, a hundred to a campaign. */
function deskOf(count: number): Content {
  const campaigns = Array.from({ length: Math.ceil(count / 100) }, (_, number) => {
    const posts: Post[] = Array.from({ length: 100 }, (_one, index) => {
      const day = (number * 100 + index) % 365;
      const id = `post-${number}-${index}`;
      return samplePost({
        id,
        channels: [...CHANNELS],
        publishAt: { daysFromStart: day, time: '09:00' },
        expiresAt: { daysFromStart: day + 1, time: '09:00' },
        versions: {
          en: sampleWords('en', `Words of ${id}: wash your hands with soap for twenty seconds. #CleanHands`),
          ur: sampleWords('ur', `${id}: صابن سے بیس سیکنڈ تک ہاتھ دھوئیں۔ #صاف_ہاتھ`),
        },
      });
    });
    return sampleCampaign({
      id: `campaign-${number}`,
      schedule: { kind: 'yearly', startsOn: '01-01', endsOn: '12-31' },
      posts,
    });
  });
  const channels = new Map(CHANNELS.map((id) => [id, sampleChannel(id, id)]));
  return sampleContent({ campaigns, channels });
}

/** Three entries for each post that was sent, as a ledger that was just read knows them. */
function ledgerOf(content: Content, lines: number): LedgerState {
  const records = foldEntries(entriesOf(content, lines));
  return { ...EMPTY_LEDGER, get: (name) => records.get(name), values: () => records.values() };
}

function* entriesOf(content: Content, lines: number): Generator<Entry> {
  let left = Math.floor(lines / 3);
  for (const { id: campaign, posts } of content.campaigns)
    for (const { id: item } of posts)
      for (const channel of CHANNELS)
        for (const language of ['en', 'ur']) {
          if (left === 0) return;
          left -= 1;
          const key = { item, occurrence: '2026', channel, language, part: 1 };
          const at = '2026-01-15T09:00:00+05:00';
          const text = `Words of ${item}, as they were sent. `.repeat(6);
          const request = {
            action: 'post',
            key,
            about: campaign,
            createdAt: at,
            post: { text },
            previews: [],
            site: '',
          };
          const common = { at, subject: { action: 'post', ...key } as const, previous: '', hash: '' };
          yield { ...common, state: 'intent' };
          yield { ...common, state: 'sending', request, words: '0'.repeat(64) };
          yield { ...common, state: 'confirmed', uri: `at://${item}` };
        }
}
