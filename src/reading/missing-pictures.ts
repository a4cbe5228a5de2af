import path from 'node:path';
import type { ItemDraft, Mention, RecordDraft } from '../model/draft.ts';
import type { Problem } from '../model/problem.ts';
import { suggest } from '../model/suggest.ts';
import { problemAt } from './file-problem.ts';
import { PICTURE_NAME } from './places.ts';

/**
 * Pictures, films and captions that an item shows and that do not stand beside it.
 *
 * @param parts The item's folder below the content folder.
 * @param known Every file below the content folder.
 */
export function missingPictures(draft: ItemDraft, parts: readonly string[], known: ReadonlySet<string>): Problem[] {
  return draft.mentions.flatMap(({ kind, value, position }) => {
    const missing = MISSING[kind];
    if (!missing || !value.startsWith('./') || known.has(path.posix.join(...parts, value))) return [];
    const near = suggest(value, filesBeside(parts, known));
    return problemAt(draft.file, position, {
      ruleId: missing.ruleId,
      message: `Unexpected ${missing.what} \`${value}\`: there is no such file beside this one`,
      hint: near ? didYouMean(near, value) : `put it into \`${draft.folder}\``,
    });
  });
}

const MISSING: Partial<Record<Mention['kind'], { ruleId: string; what: string }>> = {
  image: { ruleId: 'image/missing', what: 'picture' },
  captions: { ruleId: 'video/captions-missing', what: 'captions' },
  film: { ruleId: 'video/missing', what: 'film' },
};

/** The default banner of a channel, where there is no such picture beside the channel's file. */
export function missingBanner(draft: RecordDraft, known: ReadonlySet<string>): Problem[] {
  if (draft.collection !== 'channels' || draft.fields.defaultBanner === undefined) return [];
  const written = draft.fields.defaultBanner;
  if (known.has(path.posix.join('channels', written)) && PICTURE_NAME.test(written)) return [];
  const near = suggest(
    written,
    filesBeside(['channels'], known).filter((name) => PICTURE_NAME.test(name)),
  );
  return [
    problemAt(draft.file, draft.locate(['defaultBanner']), {
      ruleId: 'image/missing',
      message: `Unexpected picture \`${written}\`: there is no such file beside this one`,
      hint: near ? didYouMean(near, written) : 'put it into `content/channels`, and write for example `./banner.png`',
    }),
  ];
}

function filesBeside(parts: readonly string[], known: ReadonlySet<string>): string[] {
  const folder = `${parts.join('/')}/`;
  return [...known]
    .filter((file) => file.startsWith(folder) && !file.endsWith('.mdx'))
    .map((file) => `./${file.slice(folder.length)}`);
}

function didYouMean(near: string, written: string): string {
  const isCase = near.toLowerCase() === written.toLowerCase();
  return `did you mean \`${near}\`?${isCase ? ' Capital and small letters differ' : ''}`;
}
