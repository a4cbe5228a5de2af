import type { Subject } from '../src/ledger/entry.ts';
import type { EpochMs } from '../src/model/time.ts';
import { channelOf, type HoldReason, type Planned, subjectOf } from '../src/publishing/planned.ts';
import type { Readiness } from '../src/publishing/ports.ts';
import type { Done } from '../src/publishing/run-plan.ts';
import { describeReason } from './describe-plan.ts';

/** How long a missed post is spoken of. */
const RECENT_MS = 7 * 86_400_000;

export interface Reported {
  asJson: boolean;
  plan: readonly Planned[];
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
    (planned) =>
      planned.why.kind === 'expired' &&
      planned.expiresAt > now - RECENT_MS &&
      readiness.get(channelOf(planned))?.kind === 'ready',
  );
  const reasonOf = (planned: (typeof held)[number]) => describeReason(planned.why, planned, timeZone);

  if (asJson)
    return {
      line: ({ subject, outcome }) => `${JSON.stringify({ ...subject, ...outcome })}\n`,
      end: () =>
        [...waiting.map((planned) => ['held', planned] as const), ...missed.map((one) => ['skipped', one] as const)]
          .map(([kind, planned]) => {
            const { why } = planned;
            return `${JSON.stringify({ ...subjectOf(planned), kind, why: why.kind, reason: reasonOf(planned) })}\n`;
          })
          .join(''),
    };
  return {
    line(done) {
      // A channel's trouble is told once, not for each post that waits for it.
      const { outcome, subject } = done;
      if (outcome.kind === 'blocked' || outcome.kind === 'unreachable') {
        if (told.has(subject.channel)) return '';
        told.add(subject.channel);
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
  return (
    why.kind !== 'sent' && why.kind !== 'withdrawn' && why.kind !== 'archived' && publishAt <= now && now < expiresAt
  );
}

function tell({ subject, outcome, planned }: Done): string {
  const name = nameIn(subject);
  switch (outcome.kind) {
    case 'confirmed':
      return confirmedLine(planned, name, outcome.url);
    case 'handed':
      return `to do    ${name}: a person is asked to, at ${outcome.uri}`;
    case 'waiting':
      return `waiting  ${name}: ${outcome.reason}`;
    case 'refused':
      return `refused  ${name}: ${outcome.reason}`;
    case 'dropped':
      return `dropped  ${name}: ${outcome.reason}`;
    case 'expired':
      return `skipped  ${name}: its time passed while this run was busy`;
    case 'unknown':
      return `unknown  ${name}: ${outcome.reason}; the next run looks first`;
    case 'blocked':
      return `blocked  ${subject.channel}: ${outcome.reason}; its posts wait until that is mended`;
    case 'unreachable':
      return `waiting  ${subject.channel}: ${outcome.reason}; the next run tries again`;
  }
}

function nameIn(subject: Subject): string {
  if (!('item' in subject)) return subject.channel;
  const part = subject.part > 1 ? `, part ${subject.part}` : '';
  return `${subject.item}  ${subject.channel}, ${subject.language}${part}`;
}

function confirmedLine(planned: Planned, name: string, url: string | undefined): string {
  switch (planned.action) {
    case 'post':
      return `sent     ${name}: ${url ?? opening(planned.post.text)}`;
    case 'edit':
      return `edited   ${name}: ${opening(planned.aim)}`;
    case 'withdraw':
      return `removed  ${name}: ${planned.aim}`;
    case 'pin':
      return `pinned   ${name}: ${planned.aim}`;
    case 'banner':
      return `banner   ${name}: ${planned.aim}`;
  }
}

/** The first words of a text, whole. */
function opening(text: string): string {
  const words = text.replace(/\s+/g, ' ');
  if (words.length <= 60) return words;
  return `${words.slice(0, 60).replace(/ [^ ]*$/, '')} …`;
}

type Held = Extract<Planned, { kind: 'hold' }>;

/** One line for all versions of a post that share a reason: `held     a-post  outbox, en ur; bluesky, en: …`. */
function grouped(label: string, planned: readonly Held[], reasonOf: (one: Held) => string): string[] {
  const groups = Map.groupBy(planned, (one) => `${itemOf(one)}/${reasonOf(one)}`);
  return [...groups.values()].map((group) => {
    const [first] = group;
    const places = Map.groupBy(
      group.map((one) => subjectOf(one)),
      ({ channel }) => channel,
    );
    return `${label}  ${first ? itemOf(first).split('/')[0] : ''}  ${[...places].map(inLanguages).join('; ')}: ${first ? reasonOf(first) : ''}`;
  });
}

/** Posts by what they are of; the top of a profile by itself. */
function itemOf(planned: Held): string {
  const subject = subjectOf(planned);
  return 'item' in subject ? `${subject.item}/${subject.occurrence}` : subject.action;
}

function inLanguages([channel, subjects]: [string, Subject[]]): string {
  const languages = new Set(subjects.flatMap((subject) => ('item' in subject ? [subject.language] : [])));
  return [channel, ...(languages.size > 0 ? [[...languages].join(' ')] : [])].join(', ');
}

function counts(done: readonly Done[], waiting: number, missed: number): string {
  const sent = done.filter(({ outcome }) => outcome.kind === 'confirmed').length;
  return `${[
    `${sent} ${done.some(({ planned }) => planned.action !== 'post') ? 'done' : 'sent'}`,
    ...(done.length > sent ? [`${done.length - sent} not`] : []),
    `${waiting} held`,
    `${missed} skipped in the last 7 days because their time had passed`,
  ].join(', ')}.`;
}
