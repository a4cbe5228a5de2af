import type { ItemCollection } from './collection.ts';
import type { FieldPath, ItemDraft } from './draft.ts';
import type { Position } from './problem.ts';
import type { Terms } from './terms.ts';

export const PROSE_KINDS = ['paragraph', 'list-item', 'heading', 'table-cell', 'caption', 'alt', 'field'] as const;
export type ProseKind = (typeof PROSE_KINDS)[number];

/** Stands in a text for what is no word of it: a blank, a piece of code, an address, a picture inside a sentence. */
export const NO_WORD = '\uFFFC';

/** A stretch of words that a reader takes in one go, without its markup. */
export interface ProseBlock {
  kind: ProseKind;
  /** Line breaks of the file are spaces; one that stays in front of the reader is `\n`. */
  text: string;
  /** Whether the words are another's: a quotation, a transcript, the claim of a myth. */
  isQuoted: boolean;
  /** How many headings stand before it: 0 in the first section. */
  section: number;
  /** The kind of the box that it stands in. */
  callout?: string;
  /** Of a text among the fields. */
  path?: FieldPath;
  /** Where in the file an offset of `text` stands. */
  locate(offset: number): Position;
}

/** Everything that the words of one language file are judged by. */
export interface ProseDocument extends ProseSource {
  /** Fields first, then the text in its order. */
  blocks: readonly ProseBlock[];
}

/** What is known of a language file without its text. It can be sent to another thread. */
export interface ProseSource extends Pick<ItemDraft, 'file' | 'language' | 'role'> {
  collection: ItemCollection;
  fields: Readonly<Record<string, unknown>>;
  surroundings: ProseSurroundings;
}

/** What the words of a file are held against and does not stand in the file itself. */
export interface ProseSurroundings {
  house: HouseWords;
  /** Where the page is published; missing where it has none or its id is unknown. */
  address?: string;
}

/** `content/terms.yml` for one language. All files of the language have the same object. */
export interface HouseWords {
  terms: Terms['terms'];
  /** Words that the checks of English pass over. */
  allowed: Terms['allowed'];
}
