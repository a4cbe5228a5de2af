import type { PostKey } from '../src/model/post-key.ts';
import type { EpochMs } from '../src/model/time.ts';
import type { HoldReason, PlannedPost } from '../src/publishing/plan-posts.ts';
import type { Readiness } from '../src/publishing/ports.ts';
import type { Done } from '../src/publishing/run-plan.ts';
import { describeReason } from './describe-plan.ts';

/** How long a missed post is spoken of. */
const RECENT_MS = 7 * 86_400_000;

export interface Reported {
  asJson: boolean;
  plan: readonly PlannedPost[];
  readiness: ReadonlyMap<string, Readiness>;
  timeZone: string;
  now: EpochMs;
}

/** What a run tells: a line when something was done, and at its end what was held, what was missed, and the counts. */
export function sendReport({ asJson, plan, readiness, timeZone, now }: Reported): {
  line(done: Done): string;
  end(done: readonly Done[]): string;
} {
  const told = new Set<string>();
  const held = plan.filter((planned) => planned.kind === 'hold');
  const waiting = held.filter(({ publishAt, expiresAt, why }) => isWaiting(why, publishAt, expiresAt, now));
  // A channel that nothing can be sent to has missed nothing.
  const missed = held.filter(
    ({ key, expiresAt, why }) =>
      why.kind === 'expired' && expiresAt > now - RECENT_MS && readiness.get(key.channel)?.kind === 'ready',
  );
  const reasonOf = (planned: (typeof held)[number]) => describeReason(planned.why, planned, timeZone);

  if (asJson)
    return {
      line: ({ key, outcome }) => `${JSON.stringify({ ...key, ...outcome })}\n`,
      end: () =>
        [...waiting.map((planned) => ['held', planned] as const), ...missed.map((one) => ['skipped', one] as const)]
          .map(([kind, planned]) => {
            const { key, why } = planned;
            return `${JSON.stringify({ ...key, kind, why: why.kind, reason: reasonOf(planned) })}\n`;
          })
          .join(''),
    };
  return {
    line(done) {
      // A channel's trouble is told once, not for each post that waits for it.
      const { outcome, key } = done;
      if (outcome.kind === 'blocked' || outcome.kind === 'unreachable') {
        if (told.has(key.channel)) return '';
        told.add(key.channel);
      }
      return `${tell(done)}\n`;
    },
    end: (done) =>
      [
        ...grouped('skipped', missed, reasonOf),
        ...grouped('held   ', waiting, reasonOf),
        `${counts(done, waiting.length, missed.length)} Times are those of ${timeZone}.\n`,
      ].join('\n'),
  };
}

/** Due, or left unsettled, and not leaving. */
function isWaiting(why: HoldReason, publishAt: EpochMs, expiresAt: EpochMs, now: EpochMs): boolean {
  if (why.kind === 'unasked') return true;
  return why.kind !== 'sent' && publishAt <= now && now < expiresAt;
}

function tell({ key, outcome, planned }: Done): string {
  const name = `${key.item}  ${key.channel}, ${key.language}`;
  switch (outcome.kind) {
    case 'confirmed':
      return `sent     ${name}: ${outcome.url ?? opening(planned.post.text)}`;
    case 'refused':
      return `refused  ${name}: ${outcome.reason}`;
    case 'dropped':
      return `dropped  ${name}: ${outcome.reason}`;
    case 'expired':
      return `skipped  ${name}: its time passed while this run was busy`;
    case 'unknown':
      return `unknown  ${name}: ${outcome.reason}; the next run looks first`;
    case 'blocked':
      return `blocked  ${key.channel}: ${outcome.reason}; its posts wait until that is mended`;
    case 'unreachable':
      return `waiting  ${key.channel}: ${outcome.reason}; the next run tries again`;
  }
}

/** The first words of a text, whole. */
function opening(text: string): string {
  const words = text.replace(/\s+/g, ' ');
  if (words.length <= 60) return words;
  return `${words.slice(0, 60).replace(/ [^ ]*$/, '')} …`;
}

/** One line for all versions of a post that share a reason: `held     a-post  outbox, en ur; bluesky, en: …`. */
function grouped(
  label: string,
  planned: readonly Extract<PlannedPost, { kind: 'hold' }>[],
  reasonOf: (one: Extract<PlannedPost, { kind: 'hold' }>) => string,
): string[] {
  const groups = Map.groupBy(planned, (one) => `${one.key.item}/${one.key.occurrence}/${reasonOf(one)}`);
  return [...groups.values()].map((group) => {
    const [first] = group;
    const places = Map.groupBy(
      group.map(({ key }) => key),
      ({ channel }) => channel,
    );
    return `${label}  ${first?.key.item}  ${[...places].map(inLanguages).join('; ')}: ${first ? reasonOf(first) : ''}`;
  });
}

function inLanguages([channel, keys]: [string, PostKey[]]): string {
  return `${channel}, ${keys.map(({ language }) => language).join(' ')}`;
}

function counts(done: readonly Done[], waiting: number, missed: number): string {
  const sent = done.filter(({ outcome }) => outcome.kind === 'confirmed').length;
  return `${[
    `${sent} sent`,
    ...(done.length > sent ? [`${done.length - sent} not`] : []),
    `${waiting} held`,
    `${missed} skipped in the last 7 days because their time had passed`,
  ].join(', ')}.`;
}
