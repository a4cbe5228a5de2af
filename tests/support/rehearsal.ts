import { approvalName } from '../../src/approvals/approval-gate.ts';
import { subjectText } from '../../src/ledger/entry.ts';
import type { Content } from '../../src/model/content.ts';
import { toEpochMs } from '../../src/model/time.ts';
import { asked, type PlanInput, planAll } from '../../src/publishing/plan.ts';
import { concernsProfile } from '../../src/publishing/plan-profiles.ts';
import { type Planned, subjectOf } from '../../src/publishing/planned.ts';
import type { ChannelPort, Ledger, PageStore, Profile } from '../../src/publishing/ports.ts';
import { type Done, runPlan } from '../../src/publishing/run-plan.ts';

export interface Stage {
  content: Content;
  ledger: Ledger;
  channels: Readonly<Record<string, ChannelPort>>;
  now: string;
  pages?: PageStore;
  clock?: () => number;
  sleep?: (ms: number) => Promise<void>;
  oneByOne?: ReadonlySet<string>;
  /** Whether channels count as this machine's own. */
  isLoopback?: boolean;
  input?: Partial<PlanInput>;
  /** What of the plan is carried out, as `--incident` and `--channel` choose; left out, all of it. */
  only?: (planned: Planned) => boolean;
}

/** Plans as `npm run send` does: with everything approved as it is worded, and with what the profiles show. */
export async function planStage(stage: Stage): Promise<Planned[]> {
  const { content, ledger, channels, now, isLoopback = true } = stage;
  const input: PlanInput = {
    content,
    ledger: ledger.state(),
    readiness: new Map(Object.keys(channels).map((id) => [id, { kind: 'ready', isLoopback }])),
    localApprovals: new Set(),
    leaseMs: ledger.leaseMs,
    now: toEpochMs(now),
    ...stage.input,
  };
  const profiles = new Map<string, Profile>();
  for (const channel of content.channels.values()) {
    const port = channels[channel.id];
    if (!port || !concernsProfile(channel, asked(input))) continue;
    const reading = await port.profile();
    if (reading.kind === 'profile') profiles.set(channel.id, reading.profile);
  }
  const localApprovals = new Set(
    planAll({ ...input, profiles }).flatMap(({ asks }) => (asks ? [approvalName(asks)] : [])),
  );
  const plan = planAll({ ...input, profiles, localApprovals: stage.input?.localApprovals ?? localApprovals });
  return stage.only ? plan.filter(stage.only) : plan;
}

/** One run. Gives what was done in short: `post/wash-hands/2026/bluesky/en/1 confirmed`. */
export async function runStage(stage: Stage): Promise<string[]> {
  const done = await runPlan({
    plan: await planStage(stage),
    ledger: stage.ledger,
    channels: new Map(Object.entries(stage.channels)),
    clock: stage.clock ?? (() => toEpochMs(stage.now)),
    pages: stage.pages ?? { revision: async () => undefined },
    sleep: stage.sleep ?? (async () => {}),
    timeZone: stage.content.organisation.timeZone,
    ...(stage.oneByOne && { oneByOne: stage.oneByOne }),
  });
  return done.map(inShort);
}

export function inShort({ subject, outcome }: Done): string {
  return `${subjectText(subject)} ${outcome.kind}`;
}

/** What is held and why: `post/wash-hands/2026/bluesky/en/1 quiet-hours`. */
export function heldIn(plan: readonly Planned[]): string[] {
  return plan.flatMap((planned) =>
    planned.kind === 'hold' ? [`${subjectText(subjectOf(planned))} ${planned.why.kind}`] : [],
  );
}

/** What is to be done: `post/wash-hands/2026/bluesky/en/1 send`. */
export function toDoIn(plan: readonly Planned[]): string[] {
  return plan.flatMap((planned) =>
    planned.kind === 'hold' ? [] : [`${subjectText(subjectOf(planned))} ${planned.kind}`],
  );
}
