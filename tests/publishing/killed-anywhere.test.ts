import { describe, expect, it } from 'vitest';
import { subjectText } from '../../src/ledger/entry.ts';
import type { Channel } from '../../src/model/channel.ts';
import type { Campaign, Content, Post } from '../../src/model/content.ts';
import { NETWORK, type NetworkName } from '../../src/model/network.ts';
import type { Ledger } from '../../src/publishing/ports.ts';
import { type FakeChannel, fakeChannel } from '../support/fake-channel.ts';
import { Killed, killedAt } from '../support/killable.ts';
import { memoryLedger } from '../support/memory-ledger.ts';
import { planStage, runStage } from '../support/rehearsal.ts';
import { sampleCampaign, sampleChannel, sampleContent, samplePost, sampleWords } from '../support/sample-content.ts';

// A run may be killed before and after every effect it has: each write to the ledger, each request, each answer. For every
// kind of action and every network, each such place is tried, and the desk is started again until it has nothing left to do.
// The network then shows what it shows when nothing was killed, and nothing arrived twice. The fake has no handle: what is
// sent twice stands there twice, and a person is asked where the network could not be.

const MORNING = '2026-12-01T09:30:00+05:00';
const NOON = '2026-12-01T12:00:00+05:00';
const NEXT_DAY = '2026-12-02T10:00:00+05:00';
const NETWORKS: readonly NetworkName[] = ['outbox', 'bluesky', 'mastodon', 'telegram'];

interface Act {
  content: Content;
  now: string;
}

/** What happens on a channel, one act after the other. */
function acts(name: string, network: NetworkName): Act[] {
  const words = (text: string, note?: string) => ({
    versions: { en: { ...sampleWords('en', text), ...(note !== undefined && { correctionNote: note }) } },
  });
  const first = words('Wash your hands.');
  const desk = (post: Partial<Post>, channel: Partial<Channel> = {}, campaign: Partial<Campaign> = {}): Content =>
    sampleContent({
      channels: new Map([['it', { ...sampleChannel('it', network, ['en']), ...channel }]]),
      campaigns: [
        sampleCampaign({
          posts: [samplePost({ channels: ['it'], attach: 'nothing', link: 'none', ...first, ...post })],
          ...campaign,
        }),
      ],
    });
  const at = '2026-12-01T11:00:00+05:00';
  const long = Array.from({ length: 120 }, (_, index) => `Sentence number ${index + 1} says one thing about soap.`);
  switch (name) {
    case 'a post':
      return [{ content: desk({}), now: MORNING }];
    case 'a thread':
      return [
        {
          content: desk({ ...words(long.slice(0, network === 'outbox' ? 120 : 28).join(' ')), thread: true }),
          now: MORNING,
        },
      ];
    case 'a correction by reply':
      return [
        { content: desk({}), now: MORNING },
        { content: desk({ ...words('Wash well.', 'Well.'), correction: { at, by: 'reply' } }), now: NOON },
      ];
    case 'a correction by replacing':
      return [
        { content: desk({}), now: MORNING },
        { content: desk({ ...words('Wash well.'), correction: { at, by: 'replace' } }), now: NOON },
      ];
    case 'a withdrawal':
      return [
        { content: desk({}), now: MORNING },
        { content: desk({ withdrawn: { at, reason: 'wrong' } }), now: NOON },
      ];
    case 'a pin that goes again': {
      const pinned = desk({ pinUntil: { daysFromStart: 1, time: '09:00' } });
      return [MORNING, NEXT_DAY].map((now) => ({ content: pinned, now }));
    }
    default: {
      const days = { from: { daysFromStart: 0, time: '00:00' }, until: { daysFromStart: 1, time: '00:00' } };
      const shown = desk(
        { withdrawn: { at: '2026-01-01T00:00:00Z', reason: 'none' } },
        {},
        { banner: { channels: ['it'], ...days } },
      );
      return [MORNING, NEXT_DAY].map((now) => ({ content: shown, now }));
    }
  }
}

