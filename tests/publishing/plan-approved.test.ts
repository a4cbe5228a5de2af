import { describe, expect, it } from 'vitest';
import { type Asked, approvalName, type ReviewReading } from '../../src/approvals/approval-gate.ts';
import { type LedgerRecord, subjectText } from '../../src/ledger/entry.ts';
import type { Channel } from '../../src/model/channel.ts';
import type { Post } from '../../src/model/content.ts';
import type { Role } from '../../src/model/person.ts';
import { toEpochMs } from '../../src/model/time.ts';
import { asked, type PlanInput, planAll } from '../../src/publishing/plan.ts';
import { planApproved } from '../../src/publishing/plan-approved.ts';
import { planPosts } from '../../src/publishing/plan-posts.ts';
import { type Planned, subjectOf } from '../../src/publishing/planned.ts';
import { runPlan } from '../../src/publishing/run-plan.ts';
import { fakeChannel } from '../support/fake-channel.ts';
import { memoryLedger } from '../support/memory-ledger.ts';
import { sampleCampaign, sampleChannel, sampleContent, samplePost, sampleWords } from '../support/sample-content.ts';

const NOON = toEpochMs('2026-12-01T12:00:00+05:00');

function post(different: Partial<Post> & { id: string }): Post {
  return samplePost({
    channels: ['bluesky'],
    attach: 'nothing',
    link: 'none',
    versions: { en: sampleWords('en', `Words of ${different.id}.`) },
    ...different,
  });
}

function inputOf(posts: Post[], channel: Partial<Channel> = {}, different: Partial<PlanInput> = {}): PlanInput {
  const bluesky = { ...sampleChannel('bluesky', 'bluesky', ['en']), ...channel };
  return {
    content: sampleContent({ channels: new Map([['bluesky', bluesky]]), campaigns: [sampleCampaign({ posts })] }),
    ledger: memoryLedger().state(),
    readiness: new Map([['bluesky', { kind: 'ready', isLoopback: false }]]),
    localApprovals: new Set(),
    now: NOON,
    from: NOON,
    until: NOON,
    ...different,
  };
}

function approvedBy(...roles: Role[]): ReviewReading {
  const given = roles.map((role) => ({
    by: `${role}-1`,
    roles: new Set([role]),
    at: '2026-11-20T11:00:00+05:00',
    review: `https://github.example/${role}`,
    commit: 'c'.repeat(40),
  }));
  return { kind: 'read', given, needs: [], objections: [], notes: [] };
}

/** Looks up by item, and remembers what it was asked. */
function lookUpFor(readings: Record<string, ReviewReading>) {
  const questions: string[][] = [];
  const lookUp = async (wanted: readonly Asked[]) => {
    questions.push(wanted.map(({ item }) => item));
    return new Map(
      wanted.flatMap((one) => (readings[one.item] ? [[approvalName(one), readings[one.item] as ReviewReading]] : [])),
    );
  };
  return { questions, lookUp };
}

function inShort(plan: readonly Planned[]): string[] {
  return plan.map(
    (one) => `${subjectText(subjectOf(one)).split('/')[1]} ${one.kind === 'hold' ? one.why.kind : one.kind}`,
  );
}

