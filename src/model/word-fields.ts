import { ITEM_SCHEMAS, type ItemCollection } from './collection.ts';
import type { FieldPath } from './draft.ts';

/** A text among the fields of a language file that readers read. */
export interface WordField {
  path: FieldPath;
  text: string;
  /** Whether the words are another's: they stay as they were said. */
  isQuoted: boolean;
}

/** Among the words of a language, what no sentence stands in. */
const NO_WORDS = ['translationOf', 'translator', 'hashtags', 'url', 'on', 'promoted'];
/** A claim is given word for word, and so is what a help line is called, and how people ask. */
const QUOTED = ['claim', 'contact', 'alsoAsked'];

/** The texts among an item's fields that exist once in each language, in the order of the schema. */
export function wordFields(collection: ItemCollection, fields: Readonly<Record<string, unknown>>): WordField[] {
  const names = Object.keys(ITEM_SCHEMAS[collection].translation.shape);
  return names.flatMap((name) => textsIn(fields[name], [name]));
}

function textsIn(value: unknown, path: FieldPath): WordField[] {
  const [name] = path;
  if (NO_WORDS.includes(String(path.at(-1)))) return [];
  if (typeof value === 'string') return [{ path, text: value, isQuoted: QUOTED.includes(String(name)) }];
  if (Array.isArray(value)) return value.flatMap((inner, index) => textsIn(inner, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}
