import type { Campaign, Content, Incident, Post, Update } from './content.ts';
import { plannedCampaigns } from './event-campaign.ts';
import { inOrder } from './incident-state.ts';
import { dayAt, toEpochMs } from './time.ts';

/** Words in front of what is no real alert, in the languages of the site. Nobody may take a drill for the real thing. */
const DRILL_MARK: Readonly<Record<string, string>> = {
  en: 'EXERCISE, not real:',
  ur: 'مشق، اصلی نہیں:',
  ar: 'تمرين، ليس حقيقيًا:',
};

/** The words that mark a drill in `language`. */
export function drillMark(language: string): string {
  return DRILL_MARK[language] ?? 'EXERCISE, not real:';
}

/** Everything that is posted: the campaigns, and each incident and event as a campaign that takes place once. */
export function publishedCampaigns(
  content: Pick<Content, 'campaigns' | 'incidents' | 'events' | 'organisation'>,
): Campaign[] {
  const { timeZone } = content.organisation;
  return [
    ...plannedCampaigns(content),
    ...content.incidents.flatMap((incident) => incidentCampaign(incident, timeZone) ?? []),
  ];
}

/** Id of the words that will end an incident, under which they are approved together with its first message. */
export function endingId(incidentId: string): string {
  return `${incidentId}-ending`;
}

/**
 * An incident as its messages are posted: a campaign of one occurrence, named like the incident, whose posts are the messages.
 * Each leaves when it is sent, never after the next one or after it has run out; answers the one before; and stands at the top
 * of profiles until then. The incident’s card is the profiles’ banner from the first message to its end. `undefined` for a draft,
 * of which nothing leaves.
 */
export function incidentCampaign(incident: Incident, timeZone: string): Campaign | undefined {
  const ordered = inOrder(incident.updates);
  const first = ordered[0];
  const last = ordered.at(-1);
  if (incident.status === 'draft' || !first || !last) return undefined;
  const { profileBanner, channels, versions, updates: _updates, pin: _pin, ...shared } = incident;
  const over = endOf(last, undefined);
  return {
    ...shared,
    incident: incident.status,
    risk: 'crisis',
    schedule: {
      kind: 'dated',
      occurrences: [
        {
          id: incident.id,
          startsOn: dayAt(toEpochMs(first.sentAt), timeZone),
          endsOn: dayAt(toEpochMs(over), timeZone),
        },
      ],
    },
    sensitive: [],
    // The clock never blocks an emergency.
    lastReviewedOn: dayAt(toEpochMs(first.sentAt), timeZone),
    nextReviewDueOn: '9999-12-31',
    ...(profileBanner && { banner: { channels: [...channels], from: first.sentAt, until: over } }),
    versions: Object.fromEntries(
      Object.entries(versions).map(([language, { ending: _ending, ...version }]) => [
        language,
        {
          ...version,
          title: marked(version.title, incident, language),
          mainMessage: version.summary,
          callToAction: { text: '', url: '' },
          audience: [],
          hashtags: [],
        },
      ]),
    ),
    posts: [
      ...ordered.map((update, index) => messagePost(incident, update, ordered, index)),
      endingPost(incident, first),
    ],
  };
}

/** When a message is no longer the newest word: the next is sent, or it runs out, or it was the end. */
function endOf({ kind, sentAt, expiresAt }: Update, next: Update | undefined): string {
  const own = kind === 'cancel' ? sentAt : expiresAt;
  return next && toEpochMs(next.sentAt) < toEpochMs(own) ? next.sentAt : own;
}

function messagePost(incident: Incident, update: Update, ordered: readonly Update[], index: number): Post {
  const { id, slug, originalLanguage, sentAt, expiresAt, kind, link, breakGlass } = update;
  const next = ordered[index + 1];
  const until = endOf(update, next);
  return {
    ...postOf(incident),
    id,
    slug,
    originalLanguage,
    publishAt: sentAt,
    expiresAt: kind === 'cancel' ? expiresAt : until,
    link: link ?? 'page',
    ...(incident.pin && kind !== 'cancel' && { pinUntil: until }),
    // The nearest first.
    answers: ordered
      .slice(0, index)
      .map((one) => one.id)
      .toReversed(),
    message: {
      kind,
      ...(kind === 'cancel' && isAsPrepared(incident, update) && { preparedAs: endingId(incident.id) }),
      ...(breakGlass && { breakGlass }),
    },
    versions: Object.fromEntries(
      Object.entries(update.versions).map(([language, version]) => [
        language,
        { ...version, ...textOf(version, incident, language) },
      ]),
    ),
  };
}

/** The words that will end it, as a post that is never sent by itself. */
function endingPost(incident: Incident, first: Update): Post {
  return {
    ...postOf(incident),
    id: endingId(incident.id),
    slug: endingId(incident.id),
    originalLanguage: incident.originalLanguage,
    publishAt: first.sentAt,
    expiresAt: first.expiresAt,
    link: 'page',
    message: { kind: 'prepared' },
    versions: Object.fromEntries(
      Object.entries(incident.versions).map(([language, { ending, file, revision }]) => [
        language,
        { language, file, revision, variants: {}, ...textOf(ending, incident, language) },
      ]),
    ),
  };
}

function postOf({ id, channels }: Incident) {
  return {
    campaignId: id,
    risk: 'crisis',
    channels,
    occurrence: id,
    attach: 'card',
    thread: false,
    duringCrisis: true,
  } as const satisfies Partial<Post>;
}

/** The fact and what to do about it stand in the post itself; the link for detail is added where it is composed. */
function textOf(
  { headline, instruction }: { headline: string; instruction: string },
  incident: Incident,
  language: string,
): { headline: string; body: string } {
  const said = marked(headline, incident, language);
  return { headline: said, body: `${said}\n\n${instruction.trim()}` };
}

function marked(text: string, { status }: Pick<Incident, 'status'>, language: string): string {
  return status === 'actual' ? text : `${drillMark(language)} ${text}`;
}

/** Whether a cancellation says, in every language, what was approved with the alert. */
function isAsPrepared(incident: Incident, { versions, link }: Update): boolean {
  return (
    link === undefined &&
    Object.entries(versions).every(([language, { headline, instruction, variants }]) => {
      const ending = incident.versions[language]?.ending;
      return (
        ending !== undefined &&
        Object.keys(variants).length === 0 &&
        headline.trim() === ending.headline.trim() &&
        instruction.trim() === ending.instruction.trim()
      );
    })
  );
}