describe('the plan with reviews', () => {
  it('lets out what they approve, notes by whom, and holds the rest', async () => {
    const { lookUp } = lookUpFor({ yes: approvedBy('editor') });
    const plan = await planApproved(inputOf([post({ id: 'yes' }), post({ id: 'no' })]), lookUp);
    expect(inShort(plan)).toEqual(['no unapproved', 'yes send']);
    expect(plan[1]).toMatchObject({
      approvals: [
        {
          by: 'editor-1',
          role: 'editor',
          at: '2026-11-20T11:00:00+05:00',
          review: 'https://github.example/editor',
          commit: 'c'.repeat(40),
        },
      ],
    });
  });

  it('looks up only what is due and held by nothing else', async () => {
    const { lookUp, questions } = lookUpFor({});
    const later = { daysFromStart: 1, time: '09:00' };
    const posts = [
      post({ id: 'later', publishAt: later, expiresAt: { daysFromStart: 1, time: '21:00' } }),
      post({ id: 'over', expiresAt: { daysFromStart: 0, time: '10:00' } }),
      post({ id: 'taken-back', withdrawn: { at: '2026-12-01T09:30:00+05:00', reason: 'wrong' } }),
      post({ id: 'due' }),
    ];
    await planApproved(inputOf(posts, {}, { until: NOON + 2 * 86_400_000 }), lookUp);
    expect(questions).toEqual([['due']]);
    await planApproved(inputOf([post({ id: 'due' })], { quietHours: { from: '11:00', until: '13:00' } }), lookUp);
    const away = { readiness: new Map([['bluesky', { kind: 'not-connected', reason: 'no secret' } as const]]) };
    await planApproved(inputOf([post({ id: 'due' })], {}, away), lookUp);
    expect(questions).toHaveLength(1);
  });

  it('goes on to the next where the first in line is not approved', async () => {
    const posts = ['a', 'b', 'c'].map((id) => post({ id }));
    const { lookUp, questions } = lookUpFor({ c: approvedBy('editor') });
    const plan = await planApproved(inputOf(posts, { minimumGapMinutes: 60 }), lookUp);
    expect(questions).toEqual([['a'], ['b'], ['c']]);
    expect(inShort(plan)).toEqual(['a unapproved', 'b unapproved', 'c send']);
  });

  it('asks nobody about what was approved on this machine, for a channel of this machine', async () => {
    const { lookUp, questions } = lookUpFor({});
    const input = inputOf([post({ id: 'due' })]);
    const [planned] = planAll(input);
    const localApprovals = new Set(planned?.asks ? [approvalName(planned.asks)] : []);
    expect(inShort(await planApproved({ ...input, localApprovals }, lookUp))).toEqual(['due unapproved']);
    const readiness = new Map([['bluesky', { kind: 'ready', isLoopback: true } as const]]);
    expect(inShort(await planApproved({ ...input, localApprovals, readiness }, lookUp))).toEqual(['due send']);
    expect(questions).toEqual([['due']]);
  });

  it.each([
    [
      'unread',
      { kind: 'unread', reason: 'GitHub cannot be reached' },
      { kind: 'approvals-unread', reason: 'GitHub cannot be reached' },
    ],
    [
      'objected to',
      { ...approvedBy('editor'), objections: [{ by: 'hina', review: 'https://github.example/1' }] },
      { kind: 'objection', by: 'hina', review: 'https://github.example/1' },
    ],
    [
      'in want of more',
      { ...approvedBy('editor'), needs: ['legal'] },
      { kind: 'unapproved', needs: ['legal'], notes: [] },
    ],
  ] as [string, ReviewReading, object][])('holds what is %s, a crisis too', async (_what, reading, why) => {
    const { lookUp } = lookUpFor({ due: reading });
    expect(await planApproved(inputOf([post({ id: 'due' })]), lookUp)).toMatchObject([{ kind: 'hold', why }]);
    const crisis = {
      ...reading,
      ...(reading.kind === 'read' && { given: [...reading.given, ...given('duty-approver')] }),
    };
    const plan = await planApproved(inputOf([post({ id: 'due', risk: 'crisis' })]), lookUpFor({ due: crisis }).lookUp);
    expect(plan).toMatchObject([{ kind: 'hold', why }]);
  });

  it('holds every part of a thread where one of them was not approved', async () => {
    const long = (end: string) => sampleWords('en', `${'A sentence that fills a thread. '.repeat(14)}${end}`);
    const thread = (end: string) => inputOf([post({ id: 'long', thread: true, versions: { en: long(end) } })]);
    const approved = new Map<string, ReviewReading>();
    for (const { asks } of planAll(thread('Wash.'))) if (asks) approved.set(approvalName(asks), approvedBy('editor'));
    const lookUp = async () => approved;
    expect(inShort(await planApproved(thread('Wash.'), lookUp))).toEqual(['long send', 'long send']);
    expect(inShort(await planApproved(thread('Bleach.'), lookUp))).toEqual(['long unapproved', 'long unapproved']);
  });

  it('is not opened by what a ledger says', async () => {
    const input = inputOf([post({ id: 'due' })]);
    const [planned] = planAll(input);
    const subject = subjectOf(planned as Planned);
    const words = planned?.asks?.words ?? '';
    const ledger = memoryLedger();
    const approvals = [
      { by: 'sana', role: 'editor', at: 'then', review: 'https://github.example/1', commit: 'c'.repeat(40), words },
    ];
    ledger.append({ state: 'intent' }, subject, '2026-12-01T11:00:00+05:00');
    ledger.append({ state: 'sending', request: {}, words: 'w', approvals }, subject, '2026-12-01T11:00:00+05:00');
    ledger.append({ state: 'failed', reason: 'busy', words: 'w', again: true }, subject, '2026-12-01T11:00:01+05:00');
    expect(inShort(await planApproved({ ...input, ledger: ledger.state() }, lookUpFor({}).lookUp))).toEqual([
      'due unapproved',
    ]);
  });

  it('settles what was cut off, and sends it again only with the approvals of now', async () => {
    const input = inputOf([post({ id: 'due' })]);
    const [first] = await planApproved(input, lookUpFor({ due: approvedBy('editor') }).lookUp);
    const ledger = memoryLedger();
    const channels = new Map([
      ['bluesky', fakeChannel({ answer: () => ({ kind: 'unknown', reason: 'no answer' }), arrives: false })],
    ]);
    const options = {
      ledger,
      channels,
      clock: () => NOON,
      pages: { revision: async () => undefined },
      sleep: async () => {},
      timeZone: 'Asia/Karachi',
      revision: 'a'.repeat(40),
    };
    await runPlan({ ...options, plan: [first as Planned] });
    const record = ledger.state().get('post/due/2026/bluesky/en/1') as LedgerRecord;
    expect(record.sending).toMatchObject({ approvals: [{ by: 'editor-1', role: 'editor' }], revision: 'a'.repeat(40) });
    const again = { ...input, ledger: ledger.state() };
    const [held] = await planApproved(again, lookUpFor({}).lookUp);
    expect(held).toMatchObject({ kind: 'settle', ifAbsent: { kind: 'drop' } });
    const [open] = await planApproved(again, lookUpFor({ due: approvedBy('editor') }).lookUp);
    expect(open).toMatchObject({ kind: 'settle', ifAbsent: { kind: 'repeat', approvals: [{ by: 'editor-1' }] } });
  });

  it('is never carried out while something of it is only taken for approved', async () => {
    const assumed = planPosts({ ...asked(inputOf([post({ id: 'due' })])), assumeUnread: true });
    expect(inShort(assumed)).toEqual(['due send']);
    const run = runPlan({
      plan: assumed,
      ledger: memoryLedger(),
      channels: new Map([['bluesky', fakeChannel()]]),
      clock: () => NOON,
      pages: { revision: async () => undefined },
      sleep: async () => {},
      timeZone: 'Asia/Karachi',
    });
    await expect(run).rejects.toThrow('the plan takes due for approved, which nobody has looked up');
  });
});

function given(...roles: Role[]) {
  const reading = approvedBy(...roles);
  return reading.kind === 'read' ? reading.given : [];
}
