import { styleText } from 'node:util';
import { dayAt, type EpochMs, toInstantText } from '../src/model/time.ts';
import type { HoldReason, Obstacle, Planned, PlannedChange, PlannedPost } from '../src/publishing/planned.ts';
import { channelOf } from '../src/publishing/planned.ts';
import { momentOf, readArguments, runCommand, UsageError } from './arguments.ts';
import { checkedContent } from './checked-content.ts';
import { describePost, describeReason, shortTime } from './describe-plan.ts';
import { LEDGER_FOLDER } from './desk-folders.ts';
import { lookAlikeProblems } from './look-alike-problems.ts';
import { LEDGER_USAGE, readLedger } from './open-ledger.ts';
import { connectDesk, planUnasked } from './planned-content.ts';
import { countProblems, formatProblems } from './print-problems.ts';
import { changedMessages } from './sent-messages.ts';

const USAGE = `npm run plan -- [--until INSTANT] [${LEDGER_USAGE}] [--content DIR] [--now INSTANT] [--json]

Shows what would be sent now, what waits and why, and what comes in the next 14 days or until INSTANT. Sends nothing and asks
nobody: reviews on GitHub are read when it is sent.
--json prints one object a line: action (post, edit, withdraw, pin, banner), channel; for posts item, occurrence, language and
part (together the post’s key); kind (send or change, settle: an earlier run was cut off, or hold); publishAt, expiresAt, network,
text, links, count, limit, attachment; for hold also why and reason. Exit code 0: planned; 1: content is at fault; 2: wrong usage.`;

const DAY_MS = 86_400_000;
/** Reasons that a person can do something about. */
const HELD: readonly HoldReason['kind'][] = [
  'unapproved',
  'lapsed',
  'objection',
  'approvals-unread',
  'not-connected',
  'demonstration',
  'failed',
  'unasked',
  'needs-person',
  'thread-changed',
  'look-alike',
  'no-note',
  'changed-by-hand',
];

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
  const { content, drafts, problems, isRefused } = await checkedContent({ root, contentDir: values.content, now });
  if (isRefused || !content) {
    process.stdout.write(formatProblems(problems, values.json ? 'json' : 'human', root));
    process.stderr.write(`${countProblems(problems)}; faulty content is not planned\n`);
    return 1;
  }
  const { timeZone } = content.organisation;
  const ledger = await readLedger(root, values.ledger);
  const desk = connectDesk({ root, contentDir: values.content, content, ledger, now, from: now - DAY_MS, until });
  const changed = changedMessages(content, drafts, ledger, now);
  process.stderr.write(formatProblems(changed.problems, 'human', root));
  const plan = changed.without(planUnasked(desk)).filter((planned) => concerns(planned, now, until));
  process.stderr.write(formatProblems(lookAlikeProblems(plan, content, drafts), 'human', root));
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
function concerns(planned: Planned, now: EpochMs, until: EpochMs): boolean {
  if (planned.kind !== 'hold' || planned.why.kind === 'unasked') return true;
  if (planned.why.kind === 'expired') return planned.expiresAt > now - DAY_MS;
  if (planned.action === 'post' && planned.why.kind === 'sent') return Date.parse(planned.why.at) > now - DAY_MS;
  return planned.publishAt <= until;
}

function forPeople(plan: readonly Planned[], timeZone: string, now: EpochMs, until: EpochMs): string {
  const posts = plan.filter((planned) => planned.action === 'post');
  const changes = plan.filter((planned) => planned.action !== 'post');
  const days = Map.groupBy(posts, ({ publishAt }) => dayAt(publishAt, timeZone));
  const sections = [...days].map(([day, versions]) => {
    const items = Map.groupBy(versions, ({ key, publishAt }) => `${publishAt}/${key.item}/${key.occurrence}`);
    return `${styleText('bold', longDay(day))}\n\n${[...items.values()].map((one) => onePost(one, timeZone)).join('\n')}`;
  });
  return [
    ...sections,
    ...changesSection(changes, timeZone),
    ...channelNotes(plan, timeZone),
    summary(plan, timeZone, now, until),
  ].join('\n');
}

