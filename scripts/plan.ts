import path from 'node:path';
import { styleText } from 'node:util';
import { readLedgerFolder } from '../src/ledger/folder-ledger.ts';
import { dayAt, type EpochMs, toInstantText } from '../src/model/time.ts';
import type { Obstacle, PlannedPost } from '../src/publishing/plan-posts.ts';
import { momentOf, readArguments, runCommand, UsageError } from './arguments.ts';
import { checkedContent } from './checked-content.ts';
import { describePost, describeReason, shortTime } from './describe-plan.ts';
import { LEDGER_FOLDER } from './desk-folders.ts';
import { planContent } from './planned-content.ts';
import { countProblems, formatProblems } from './print-problems.ts';

const USAGE = `npm run plan -- [--until INSTANT] [--ledger DIR] [--content DIR] [--now INSTANT] [--json]

Shows what would be sent now, what waits and why, and what comes in the next 14 days or until INSTANT. Sends nothing.
--json prints one object a line: item, occurrence, channel, language and part (together the post’s key); kind (send, settle:
an earlier run was cut off, or hold); publishAt, expiresAt, network, text, links, count, limit, attachment; for hold also
why and reason. Exit code 0: planned; 1: content is at fault; 2: wrong usage.`;

const DAY_MS = 86_400_000;
/** Reasons that a person can do something about. */
const HELD = ['unapproved', 'not-connected', 'demonstration', 'no-sender', 'failed', 'unasked'];

await runCommand(USAGE, async () => {
  const { values } = readArguments({
    until: { type: 'string' },
    ledger: { type: 'string', default: LEDGER_FOLDER },
    json: { type: 'boolean', default: false },
  });
  const root = process.cwd();
  const now = momentOf(values.now);
  const until = values.until === undefined ? now + 14 * DAY_MS : untilOf(values.until);
  if (until < now) throw new UsageError(`--until ${values.until} is in the past; name a moment to come.`);
  const { content, problems, isRefused } = await checkedContent({ root, contentDir: values.content, now });
  if (isRefused || !content) {
    process.stdout.write(formatProblems(problems, values.json ? 'json' : 'human', root));
    process.stderr.write(`${countProblems(problems)}; faulty content is not planned\n`);
    return 1;
  }
  const { timeZone } = content.organisation;
  const ledger = readLedgerFolder(path.resolve(root, values.ledger));
  const plan = planContent(root, content, ledger, now).plan.filter((planned) => concerns(planned, now, until));
  process.stdout.write(
    values.json
      ? plan.map((planned) => `${JSON.stringify(asData(planned, timeZone))}\n`).join('')
      : forPeople(plan, timeZone, now, until),
  );
  return 0;
});

function untilOf(written: string): EpochMs {
  try {
    return momentOf(written);
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(error.message.replace(/^--now/, '--until'), { cause: error });
    throw error;
  }
}

/** What is due or unsettled, what comes until then, and what was sent or missed within the last day. */
function concerns(planned: PlannedPost, now: EpochMs, until: EpochMs): boolean {
  if (planned.kind !== 'hold' || planned.why.kind === 'unasked') return true;
  if (planned.why.kind === 'expired') return planned.expiresAt > now - DAY_MS;
  if (planned.why.kind === 'sent') return Date.parse(planned.why.at) > now - DAY_MS;
  return planned.publishAt <= until;
}

function forPeople(plan: readonly PlannedPost[], timeZone: string, now: EpochMs, until: EpochMs): string {
  const days = Map.groupBy(plan, ({ publishAt }) => dayAt(publishAt, timeZone));
  const sections = [...days].map(([day, posts]) => {
    const items = Map.groupBy(posts, ({ key, publishAt }) => `${publishAt}/${key.item}/${key.occurrence}`);
    return `${styleText('bold', longDay(day))}\n\n${[...items.values()].map((one) => onePost(one, timeZone)).join('\n')}`;
  });
  return [...sections, ...channelNotes(plan, timeZone), summary(plan, timeZone, now, until)].join('\n');
}

function onePost(versions: readonly PlannedPost[], timeZone: string): string {
  const [first] = versions;
  if (!first) return '';
  const { key, publishAt, expiresAt } = first;
  const from = shortTime(publishAt, timeZone);
  const to = shortTime(expiresAt, timeZone);
  const window = `${from.slice(11)} until ${to.slice(0, 10) === from.slice(0, 10) ? to.slice(11) : to}`;
  return `${styleText('bold', key.item)}  ${window}\n${versions.map((planned) => oneVersion(planned, timeZone)).join('')}`;
}

