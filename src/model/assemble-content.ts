import type { ItemCollection } from './collection.ts';
import { ITEM_SCHEMAS } from './collection.ts';
import type {
  Campaign,
  Content,
  Episode,
  Event,
  Incident,
  Item,
  Myth,
  Page,
  PageBody,
  Post,
  Question,
  Series,
  Study,
  Update,
  Version,
} from './content.ts';
import type { Drafts, ItemDraft, RecordDraft } from './draft.ts';

/**
 * The content that is whole: items whose original has no mistake, with those of their translations that have none.
 * `undefined` where the organisation's file is missing or has one. Asked again about the same drafts it gives the same
 * object: reading and several rules want it.
 */
export function assembleContent(drafts: Drafts): Content | undefined {
  if (!assembled.has(drafts)) assembled.set(drafts, assemble(drafts));
  return assembled.get(drafts);
}

const assembled = new WeakMap<Drafts, Content | undefined>();

function assemble(drafts: Drafts): Content | undefined {
  const records = drafts.records.filter(({ whole }) => whole);
  const [organisation] = recordsOf(records, 'organisation');
  if (!organisation) return undefined;
  const groups = groupByFolder(drafts.items.filter(({ whole }) => whole));
  const posts = byParent(assembleItems<Post>(groups, 'posts'));
  const updates = byParent(assembleItems<Update>(groups, 'updates'));
  const campaigns = assembleItems<Campaign>(groups, 'campaigns').map(([folder, campaign]) => ({
    ...campaign,
    posts: (posts.get(folder) ?? []).map((post) => ({ ...post, campaignId: campaign.id })),
  }));
  const events = assembleItems<Event>(groups, 'events').map(([folder, event]) => ({
    ...event,
    posts: (posts.get(folder) ?? []).map((post) => ({ ...post, campaignId: event.id })),
  }));
  const series = assembleItems<Series>(groups, 'series');
  const episodes = byParent(assembleItems<Episode>(groups, 'episodes'));
  const incidents = assembleItems<Incident>(groups, 'incidents').map(([folder, incident]) => ({
    ...incident,
    updates: (updates.get(folder) ?? []).map((update) => ({ ...update, incidentId: incident.id })),
  }));
  const [terms = { terms: [], allowed: [] }] = recordsOf(records, 'terms');
  const [pause = { pause: 'nothing' as const }] = recordsOf(records, 'pause');
  // A file that says what to keep back and cannot be read keeps everything back.
  const isPauseUnread =
    drafts.records.some(({ collection, whole }) => collection === 'pause' && !whole) ||
    [...drafts.unread].some((file) => file.endsWith('/pause.yml'));
  return {
    organisation,
    pause: isPauseUnread ? { pause: 'all' } : pause,
    terms,
    people: byId(recordsOf(records, 'people')),
    channels: byId(recordsOf(records, 'channels')),
    sources: byId(recordsOf(records, 'sources')),
    campaigns,
    incidents,
    myths: assembleItems<Myth>(groups, 'myths').map(([, myth]) => myth),
    questions: assembleItems<Question>(groups, 'questions').map(([, question]) => question),
    events,
    series: series.map(([, one]) => one),
    episodes: series.flatMap(([folder, { id: seriesId }]) =>
      (episodes.get(folder) ?? []).map((episode) => ({ ...episode, seriesId })).toSorted((a, b) => a.number - b.number),
    ),
    studies: assembleItems<Study>(groups, 'studies').map(([, study]) => study),
    pages: assembleItems<Page>(groups, 'pages').map(([, page]) => page),
  };
}

type RecordOf<C extends RecordDraft['collection']> = Required<Extract<RecordDraft, { collection: C }>['fields']>;

function recordsOf<C extends RecordDraft['collection']>(records: readonly RecordDraft[], collection: C): RecordOf<C>[] {
  // A whole draft has all the fields that its schema asks for.
  return records.filter((record) => record.collection === collection).map(({ fields }) => fields as RecordOf<C>);
}

function byId<T extends { id: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

function groupByFolder(items: readonly ItemDraft[]): Map<string, ItemDraft[]> {
  const groups = new Map<string, ItemDraft[]>();
  for (const item of items) {
    const group = groups.get(item.folder);
    if (group) group.push(item);
    else groups.set(item.folder, [item]);
  }
  return groups;
}

type Assembled = Item<object, object, PageBody | string>;

/** Items of one collection, each with its folder and its parent's. */
function assembleItems<T extends Assembled>(
  groups: ReadonlyMap<string, readonly ItemDraft[]>,
  collection: ItemCollection,
): [folder: string, item: T, parent: string | undefined][] {
  const words = new Set(Object.keys(ITEM_SCHEMAS[collection].translation.shape));
  return [...groups].flatMap(([folder, group]) => {
    const originals = group.filter(({ role }) => role === 'original');
    const [original] = originals;
    if (!original || originals.length > 1 || original.collection !== collection) return [];
    const shared = Object.fromEntries(Object.entries(original.fields).filter(([name]) => !words.has(name)));
    const versions = Object.fromEntries(group.map((draft) => [draft.language, versionOf(draft, words)]));
    const item = { ...shared, slug: original.slug, originalLanguage: original.language, versions } as Assembled as T;
    return [[folder, item, original.parentFolder]];
  });
}

function byParent<T>(items: readonly [folder: string, item: T, parent: string | undefined][]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const [, item, parent = ''] of items) {
    const group = groups.get(parent);
    if (group) group.push(item);
    else groups.set(parent, [item]);
  }
  return groups;
}

function versionOf(draft: ItemDraft, words: ReadonlySet<string>): Version<object, PageBody | string> {
  const own = Object.fromEntries(Object.entries(draft.fields).filter(([name]) => words.has(name)));
  return { ...own, language: draft.language, file: draft.file, revision: draft.revision, body: draft.body ?? '' };
}