const KINDS = [
  'a post',
  'a thread',
  'a correction by reply',
  'a correction by replacing',
  'a withdrawal',
  'a pin that goes again',
  'a banner that goes again',
];

class Theatre {
  readonly channel: FakeChannel;
  readonly ledger: Ledger = memoryLedger();
  readonly #network: NetworkName;

  constructor(network: NetworkName) {
    this.#network = network;
    const isMute = NETWORK[network].doubt === 'person';
    // A network that cannot be asked says so.
    this.channel = fakeChannel();
    if (isMute) {
      const find = this.channel.find;
      this.channel.find = async (request) =>
        request.action === 'post' ? { kind: 'unknown', reason: 'cannot be asked' } : find(request);
    }
    this.channel.shown = { pin: { uri: 'fake:old' }, banner: NETWORK[network].banner ? 'the former picture' : null };
  }

  async play(act: Act, fate = killedAt(Number.POSITIVE_INFINITY)): Promise<number> {
    await runStage({
      ...act,
      ledger: fate.ledger(this.ledger),
      channels: { it: fate.channel(this.channel) },
      ...(NETWORK[this.#network].doubt === 'person' && { oneByOne: new Set(['it']) }),
    });
    return fate.count();
  }

  /** Runs until there is nothing left to do, as a schedule would. A person says what they see where they are asked. */
  async untilQuiet(act: Act): Promise<void> {
    for (let run = 0; run < 12; run += 1) {
      this.#answerForPerson(act.now);
      const plan = await planStage({ ...act, ledger: this.ledger, channels: { it: this.channel } });
      const isPersonAsked = plan.some((one) => one.kind === 'hold' && one.why.kind === 'needs-person');
      if (!isPersonAsked && plan.every(({ kind }) => kind === 'hold')) return;
      await this.play(act);
    }
    throw new Error('it does not come to rest');
  }

  #answerForPerson(now: string): void {
    if (NETWORK[this.#network].doubt !== 'person') return;
    for (const { subject, last, sending } of [...this.ledger.state().values()]) {
      if (subject.action !== 'post' || (last.state !== 'sending' && last.state !== 'unknown')) continue;
      const name = subjectText(subject).slice('post/'.length);
      this.ledger.append(
        this.channel.posts.has(name)
          ? { state: 'confirmed', uri: `fake:${name}` }
          : { state: 'failed', reason: 'not there', words: sending?.words ?? '', again: true },
        subject,
        now,
        'amina',
      );
    }
  }

  end() {
    const posts = [...this.channel.posts].map(([name, { post }]) => `${name}: ${post.text}`).toSorted();
    return { posts, shown: this.channel.shown.pin?.uri, banner: this.channel.shown.banner };
  }
}

function isAble(kind: string, network: NetworkName): boolean {
  if (kind.includes('pin')) return NETWORK[network].pin;
  return !kind.includes('banner') || NETWORK[network].banner;
}

describe.each(NETWORKS)('on %s', (network) => {
  it.each(KINDS.filter((kind) => isAble(kind, network)))('%s is made good wherever a run is killed', async (kind) => {
    const script = acts(kind, network);
    const calm = new Theatre(network);
    const places: number[] = [];
    for (const act of script) {
      places.push(await calm.play(act));
      await calm.untilQuiet(act);
    }
    const wanted = calm.end();
    let killed = 0;
    for (const [index] of script.entries()) {
      // A pin follows its post in the next run: its places are those of that run.
      for (let place = 1; place <= Math.max(places[index] ?? 0, 12); place += 1) {
        for (const later of [0, 1]) {
          const theatre = new Theatre(network);
          for (const [number, act] of script.entries()) {
            if (number === index) {
              if (later === 1) await theatre.play(act);
              await theatre.play(act, killedAt(place)).catch((error: unknown) => {
                if (!(error instanceof Killed)) throw error;
                killed += 1;
              });
            }
            await theatre.untilQuiet(act);
          }
          expect(theatre.end()).toEqual(wanted);
          expect(theatre.channel.arrivals).toHaveLength(new Set(theatre.channel.arrivals).size);
        }
      }
    }
    expect(killed).toBeGreaterThan(7);
  });
});
