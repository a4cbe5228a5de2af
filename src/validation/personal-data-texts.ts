import type { Drafts, FieldPath, ItemDraft, RecordDraft } from '../model/draft.ts';
import type { PersonalDataKind, PlacedText } from '../model/personal-data/kinds.ts';

/** A text of the desk that is looked through for personal data. */
export interface DeskText extends PlacedText {
  file: string;
  /** The kinds that are looked for; left out, all. */
  kinds?: readonly PersonalDataKind[];
}

/** Every text of the content in which somebody could be named: bodies and fields of items, and records. */
export function deskTexts({ items, records }: Drafts): DeskText[] {
  return [
    ...items.flatMap((item) => [...fieldTexts(item), ...item.suspects.map((text) => ({ ...text, file: item.file }))]),
    ...records.flatMap(recordTexts),
  ];
}

/** The names of all files and folders of the content, each with its path. */
export function fileNames({ files }: Drafts, contentDir: string): { file: string; name: string }[] {
  const names = new Map<string, string>();
  for (const file of files) {
    const parts = file.split('/');
    for (let depth = contentDir.split('/').length; depth < parts.length; depth += 1)
      names.set(parts.slice(0, depth + 1).join('/'), parts[depth] ?? '');
  }
  return [...names].map(([file, name]) => ({ file, name }));
}

/** Authors, publishers and the desk's own people are named by right: their telephones, addresses and papers are looked for. */
const CONTACTS: readonly PersonalDataKind[] = ['phone', 'email', 'cnic', 'ssn'];

function recordTexts(record: RecordDraft): DeskText[] {
  const texts = fieldTexts(record);
  return record.collection === 'people' || record.collection === 'sources'
    ? texts.map((text) => ({ ...text, kinds: CONTACTS }))
    : texts;
}

function fieldTexts(draft: ItemDraft | RecordDraft): DeskText[] {
  const texts: DeskText[] = [];
  const visit = (value: unknown, path: FieldPath): void => {
    if (typeof value === 'string') {
      const where = ALTERNATIVES.includes(String(path.at(-1))) ? 'alt' : 'text';
      texts.push({ file: draft.file, text: value, where, locate: () => draft.locate(path) });
    } else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value))
        if (!NO_TEXTS.includes(key)) visit(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  visit(draft.fields, []);
  return texts;
}

/** Fields whose words stand in place of a picture, or below it. */
const ALTERNATIVES = ['alt', 'caption'];
/** Fingerprints and figures, which nobody wrote, and what is public because the desk says so. */
const NO_TEXTS = ['translationOf', 'limits', 'brand', 'officialContacts', 'publicNames'];
