import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkedContent } from '../../scripts/checked-content.ts';
import { changedMessages, noteMessage } from '../../scripts/sent-messages.ts';
import { approvalName } from '../../src/approvals/approval-gate.ts';
import { openGitLedger } from '../../src/ledger/git-ledger.ts';
import type { Content } from '../../src/model/content.ts';
import type { Drafts } from '../../src/model/draft.ts';
import { toEpochMs } from '../../src/model/time.ts';
import { planAll } from '../../src/publishing/plan.ts';
import { type Ledger, LedgerRaceError } from '../../src/publishing/ports.ts';
import { runPlan } from '../../src/publishing/run-plan.ts';
import { FLOOD_NOW, WITH_ALERTS } from '../support/alert-desk.ts';
import { deskWith } from '../support/example-desk.ts';
import { fakeChannel } from '../support/fake-channel.ts';
import { Killed, killedAt } from '../support/killable.ts';
import { remoteDesk, shallowClone } from '../support/ledger-remote.ts';
import { memoryLedger } from '../support/memory-ledger.ts';

// The bytes of a message are noted with its first post: on every ledger, once, wherever a run is cut off.

const NOW = toEpochMs(FLOOD_NOW);
const MESSAGE = 'content/incidents/flood/updates/flood-1/en.mdx';

interface Desk {
  content: Content;
  drafts: Drafts;
}

/** The desk with a flood; `area` is what its first message calls the place. */
async function desk(area = 'The old town'): Promise<Desk> {
  const root = deskWith(WITH_ALERTS);
  const file = path.join(root, MESSAGE);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('area: The old town');
  writeFileSync(file, text.replace('area: The old town', `area: ${area}`));
  const { content, drafts } = await checkedContent({ root, contentDir: 'content', now: NOW });
  if (!content) throw new Error('the content has faults');
  return { content, drafts };
}

/** One run that posts what is due in the outbox. */
async function send(
  { content }: Desk,
  ledger: Ledger,
  fate = killedAt(Number.POSITIVE_INFINITY),
  outbox = fakeChannel(),
) {
  const input = {
    content,
    ledger: ledger.state(),
    readiness: new Map([['outbox', { kind: 'ready' as const, isLoopback: true }]]),
    localApprovals: new Set<string>(),
    leaseMs: ledger.leaseMs,
    now: NOW,
  };
  const asked = planAll({ ...input, profiles: new Map() }).flatMap(({ asks }) => (asks ? [approvalName(asks)] : []));
  const alive = fate.ledger(ledger);
  await runPlan({
    plan: planAll({ ...input, profiles: new Map(), localApprovals: new Set(asked) }),
    ledger: alive,
    channels: new Map([['outbox', fate.channel(outbox)]]),
    clock: () => NOW,
    pages: { revision: async () => undefined },
    sleep: async () => {},
    timeZone: content.organisation.timeZone,
    beforeSending: (planned, at) => noteMessage(planned, content, alive, at),
  });
}

function notesIn(ledger: Ledger): string[] {
  return [...ledger.state().values()].flatMap(({ subject, last }) =>
    subject.action === 'message' && last.state === 'noted' ? [subject.update] : [],
  );
}

function said({ content, drafts }: Desk, ledger: Ledger): string[] {
  return changedMessages(content, drafts, ledger.state(), NOW).problems.map(
    ({ file, line, message }) => `${file}:${line} ${message}`,
  );
}

const CHANGED = `${MESSAGE}:2 Unexpected change of a message that is out since ${FLOOD_NOW}: phones and other sites have \`flood-1\` as it was`;

describe('the note of a message that is out', () => {
  it('is there once with the post, wherever the run is cut off', async () => {
    const [as, other] = [await desk(), await desk('The new town')];
    let killed = 0;
    for (let place = 1; place <= 200; place += 1) {
      const ledger = memoryLedger();
      const outbox = fakeChannel();
      const died = await send(as, ledger, killedAt(place), outbox).then(
        () => false,
        (error: unknown) => {
          if (!(error instanceof Killed)) throw error;
          return true;
        },
      );
      if (!died) break;
      killed += 1;
      // Whatever readers may have was noted before it left.
      if (outbox.arrivals.some((key) => key.startsWith('flood-1/'))) expect(said(other, ledger)).toEqual([CHANGED]);
      await send(as, ledger, undefined, outbox);
      expect(notesIn(ledger).toSorted(), `killed at ${place}`).toEqual(['flood-1', 'heat-1', 'quake-drill-1']);
      expect(said(as, ledger)).toEqual([]);
      expect(said(other, ledger)).toEqual([CHANGED]);
    }
    expect(killed).toBeGreaterThan(20);
  });

  it('is known to the next run on another machine, by the ledger’s branch', async () => {
    const remote = remoteDesk();
    const first = await openGitLedger(shallowClone(remote));
    await send(await desk(), first);
    const second = await openGitLedger(shallowClone(remote));
    expect(notesIn(second).toSorted()).toEqual(['flood-1', 'heat-1', 'quake-drill-1']);
    expect(said(await desk(), second)).toEqual([]);
    expect(said(await desk('The new town'), second)).toEqual([CHANGED]);
  });

  it('is that of the run which came first, where two had other words', async () => {
    const remote = remoteDesk();
    await openGitLedger(shallowClone(remote)).then((ledger) => ledger.close());
    const [first, second] = [await openGitLedger(shallowClone(remote)), await openGitLedger(shallowClone(remote))];
    await send(await desk(), first);
    const outbox = fakeChannel();
    await expect(send(await desk('The new town'), second, undefined, outbox)).rejects.toThrow(LedgerRaceError);
    expect(outbox.arrivals).toEqual([]);
    expect(said(await desk('The new town'), await openGitLedger(shallowClone(remote)))).toEqual([CHANGED]);
  });
});
