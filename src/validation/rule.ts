import path from 'node:path';
import type { ItemCollection, RecordCollection } from '../model/collection.ts';
import type { Drafts, FieldPath, ItemDraft, RecordDraft } from '../model/draft.ts';
import type { Fault, Problem, Severity } from '../model/problem.ts';
import type { EpochMs } from '../model/time.ts';

export interface RuleOptions {
  now: EpochMs;
}

/** One thing that content is held to. */
export interface Rule {
  /** Permanent name; its problems carry it. */
  id: string;
  /** Why the desk asks this, in a sentence for editors. */
  why: string;
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
