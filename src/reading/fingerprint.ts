import { createHash } from 'node:crypto';
import { ITEM_SCHEMAS } from '../model/collection.ts';
import type { ItemDraft } from '../model/draft.ts';
import { compileMdx } from './compile-mdx.ts';
import { splitFrontmatter } from './frontmatter.ts';

/** Fingerprints of an original as `translationOf` keeps them. */
export interface Fingerprints {
  fields: Record<string, string>;
  blocks: string[];
}

/**
 * What a translator works from: each field of words, and each block of the body, of the original. White space and line
 * ends do not count: reflowing a paragraph makes no translation stale.
 *
 * @param text The original's file, decoded.
 */
export function fingerprintOriginal(original: ItemDraft, text: string): Fingerprints {
  const words = Object.keys(ITEM_SCHEMAS[original.collection].translation.shape);
  const fields = Object.entries(original.fields).filter(([name]) => words.includes(name));
  return {
    fields: Object.fromEntries(fields.map(([name, value]) => [name, hashOf(JSON.stringify(sorted(value)))])),
    blocks: blocksOf(text).map(hashOf),
  };
}

function blocksOf(text: string): string[] {
  const split = splitFrontmatter(text);
  const compiled = compileMdx(text);
  if (split.fault || compiled.fault) return [];
  return compiled.tree.children.flatMap(({ position }) => {
    const from = position?.start.offset;
    const to = position?.end.offset;
    return from === undefined || to === undefined ? [] : [text.slice(from, to)];
  });
}

function hashOf(text: string): string {
  return createHash('sha256').update(text.normalize('NFC').replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 12);
}

/** The value with the keys of its groups in order, so that reordering them changes nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
