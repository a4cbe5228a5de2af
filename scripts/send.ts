import type { Asked } from '../src/approvals/approval-gate.ts';
import type { LedgerState } from '../src/ledger/entry.ts';
import type { Content } from '../src/model/content.ts';
import { NETWORK } from '../src/model/network.ts';
import type { EpochMs } from '../src/model/time.ts';
import { planAll } from '../src/publishing/plan.ts';
import { type LookUpReviews, planApproved } from '../src/publishing/plan-approved.ts';
import { leadsHere } from '../src/publishing/plan-holds.ts';
import { ofIncident } from '../src/publishing/plan-incident.ts';
import { channelOf, type Planned } from '../src/publishing/planned.ts';
import { type Ledger, LedgerRaceError, type Readiness } from '../src/publishing/ports.ts';
import { type Done, runPlan } from '../src/publishing/run-plan.ts';
import { momentOf, readArguments, runCommand, UsageError } from './arguments.ts';
import { checkedContent } from './checked-content.ts';
import { contentRevision } from './content-revision.ts';
import { shortTime } from './describe-plan.ts';
import { LEDGER_FOLDER } from './desk-folders.ts';
import { incidentContent } from './incident-content.ts';
import { livePages } from './live-pages.ts';
import { lookAlikeProblems } from './look-alike-problems.ts';
import { reviewLookUp } from './look-up-reviews.ts';
import { LEDGER_USAGE, openLedger } from './open-ledger.ts';
import { connectDesk, observeProfiles } from './planned-content.ts';
import { countProblems, formatProblems } from './print-problems.ts';
import { sendReport } from './send-report.ts';
import { changedMessages, noteMessage } from './sent-messages.ts';

const USAGE = `npm run send -- [--incident ID] [--channel ID]… [${LEDGER_USAGE}] [--init-ledger] [--site URL] [--content DIR] [--now INSTANT] [--json]

Does what is due, once: sends posts, corrects and withdraws them, pins, and changes banners. --incident does what is due of one
incident and nothing else: it reads and checks only what that refers to, so that mistakes elsewhere keep nothing back. --ledger git:BRANCH keeps the
memory of it in a branch of the repository's remote; --init-ledger makes that branch. --site says where the site is served,
for rehearsals. --json prints one object a line: action, channel, and for posts item, occurrence, language and part (together
the post’s key); kind: confirmed (with uri, url), handed (to a person), refused, blocked, unreachable, unknown, waiting,
dropped, expired, held or skipped, with a reason. Where GITHUB_TOKEN and GITHUB_REPOSITORY are set, approvals are read from the
reviews of the merged pull requests. Exit code 0: done; 1: content is at fault, and nothing was sent; 2: a post was refused, a
channel could not be used, approvals could not be read, or an answer is missing, or a
message of an incident that is out was changed: then nothing of that incident leaves.`;

/** What asks for somebody's attention. Dropping, waiting and skipping are what the rules say, and reported. */
const IN_TROUBLE = ['refused', 'blocked', 'unreachable', 'unknown'];
/** How long a missed post is spoken of. */
const RECENT_MS = 7 * 86_400_000;
/** Each other run that is faster costs one. */
const RACES = 20;

