import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { assembleContent } from '../model/assemble-content.ts';
import type { Content } from '../model/content.ts';
import type { Drafts, ItemDraft, RecordDraft } from '../model/draft.ts';
import { compareProblems, type Problem } from '../model/problem.ts';
import { suggest } from '../model/suggest.ts';
import { decodeText, TEXT_LIMIT_BYTES, tooLarge } from './decode-text.ts';
import { FILE_START, problemAt } from './file-problem.ts';
import { isFileError, listFiles, unreadable } from './list-files.ts';
import { type Place, placeOf } from './places.ts';
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
  const records: RecordDraft[] = [];
  const items: ItemDraft[] = [];
  const unread = new Set<string>();
  const known = new Set(files.map(({ parts }) => parts.join('/')));
  const placed = files.map(({ parts }) => ({ parts, place: placeOf(parts) }));
  const languageFiles = groupLanguageFiles(placed);
  for (const { parts, place } of placed) {
    const file = nameOf(parts);
    if (place.kind === 'image') continue;
    if (place.kind === 'misplaced') {
      problems.push(problemAt(file, FILE_START, place.fault));
      continue;
    }
    const text = readText(path.join(folder, ...parts), file, problems);
    if (text === undefined) {
      unread.add(file);
      continue;
    }
    if (place.kind === 'record') {
      const read = readRecord(file, place.collection, text);
      problems.push(...read.problems);
      if (read.draft) records.push(read.draft);
      else unread.add(file);
      continue;
    }
    const siblings = (languageFiles.get(place.parts.join('/')) ?? []).filter((sibling) => sibling !== parts.at(-1));
    const read = readItem({ file, text, place, contentDir: name, siblings });
    problems.push(...read.problems);
    if (!read.draft) {
      unread.add(file);
      continue;
    }
    const missing = missingPictures(read.draft, place.parts, known);
    problems.push(...missing);
    items.push(missing.length > 0 ? { ...read.draft, whole: false } : read.draft);
  }
  const drafts = { records, items, unread };
  return { drafts, content: assembleContent(drafts), problems: problems.toSorted(compareProblems) };
}

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

function missingPictures(draft: ItemDraft, parts: readonly string[], known: ReadonlySet<string>): Problem[] {
  return draft.mentions
    .filter(({ kind }) => kind === 'image')
    .flatMap(({ value, position }) => {
      const wanted = path.posix.join(...parts, value);
      if (known.has(wanted)) return [];
      const folder = `${path.posix.dirname(wanted)}/`;
      const beside = [...known]
        .filter((file) => file.startsWith(folder))
        .map((file) => `./${file.slice(folder.length)}`);
      const near = suggest(value, beside);
      const fault = {
        ruleId: 'image/missing',
        message: `Unexpected picture \`${value}\`: there is no such file beside this one`,
        hint: near ? `did you mean \`${near}\`? Capital and small letters differ` : `put it into \`${draft.folder}\``,
      };
      return [problemAt(draft.file, position, fault)];
    });
}