function changesSection(changes: readonly PlannedChange[], timeZone: string): string[] {
  if (changes.length === 0) return [];
  const lines = changes.map((change) => `  ${change.channel}  ${aimOf(change)}  ${status(change, timeZone)}\n`);
  return [`${styleText('bold', 'Corrections and profiles')}\n${lines.join('')}`];
}

/** What a change is for, in words. */
function aimOf({ action, subject, aim }: PlannedChange): string {
  const item = 'item' in subject ? `${subject.item}, ${subject.language}` : '';
  switch (action) {
    case 'edit':
      return `edit ${item}`;
    case 'withdraw':
      return `withdraw ${item}: ${aim}`;
    case 'pin':
      return `pin ${aim}`;
    case 'banner':
      return `banner: ${aim}`;
  }
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
  const part = key.part > 1 ? `, part ${key.part}` : '';
  const correction = key.revision === undefined ? '' : ', correction';
  const head = `  ${key.channel}, ${key.language}${part}${correction}  ${post.count} of ${post.limit} characters  ${status(planned, timeZone)}\n`;
  // What readers have, or will never have, is not shown at length.
  const isOver = planned.kind === 'hold' && (planned.why.kind === 'sent' || planned.why.kind === 'expired');
  return isOver ? head : `${head}${describePost(post, styleText('dim', '    │ '))}\n`;
}

function status(planned: Planned, timeZone: string): string {
  if (planned.kind === 'change') return styleText(['green', 'bold'], 'NOW');
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
    case 'archived':
    case 'withdrawn':
    case 'quiet-hours':
    case 'minimum-gap':
    case 'follows':
      return describeReason(why, planned, timeZone);
    default:
      return styleText('yellow', `HELD: ${short(why, planned, timeZone)}`);
  }
}

/** What holds a whole channel is told once, below. */
function short(obstacle: HoldReason, planned: Planned, timeZone: string): string {
  switch (obstacle.kind) {
    case 'not-connected':
      return 'not connected';
    case 'demonstration':
      return 'a demonstration goes nowhere public';
    default:
      return describeReason(obstacle, planned, timeZone);
  }
}

function channelNotes(plan: readonly Planned[], timeZone: string): string[] {
  const notes = new Map<string, string>();
  for (const planned of plan) {
    if (planned.kind !== 'hold') continue;
    const { why } = planned;
    const obstacle: HoldReason | Obstacle | undefined = why.kind === 'not-yet' ? why.obstacle : why;
    if (obstacle && ['not-connected', 'demonstration'].includes(obstacle.kind))
      notes.set(channelOf(planned), describeReason(obstacle, planned, timeZone));
  }
  if (notes.size === 0) return [];
  return [`${styleText('bold', 'Channels')}\n${[...notes].map(([id, note]) => `  ${id}: ${note}\n`).join('')}`];
}

function summary(plan: readonly Planned[], timeZone: string, now: EpochMs, until: EpochMs): string {
  const count = (...kinds: string[]) =>
    plan.filter((planned) => kinds.includes(planned.kind === 'hold' ? planned.why.kind : planned.kind)).length;
  const parts = [
    `${count('send', 'change', 'settle')} to do now (${shortTime(now, timeZone)})`,
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

function asData(planned: Planned, timeZone: string): object {
  const why = planned.kind === 'hold' && {
    why: planned.why.kind,
    reason: describeReason(planned.why, planned, timeZone),
  };
  if (planned.action !== 'post') {
    const { subject, channel, kind, aim } = planned;
    return { ...subject, channel, kind, aim, ...why };
  }
  const { action, key, kind, post, publishAt, expiresAt } = planned;
  const { network, segments, text, count, limit, attachment } = post;
  return {
    action,
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
    ...why,
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