function oneVersion(planned: PlannedPost, timeZone: string): string {
  const { key, post } = planned;
  const head = `  ${key.channel}, ${key.language}  ${post.count} of ${post.limit} characters  ${status(planned, timeZone)}\n`;
  // What readers have, or will never have, is not shown at length.
  const isOver = planned.kind === 'hold' && (planned.why.kind === 'sent' || planned.why.kind === 'expired');
  return isOver ? head : `${head}${describePost(post, styleText('dim', '    │ '))}\n`;
}

function status(planned: PlannedPost, timeZone: string): string {
  if (planned.kind === 'send') return styleText(['green', 'bold'], 'SEND NOW');
  if (planned.kind === 'settle')
    return styleText(['yellow', 'bold'], 'LOOK FIRST: an earlier run was cut off, and the post may be there');
  const { why } = planned;
  switch (why.kind) {
    case 'not-yet':
      return why.obstacle ? `planned; ${styleText('yellow', short(why.obstacle, planned, timeZone))}` : 'planned';
    case 'sent':
      return `${describeReason(why, planned, timeZone)}${why.url === undefined ? '' : `  ${why.url}`}`;
    case 'expired':
      return styleText('yellow', `MISSED: ${describeReason(why, planned, timeZone)}`);
    case 'unasked':
      return styleText('yellow', `UNSETTLED: ${describeReason(why, planned, timeZone)}`);
    default:
      return styleText('yellow', `HELD: ${short(why, planned, timeZone)}`);
  }
}

/** What holds a whole channel is told once, below. */
function short(obstacle: Obstacle, planned: PlannedPost, timeZone: string): string {
  switch (obstacle.kind) {
    case 'not-connected':
      return 'not connected';
    case 'demonstration':
      return 'a demonstration goes nowhere public';
    case 'no-sender':
      return 'to be posted by hand';
    default:
      return describeReason(obstacle, planned, timeZone);
  }
}

function channelNotes(plan: readonly PlannedPost[], timeZone: string): string[] {
  const notes = new Map<string, string>();
  for (const planned of plan) {
    if (planned.kind !== 'hold') continue;
    const { why } = planned;
    const obstacle = why.kind === 'not-yet' ? why.obstacle : why;
    if (obstacle && ['not-connected', 'demonstration', 'no-sender'].includes(obstacle.kind))
      notes.set(planned.key.channel, describeReason(obstacle, planned, timeZone));
  }
  if (notes.size === 0) return [];
  return [`${styleText('bold', 'Channels')}\n${[...notes].map(([id, note]) => `  ${id}: ${note}\n`).join('')}`];
}

function summary(plan: readonly PlannedPost[], timeZone: string, now: EpochMs, until: EpochMs): string {
  const count = (...kinds: string[]) =>
    plan.filter((planned) => kinds.includes(planned.kind === 'hold' ? planned.why.kind : planned.kind)).length;
  const parts = [
    `${count('send', 'settle')} to send now (${shortTime(now, timeZone)})`,
    `${count(...HELD)} held`,
    ...(count('sent') > 0 ? [`${count('sent')} sent within a day`] : []),
    ...(count('expired') > 0 ? [`${count('expired')} missed within a day`] : []),
    `${count('not-yet')} coming until ${shortTime(until, timeZone)}`,
  ];
  return `${parts.join(', ')}. Times are those of ${timeZone}.\n`;
}

/** `Tuesday 1 December 2026`. */
function longDay(day: string): string {
  const format = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  const parts = new Intl.DateTimeFormat('en-GB', format).formatToParts(new Date(`${day}T00:00:00Z`));
  return parts.flatMap(({ type, value }) => (type === 'literal' ? [] : [value])).join(' ');
}

function asData(planned: PlannedPost, timeZone: string): object {
  const { key, kind, post, publishAt, expiresAt } = planned;
  const { network, segments, text, count, limit, attachment } = post;
  return {
    ...key,
    kind,
    publishAt: toInstantText(publishAt, timeZone),
    expiresAt: toInstantText(expiresAt, timeZone),
    network,
    text,
    links: segments.flatMap((segment) => (segment.kind === 'link' ? [segment.href] : [])),
    count,
    limit,
    attachment: shownOf(attachment),
    ...(planned.kind === 'hold' && { why: planned.why.kind, reason: describeReason(planned.why, planned, timeZone) }),
  };
}

function shownOf(attachment: PlannedPost['post']['attachment']): object {
  switch (attachment.kind) {
    case 'nothing':
      return { kind: 'nothing' };
    case 'card':
      return { kind: 'card', alt: attachment.alt };
    case 'link-card': {
      const { kind, href, title, description, alt } = attachment;
      return { kind, href, title, description, alt };
    }
  }
}
