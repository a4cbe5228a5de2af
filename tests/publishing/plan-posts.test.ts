import { describe, expect, it } from 'vitest';
import { approvalName } from '../../src/approvals/approval-gate.ts';
import type { Transition } from '../../src/ledger/entry.ts';
import type { Post } from '../../src/model/content.ts';
import { keyText, type PostKey } from '../../src/model/post-key.ts';
import { toEpochMs } from '../../src/model/time.ts';
import { type PlanInput, planAll } from '../../src/publishing/plan.ts';
import type { PlannedPost } from '../../src/publishing/planned.ts';
import type { PostRequest, Readiness } from '../../src/publishing/ports.ts';
import { memoryLedger } from '../support/memory-ledger.ts';
import {
  sampleCampaign,
  sampleChannel,
  sampleContent,
  sampleOrganisation,
  samplePost,
  sampleWords,
} from '../support/sample-content.ts';

const AT_NINE = toEpochMs('2026-12-01T09:00:00+05:00');
const HOUR_MS = 3_600_000;
const LOCAL: Readiness = { kind: 'ready', isLoopback: true };
const PUBLIC: Readiness = { kind: 'ready', isLoopback: false };

function input(different: Partial<PlanInput> = {}): PlanInput {
  return {
    content: sampleContent(),
    ledger: memoryLedger().state(),
    readiness: new Map([
      ['outbox', LOCAL],
      ['bluesky', LOCAL],
    ]),
    localApprovals: new Set(),
    now: AT_NINE,
    ...different,
  };
}

function planPosts(whole: PlanInput): PlannedPost[] {
  return planAll(whole).filter((planned) => planned.action === 'post');
}

function withPost(different: Partial<Post>): PlanInput['content'] {
  return sampleContent({ campaigns: [sampleCampaign({ posts: [samplePost(different)] })] });
}

/** The plan in short: `2026/outbox/en send`. */
function inShort(plan: readonly PlannedPost[]): string[] {
  return plan.map(
    ({ key, ...planned }) =>
      `${key.occurrence}/${key.channel}/${key.language} ${planned.kind === 'hold' ? planned.why.kind : planned.kind}`,
  );
}

function planOf2026(different: Partial<PlanInput> = {}): string[] {
  return inShort(planPosts(input(different)).filter(({ key }) => key.occurrence === '2026'));
}

/** Approvals of everything as it is worded now. */
function approvalsOf(content: PlanInput['content']): Set<string> {
  return new Set(planPosts(input({ content })).flatMap(({ asks }) => (asks ? [approvalName(asks)] : [])));
}

function plannedOn(channel: string, different: Partial<PlanInput> = {}): PlannedPost {
  const found = planPosts(input(different)).find(
    ({ key }) => key.occurrence === '2026' && key.channel === channel && key.language === 'en',
  );
  if (!found) throw new Error('not planned');
  return found;
}

const KEY: PostKey = { item: 'wash-hands', occurrence: '2026', channel: 'bluesky', language: 'en', part: 1 };

/** A ledger that says this of the English post on Bluesky, after the request that the plan would send. */
function ledgerWith(...transitions: ((words: string, request: PostRequest) => Transition)[]) {
  const { post, words } = plannedOn('bluesky');
  const request: PostRequest = {
    action: 'post',
    about: 'clean-hands',
    key: KEY,
    createdAt: '2026-12-01T09:00:00+05:00',
    post,
    previews: [],
    site: 'https://desk.example/',
  };
  const ledger = memoryLedger();
  for (const make of transitions) ledger.append(make(words, request), { action: 'post', ...KEY }, request.createdAt);
  return ledger.state();
}

const sending = (words: string, request: PostRequest): Transition => ({ state: 'sending', request, words });

