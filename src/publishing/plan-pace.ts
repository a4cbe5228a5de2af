import type { LedgerState } from '../ledger/entry.ts';
import type { Channel } from '../model/channel.ts';
import type { Content } from '../model/content.ts';
import { dayAt, type EpochMs, momentOf, timeAt, toEpochMs } from '../model/time.ts';
import type { HoldReason, Planned, PlannedPost } from './planned.ts';
import type { PostRequest } from './ports.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * The plan with posts held that would come at night or too soon after another: a channel's quiet hours and minimum gap. A
 * crisis waits for neither; the languages and the parts of one post count as one. Pure.
 */
export function planPace(
  plan: readonly Planned[],
  { content, ledger, now }: { content: Content; ledger: LedgerState; now: EpochMs },
): Planned[] {
  const quiet = new Map(
    [...content.channels.values()].map((channel) => [channel.id, quietUntil(channel, content, now)]),
  );
  const gaps = gapsIn(content, ledger);
  const inOrder = plan.toSorted((a, b) => a.publishAt - b.publishAt || a.expiresAt - b.expiresAt);
  const held = new Map<Planned, Planned>();
  for (const planned of inOrder) {
    if (planned.action !== 'post' || planned.kind === 'hold' || planned.risk === 'crisis') continue;
    const until = quiet.get(planned.key.channel);
    if (until !== undefined) {
      held.set(planned, heldBack(planned, { kind: 'quiet-hours', until }));
      continue;
    }
    const gap = gaps.get(planned.key.channel);
    if (!gap || planned.kind !== 'send' || planned.key.part > 1) continue;
    const group = `${planned.key.item}/${planned.key.occurrence}`;
    if (gap.group !== group && now < gap.until) {
      held.set(planned, heldBack(planned, { kind: 'minimum-gap', until: gap.until }));
      continue;
    }
    gap.group = group;
    gap.until = Math.max(gap.until, now + gap.gapMs);
  }
  // Parts of a thread wait with their first.
  const waiting = new Set(
    [...held.values()].flatMap((one) => (one.action === 'post' && one.key.part === 1 ? [threadOf(one)] : [])),
  );
  return plan.map((planned) => {
    const before = held.get(planned);
    if (before) return before;
    const first = planned.action === 'post' && planned.key.part > 1 && planned.kind === 'send' ? threadOf(planned) : '';
    return planned.action === 'post' && waiting.has(first)
      ? heldBack(planned, { kind: 'follows', subject: { action: 'post', ...planned.key, part: planned.key.part - 1 } })
      : planned;
  });
}

function threadOf({ key }: PlannedPost): string {
  return [key.item, key.occurrence, key.channel, key.language, key.revision].join('/');
}

function heldBack(planned: PlannedPost, why: HoldReason): PlannedPost {
  // What is being settled is still looked for; only it does not leave again.
  if (planned.kind === 'settle') return { ...planned, ifAbsent: { kind: 'drop' } };
  const { action, key, publishAt, expiresAt, risk, post, words, asks } = planned;
  return { action, key, publishAt, expiresAt, risk, post, words, ...(asks && { asks }), kind: 'hold', why };
}

/** When a channel's quiet hours end, where it is in them. */
function quietUntil({ quietHours, timeZone }: Channel, { organisation }: Content, now: EpochMs): EpochMs | undefined {
  if (!quietHours) return undefined;
  const zone = timeZone ?? organisation.timeZone;
  const { from, until } = quietHours;
  const time = timeAt(now, zone);
  const isOverMidnight = until <= from;
  const isQuiet = isOverMidnight ? time >= from || time < until : time >= from && time < until;
  if (!isQuiet) return undefined;
  const day = dayAt(isOverMidnight && time >= from ? now + DAY_MS : now, zone);
  // Where the clocks skip the hour, it ends with the next one.
  return momentOf(day, until, zone) ?? now + 60 * MINUTE_MS;
}

interface Gap {
  gapMs: number;
  /** Before this nothing else may leave. */
  until: EpochMs;
  /** The post that left last. */
  group: string | undefined;
}

function gapsIn(content: Content, ledger: LedgerState): Map<string, Gap> {
  const gaps = new Map<string, Gap>();
  for (const { id, minimumGapMinutes } of content.channels.values()) {
    if (minimumGapMinutes > 0)
      gaps.set(id, { gapMs: minimumGapMinutes * MINUTE_MS, until: Number.NEGATIVE_INFINITY, group: undefined });
  }
  if (gaps.size === 0) return gaps;
  for (const { subject, last, sending } of ledger.values()) {
    if (subject.action !== 'post' || !sending) continue;
    const gap = gaps.get(subject.channel);
    if (!gap || last.state === 'failed') continue;
    const until = toEpochMs((sending.request as PostRequest).createdAt) + gap.gapMs;
    if (until <= gap.until) continue;
    gap.until = until;
    gap.group = `${subject.item}/${subject.occurrence}`;
  }
  return gaps;
}
