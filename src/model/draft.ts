import type {
  ItemCollection,
  OriginalFields,
  RecordCollection,
  RecordFields,
  TranslationFields,
} from './collection.ts';
import type { PageBody } from './content.ts';
import type { PlacedText } from './personal-data/kinds.ts';
import type { Position } from './problem.ts';
import type { Fingerprints } from './translation.ts';

/**
 * Something a file refers to, for rules that look across files. `subject`: its words speak of the sensitive subject
 * `value`. `method`: they name a way to harm oneself, and `value` is empty, for nobody repeats it.
 */
export interface Mention {
  kind: 'source' | 'country' | 'image' | 'captions' | 'film' | 'blank' | 'subject' | 'method';
  value: string;
  position: Position;
  /** Of a picture or film: the attributes that say whether who is in it agrees. */
  consent?: { consent?: string; people?: string };
}

/** A block of a page that holds a number about people or the world, and cites no source. */
export interface UncitedClaim {
  text: string;
  /** Where in the file a character of the text stands. */
  positionAt(index: number): Position;
}

/** Where in a file a field stands: the keys and indexes that lead to it. */
export type FieldPath = readonly (string | number)[];

interface File {
  /** Path from the project's root. */
  file: string;
  /** Whether nothing is wrong with the file by itself. */
  whole: boolean;
  /**
   * Where a field's value (or its key) stands. For a field that is not there, its nearest parent that is; in the end the
   * start of the frontmatter.
   */
  locate(path: FieldPath, part?: 'key' | 'value'): Position;
}

/**
 * A YAML file as read: the fields that are right by themselves. Rules look at drafts, so that one mistake does not hide
 * the others.
 */
export type RecordDraft<C extends RecordCollection = RecordCollection> = File &
  {
    [K in C]: { collection: K; fields: Partial<RecordFields<K>> };
  }[C];

/** A language file of an item as read. */
export type ItemDraft<C extends ItemCollection = ItemCollection> = File & {
  /** Folder of the item from the project's root. */
  folder: string;
  slug: string;
  /** Folder of the campaign or event of a post, of the incident of an update, of the series of an episode. */
  parentFolder?: string;
  language: string;
  /** Fingerprint of the file. */
  revision: string;
  /** Missing where the body can't be read. For posts and their like, the plain text. */
  body?: PageBody | string;
  /** Where the text after the frontmatter starts. */
  bodyStartsAt: Position;
  /** Of an original with other language files beside it, whose body can be read. */
  fingerprints?: Fingerprints;
  /** What the file refers to: what its words speak of, then what its body names, in the order of the text. */
  mentions: readonly Mention[];
  /** Texts of the body that may tie somebody to an illness. The rule on personal data judges them; others are not kept. */
  suspects: readonly PlacedText[];
  /** Of a page: what it claims in numbers without a source. The rule on claims knows which numbers are telephones’. */
  uncited: readonly UncitedClaim[];
} & {
    [K in C]:
      | { collection: K; role: 'original'; fields: Partial<OriginalFields<K>> }
      | { collection: K; role: 'translation'; fields: Partial<TranslationFields<K>> };
  }[C];

export interface Drafts {
  records: readonly RecordDraft[];
  items: readonly ItemDraft[];
  /** Files of records and items that cannot be read as fields at all: what is missing may stand in them. */
  unread: ReadonlySet<string>;
  /** Paths of all files below the content folder, from the project's root. */
  files: readonly string[];
}