describe('the plan of a yearly campaign', () => {
  it('has each channel and language of last year, this year and the next, by time and then by name', () => {
    expect(inShort(planPosts(input()))).toEqual([
      '2025/bluesky/en expired',
      '2025/bluesky/ur expired',
      '2025/outbox/en expired',
      '2025/outbox/ur expired',
      '2026/bluesky/en unapproved',
      '2026/bluesky/ur unapproved',
      '2026/outbox/en send',
      '2026/outbox/ur send',
      '2027/bluesky/en not-yet',
      '2027/bluesky/ur not-yet',
      '2027/outbox/en not-yet',
      '2027/outbox/ur not-yet',
    ]);
  });

  it('is the same for the same input', () => {
    expect(planPosts(input())).toEqual(planPosts(input()));
  });

  it('opens at the minute and closes at the minute', () => {
    const outbox = (now: number) => plannedOn('outbox', { now });
    expect(outbox(AT_NINE - 1)).toMatchObject({ kind: 'hold', why: { kind: 'not-yet' } });
    expect(outbox(AT_NINE)).toMatchObject({ kind: 'send' });
    expect(outbox(AT_NINE + 12 * HOUR_MS - 1)).toMatchObject({ kind: 'send' });
    expect(outbox(AT_NINE + 12 * HOUR_MS)).toMatchObject({ kind: 'hold', why: { kind: 'expired' } });
  });

  it('leaves out languages that a channel does not speak and channels that are not there', () => {
    const channels = new Map([['outbox', sampleChannel('outbox', 'outbox', ['ur'])]]);
    expect(planOf2026({ content: sampleContent({ channels }) })).toEqual(['2026/outbox/ur send']);
  });
});

describe('a post as far from its campaign’s first day as it may be', () => {
  it.each([
    ['before it', '01-01', -366, '2026-12-31T09:00:00+05:00', '2028/outbox/en'],
    ['after it', '12-31', 366, '2026-01-01T09:00:00+05:00', '2024/outbox/en'],
  ])('%s is planned all the same', (_where, startsOn, daysFromStart, now, planned) => {
    const post = samplePost({
      channels: ['outbox'],
      publishAt: { daysFromStart, time: '09:00' },
      expiresAt: { daysFromStart, time: '21:00' },
    });
    const schedule = { kind: 'yearly', startsOn, endsOn: startsOn } as const;
    const content = sampleContent({ campaigns: [sampleCampaign({ schedule, posts: [post] })] });
    expect(inShort(planPosts(input({ content, now: toEpochMs(now) })))).toContain(`${planned} send`);
  });
});

describe('a post that lists a channel or a channel that lists a language twice', () => {
  it('is planned once', () => {
    const content = withPost({ channels: ['outbox', 'outbox'] });
    // The checker refuses both; the plan does not rely on it.
    const channels = new Map([['outbox', { ...sampleChannel('outbox', 'outbox'), languages: ['en', 'en'] }]]);
    expect(planOf2026({ content: { ...content, channels } })).toEqual(['2026/outbox/en send']);
  });
});

describe('a post that is to come', () => {
  it('says already what would hold it', () => {
    const now = AT_NINE - HOUR_MS;
    expect(plannedOn('bluesky', { now })).toMatchObject({
      why: { kind: 'not-yet', obstacle: { kind: 'unapproved', needs: ['editor'] } },
    });
    expect(plannedOn('outbox', { now })).toMatchObject({ kind: 'hold', why: { kind: 'not-yet' } });
    expect(plannedOn('outbox', { now })).not.toHaveProperty('why.obstacle');
  });
});

describe('a post with fixed moments', () => {
  it('belongs to the occurrence it names', () => {
    const content = withPost({
      publishAt: '2026-12-01T09:00:00+05:00',
      expiresAt: '2026-12-01T12:00:00+05:00',
      occurrence: '2026',
      channels: ['outbox'],
    });
    expect(inShort(planPosts(input({ content })))).toEqual(['2026/outbox/en send', '2026/outbox/ur send']);
  });

  it('keeps its key when it is retimed and reworded', () => {
    const content = withPost({
      publishAt: { daysFromStart: 0, time: '08:00' },
      versions: { en: sampleWords('en', 'Otherwise') },
    });
    expect(plannedOn('outbox', { content }).key).toEqual(plannedOn('outbox').key);
  });
});

describe('the outbox', () => {
  it('gets the post as each of its networks would show it, in that language', () => {
    const planned = plannedOn('outbox');
    expect(planned.kind === 'send' && planned.previews.map(({ channelId, language }) => [channelId, language])).toEqual(
      [['bluesky', 'en']],
    );
  });
});

describe('a post that was sent', () => {
  it('is not sent again', () => {
    const ledger = ledgerWith(sending, () => ({ state: 'confirmed', uri: 'at://there' }));
    expect(plannedOn('bluesky', { ledger })).toMatchObject({ kind: 'hold', why: { kind: 'sent', uri: 'at://there' } });
  });

  it('is not sent again when its words or its time change', () => {
    const ledger = ledgerWith(sending, () => ({ state: 'confirmed', uri: 'at://there' }));
    const content = withPost({
      publishAt: { daysFromStart: 0, time: '08:00' },
      versions: { en: sampleWords('en', 'Other words') },
    });
    expect(plannedOn('bluesky', { ledger, content, localApprovals: approvalsOf(content) })).toMatchObject({
      why: { kind: 'sent' },
    });
  });
});

