import path from 'node:path';
import { openFolderLedger } from '../src/ledger/folder-ledger.ts';
import { keyText } from '../src/model/post-key.ts';
import type { PlannedPost } from '../src/publishing/plan-posts.ts';
import { type Done, runPlan } from '../src/publishing/run-plan.ts';
import { momentOf, readArguments, runCommand, UsageError } from './arguments.ts';
import { checkedContent } from './checked-content.ts';
import { describeReason } from './describe-plan.ts';
import { LEDGER_FOLDER } from './desk-folders.ts';
import { planContent } from './planned-content.ts';
import { countProblems, formatProblems } from './print-problems.ts';

const USAGE = `npm run send -- [--channel ID]… [--ledger DIR] [--content DIR] [--now INSTANT] [--json]

Sends what is due, once. Exit code 0: done; 1: content is at fault; 2: a channel could not be used, or an answer is missing.`;

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
  const wanted = new Set(values.channel);
  const stranger = values.channel.find((id) => !content.channels.has(id));
  if (stranger !== undefined)
    throw new UsageError(
      `There is no channel ${stranger}; the channels are ${[...content.channels.keys()].join(', ')}.`,
    );
  const ledgerFolder = path.resolve(root, values.ledger);
  // Opened before the plan is made: what another run sends in between would be sent twice.
  const ledger = openFolderLedger(ledgerFolder);
  try {
    const { plan, ports, readiness } = planContent(root, content, ledgerFolder, now);
    const chosen = plan.filter(({ key }) => wanted.size === 0 || wanted.has(key.channel));
    if (values.now !== undefined) {
      const remote = chosen.find(({ kind, key }) => kind !== 'hold' && !isLocal(readiness.get(key.channel)));
      if (remote)
        throw new UsageError(
          `--now is for rehearsals: ${remote.key.channel} leads beyond this machine. Leave --now out, or name other channels with --channel.`,
        );
    }
    const { timeZone } = content.organisation;
    const print = (done: Done) =>
      process.stdout.write(values.json ? `${JSON.stringify({ ...done.key, ...done.outcome })}\n` : `${tell(done)}\n`);
    const done = await runPlan({ plan: chosen, ledger, channels: ports, now, timeZone, onDone: print });
    if (!values.json) process.stdout.write(summary(done, chosen, timeZone, now));
    return done.some(({ outcome }) => outcome.kind !== 'confirmed') ? 2 : 0;
  } finally {
    ledger.close();
  }
});

function isLocal(readiness: { kind: string; isLoopback?: boolean } | undefined): boolean {
  return readiness?.kind === 'ready' && readiness.isLoopback === true;
}

function tell({ key, outcome }: Done): string {
  const name = keyText(key);
  switch (outcome.kind) {
    case 'confirmed':
      return `sent     ${name}  ${outcome.url ?? outcome.uri}`;
    case 'refused':
      return `refused  ${name}  ${outcome.reason}`;
    case 'unknown':
      return `unknown  ${name}  ${outcome.reason}; the next run looks first`;
    case 'channel-blocked':
      return `blocked  ${name}  ${outcome.reason}`;
    case 'channel-unreachable':
      return `waits    ${name}  ${outcome.reason}; the next run tries again`;
  }
}

function summary(done: readonly Done[], plan: readonly PlannedPost[], timeZone: string, now: number): string {
  const sent = done.filter(({ outcome }) => outcome.kind === 'confirmed').length;
  const open = plan.filter(
    (planned) =>
      planned.kind === 'hold' && planned.publishAt <= now && now < planned.expiresAt && planned.why.kind !== 'sent',
  );
  const lines = open.flatMap((planned) =>
    planned.kind === 'hold'
      ? [`held     ${keyText(planned.key)}  ${describeReason(planned.why, planned, timeZone)}`]
      : [],
  );
  const lately = plan.filter(
    (planned) => planned.kind === 'hold' && planned.why.kind === 'expired' && planned.expiresAt > now - 7 * 86_400_000,
  );
  const missed = lately.map((planned) => `skipped  ${keyText(planned.key)}  its time passed before it was sent`);
  return [
    ...missed,
    ...lines,
    `${sent} sent, ${done.length - sent} not answered for, ${open.length} held, ${lately.length} skipped in the last 7 days`,
    '',
  ].join('\n');
}
