import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type {
  Campaign,
  Content,
  Episode,
  Event,
  Incident,
  Myth,
  Page,
  PageBody,
  Question,
  Series,
  Study,
  Update,
} from '../model/content.ts';
import { type PostCorrection, postCorrections } from '../model/corrections.ts';
import type { Drafts } from '../model/draft.ts';
import { incidentCitations } from '../model/incident-citations.ts';
import { type CampaignPost, campaignPosts, type PostedLink, postedLinks } from '../model/posted-links.ts';
import { compareProblems, type Problem, showable } from '../model/problem.ts';
import type { EpochMs } from '../model/time.ts';
import { readContent } from './read-content.ts';
import { renderBody } from './render-body.ts';
import { rendererFingerprint } from './renderer-fingerprint.ts';

export interface DeskOptions {
  /** The project's root and the content's folder below it. */
  root: string;
  contentDir: string;
  /** The moment of the build. */
  now: EpochMs;
  /** The rules that content is held to beside what reading itself refuses. */
  judge(drafts: Drafts): Problem[];
}

/** One reading of the content, shared by the loaders of all collections. */
export interface Desk {
  contentPath: string;
  now: EpochMs;
  /** The whole content. Throws a `ContentRefusedError` that lists every problem when any of them is an error. */
  read(): Promise<Reading>;
  /** Notes that a collection is filled; whether all of them are. */
  isFilled(collection: DeskCollection): boolean;
  /** Forgets the last reading: a file has changed, or nobody needs it any more. */
  forget(): void;
}

export interface Reading {
  content: Content;
  warnings: readonly Problem[];
}

/** Content has errors, so that nothing is built from it. Trying again helps only after the content is mended. */
export class ContentRefusedError extends Error {
  override name = 'ContentRefusedError';
  problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const lines = showable(problems).map(
      ({ file, line, column, message, hint, ruleId }) => `${file}:${line}:${column}  ${message}; ${hint}  (${ruleId})`,
    );
    super(
      `The content has ${problems.length === 1 ? 'a mistake' : `${problems.length} mistakes`}; nothing is built from it.\n${lines.join('\n')}`,
    );
    this.problems = problems;
  }
}

/** The desk's content, read once for all the collections of a build. */
export function openDesk(options: DeskOptions): Desk {
  let reading: Promise<Reading> | undefined;
  const filled = new Set<DeskCollection>();
  return {
    contentPath: path.resolve(options.root, options.contentDir),
    now: options.now,
    read() {
      reading ??= readChecked(options);
      return reading;
    },
    isFilled(collection) {
      filled.add(collection);
      return filled.size === COLLECTIONS.length;
    },
    forget() {
      reading = undefined;
    },
  };
}

async function readChecked({ root, contentDir, judge }: DeskOptions): Promise<Reading> {
  const { drafts, content, problems } = await readContent(root, contentDir);
  const all = [...problems, ...judge(drafts)].toSorted(compareProblems);
  const errors = all.filter(({ severity }) => severity === 'error');
  if (errors.length > 0 || !content) throw new ContentRefusedError(errors);
  return { content, warnings: all };
}

/** What has a page of its own with a body: each of its language files makes an entry of the collection `bodies`. */
const BODIED = [
  'campaigns',
  'incidents',
  'myths',
  'questions',
  'events',
  'series',
  'episodes',
  'studies',
  'pages',
] as const;
/** What has a body: an update’s stands on the page of its incident. */
export type BodiedCollection = (typeof BODIED)[number] | 'updates';

/** What the site says of posts. */
export interface Posted {
  /** By the id of a channel. */
  links: Readonly<Record<string, readonly PostedLink[]>>;
  /** By the id of a campaign; only such as have posted. */
  campaigns: Readonly<Record<string, readonly CampaignPost[]>>;
  corrections: readonly PostCorrection[];
}

const COLLECTIONS = ['organisation', 'people', 'sources', 'channels', ...BODIED, 'posted', 'bodies'] as const;
export type DeskCollection = (typeof COLLECTIONS)[number];

/**
 * Astro's loader of one of the site's collections. Content with an error stops a build; a running development server
 * says what is wrong and goes on showing what it had. An entry is kept from the last build while nothing that it is
 * made of has changed: its file, the data its body draws on, the compiler and the code that renders it.
 */
export function contentLoader({ desk, collection }: { desk: Desk; collection: DeskCollection }): Loader {
  return {
    name: `desk-${collection}`,
    async load(context) {
      await loadOrLog(desk, collection, context);
      // A build needs the texts of all pages no more once the last collection is filled.
      if (!context.watcher && desk.isFilled(collection)) desk.forget();
      context.watcher?.add(desk.contentPath);
      context.watcher?.on('all', (_event, changed) => {
        if (!changed.startsWith(desk.contentPath)) return;
        desk.forget();
        void loadOrLog(desk, collection, context);
      });
    },
  };
}

