import { createHash } from 'node:crypto';
import { capAlert } from '../src/alerts/cap.ts';
import { type LedgerState, type MessageSubject, subjectText } from '../src/ledger/entry.ts';
import type { Content, Incident, Update } from '../src/model/content.ts';
import type { Drafts } from '../src/model/draft.ts';
import { incidentState } from '../src/model/incident-state.ts';
import { compareProblems, type Problem } from '../src/model/problem.ts';
import { type EpochMs, toEpochMs } from '../src/model/time.ts';
import { ofIncident } from '../src/publishing/plan-incident.ts';
import type { Planned } from '../src/publishing/planned.ts';
import type { Ledger } from '../src/publishing/ports.ts';

const RULE = 'incident/changed-after-sending';

/** Incidents of which a message that is out is no longer what it was. */
export interface ChangedMessages {
  problems: Problem[];
  /** The plan without anything of these incidents. */
  without(plan: readonly Planned[]): Planned[];
}

/**
 * Holds the messages that are out, and what they say is not over, against the bytes that were noted when they left: phones and
 * other sites have them, and take another text under the same name for the same message.
 */
export function changedMessages(content: Content, drafts: Drafts, ledger: LedgerState, now: EpochMs): ChangedMessages {
  const found = content.incidents.flatMap((incident) => {
    const problems = problemsOf(incident, content, drafts, ledger, now);
    return problems.length > 0 ? [{ incident, problems }] : [];
  });
  const isTheirs = found.map(({ incident }) => ofIncident(incident, content, ledger));
  return {
    problems: found.flatMap(({ problems }) => problems).toSorted(compareProblems),
    without: (plan) => plan.filter((planned) => !isTheirs.some((isIts) => isIts(planned))),
  };
}

/** Notes the bytes of a message whose first post is about to leave, once for all. It counts when the ledger is published. */
export function noteMessage(
  planned: Planned,
  { incidents, organisation }: Content,
  ledger: Pick<Ledger, 'state' | 'append'>,
  at: string,
): void {
  if (planned.action !== 'post') return;
  const { item, occurrence } = planned.key;
  const incident = incidents.find(({ id }) => id === occurrence);
  const update = incident?.updates.find(({ id }) => id === item);
  if (!incident || !update) return;
  const subject = subjectOf(incident, update);
  if (ledger.state().get(subjectText(subject))) return;
  ledger.append({ state: 'noted', sha256: digest(capAlert({ incident, update, organisation })) }, subject, at);
}

function problemsOf(
  incident: Incident,
  { organisation }: Content,
  drafts: Drafts,
  ledger: LedgerState,
  now: EpochMs,
): Problem[] {
  const isOver = ['cancelled', 'expired'].includes(incidentState({ ...incident, status: 'actual' }, now).kind);
  return incident.updates.flatMap((update) => {
    const last = ledger.get(subjectText(subjectOf(incident, update)))?.last;
    // What is over is history: a new name of the organisation changes nothing that anybody acts on.
    if (last?.state !== 'noted' || (isOver && now >= toEpochMs(update.expiresAt))) return [];
    if (digest(capAlert({ incident, update, organisation })) === last.sha256) return [];
    const file = update.versions[update.originalLanguage]?.file ?? '';
    const place = drafts.items.find((draft) => draft.file === file)?.locate(['id']);
    return [
      {
        file,
        line: place?.line ?? 1,
        column: place?.column ?? 1,
        ruleId: RULE,
        severity: 'error' as const,
        message: `Unexpected change of a message that is out since ${last.at}: phones and other sites have \`${update.id}\` as it was`,
        hint: `put it back as it was, in every language, with the incident’s titles and the organisation’s name and address; what is new goes into an update: npm run new -- update ${incident.id}`,
      },
    ];
  });
}

function subjectOf({ id }: Incident, update: Update): MessageSubject {
  return { action: 'message', incident: id, update: update.id };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
