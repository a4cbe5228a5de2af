import path from 'node:path';
import type { LedgerState } from '../src/ledger/entry.ts';
import { openFolderLedger } from '../src/ledger/folder-ledger.ts';
import type { EpochMs } from '../src/model/time.ts';
import type { PlannedPost } from '../src/publishing/plan-posts.ts';
import type { Readiness } from '../src/publishing/ports.ts';
import { type Done, runPlan } from '../src/publishing/run-plan.ts';
import { momentOf, readArguments, runCommand, UsageError } from './arguments.ts';
import { checkedContent } from './checked-content.ts';
import { shortTime } from './describe-plan.ts';
import { LEDGER_FOLDER } from './desk-folders.ts';
import { planContent } from './planned-content.ts';
import { countProblems, formatProblems } from './print-problems.ts';
import { sendReport } from './send-report.ts';

const USAGE = `npm run send -- [--channel ID]… [--ledger DIR] [--content DIR] [--now INSTANT] [--json]

Sends what is due, once. --json prints one object a line: item, occurrence, channel, language and part (together the post’s
key), and kind: confirmed (with uri, url), refused, blocked, unreachable, unknown, dropped, expired, held or skipped, with a
reason. Exit code 0: done; 1: content is at fault, and nothing was sent; 2: a post was refused, a channel could not be used, or
an answer is missing.`;

/** What asks for somebody's attention. Dropping and skipping are what the rules say, and reported. */
const IN_TROUBLE = ['refused', 'blocked', 'unreachable', 'unknown'];

await runCommand(USAGE, async () => {
  const { values } = readArguments({
    channel: { type: 'string', multiple: true, default: [] },
    ledger: { type: 'string', default: LEDGER_FOLDER },
    json: { type: 'boolean', default: false },
  });
  const root = process.cwd();
  const now = momentOf(values.now);
  const { content, problems, isRefused } = await checkedContent({ root, contentDir: values.content, now });
  if (isRefused || !content) {
    process.stdout.write(formatProblems(problems, values.json ? 'json' : 'human', root));
    process.stderr.write(`${countProblems(problems)}; nothing is sent from faulty content\n`);
    return 1;
  }
  const stranger = values.channel.find((id) => !content.channels.has(id));
  if (stranger !== undefined)
    throw new UsageError(
      `There is no channel ${stranger}; the channels are ${[...content.channels.keys()].join(', ')}.`,
    );
  const { timeZone } = content.organisation;
  // Opened before the plan is made: what another run sends in between would be sent twice.
  const ledger = openFolderLedger(path.resolve(root, values.ledger));
  try {
    warnOfClock(ledger.state(), now, timeZone);
    const { plan, ports, readiness } = planContent(root, content, ledger.state(), now);
    const chosen = plan.filter(({ key }) => values.channel.length === 0 || values.channel.includes(key.channel));
    if (values.now !== undefined) refuseRehearsalInPublic(chosen, readiness);
    const report = sendReport({ asJson: values.json, plan: chosen, readiness, timeZone, now });
    const print = (done: Done) => process.stdout.write(report.line(done));
    const clock = () => momentOf(values.now);
    const done = await runPlan({ plan: chosen, ledger, channels: ports, clock, timeZone, onDone: print });
    process.stdout.write(report.end(done));
    return done.some(({ outcome }) => IN_TROUBLE.includes(outcome.kind)) ? 2 : 0;
  } finally {
    ledger.close();
  }
});

/** A made-up time must not send a post before its own. */
function refuseRehearsalInPublic(plan: readonly PlannedPost[], readiness: ReadonlyMap<string, Readiness>): void {
  const remote = plan.find(({ kind, key }) => {
    const ready = readiness.get(key.channel);
    return kind !== 'hold' && !(ready?.kind === 'ready' && ready.isLoopback);
  });
  if (remote)
    throw new UsageError(
      `--now is for rehearsals: ${remote.key.channel} leads beyond this machine. Leave --now out, or name other channels with --channel.`,
    );
}

/** Nothing is sent twice by a wrong clock, but it may be sent at a wrong time. */
function warnOfClock(ledger: LedgerState, now: EpochMs, timeZone: string): void {
  let newest = now;
  for (const { last } of ledger.values()) newest = Math.max(newest, Date.parse(last.at));
  if (newest > now)
    process.stderr.write(
      `The ledger’s newest entry was written at ${shortTime(newest, timeZone)}, and now is ${shortTime(now, timeZone)}. If that was no rehearsal with --now, this machine’s clock is or was wrong.\n`,
    );
}
