import { styleText } from 'node:util';
import { subjectText } from '../src/ledger/entry.ts';
import type { Channel } from '../src/model/channel.ts';
import { NETWORK } from '../src/model/network.ts';
import { type Concern, type ConcernKind, findConcerns, findSilences } from '../src/publishing/find-concerns.ts';
import type { ChannelPort, Readiness } from '../src/publishing/ports.ts';
import { momentOf, readArguments, runCommand } from './arguments.ts';
import { checkedContent } from './checked-content.ts';
import { describeReason, shortTime } from './describe-plan.ts';
import { LEDGER_FOLDER } from './desk-folders.ts';
import { reviewLookUp } from './look-up-reviews.ts';
import { LEDGER_USAGE, readLedger } from './open-ledger.ts';
import { connectDesk, planReviewed } from './planned-content.ts';
import { countProblems, formatProblems } from './print-problems.ts';
import { changedMessages } from './sent-messages.ts';

const USAGE = `npm run status -- [--probe] [${LEDGER_USAGE}] [--content DIR] [--now INSTANT] [--json]

Says what the ledger knows, and what awaits a person: what nobody knows the end of, what is held, refused, overdue or was
missed, what has to be posted by hand, and an emergency whose promised update is overdue. --probe signs in at each connected channel and says whether its credentials work;
nothing is sent. --json prints one object a line. Exit code 0: nothing awaits a person; 1: content is at fault; 2: something
does, or a channel’s credentials do not work.`;

const DAY_MS = 86_400_000;

const TITLES: Readonly<Record<ConcernKind, string>> = {
  unknown: 'unknown',
  blocked: 'held',
  refused: 'refused',
  overdue: 'overdue',
  missed: 'missed',
  'to-do': 'to do by hand',
  silent: 'update overdue',
};

await runCommand(USAGE, async () => {
  const { values } = readArguments({
    probe: { type: 'boolean', default: false },
    ledger: { type: 'string', default: LEDGER_FOLDER },
    json: { type: 'boolean', default: false },
  });
  const root = process.cwd();
  const now = momentOf(values.now);
  const { content, drafts, problems, isRefused } = await checkedContent({ root, contentDir: values.content, now });
  if (isRefused || !content) {
    process.stdout.write(formatProblems(problems, values.json ? 'json' : 'human', root));
    process.stderr.write(`${countProblems(problems)}; mend them first\n`);
    return 1;
  }
  const { timeZone } = content.organisation;
  const ledger = await readLedger(root, values.ledger);
  const desk = connectDesk({ root, contentDir: values.content, content, ledger, now, from: now - DAY_MS, until: now });
  const changed = changedMessages(content, drafts, ledger, now);
  process.stderr.write(formatProblems(changed.problems, 'human', root));
  const plan = changed.without(await planReviewed(desk, reviewLookUp(root, values.content)));
  const concerns = [...findSilences(content.incidents, now), ...findConcerns(plan, ledger, now)];
  const channels = await Promise.all(
    [...content.channels.values()].map((channel) => stateOf(channel, desk, values.probe)),
  );
  const states = new Map<string, number>();
  for (const { last } of ledger.values()) states.set(last.state, (states.get(last.state) ?? 0) + 1);
  if (values.json) {
    for (const channel of channels) process.stdout.write(`${JSON.stringify({ kind: 'channel', ...channel })}\n`);
    for (const concern of concerns) process.stdout.write(`${JSON.stringify(asData(concern, timeZone))}\n`);
  } else {
    const known = [...states].map(([state, count]) => `${count} ${state}`).join(', ');
    process.stdout.write(`${styleText('bold', 'Ledger')}\n  ${known === '' ? 'nothing was sent yet' : known}\n\n`);
    process.stdout.write(`${styleText('bold', 'Channels')}\n${channels.map(channelLine).join('')}\n`);
    process.stdout.write(
      concerns.length === 0
        ? 'Nothing awaits a person.\n'
        : `${styleText('bold', 'Awaits a person')}\n${concernLines(concerns, timeZone).join('')}`,
    );
  }
  return changed.problems.length > 0 || concerns.length > 0 || channels.some(({ works }) => works === false) ? 2 : 0;
});

interface ChannelState {
  channel: string;
  network: string;
  connected: boolean;
  /** Missing where it was not tried. */
  works?: boolean;
  reason?: string;
}

async function stateOf(
  { id, network }: Channel,
  { readiness, ports }: { readiness: ReadonlyMap<string, Readiness>; ports: ReadonlyMap<string, ChannelPort> },
  probe: boolean,
): Promise<ChannelState> {
  const ready = readiness.get(id);
  const state = { channel: id, network: NETWORK[network].title, connected: ready?.kind === 'ready' };
  if (ready?.kind !== 'ready') return { ...state, ...(ready && { reason: ready.reason }) };
  const port = ports.get(id);
  if (!probe || !port) return state;
  const opening = await port.open();
  return opening.kind === 'open' ? { ...state, works: true } : { ...state, works: false, reason: opening.reason };
}

function channelLine({ channel, network, connected, works, reason }: ChannelState): string {
  const said = works === undefined ? (connected ? 'connected' : 'not connected') : works ? 'works' : 'does not work';
  const colour = works === false ? 'red' : works ? 'green' : 'reset';
  return `  ${channel} (${network})  ${styleText(colour, said)}${reason === undefined ? '' : `: ${reason}`}\n`;
}

/** A line for each concern; what holds a whole channel is told once, with the number of what waits for it. */
function concernLines(concerns: readonly Concern[], timeZone: string): string[] {
  const groups = Map.groupBy(concerns, (concern) =>
    concern.why?.kind === 'not-connected' && 'channel' in concern.subject
      ? concern.subject.channel
      : subjectText(concern.subject),
  );
  return [...groups].map(([name, group]) => {
    const [first] = group;
    if (!first) return '';
    if (group.length === 1) return concernLine(first, timeZone);
    return `  ${styleText('yellow', TITLES[first.kind])}  ${name}, ${group.length} things${told(reasonOf(first, timeZone))}\n`;
  });
}

function concernLine(concern: Concern, timeZone: string): string {
  const since = concern.since > 0 ? `, since ${shortTime(concern.since, timeZone)}` : '';
  return `  ${styleText('yellow', TITLES[concern.kind])}  ${subjectText(concern.subject)}${since}${told(reasonOf(concern, timeZone))}\n`;
}

function told(reason: string | undefined): string {
  return reason === undefined ? '' : `\n    ${reason}`;
}

function reasonOf({ why, reason, since }: Concern, timeZone: string): string | undefined {
  return why ? describeReason(why, { publishAt: since, expiresAt: since }, timeZone) : reason;
}

function asData(concern: Concern, timeZone: string): object {
  const { kind, subject, since } = concern;
  return {
    kind,
    subject: subjectText(subject),
    since: shortTime(since, timeZone),
    reason: reasonOf(concern, timeZone),
  };
}
