import path from 'node:path';
import { styleText } from 'node:util';
import { dayAt, type EpochMs } from '../src/model/time.ts';
import type { PlannedPost } from '../src/publishing/plan-posts.ts';
import { momentOf, readArguments, runCommand } from './arguments.ts';
import { checkedContent } from './checked-content.ts';
import { describeReason, shortTime } from './describe-plan.ts';
import { LEDGER_FOLDER } from './desk-folders.ts';
import { planContent } from './planned-content.ts';
import { countProblems, formatProblems } from './print-problems.ts';

const USAGE = `npm run plan -- [--until INSTANT] [--content DIR] [--ledger DIR] [--now INSTANT] [--json]

Shows what would be sent now, what waits and why, and what comes in the next 14 days or until INSTANT. Sends nothing.`;

const DAY_MS = 86_400_000;

await runCommand(USAGE, async () => {
  const { values } = readArguments({
    until: { type: 'string' },
    ledger: { type: 'string', default: LEDGER_FOLDER },
    json: { type: 'boolean', default: false },
  });
  const root = process.cwd();
  const now = momentOf(values.now);
  const until = values.until === undefined ? now + 14 * DAY_MS : momentOf(values.until);
  const { content, problems, isRefused } = await checkedContent({ root, contentDir: values.content, now });
  if (isRefused || !content) {
    process.stdout.write(formatProblems(problems, values.json ? 'json' : 'human', root));
    process.stderr.write(`${countProblems(problems)}; faulty content is not planned\n`);
    return 1;
  }
  const { timeZone } = content.organisation;
  const plan = planContent(root, content, path.resolve(root, values.ledger), now).plan.filter((planned) =>
    concerns(planned, now, until),
  );
  process.stdout.write(
    values.json
      ? plan.map((planned) => `${JSON.stringify(asData(planned, timeZone))}\n`).join('')
      : forPeople(plan, timeZone, now),
  );
  return 0;
});

/** What is due or unsettled, what comes until then, and what was sent or missed within the last day. */
function concerns(planned: PlannedPost, now: EpochMs, until: EpochMs): boolean {
  if (planned.kind !== 'hold') return true;
  if (planned.why.kind === 'expired' || planned.why.kind === 'sent') return planned.expiresAt > now - DAY_MS;
  return planned.publishAt <= until;
}

function forPeople(plan: readonly PlannedPost[], timeZone: string, now: EpochMs): string {
  const toSend = plan.filter(({ kind }) => kind !== 'hold').length;
  const days = Map.groupBy(plan, ({ publishAt }) => dayAt(publishAt, timeZone));
  const sections = [...days].map(
    ([day, posts]) => `${styleText('bold', day)}\n${posts.map((planned) => line(planned, timeZone)).join('\n')}\n`,
  );
  const summary = `${toSend} to send now (${shortTime(now, timeZone)} ${timeZone}), ${plan.length - toSend} not.\n`;
  return [...sections, summary].join('\n');
}

function line(planned: PlannedPost, timeZone: string): string {
  const { key, post, publishAt } = planned;
  const status =
    planned.kind === 'hold'
      ? describeReason(planned.why, planned, timeZone)
      : planned.kind === 'settle'
        ? 'LOOK: an earlier run was cut off'
        : 'SEND';
  const mark = planned.kind === 'hold' ? styleText('dim', status) : styleText(['green', 'bold'], status);
  const words = post.text.replace(/\s+/g, ' ');
  const preview = words.length > 60 ? `${words.slice(0, 59)}…` : words;
  return `  ${shortTime(publishAt, timeZone).slice(11)}  ${key.item}  ${key.channel}/${key.language}  ${post.count}/${post.limit}  ${mark}\n         ${styleText('dim', preview)}`;
}

function asData(planned: PlannedPost, timeZone: string): object {
  const { key, kind, post, publishAt, expiresAt, risk } = planned;
  return {
    ...key,
    kind,
    publishAt: shortTime(publishAt, timeZone),
    expiresAt: shortTime(expiresAt, timeZone),
    risk,
    text: post.text,
    count: post.count,
    limit: post.limit,
    ...(planned.kind === 'hold' && { why: planned.why.kind, reason: describeReason(planned.why, planned, timeZone) }),
  };
}
