import type { Drafts, ItemDraft } from '../model/draft.ts';
import type { SensitiveSubject } from '../model/sensitive.ts';
import { originalsOf } from './rule.ts';

/** An original that says which sensitive subjects it is about. */
export type MarkedOriginal = ReturnType<typeof markableOriginals>[number];

/** The original that decides which subjects a file is marked with: its own item’s, or its campaign’s or event’s. */
export function markedBy(drafts: Drafts): (draft: ItemDraft) => MarkedOriginal | undefined {
  const byFolder = new Map(markableOriginals(drafts).map((draft) => [draft.folder, draft]));
  return ({ folder, parentFolder = '' }) => byFolder.get(folder) ?? byFolder.get(parentFolder);
}

function markableOriginals(drafts: Drafts) {
  return (['campaigns', 'myths', 'questions', 'events', 'series', 'episodes', 'studies'] as const).flatMap(
    (collection) => originalsOf(drafts, collection),
  );
}

/** Subjects of which a careless word can cost a life at once. */
export function isOfLife(subject: string): boolean {
  return subject === 'suicide' || subject === 'self-harm';
}

/** The subjects that an original is marked with. */
export function subjectsOf(original: MarkedOriginal | undefined): readonly SensitiveSubject[] {
  return original?.fields.sensitive ?? [];
}