describe('the approval gate', () => {
  it('lets everything into the outbox and nothing else', () => {
    expect(planOf2026()).toEqual([
      '2026/bluesky/en unapproved',
      '2026/bluesky/ur unapproved',
      '2026/outbox/en send',
      '2026/outbox/ur send',
    ]);
  });

  it('names the roles that the risk asks for', () => {
    const content = withPost({ risk: 'promotion' });
    expect(plannedOn('bluesky', { content })).toMatchObject({
      why: { kind: 'unapproved', needs: ['editor', 'clinician', 'legal'] },
    });
  });

  it('opens a channel on this machine to exactly the words that were approved', () => {
    const localApprovals = approvalsOf(sampleContent());
    expect(plannedOn('bluesky', { localApprovals })).toMatchObject({ kind: 'send' });
    const reworded = withPost({ versions: { en: sampleWords('en', 'Wash your hands with soup. #CleanHands') } });
    expect(plannedOn('bluesky', { localApprovals, content: reworded })).toMatchObject({ why: { kind: 'unapproved' } });
  });

  it('never opens a public channel by an approval recorded on this machine', () => {
    const readiness = new Map([['bluesky', PUBLIC]]);
    expect(plannedOn('bluesky', { readiness, localApprovals: approvalsOf(sampleContent()) })).toMatchObject({
      kind: 'hold',
      why: { kind: 'unapproved' },
    });
  });

  it('closes again where only the end of a shortened address changes', () => {
    const before = withPost({ link: 'https://www.who.int/news-room/fact-sheets/detail/hiv' });
    const after = withPost({ link: 'https://www.who.int/news-room/fact-sheets/detail/sales' });
    const shown = (content: PlanInput['content']) => plannedOn('bluesky', { content }).post.text;
    expect(shown(after)).toBe(shown(before));
    expect(plannedOn('bluesky', { content: after, localApprovals: approvalsOf(before) })).toMatchObject({
      why: { kind: 'unapproved' },
    });
  });

  it('closes again where the words on the card change', () => {
    const content = withPost({
      versions: { en: { ...sampleWords('en', 'Wash your hands with soap. #CleanHands'), headline: 'Soup first' } },
    });
    expect(plannedOn('bluesky', { content, localApprovals: approvalsOf(sampleContent()) })).toMatchObject({
      why: { kind: 'unapproved' },
    });
  });
});

describe('the approval gate and a desk that changes its name', () => {
  it('closes, because the name stands on the card', () => {
    const content = sampleContent({ organisation: sampleOrganisation({ name: { en: 'Other Desk', ur: 'اور' } }) });
    const alt = { versions: { en: { ...sampleWords('en', 'Wash.'), alt: 'Said by hand' } } };
    const [before, after] = [withPost(alt), { ...withPost(alt), organisation: content.organisation }];
    expect(plannedOn('bluesky', { content: after, localApprovals: approvalsOf(before) })).toMatchObject({
      why: { kind: 'unapproved' },
    });
  });
});

describe('a channel that cannot be sent to', () => {
  it('holds its posts and says why', () => {
    const missing = { kind: 'not-connected', reason: 'no secret' } as const;
    expect(plannedOn('bluesky', { readiness: new Map([['bluesky', missing]]) })).toMatchObject({ why: missing });
    expect(plannedOn('bluesky', { readiness: new Map() })).toMatchObject({
      why: { kind: 'not-connected' },
    });
  });

  it('holds everything public of a demonstration', () => {
    const organisation = sampleOrganisation({ demonstration: { en: 'Not real' } });
    const content = sampleContent({ organisation });
    const localApprovals = approvalsOf(content);
    expect(plannedOn('bluesky', { content, localApprovals, readiness: new Map([['bluesky', PUBLIC]]) })).toMatchObject({
      why: { kind: 'demonstration' },
    });
    expect(plannedOn('bluesky', { content, localApprovals })).toMatchObject({ kind: 'send' });
  });
});

