import type { Drafts, ItemDraft } from '../model/draft.ts';
import { hasMoved, type Moved, movedSince } from '../model/moved-since.ts';
import { byFolder } from './rule.ts';

/** A translation of words that its original does not say any more. */
export interface StaleTranslation {
  translation: ItemDraft;
  original: ItemDraft;
  moved: Moved;
}

/** Translations that fell behind their originals, in the order of the files. */
export function staleTranslations(drafts: Drafts): StaleTranslation[] {
  return [...byFolder(drafts.items).values()].flatMap((group) => {
    const [original, ...others] = group.filter(({ role }) => role === 'original');
    // Which of two originals is meant, or what a faulty one says, is not known.
    if (!original?.whole || !original.fingerprints || others.length > 0) return [];
    const { fingerprints, language } = original;
    return group.flatMap((translation) => {
      const made = translation.role === 'translation' ? translation.fields.translationOf : undefined;
      // A note of another original says nothing of this one: `translation/structure` tells of it.
      if (!made || made.language !== language) return [];
      const moved = movedSince(made, fingerprints);
      return hasMoved(moved) ? [{ translation, original, moved }] : [];
    });
  });
}
