import type { Content, Post } from '../model/content.ts';
import type { FieldPath } from '../model/draft.ts';
import { incidentState } from '../model/incident-state.ts';
import { NETWORK } from '../model/network.ts';
import type { Person, Role } from '../model/person.ts';
import { type DueKind, reviewsDue } from '../model/reviews-due.ts';
import { isActive, ownersOf, peopleWith } from '../model/roster.ts';
import type { EpochMs } from '../model/time.ts';
import { namedInWords, type WrittenText } from './named-in-words.ts';

/**
 * `open`: somebody has to do it. `waits`: done, and takes effect after its day. `by-hand`: stands where the desk cannot look,
 * so that it cannot tell whether it was done. `passes-on`: falls to somebody else by itself.
 */
export const TASK_STATES = ['open', 'waits', 'by-hand', 'passes-on'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** A place that still names somebody who leaves, and what to do about it. */
export interface OffboardingTask {
  state: TaskState;
  /** One sentence. */
  what: string;
  /** Where to do it: a file from the project's root, with its line where that is known. */
  file?: string;
  line?: number;
}

export interface OffboardingDesk {
  content: Content;
  /** The organisation's calendar day. */
  today: string;
  now: EpochMs;
  /** The content folder from the project's root. */
  contentDir: string;
  /** What nobody can approve without this person, who could. */
  uncovered: readonly { role: Role; item: string; language: string }[];
  /** Text of the file of code owners, where there is one, and its path. */
  codeOwners: { file: string; text: string | undefined };
  /** What says how things are today, as it is written: the organisation's own file and the policy pages. */
  current: readonly WrittenText[];
  /** Name of the variable that holds a channel's secret. */
  secretVariable(channel: string): string;
  /** Line of a field in the person's own file. */
  lineOf(path: FieldPath): number;
}

/** Everything that still names a person, what has to be done first. Nothing is open once it is safe that they are gone. */
export function offboardingTasks(person: Person, desk: OffboardingDesk): OffboardingTask[] {
  const tasks = [
    ...roleTasks(person, desk),
    ...channelTasks(person, desk),
    ...codeOwnerTasks(person, desk),
    ...coverTasks(person, desk),
    ...wordTasks(person, desk),
    ...githubTasks(person),
    ...handovers(person, desk),
  ];
  return TASK_STATES.flatMap((state) => tasks.filter((task) => task.state === state));
}

/** Whether anything keeps this person from being gone: what is open, and what only waits for its day. */
export function isStillHere(tasks: readonly OffboardingTask[]): boolean {
  return tasks.some(({ state }) => state === 'open' || state === 'waits');
}

function roleTasks({ id, roles }: Person, { today, contentDir, lineOf }: OffboardingDesk): OffboardingTask[] {
  const file = `${contentDir}/people/${id}.yml`;
  return roles.flatMap(({ role, endsOn }, index): OffboardingTask[] => {
    const place = { file, line: lineOf(['roles', index]) };
    if (endsOn === undefined)
      return [{ state: 'open', what: `End the role ${role}: write its last day as endsOn`, ...place }];
    return endsOn < today
      ? []
      : [{ state: 'waits', what: `The role ${role} is held until the end of ${endsOn}`, ...place }];
  });
}

function channelTasks({ id, channels }: Person, desk: OffboardingDesk): OffboardingTask[] {
  const file = `${desk.contentDir}/people/${id}.yml`;
  return channels.flatMap(({ channel, endsOn }, index): OffboardingTask[] => {
    const place = { file, line: desk.lineOf(['channels', index]) };
    if (endsOn === undefined)
      return [{ state: 'open', what: `${newSecret(channel, desk)}, then write that day as endsOn`, ...place }];
    if (endsOn < desk.today) return [];
    return [
      {
        state: 'waits',
        what: `The account ${channel} is theirs until the end of ${endsOn}. ${newSecret(channel, desk)} then`,
        ...place,
      },
    ];
  });
}

/** What takes an account away from someone who can sign in to it. */
function newSecret(channel: string, { content, secretVariable }: OffboardingDesk): string {
  const network = content.channels.get(channel)?.network;
  if (network === 'outbox') return `Nothing has to be changed at ${channel}, which has no password`;
  const password = `Change the password of ${channel} and end its other sessions`;
  const isByProgram = network !== undefined && NETWORK[network].sender === 'program';
  return isByProgram ? `${password}, put a new secret into ${secretVariable(channel)}` : password;
}

function codeOwnerTasks({ github }: Person, { codeOwners: { file, text } }: OffboardingDesk): OffboardingTask[] {
  if (github === undefined || text === undefined) return [];
  const login = `@${github.toLowerCase()}`;
  const line = text.split('\n').findIndex((written) => written.toLowerCase().split(/\s+/).includes(login)) + 1;
  if (line === 0) return [];
  return [{ state: 'open', what: `Run npm run codeowners when the roles have ended: it names @${github}`, file, line }];
}

function coverTasks(person: Person, { content, today, uncovered }: OffboardingDesk): OffboardingTask[] {
  const groups = Map.groupBy(uncovered, ({ role }) => role);
  const approvals = [...groups].map(([role, [first, ...more]]): OffboardingTask => {
    const others = more.length > 0 ? ` and ${more.length} more` : '';
    return {
      state: 'open',
      what: `Give the role ${role} to somebody else: nobody could approve ${first?.item} in ${first?.language}${others}`,
    };
  });
  const administrators = peopleWith(content.people.values(), 'administrator', { on: today }).map(({ id }) => id);
  const isLast = administrators.length === 0 || (administrators.length === 1 && administrators[0] === person.id);
  const wasOne = person.roles.some(({ role }) => role === 'administrator');
  return isLast && wasOne
    ? [
        ...approvals,
        { state: 'open', what: 'Give the role administrator to somebody else: nobody is left to change the roster' },
      ]
    : approvals;
}

/** Where staff and readers are still sent to them by name. */
function wordTasks(person: Person, { current }: OffboardingDesk): OffboardingTask[] {
  return namedInWords(person, current).map((place) => ({
    state: 'open',
    what: 'Write who it is now: their name stands here in words',
    ...place,
  }));
}

function githubTasks({ github }: Person): OffboardingTask[] {
  if (github === undefined) return [];
  return [
    { state: 'by-hand', what: `Remove @${github} from the repository and from its organisation on GitHub` },
    { state: 'by-hand', what: `Remove @${github} from those who may approve the environment publishing` },
    { state: 'by-hand', what: `Revoke tokens and deploy keys that @${github} made, and change secrets that they knew` },
  ];
}

function handovers(person: Person, desk: OffboardingDesk): OffboardingTask[] {
  return [
    ...reviewsLeft(person, desk),
    ...sourcesLeft(person, desk),
    ...translationsLeft(person, desk),
    ...incidentsLeft(person, desk),
  ];
}

/** The roster without them. */
function others({ id }: Person, { people }: Content): Map<string, Person> {
  return new Map([...people].filter(([name]) => name !== id));
}

/** A task that falls to its heirs, or to nobody. */
function handedOver(what: string, heirs: readonly string[], place: { file?: string } = {}): OffboardingTask {
  return heirs.length > 0
    ? { state: 'passes-on', what: `${what}: from now on ${heirs.join(', ')}`, ...place }
    : { state: 'open', what: `${what}: from now on nobody. Give the role administrator to somebody`, ...place };
}

function reviewsLeft(person: Person, { content, today, contentDir }: OffboardingDesk): OffboardingTask[] {
  const left = others(person, content);
  const { campaigns, myths, questions, events, series, episodes, studies, pages } = content;
  const reviewed = { campaigns, myths, questions, events, series, episodes, studies, pages };
  return Object.entries(reviewed)
    .flatMap(([folder, items]) => items.map((item) => ({ folder, item })))
    .flatMap(({ folder, item }) => {
      const { id, slug, originalLanguage, author, reviewedBy, nextReviewDueOn } = item;
      const reviewer = left.get(reviewedBy ?? '');
      const isTheirs = reviewedBy === person.id || (author === person.id && !(reviewer && isActive(reviewer, today)));
      if (!isTheirs) return [];
      const parent = 'seriesId' in item ? series.find((one) => one.id === item.seriesId) : undefined;
      const place = parent ? `series/${parent.slug}/${folder}` : folder;
      const file = `${contentDir}/${place}/${slug}/${originalLanguage}.mdx`;
      return [
        handedOver(`Review of ${id}, due on ${nextReviewDueOn}`, ownersOf([reviewedBy, author], left, today), { file }),
      ];
    });
}

function sourcesLeft(person: Person, { content, today }: OffboardingDesk): OffboardingTask[] {
  const left = others(person, content);
  const due = reviewsDue({ ...content, people: left }, { today, until: FOREVER });
  const theirs = new Set(
    [...content.sources.values()].filter(({ assessment }) => assessment?.by === person.id).map(({ id }) => id),
  );
  const first = due.find(({ what, kind }) => theirs.has(what) && SOURCE_KINDS_DUE.includes(kind));
  if (!first) return [];
  const sources = theirs.size === 1 ? 'A source that they assessed' : `${theirs.size} sources that they assessed`;
  return [handedOver(`${sources}, the first due on ${first.on}`, first.owners)];
}

const FOREVER = '9999-12-31';
const SOURCE_KINDS_DUE: readonly DueKind[] = ['reread', 'replace', 'expiry', 'retraction'];

function translationsLeft(person: Person, { content, today }: OffboardingDesk): OffboardingTask[] {
  const left = others(person, content);
  const { campaigns, myths, questions, events, series, episodes, studies, pages, incidents } = content;
  const items = [
    ...campaigns,
    ...myths,
    ...questions,
    ...events,
    ...series,
    ...episodes,
    ...studies,
    ...pages,
    ...incidents,
  ];
  const authored = items.flatMap((item) => [
    ...versionsBy(person, item).map((language) => ({ language, author: item.author })),
    ...('posts' in item ? (item.posts as readonly Post[]) : []).flatMap((post) =>
      versionsBy(person, post).map((language) => ({ language, author: item.author })),
    ),
  ]);
  return [...Map.groupBy(authored, ({ language }) => language)].map(([language, group]) => {
    const heirs = new Set(group.flatMap(({ author }) => ownersOf([author], left, today)));
    const files = group.length === 1 ? 'A file' : `${group.length} files`;
    return handedOver(
      `${files} that they translated into ${language}, when the original changes`,
      [...heirs].toSorted(),
    );
  });
}

/** Languages in which somebody translated an item. */
function versionsBy({ id }: Person, { versions }: { versions: Readonly<Record<string, object>> }): string[] {
  return Object.entries(versions).flatMap(([language, version]) =>
    'translator' in version && version.translator === id ? [language] : [],
  );
}

function incidentsLeft(person: Person, { content, today, now, contentDir }: OffboardingDesk): OffboardingTask[] {
  return content.incidents
    .filter((incident) => incident.author === person.id && RUNNING.includes(incidentState(incident, now).kind))
    .map(({ id, slug, originalLanguage: language }) => {
      const heirs = peopleWith(others(person, content).values(), 'duty-approver', { on: today, item: id, language });
      const file = `${contentDir}/incidents/${slug}/${language}.mdx`;
      return handedOver(
        `The incident ${id}, which they wrote and which runs`,
        heirs.map((heir) => heir.id),
        { file },
      );
    });
}

const RUNNING: readonly string[] = ['scheduled', 'active'];
