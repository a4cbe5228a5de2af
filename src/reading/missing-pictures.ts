import path from 'node:path';
import type { ItemDraft } from '../model/draft.ts';
import type { Problem } from '../model/problem.ts';
import { suggest } from '../model/suggest.ts';
import { problemAt } from './file-problem.ts';

/**
 * Pictures that a text shows and that do not stand beside it.
 *
 * @param parts The item's folder below the content folder.
 * @param known Every file below the content folder.
 */
export function missingPictures(draft: ItemDraft, parts: readonly string[], known: ReadonlySet<string>): Problem[] {
  return draft.mentions
    .filter(({ kind, value }) => kind === 'image' && !known.has(path.posix.join(...parts, value)))
    .map(({ value, position }) => {
      const near = suggest(value, picturesBeside(parts, known));
      return problemAt(draft.file, position, {
        ruleId: 'image/missing',
        message: `Unexpected picture \`${value}\`: there is no such file beside this one`,
        hint: near ? didYouMean(near, value) : `put it into \`${draft.folder}\``,
      });
    });
}

function picturesBeside(parts: readonly string[], known: ReadonlySet<string>): string[] {
  const folder = `${parts.join('/')}/`;
  return [...known]
    .filter((file) => file.startsWith(folder) && !file.endsWith('.mdx'))
    .map((file) => `./${file.slice(folder.length)}`);
}

function didYouMean(near: string, written: string): string {
  const isCase = near.toLowerCase() === written.toLowerCase();
  return `did you mean \`${near}\`?${isCase ? ' Capital and small letters differ' : ''}`;
}
