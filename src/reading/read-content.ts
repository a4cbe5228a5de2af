import { closeSync, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { assembleContent } from '../model/assemble-content.ts';
import type { Content } from '../model/content.ts';
import type { Drafts, ItemDraft, RecordDraft } from '../model/draft.ts';
import { compareProblems, type Fault, type Problem } from '../model/problem.ts';
import { findCaptionsFault } from './check-captions.ts';
import { FILM_START_BYTES, findFilmFault } from './check-film.ts';
import { findPictureFault, PICTURE_END_BYTES, PICTURE_START_BYTES } from './check-picture.ts';
import { decodeText, TEXT_LIMIT_BYTES, tooLarge } from './decode-text.ts';
import { FILE_START, problemAt } from './file-problem.ts';
import { splitFrontmatter } from './frontmatter.ts';
import type { FileRead, KeptReads } from './kept-reads.ts';
import { isFileError, listFiles, type Reads, unreadable } from './list-files.ts';
import { missingBanner, missingPictures } from './missing-pictures.ts';
import { metadataFaults, metadataKinds } from './picture-metadata.ts';
import { ORGANISATION_FILE, type Place, placeOf } from './places.ts';
import { readItem } from './read-item.ts';
import { readRecord } from './read-record.ts';

export interface ContentRead {
  /** Every file that can be read at all, with the fields that are right by themselves. Rules look at these. */
  drafts: Drafts;
  /** What has no mistake in it; `undefined` where the organisation's own file has. */
  content: Content | undefined;
  /** Every mistake of every file, in the order of the files. Rules that look across files add theirs. */
  problems: Problem[];
}

export interface ReadOptions {
  /** Asked of each file and folder; what it declines is as if it were not there. For what cannot wait for the rest. */
  reads?: Reads;
  /** Whether bodies keep the text that their tree is made from; left out, they do. Otherwise it is read again when asked for. */
  keepsTrees?: boolean;
  /** What the last reading of the same folder gave: only what has changed since is read. */
  kept?: KeptReads;
}

/**
 * Reads the whole content folder: the only reader there is. Mistakes in content are Problems; it throws only when the
 * folder itself cannot be listed.
 *
 * @param root Absolute path of the project.
 * @param contentDir Content folder below (or beside) it.
 */
export async function readContent(
  root: string,
  contentDir = 'content',
  { keepsTrees = true, kept, reads }: ReadOptions = {},
): Promise<ContentRead> {
  const folder = path.resolve(root, contentDir);
  const name = path.relative(root, folder).split(path.sep).join('/') || '.';
  const listing = kept?.listing() ?? (await listFiles(folder, reads));
  kept?.keepListing(listing);
  const { files, faults } = listing;
  const nameOf = (parts: readonly string[]) => [name, ...parts].join('/');
  const problems = faults.map(({ parts, fault }) => problemAt(nameOf(parts), FILE_START, fault));
  const report = (found: readonly Problem[]) => {
    for (const problem of found) problems.push(problem);
  };
  const records: RecordDraft[] = [];
  const items: ItemDraft[] = [];
  const unread = new Set<string>();
  const known = new Set(files.map(({ parts }) => parts.join('/')));
  const placed = files.map(({ parts }) => ({ parts, place: placeOf(parts) }));
  const languageFiles = groupLanguageFiles(placed);
  if (![...files, ...faults].some(({ parts }) => parts.join('/') === ORGANISATION_FILE)) {
    problems.push(problemAt(nameOf([ORGANISATION_FILE]), FILE_START, ORGANISATION_MISSING));
  }
  for (const [index, { parts, place }] of placed.entries()) {
    // What the compiler holds outside of the heap is freed between two turns only.
    if (index % FILES_A_TURN === 0) await nextTurn();
    const file = nameOf(parts);
    const siblings =
      place.kind === 'item'
        ? (languageFiles.get(place.parts.join('/')) ?? []).filter((sibling) => sibling !== parts.at(-1))
        : [];
    const read = readFile({ fullPath: path.join(folder, ...parts), file, place, name, siblings, keepsTrees }, kept);
    report(read.problems);
    if (read.record) {
      const missing = missingBanner(read.record, known);
      report(missing);
      records.push(missing.length > 0 ? { ...read.record, whole: false } : read.record);
    } else if (read.item && place.kind === 'item') {
      const missing = missingPictures(read.item, place.parts, known);
      report(missing);
      items.push(missing.length > 0 ? { ...read.item, whole: false } : read.item);
    } else if (isContent(place, file)) unread.add(file);
  }
  kept?.keepOnly(new Set(placed.map(({ parts }) => nameOf(parts))));
  const drafts = { records, items, unread, files: placed.map(({ parts }) => nameOf(parts)) };
  return { drafts, content: assembleContent(drafts), problems: problems.toSorted(compareProblems) };
}

const FILES_A_TURN = 50;

/** Whether somebody meant fields to be read here. */
function isContent(place: Place, file: string): boolean {
  return place.kind === 'misplaced' ? IS_TEXT.test(file) : place.kind === 'record' || place.kind === 'item';
}

interface PlacedFile {
  fullPath: string;
  file: string;
  place: Place;
  /** The content folder, from the project's root. */
  name: string;
  /** Other language files of the same item. */
  siblings: readonly string[];
  keepsTrees: boolean;
}

/** Reads one file, or gives what it gave before if nothing has changed since. */
function readFile(placed: PlacedFile, kept: KeptReads | undefined): FileRead {
  const { fullPath, file, place, siblings } = placed;
  if (place.kind === 'misplaced') return { problems: [problemAt(file, FILE_START, place.fault)] };
  try {
    const stats = statSync(fullPath, { bigint: true });
    const surroundings = siblings.join('/');
    const known = kept?.get(file, stats, surroundings);
    if (known) return known;
    if (place.kind === 'image') {
      const read = { problems: pictureProblems(fullPath, file) };
      kept?.keep(file, stats, surroundings, read);
      return read;
    }
    if (place.kind === 'film') {
      const fault = findFilmFault(startOf(fullPath, FILM_START_BYTES), Number(stats.size));
      const read = { problems: fault ? [problemAt(file, FILE_START, fault)] : [] };
      kept?.keep(file, stats, surroundings, read);
      return read;
    }
    const problems: Problem[] = [];
    const text = readText(fullPath, file, Number(stats.size), problems);
    if (text === undefined) return { problems };
    if (place.kind === 'captions') {
      const fault = findCaptionsFault(text);
      const read = { problems: fault ? [problemAt(file, fault.position, fault.fault)] : [] };
      kept?.keep(file, stats, surroundings, read);
      return read;
    }
    const { read, isAlone } = readPlaced({ ...placed, place }, text);
    if (isAlone) kept?.keep(file, stats, surroundings, read);
    return read;
  } catch (error) {
    if (!isFileError(error)) throw error;
    return { problems: [problemAt(file, FILE_START, unreadable(error))] };
  }
}

type TextPlace = Extract<Place, { kind: 'record' | 'item' }>;

/** `isAlone`: whether the file was read without a look into others. */
function readPlaced(
  { fullPath, file, place, name, siblings, keepsTrees }: PlacedFile & { place: TextPlace },
  text: string,
): { read: FileRead; isAlone: boolean } {
  if (place.kind === 'record') {
    const { draft, problems } = readRecord(file, place.collection, text);
    return { read: { ...(draft && { record: draft }), problems }, isAlone: true };
  }
  let isAlone = true;
  const isOriginalBeside = () => {
    isAlone = false;
    return siblings.some((sibling) => hasId(path.join(path.dirname(fullPath), sibling)));
  };
  const readAnew = () => readAgain(fullPath);
  const { draft, problems } = readItem({
    file,
    text,
    place,
    contentDir: name,
    siblings,
    isOriginalBeside,
    keepsTrees,
    readAnew,
  });
  return { read: { ...(draft && { item: draft }), problems }, isAlone };
}

/** The text of a file that was read before; `undefined` where it is not there any more. */
function readAgain(fullPath: string): string | undefined {
  try {
    return readText(fullPath, '', statSync(fullPath).size, []);
  } catch (error) {
    if (!isFileError(error)) throw error;
    return undefined;
  }
}

/** Files that someone meant to be read, whatever is wrong with their name or place. */
const IS_TEXT = /\.(mdx?|ya?ml|json)$/i;

const ORGANISATION_MISSING: Fault = {
  ruleId: 'organisation/missing',
  message: `Missing file \`${ORGANISATION_FILE}\`: languages, address and help lines of every page come from it`,
  hint: 'write it; the handbook shows its fields',
};

function groupLanguageFiles(placed: readonly { parts: readonly string[]; place: Place }[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { parts, place } of placed) {
    if (place.kind !== 'item') continue;
    const key = place.parts.join('/');
    groups.set(key, [...(groups.get(key) ?? []), parts.at(-1) ?? '']);
  }
  return groups;
}

function readText(fullPath: string, file: string, bytes: number, problems: Problem[]): string | undefined {
  if (bytes > TEXT_LIMIT_BYTES) {
    problems.push(problemAt(file, FILE_START, tooLarge(bytes)));
    return undefined;
  }
  const decoded = decodeText(readFileSync(fullPath));
  if (decoded.fault) problems.push(problemAt(file, decoded.position, decoded.fault));
  return decoded.text;
}

/** Whether the fields of a language file, as far as they can be read, have an id. */
function hasId(fullPath: string): boolean {
  try {
    const split = splitFrontmatter(readText(fullPath, '', statSync(fullPath).size, []) ?? '');
    return split.yaml !== undefined && /^id[ \t]*:/m.test(split.yaml);
  } catch (error) {
    if (!isFileError(error)) throw error;
    return false;
  }
}

function startOf(fullPath: string, bytes: number): Uint8Array {
  const descriptor = openSync(fullPath, 'r');
  try {
    const start = Buffer.alloc(bytes);
    return start.subarray(0, readSync(descriptor, start, 0, bytes, 0));
  } finally {
    closeSync(descriptor);
  }
}

function pictureProblems(fullPath: string, file: string): Problem[] {
  const descriptor = openSync(fullPath, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const read = (from: number, bytes: number) => {
      const part = Buffer.alloc(bytes);
      return part.subarray(0, readSync(descriptor, part, 0, bytes, from));
    };
    const start = read(0, Math.min(size, PICTURE_START_BYTES));
    const end = read(Math.max(0, size - PICTURE_END_BYTES), Math.min(size, PICTURE_END_BYTES));
    const fault = findPictureFault({ start, end, size });
    // A banner goes to networks as it is.
    const told = metadataFaults(
      metadataKinds({ size, read }),
      file,
      path.posix.basename(path.posix.dirname(file)) === 'channels',
    );
    return [
      ...(fault ? [problemAt(file, FILE_START, fault)] : []),
      ...told.map(({ fault: one, severity }) => problemAt(file, FILE_START, one, severity)),
    ];
  } finally {
    closeSync(descriptor);
  }
}
