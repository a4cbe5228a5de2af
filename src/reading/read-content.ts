import { closeSync, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { assembleContent } from '../model/assemble-content.ts';
import type { Content } from '../model/content.ts';
import type { Drafts, ItemDraft, RecordDraft } from '../model/draft.ts';
import { compareProblems, type Fault, type Problem } from '../model/problem.ts';
import { findCaptionsFault } from './check-captions.ts';
import { findPictureFault, PICTURE_END_BYTES, PICTURE_START_BYTES } from './check-picture.ts';
import { decodeText, TEXT_LIMIT_BYTES, tooLarge } from './decode-text.ts';
import { FILE_START, problemAt } from './file-problem.ts';
import { splitFrontmatter } from './frontmatter.ts';
import { isFileError, listFiles, unreadable } from './list-files.ts';
import { missingBanner, missingPictures } from './missing-pictures.ts';
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

/**
 * Reads the whole content folder: the only reader there is. Mistakes in content are Problems; it throws only when the
 * folder itself cannot be listed.
 *
 * @param root Absolute path of the project.
 * @param contentDir Content folder below (or beside) it.
 */
export async function readContent(root: string, contentDir = 'content'): Promise<ContentRead> {
  const folder = path.resolve(root, contentDir);
  const name = path.relative(root, folder).split(path.sep).join('/') || '.';
  const { files, faults } = await listFiles(folder);
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
  for (const { parts, place } of placed) {
    const file = nameOf(parts);
    const fullPath = path.join(folder, ...parts);
    if (place.kind === 'image') {
      report(pictureProblems(fullPath, file));
      continue;
    }
    if (place.kind === 'captions') {
      const captions = readText(fullPath, file, problems);
      const fault = captions === undefined ? undefined : findCaptionsFault(captions);
      if (fault) problems.push(problemAt(file, fault.position, fault.fault));
      continue;
    }
    if (place.kind === 'misplaced') {
      problems.push(problemAt(file, FILE_START, place.fault));
      if (IS_TEXT.test(file)) unread.add(file);
      continue;
    }
    const text = readText(fullPath, file, problems);
    if (text === undefined) {
      unread.add(file);
      continue;
    }
    if (place.kind === 'record') {
      const read = readRecord(file, place.collection, text);
      report(read.problems);
      const missing = read.draft ? missingBanner(read.draft, known) : [];
      report(missing);
      if (read.draft) records.push(missing.length > 0 ? { ...read.draft, whole: false } : read.draft);
      else unread.add(file);
      continue;
    }
    const siblings = (languageFiles.get(place.parts.join('/')) ?? []).filter((sibling) => sibling !== parts.at(-1));
    const isOriginalBeside = () => siblings.some((sibling) => hasId(path.join(folder, ...place.parts, sibling)));
    const read = readItem({ file, text, place, contentDir: name, siblings, isOriginalBeside });
    report(read.problems);
    if (!read.draft) {
      unread.add(file);
      continue;
    }
    const missing = missingPictures(read.draft, place.parts, known);
    report(missing);
    items.push(missing.length > 0 ? { ...read.draft, whole: false } : read.draft);
  }
  const drafts = { records, items, unread, files: placed.map(({ parts }) => nameOf(parts)) };
  return { drafts, content: assembleContent(drafts), problems: problems.toSorted(compareProblems) };
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

function readText(fullPath: string, file: string, problems: Problem[]): string | undefined {
  try {
    const { size } = statSync(fullPath);
    if (size > TEXT_LIMIT_BYTES) {
      problems.push(problemAt(file, FILE_START, tooLarge(size)));
      return undefined;
    }
    const decoded = decodeText(readFileSync(fullPath));
    if (decoded.fault) problems.push(problemAt(file, decoded.position, decoded.fault));
    return decoded.text;
  } catch (error) {
    if (!isFileError(error)) throw error;
    problems.push(problemAt(file, FILE_START, unreadable(error)));
    return undefined;
  }
}

/** Whether the fields of a language file, as far as they can be read, have an id. */
function hasId(fullPath: string): boolean {
  const split = splitFrontmatter(readText(fullPath, '', []) ?? '');
  return split.yaml !== undefined && /^id[ \t]*:/m.test(split.yaml);
}

function pictureProblems(fullPath: string, file: string): Problem[] {
  try {
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
      return fault ? [problemAt(file, FILE_START, fault)] : [];
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (!isFileError(error)) throw error;
    return [problemAt(file, FILE_START, unreadable(error))];
  }
}
