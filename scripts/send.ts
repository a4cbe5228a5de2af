import path from 'node:path';
import { openFolderLedger } from '../src/ledger/folder-ledger.ts';
import { keyText } from '../src/model/post-key.ts';
import type { EpochMs } from '../src/model/time.ts';
import type { PlannedPost } from '../src/publishing/plan-posts.ts';
import type { Readiness } from '../src/publishing/ports.ts';
import { type Done, runPlan } from '../src/publishing/run-plan.ts';
import { momentOf, readArguments, runCommand, UsageError } from './arguments.ts';
import { checkedContent } from './checked-content.ts';
import { describeReason, shortTime } from './describe-plan.ts';
import { LEDGER_FOLDER } from './desk-folders.ts';
import { planContent } from './planned-content.ts';
import { countProblems, formatProblems } from './print-problems.ts';

const USAGE = `npm run send -- [--channel ID]… [--ledger DIR] [--content DIR] [--now INSTANT] [--json]

Sends what is due, once. Exit code 0: done; 1: content is at fault; 2: a channel could not be used, or an answer is missing.`;

/** How long a missed post is spoken of. */
const RECENT_MS = 7 * 86_400_000;

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
    const said = new Set<string>();
    const print = (done: Done) => {
      if (values.json) process.stdout.write(`${JSON.stringify({ ...done.key, ...done.outcome })}\n`);
      else if (isNews(done, said)) process.stdout.write(`${tell(done)}\n`);
    };
    const done = await runPlan({ plan: chosen, ledger, channels: ports, now, timeZone, onDone: print });
    if (!values.json) process.stdout.write(summary(done, chosen, readiness, timeZone, now));
    return done.some(({ outcome }) => outcome.kind !== 'confirmed') ? 2 : 0;
  } finally {
    ledger.close();
  }
});

function isLocal(readiness: Readiness | undefined): boolean {
  return readiness?.kind === 'ready' && readiness.isLoopback;
}

/** A channel's trouble is told once, not for each post that waits for it. */
function isNews({ key, outcome }: Done, said: Set<string>): boolean {
  if (outcome.kind !== 'blocked' && outcome.kind !== 'unreachable') return true;
  if (said.has(key.channel)) return false;
  said.add(key.channel);
  return true;
}

function tell({ key, outcome }: Done): string {
  const name = keyText(key);
  switch (outcome.kind) {
    case 'confirmed':
      return `sent     ${name}  ${outcome.url ?? outcome.uri}`;
    case 'refused':
      return `refused  ${name}  ${outcome.reason}`;
    case 'dropped':
      return `dropped  ${name}  ${outcome.reason}`;
    case 'unknown':
      return `unknown  ${name}  ${outcome.reason}; the next run looks first`;
    case 'blocked':
      return `blocked  ${key.channel}  ${outcome.reason}; its posts wait until that is mended`;
    case 'unreachable':
      return `waiting  ${key.channel}  ${outcome.reason}; the next run tries again`;
  }
}

function summary(
  done: readonly Done[],
  plan: readonly PlannedPost[],
  readiness: ReadonlyMap<string, Readiness>,
  timeZone: string,
  now: EpochMs,
): string {
  const held = plan.filter((planned) => planned.kind === 'hold');
  const open = held.filter(
    ({ publishAt, expiresAt, why }) => publishAt <= now && now < expiresAt && why.kind !== 'sent',
  );
  // A channel that nothing can be sent to has missed nothing.
  const missed = held.filter(
    ({ key, expiresAt, why }) =>
      why.kind === 'expired' && expiresAt > now - RECENT_MS && readiness.get(key.channel)?.kind === 'ready',
  );
  const sent = done.filter(({ outcome }) => outcome.kind === 'confirmed').length;
  const counts = [
    `${sent} sent`,
    ...(done.length > sent ? [`${done.length - sent} not`] : []),
    `${open.length} held`,
    `${missed.length} skipped in the last 7 days because their time had passed`,
  ];
  return [
    ...missed.map(
      ({ key, expiresAt }) => `skipped  ${keyText(key)}  its time passed ${shortTime(expiresAt, timeZone)}`,
    ),
    ...open.map((planned) => `held     ${keyText(planned.key)}  ${describeReason(planned.why, planned, timeZone)}`),
    `${counts.join(', ')}\n`,
  ].join('\n');
}