describe('a post that the network refused', () => {
  const refused = (words: string): Transition => ({ state: 'failed', reason: 'too long', words, again: false });

  it('waits until its words change', () => {
    const ledger = ledgerWith(sending, refused);
    const localApprovals = approvalsOf(sampleContent());
    expect(plannedOn('bluesky', { ledger, localApprovals })).toMatchObject({
      why: { kind: 'failed', reason: 'too long' },
    });
    const content = withPost({ versions: { en: sampleWords('en', 'Shorter') } });
    expect(plannedOn('bluesky', { ledger, content, localApprovals: approvalsOf(content) })).toMatchObject({
      kind: 'send',
    });
  });

  it('is tried again where the reason was not its words', () => {
    const ledger = ledgerWith(sending, (words) => ({ state: 'failed', reason: 'busy', words, again: true }));
    expect(plannedOn('bluesky', { ledger, localApprovals: approvalsOf(sampleContent()) })).toMatchObject({
      kind: 'send',
    });
  });
});

describe('a post that an earlier run left unsettled', () => {
  const localApprovals = approvalsOf(sampleContent());
  const unknown = (): Transition => ({ state: 'unknown', reason: 'no answer' });

  it('is sent anew where its request had not been made', () => {
    expect(plannedOn('bluesky', { ledger: ledgerWith(() => ({ state: 'intent' })), localApprovals })).toMatchObject({
      kind: 'send',
    });
  });

  it.each([
    ['sending', ledgerWith(sending)],
    ['unknown', ledgerWith(sending, unknown)],
  ])('is looked for, and may leave again as it was, when it is %s', (_state, ledger) => {
    const planned = plannedOn('bluesky', { ledger, localApprovals });
    expect(planned).toMatchObject({
      kind: 'settle',
      ifAbsent: { kind: 'repeat' },
      request: { createdAt: '2026-12-01T09:00:00+05:00' },
    });
  });

  it.each([
    ['past its window', { now: AT_NINE + 13 * HOUR_MS }],
    ['not due any more', { content: withPost({ publishAt: { daysFromStart: 0, time: '15:00' } }) }],
    ['not approved', { localApprovals: new Set<string>() }],
    ['meant for the public now', { readiness: new Map([['bluesky', PUBLIC]]) }],
  ])('is looked for and not sent again when it is %s', (_what, different) => {
    const approvals = 'content' in different ? approvalsOf(different.content) : localApprovals;
    expect(
      plannedOn('bluesky', { ledger: ledgerWith(sending, unknown), localApprovals: approvals, ...different }),
    ).toMatchObject({ kind: 'settle', ifAbsent: { kind: 'drop' } });
  });

  it('is looked for, and makes way for the words of now when those are approved and due', () => {
    const content = withPost({ versions: { en: sampleWords('en', 'Other words') } });
    expect(
      plannedOn('bluesky', { ledger: ledgerWith(sending, unknown), content, localApprovals: approvalsOf(content) }),
    ).toMatchObject({
      kind: 'settle',
      ifAbsent: { kind: 'replace' },
      request: { post: { text: expect.stringContaining('soap') } },
      post: { text: expect.stringContaining('Other words') },
    });
    expect(plannedOn('bluesky', { ledger: ledgerWith(sending, unknown), content })).toMatchObject({
      ifAbsent: { kind: 'drop' },
    });
  });

  it('is looked for even after it was removed from the content', () => {
    const content = sampleContent({ campaigns: [] });
    const plan = planPosts(input({ content, ledger: ledgerWith(sending), localApprovals }));
    expect(plan).toMatchObject([{ kind: 'settle', key: KEY, ifAbsent: { kind: 'drop' } }]);
  });

  it('waits where its channel cannot be asked', () => {
    const plan = planPosts(
      input({ content: sampleContent({ campaigns: [] }), ledger: ledgerWith(sending), readiness: new Map() }),
    );
    expect(plan).toMatchObject([
      { kind: 'hold', key: KEY, why: { kind: 'unasked', obstacle: { kind: 'not-connected' } } },
    ]);
  });

  it('is left alone once it is settled', () => {
    const ledger = ledgerWith(sending, unknown, () => ({ state: 'confirmed', uri: 'at://there' }));
    expect(planPosts(input({ content: sampleContent({ campaigns: [] }), ledger }))).toEqual([]);
    expect(plannedOn('bluesky', { ledger }).key).toEqual(KEY);
    expect(keyText(KEY)).toBe('wash-hands/2026/bluesky/en/1');
  });
});