await runCommand(USAGE, async () => {
  const { values } = readArguments({
    incident: { type: 'string' },
    channel: { type: 'string', multiple: true, default: [] },
    ledger: { type: 'string', default: LEDGER_FOLDER },
    'init-ledger': { type: 'boolean', default: false },
    site: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  const root = process.cwd();
  const now = momentOf(values.now);
  const place = { root, contentDir: values.content, now };
  const checked =
    values.incident === undefined ? undefined : await incidentContent({ ...place, incident: values.incident });
  const { content, drafts, problems, isRefused } = checked ?? (await checkedContent(place));
  const incident = checked?.incident;
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
  const lookUp = reviewLookUp(root, values.content);
  for (let race = 1; ; race += 1) {
    // Opened before the plan is made: what another run sends in between would be sent twice.
    const ledger = await openLedger(root, values.ledger, values['init-ledger']);
    try {
      return await sendOnce(content, ledger);
    } catch (error) {
      if (!(error instanceof LedgerRaceError) || race === RACES) throw error;
    } finally {
      ledger.close();
    }
    await sleep(50 + Math.random() * 400 * Math.min(race, 5));
  }

  async function sendOnce(desk: Content, ledger: Ledger): Promise<0 | 2> {
    const { timeZone, url } = desk.organisation;
    warnOfClock(ledger.state(), now, timeZone);
    const connected = connectDesk({
      root,
      contentDir: values.content,
      content: desk,
      ledger: ledger.state(),
      now,
      from: now - RECENT_MS,
      until: now,
      leaseMs: ledger.leaseMs,
      kept: (name) => ledger.kept(name),
      waitOnLoopback: values.site !== undefined,
    });
    const { ports, readiness, input } = connected;
    const incidents = incident ? [incident] : desk.incidents;
    const changed = changedMessages({ ...desk, incidents }, drafts, ledger.state(), now);
    process.stderr.write(formatProblems(changed.problems, 'human', root));
    const isIts = (planned: Planned) => !incident || ofIncident(incident, desk, ledger.state())(planned);
    const chosen = values.channel.length > 0 ? values.channel : (incident?.channels ?? []);
    const isChosen = (planned: Planned) =>
      (values.channel.length === 0 || values.channel.includes(channelOf(planned))) && isIts(planned);
    // A made-up time asks nobody about what leads beyond this machine: nothing of it leaves anyway.
    const mayAsk = ({ channel, campaign }: Asked) =>
      (!incident || campaign === incident.id) &&
      (values.channel.length === 0 || values.channel.includes(channel)) &&
      (values.now === undefined || leadsHere(channel, { readiness }));
    const ofChosen: LookUpReviews | undefined = lookUp && ((asked) => lookUp(asked.filter(mayAsk)));
    // What a profile shows is asked only after it is clear that asking does no harm.
    if (values.now !== undefined) refuseRehearsalInPublic(planAll(input).filter(isChosen), readiness);
    const { profiles, openings } = await observeProfiles(connected, chosen);
    const plan = changed.without(await planApproved({ ...input, profiles }, ofChosen)).filter(isChosen);
    if (values.now !== undefined) refuseRehearsalInPublic(plan, readiness);
    const report = sendReport({ asJson: values.json, plan, readiness, timeZone, now });
    process.stderr.write(formatProblems(lookAlikeProblems(plan, desk, drafts), 'human', root));
    const options = {
      ledger,
      channels: ports,
      pages: livePages(url, values.site),
      clock: () => momentOf(values.now),
      sleep,
      timeZone,
      ...(await revisionOf(plan)),
      oneByOne: new Set([...desk.channels.values()].filter(needsPerson).map(({ id }) => id)),
      beforeSending: (planned: Planned, at: string) => noteMessage(planned, desk, ledger, at),
      onDone: (one: Done) => process.stdout.write(report.line(one)),
    };
    const done = await runPlan({ ...options, plan, openings });
    if (done.some(({ planned, outcome }) => planned.action === 'post' && outcome.kind === 'confirmed')) {
      // What has just been posted may be what is to be pinned.
      const later = { ...connected, input: { ...input, ledger: ledger.state() } };
      const seen = await observeProfiles(later, chosen);
      const profilePlan = changed
        .without(await planApproved({ ...later.input, profiles: seen.profiles }, ofChosen))
        .filter((planned) => isChosen(planned) && (planned.action === 'pin' || planned.action === 'banner'));
      done.push(...(await runPlan({ ...options, plan: profilePlan, openings: seen.openings })));
    }
    process.stdout.write(report.end(done));
    const isUnread = plan.some((planned) => planned.kind === 'hold' && planned.why.kind === 'approvals-unread');
    return changed.problems.length > 0 || isUnread || done.some(({ outcome }) => IN_TROUBLE.includes(outcome.kind))
      ? 2
      : 0;
  }

  /** Asked only where something is to be written down. */
  async function revisionOf(plan: readonly Planned[]): Promise<{ revision?: string }> {
    if (plan.every(({ kind }) => kind === 'hold')) return {};
    const revision = await contentRevision(root, values.content);
    return revision === undefined ? {} : { revision };
  }
});

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function needsPerson({ network }: { network: keyof typeof NETWORK }): boolean {
  return NETWORK[network].doubt === 'person' && NETWORK[network].sender === 'program';
}

/** A made-up time must not send a post before its own. */
function refuseRehearsalInPublic(plan: readonly Planned[], readiness: ReadonlyMap<string, Readiness>): void {
  const remote = plan.find((planned) => {
    const ready = readiness.get(channelOf(planned));
    return planned.kind !== 'hold' && !(ready?.kind === 'ready' && ready.isLoopback);
  });
  if (remote)
    throw new UsageError(
      `--now is for rehearsals: ${channelOf(remote)} leads beyond this machine. Leave --now out, or name other channels with --channel.`,
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