async function loadOrLog(desk: Desk, collection: DeskCollection, context: LoaderContext): Promise<void> {
  try {
    const { content } = await desk.read();
    await fill(collection, content, desk.now, context);
  } catch (error) {
    if (!context.watcher || !(error instanceof ContentRefusedError)) throw error;
    if (collection === 'organisation') context.logger.error(error.message);
  }
}

async function fill(collection: DeskCollection, content: Content, now: EpochMs, context: LoaderContext): Promise<void> {
  const kept = new Set<string>();
  for await (const entry of entriesOf(collection, content, now, context)) {
    kept.add(entry.id);
    if (context.store.get(entry.id)?.digest !== entry.digest) context.store.set(entry.make());
  }
  for (const id of context.store.keys()) if (!kept.has(id)) context.store.delete(id);
}

type StoreEntry = Parameters<LoaderContext['store']['set']>[0];
interface Entry {
  id: string;
  digest: string;
  make(): StoreEntry;
}

async function* entriesOf(
  collection: DeskCollection,
  content: Content,
  now: EpochMs,
  context: LoaderContext,
): AsyncGenerator<Entry> {
  switch (collection) {
    case 'organisation':
      yield record('organisation', content.organisation);
      return;
    case 'people':
    case 'sources':
    case 'channels':
      for (const [id, value] of content[collection]) yield record(id, value);
      return;
    case 'campaigns':
      for (const campaign of content.campaigns) yield record(campaign.id, { ...withoutTrees(campaign), posts: [] });
      return;
    case 'events':
      for (const event of content.events) yield record(event.id, withoutTrees(event));
      return;
    case 'series':
    case 'episodes':
    case 'studies':
    case 'myths':
    case 'questions':
    case 'pages':
      for (const item of content[collection]) yield record(item.id, withoutTrees(item));
      return;
    case 'incidents':
      for (const incident of content.incidents)
        yield record(incident.id, { ...withoutTrees(incident), updates: incident.updates.map(withoutTrees) });
      return;
    case 'posted':
      // Of all posts, the site needs these alone.
      yield record('posted', {
        links: Object.fromEntries([...content.channels.keys()].map((id) => [id, postedLinks(content, id, now)])),
        campaigns: Object.fromEntries(
          content.campaigns
            .map((campaign) => [campaign.id, campaignPosts(campaign, content.organisation.timeZone, now)] as const)
            .filter(([, posts]) => posts.length > 0),
        ),
        corrections: postCorrections(content, now),
      } satisfies Posted);
      return;
    case 'bodies':
      yield* bodies(content, context);
  }
}

function record(id: string, data: object): Entry {
  const digest = hash(JSON.stringify(data));
  return { id, digest, make: () => ({ id, digest, data: data as Record<string, unknown> }) };
}

/** An item without the trees of its bodies: pages get those rendered, and the store stays small. */
function withoutTrees<
  T extends Campaign | Incident | Update | Myth | Question | Event | Series | Episode | Study | Page,
>(item: T): T {
  const versions = Object.entries(item.versions).map(([language, version]) => {
    // Spreading the body would compile it.
    const { headings, citations } = version.body;
    return [language, { ...version, body: { headings, citations } }];
  });
  return { ...item, versions: Object.fromEntries(versions) };
}

async function* bodies(content: Content, { config }: LoaderContext): AsyncGenerator<Entry> {
  const root = fileURLToPath(config.root);
  const { organisation, sources } = content;
  const surroundings = hash(await rendererFingerprint(), JSON.stringify([organisation, [...sources]]));
  for (const { collection, itemId, language, file, body } of bodiesOf(content)) {
    const id = bodyId(collection, itemId, language);
    const numbers = JSON.stringify(body.citations);
    const digest = hash(surroundings, language, numbers, await readFile(path.join(root, file)));
    yield {
      id,
      digest,
      make() {
        const { html, images } = renderBody(body, { language, organisation, sources });
        return {
          id,
          digest,
          data: {},
          filePath: file,
          assetImports: images,
          rendered: { html, metadata: { headings: [...body.headings], imagePaths: images } },
        };
      },
    };
  }
}

interface Bodied {
  collection: BodiedCollection;
  itemId: string;
  language: string;
  file: string;
  body: PageBody;
}

function* bodiesOf(content: Content): Generator<Bodied> {
  for (const collection of BODIED) {
    for (const { id: itemId, versions } of content[collection])
      for (const { language, file, body } of Object.values(versions))
        yield { collection, itemId, language, file, body };
  }
  // The bodies of an incident and its updates stand on one page: their sources are numbered through.
  for (const incident of content.incidents) {
    for (const { id: itemId, versions } of incident.updates) {
      for (const { language, file, body } of Object.values(versions)) {
        const citations = incidentCitations(incident, incident.updates, language);
        yield { collection: 'updates', itemId, language, file, body: { ...body, citations } };
      }
    }
  }
}

/** Id of the entry of `bodies` that holds the rendered body of an item's page in one language. */
export function bodyId(collection: BodiedCollection, itemId: string, language: string): string {
  return `${collection}/${itemId}/${language}`;
}

function hash(...parts: readonly (string | Uint8Array)[]): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part).update('\0');
  return sum.digest('hex').slice(0, 32);
}
