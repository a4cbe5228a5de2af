import type { Drafts, FieldPath, ItemDraft, RecordDraft } from '../model/draft.ts';
import { mayHoldPersonalData } from '../model/personal-data/find-personal-data.ts';
import type { PersonalDataKind, PlacedText } from '../model/personal-data/kinds.ts';

/** A text of the desk that is looked through for personal data. */
export interface DeskText extends PlacedText {
  file: string;
  /** The kinds that are looked for; left out, all. */
  kinds?: readonly PersonalDataKind[];
}

/**
 * Every text of the content that may name somebody: of bodies and fields of items, and of records. What a file’s fields hold
 * is found out once, for they are the same in each check until somebody changes the file.
 */
export function deskTexts({ items, records }: Drafts): DeskText[] {
  return [
    ...items.flatMap((item) => [...fieldTexts(item), ...item.suspects.map((text) => ({ ...text, file: item.file }))]),
    ...records.flatMap(recordTexts),
  ];
}

/** The names of files and folders of the content that may tell of somebody, each with its path. */
export function fileNames({ files }: Drafts, contentDir: string): { file: string; name: string }[] {
  const names = new Map<string, string>();
  for (const file of files) {
    const parts = file.split('/');
    for (let depth = contentDir.split('/').length; depth < parts.length; depth += 1)
      if (!isHarmless(parts[depth] ?? '')) names.set(parts.slice(0, depth + 1).join('/'), parts[depth] ?? '');
  }
  return [...names].map(([file, name]) => ({ file, name }));
}

/** Names that cannot tell of anybody: the same come again in each folder and each check. */
const harmless = new Set<string>();
const MOST_NAMES = 100_000;

function isHarmless(name: string): boolean {
  if (harmless.has(name)) return true;
  if (mayHoldPersonalData(name, 'file-name')) return false;
  if (harmless.size < MOST_NAMES) harmless.add(name);
  return true;
}

/** Authors, publishers and the desk's own people are named by right: their telephones, addresses and papers are looked for. */
const CONTACTS: readonly PersonalDataKind[] = ['phone', 'email', 'cnic', 'ssn'];

function recordTexts(record: RecordDraft): DeskText[] {
  const texts = fieldTexts(record);
  return record.collection === 'people' || record.collection === 'sources'
    ? texts.map((text) => ({ ...text, kinds: CONTACTS }))
    : texts;
}

const known = new WeakMap<object, DeskText[]>();

function fieldTexts(draft: ItemDraft | RecordDraft): DeskText[] {
  const texts = known.get(draft.fields) ?? findTexts(draft);
  known.set(draft.fields, texts);
  return texts;
}

function findTexts(draft: ItemDraft | RecordDraft): DeskText[] {
  const texts: DeskText[] = [];
  const visit = (value: unknown, path: FieldPath): void => {
    if (typeof value === 'string') {
      const where = ALTERNATIVES.includes(String(path.at(-1))) ? 'alt' : 'text';
      if (!DAY.test(value) && mayHoldPersonalData(value, where))
        texts.push({ file: draft.file, text: value, where, locate: () => draft.locate(path) });
    } else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value))
        if (!NO_TEXTS.includes(key)) visit(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  visit(draft.fields, []);
  return texts;
}

/** A day by itself is a field of days, and nobody's: it has as many digits as a telephone number, and each file some. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Fields whose words stand in place of a picture, or below it. */
const ALTERNATIVES = ['alt', 'caption'];
/** Fingerprints and figures, which nobody wrote, and what is public because the desk says so. */
const NO_TEXTS = ['translationOf', 'limits', 'brand', 'officialContacts', 'publicNames'];
