import path from 'node:path';
import type { ItemCollection, RecordCollection } from '../model/collection.ts';
import type { Drafts, FieldPath, ItemDraft, RecordDraft } from '../model/draft.ts';
import type { Fault, Problem, Severity } from '../model/problem.ts';
import { dayAt, type EpochMs } from '../model/time.ts';

export interface RuleOptions {
  now: EpochMs;
  /** Name of the content folder as drafts have it. */
  contentDir?: string;
  /** Every rule there is: what a policy may name. */
  rules: readonly (Pick<Rule, 'id' | 'isFixed'> & { isOnWords?: true })[];
  /** What the rules before this one in the list found, levels and suppressions aside. */
  found(): readonly Problem[];
}

/** A desk that a rule is held against: the small one of the tests, changed. Shown in the handbook, and run as a test. */
export interface RuleExample {
  name: string;
  /** By file below the content folder: a piece and what stands in its place, a whole text, or `null` for none. */
  changes?: Readonly<Record<string, readonly [from: string, to: string] | string | null>>;
  /** Moment of the check; left out, noon of 23 November 2026 in Karachi. */
  now?: string;
  /**
   * What the rule says, in order: `file:line:column message → hint`, with `warning` after the place where it is one. Empty
   * where it has nothing to say.
   */
  said: readonly string[];
}

/** What is to be known of any rule: the handbook shows it, and the policy may change its level. */
export interface RuleHeader {
  /** Permanent name; its problems carry it. */
  id: string;
  /** How grave a fault is, unless the organisation's policy says otherwise. */
  level: Severity;
  /** What breaks below this level would break pages or posts: the policy may not lower it. */
  isFixed?: true;
  /** Why the desk asks this, in a sentence for editors. */
  why: string;
  /** Who asks for it: a standard, a guideline or a law by name; `Aagahi` where the desk itself does. */
  from: string;
  /** At least one that is accepted and one that is refused. */
  examples: readonly RuleExample[];
}

/** One thing that content is held to. */
export interface Rule extends RuleHeader {
  /** The severity of what it returns is `level`, or `warning` where a fault of its kind is less grave. */
  check(drafts: Drafts, options: RuleOptions): Problem[];
}

type Draft = RecordDraft | ItemDraft;

/** A problem at a field of a draft. */
export function problemAtField(
  draft: Draft,
  path: FieldPath,
  fault: Fault,
  { part = 'value', severity = 'error' }: { part?: 'key' | 'value'; severity?: Severity } = {},
): Problem {
  const { line, column } = draft.locate(path, part);
  return { file: draft.file, line, column, severity, ruleId: fault.ruleId, message: fault.message, hint: fault.hint };
}

export function recordsOf<C extends RecordCollection>(
  drafts: Drafts,
  collection: C,
): Extract<RecordDraft, { collection: C }>[] {
  return drafts.records.filter(
    (draft): draft is Extract<RecordDraft, { collection: C }> => draft.collection === collection,
  );
}

type OriginalDraft<C extends ItemCollection> = Extract<ItemDraft, { collection: C; role: 'original' }>;

/** The originals of a collection: what decides everything that is not words. */
export function originalsOf<C extends ItemCollection>(drafts: Drafts, collection: C): OriginalDraft<C>[] {
  return drafts.items.filter(
    (draft): draft is OriginalDraft<C> => draft.collection === collection && draft.role === 'original',
  );
}

const REVIEWED = ['campaigns', 'myths', 'questions', 'events', 'series', 'episodes', 'studies', 'pages'] as const;

/** Originals that list sources, of whatever collection. */
export function citingOriginals(drafts: Drafts) {
  return ([...REVIEWED, 'incidents'] as const).flatMap((collection) => originalsOf(drafts, collection));
}

/** Originals of pages that somebody has to review again and again. */
export function reviewedOriginals(drafts: Drafts) {
  return REVIEWED.flatMap((collection) => originalsOf(drafts, collection));
}

/**
 * Ids of the files of a collection. A file that cannot be read, or whose id is at fault, counts by its name: its own
 * problem is told there, and not again wherever it is mentioned.
 */
export function idsOf(drafts: Drafts, collection: 'people' | 'channels' | 'sources'): string[] {
  const unread = [...drafts.unread].flatMap((file) => {
    const [, folder, name] = /([^/]+)\/([^/]+)\.(?:ya?ml|json)$/i.exec(file) ?? [];
    return folder === collection && name !== undefined ? [name] : [];
  });
  const read = recordsOf(drafts, collection).map(({ file, fields }) => fields.id ?? path.posix.basename(file, '.yml'));
  return [...read, ...unread];
}

/** Whether a language file of this folder cannot be read. */
export function hasUnread(drafts: Drafts, folder: string): boolean {
  return [...drafts.unread].some((file) => path.posix.dirname(file) === folder);
}

/** The organisation's fields, as far as they are right. */
export function organisationOf(drafts: Drafts): Extract<RecordDraft, { collection: 'organisation' }>['fields'] {
  return recordsOf(drafts, 'organisation')[0]?.fields ?? {};
}

/** The organisation's file with its policy, where both can be read. */
export function policyOf(drafts: Drafts) {
  const [draft] = recordsOf(drafts, 'organisation');
  return draft?.fields.policy && { draft, policy: draft.fields.policy };
}

/** The organisation's calendar day. */
export function todayOf(drafts: Drafts, now: EpochMs): string {
  return dayAt(now, organisationOf(drafts).timeZone ?? 'UTC');
}

/** Items by their folder. */
export function byFolder(items: readonly ItemDraft[]): Map<string, ItemDraft[]> {
  const groups = new Map<string, ItemDraft[]>();
  for (const item of items) {
    const group = groups.get(item.folder);
    if (group) group.push(item);
    else groups.set(item.folder, [item]);
  }
  return groups;
}
