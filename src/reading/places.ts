import type { ItemCollection, RecordCollection } from '../model/collection.ts';
import { isLanguageTag } from '../model/language.ts';
import type { Fault } from '../model/problem.ts';
import { FILM_NAME } from '../model/recording.ts';
import { listed, suggest } from '../model/suggest.ts';

/** What a file below the content folder is, by its path alone. */
export type Place =
  | { kind: 'record'; collection: RecordCollection; name: string }
  | { kind: 'item'; collection: ItemCollection; slug: string; parts: readonly string[]; language: string }
  | { kind: 'image' }
  | { kind: 'captions' }
  | { kind: 'film' }
  | { kind: 'misplaced'; fault: Fault };

const RECORD_FOLDERS: readonly RecordCollection[] = ['people', 'channels', 'sources'];
/** Folders of items, and the folder inside an item that holds items of its own. */
const ITEM_FOLDERS: Readonly<
  Record<string, { collection: ItemCollection; inner?: [folder: string, collection: ItemCollection] }>
> = {
  campaigns: { collection: 'campaigns', inner: ['posts', 'posts'] },
  incidents: { collection: 'incidents', inner: ['updates', 'updates'] },
  myths: { collection: 'myths' },
  questions: { collection: 'questions' },
  events: { collection: 'events', inner: ['posts', 'posts'] },
  series: { collection: 'series', inner: ['episodes', 'episodes'] },
  studies: { collection: 'studies' },
  pages: { collection: 'pages' },
};
/** The files at the top of the content folder. */
const PAUSE_FILE = 'pause.yml';
const TERMS_FILE = 'terms.yml';
export const ORGANISATION_FILE = 'organisation.yml';
/** Names of the pictures that pages show. */
export const PICTURE_NAME = /\.(png|jpe?g|webp|avif)$/i;
/** Names of the captions that go with a video. */
export const CAPTIONS_NAME = /\.vtt$/i;
const FOLDERS = [...RECORD_FOLDERS, ...Object.keys(ITEM_FOLDERS)];

/** What the file at `parts` (its path below the content folder) is. */
export function placeOf(parts: readonly string[]): Place {
  const named = parts.slice(0, -1).find((part) => /\.(mdx|yml)$/i.test(part));
  if (named) {
    return misplaced(
      'file/unexpected-folder',
      `Unexpected folder \`${named}\`: its name is that of a file`,
      'put a file in its place, or rename the folder',
    );
  }
  const [folder, ...rest] = parts;
  const file = parts.at(-1) ?? '';
  if (parts.length === 1) return placeAtTop(file);
  const record = RECORD_FOLDERS.find((name) => name === folder);
  if (record) return placeOfRecord(record, rest);
  const items = folder !== undefined && Object.hasOwn(ITEM_FOLDERS, folder) ? ITEM_FOLDERS[folder] : undefined;
  if (!items) {
    const near = suggest(folder ?? '', FOLDERS);
    return misplaced(
      'file/unexpected-folder',
      `Unexpected folder \`${folder}\``,
      near ? `did you mean \`${near}\`?` : `content has the folders ${listed(FOLDERS, 'and')}`,
    );
  }
  const inside = items.inner;
  if (rest.length === 2) return placeOfLanguageFile(items.collection, [folder ?? '', rest[0] ?? ''], file);
  if (inside && rest.length === 4 && rest[1] === inside[0]) {
    return placeOfLanguageFile(inside[1], [folder ?? '', rest[0] ?? '', inside[0], rest[2] ?? ''], file);
  }
  return misplaced(
    'file/unexpected-place',
    `Unexpected place for \`${file}\``,
    `write ${folder}/<name>/<language>.mdx${inside ? ` or ${folder}/<name>/${inside[0]}/<name>/<language>.mdx` : ''}`,
  );
}

function placeAtTop(file: string): Place {
  if (file === ORGANISATION_FILE) return { kind: 'record', collection: 'organisation', name: 'organisation' };
  if (file === PAUSE_FILE) return { kind: 'record', collection: 'pause', name: 'pause' };
  if (file === TERMS_FILE) return { kind: 'record', collection: 'terms', name: 'terms' };
  if (FOLDERS.includes(file)) {
    return misplaced(
      'file/unexpected-place',
      `Unexpected file \`${file}\`: a folder of this name belongs here`,
      `make a folder \`${file}\`, and move the file's content into files in it`,
    );
  }
  const near = suggest(file, [ORGANISATION_FILE, PAUSE_FILE, TERMS_FILE]);
  return misplaced(
    'file/unexpected-place',
    `Unexpected file \`${file}\``,
    near
      ? `did you mean \`${near}\`?`
      : `here stand \`${ORGANISATION_FILE}\`, \`${PAUSE_FILE}\` and \`${TERMS_FILE}\` only; other content has folders`,
  );
}

function placeOfRecord(collection: RecordCollection, rest: readonly string[]): Place {
  const file = rest.at(-1) ?? '';
  if (collection === 'channels' && rest.length === 1 && PICTURE_NAME.test(file)) return { kind: 'image' };
  if (rest.length === 1 && file.endsWith('.yml'))
    return { kind: 'record', collection, name: file.slice(0, -'.yml'.length) };
  if (rest.length === 1 && /\.(yaml|json)$/.test(file)) {
    return misplaced(
      'file/unexpected-name',
      `Unexpected ending of \`${file}\``,
      `name it \`${file.replace(/\.\w+$/, '.yml')}\``,
    );
  }
  return misplaced('file/unexpected-place', `Unexpected place for \`${file}\``, `write ${collection}/<id>.yml`);
}

function placeOfLanguageFile(collection: ItemCollection, parts: readonly string[], file: string): Place {
  if (PICTURE_NAME.test(file)) return { kind: 'image' };
  if (CAPTIONS_NAME.test(file)) return { kind: 'captions' };
  if (FILM_NAME.test(file)) return { kind: 'film' };
  const [, language, ending] = /^(.*?)\.([^.]+)$/.exec(file) ?? [];
  if (ending !== 'mdx') {
    const hint = /^mdx?$/i.test(ending ?? '')
      ? `name it \`${language}.mdx\``
      : 'here stand language files (`ur.mdx`), pictures (png, jpg, webp, avif), films (webm, mp4) and captions (vtt)';
    return misplaced('file/unexpected-name', `Unexpected file \`${file}\``, hint);
  }
  if (!isLanguageTag(language ?? '')) {
    return misplaced(
      'file/unexpected-name',
      `Unexpected language \`${language}\` in the name of \`${file}\``,
      'name the file after its language: `en.mdx`, `ur.mdx`',
    );
  }
  return { kind: 'item', collection, slug: parts.at(-1) ?? '', parts, language: language ?? '' };
}

function misplaced(ruleId: string, message: string, hint: string): Place {
  return { kind: 'misplaced', fault: { ruleId, message, hint } };
}
