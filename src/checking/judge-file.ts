import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../model/problem.ts';
import type { ProseSource } from '../model/prose.ts';
import { decodeText, TEXT_LIMIT_BYTES } from '../reading/decode-text.ts';
import { isFileError } from '../reading/list-files.ts';
import { readProse } from '../reading/read-prose.ts';
import { judgeProse } from '../validation/judge-prose.ts';

/** A language file whose words nobody has judged yet. */
export interface ProseJob extends ProseSource {
  /** Fingerprint of the text that its fields were read from. */
  revision: string;
}

/** A problem without the name of its file: the same text under another name has the same problems. */
export type KeptProblem = Omit<Problem, 'file'>;

/**
 * What the rules on words say of a file. `undefined` where the file is another than the one that was read before, or is
 * gone: who wrote it will have it read again.
 *
 * @param root Absolute path of the project.
 */
export function judgeFile(root: string, { revision, ...source }: ProseJob): KeptProblem[] | undefined {
  const text = textOf(path.resolve(root, source.file));
  if (text === undefined || createHash('sha256').update(text).digest('hex').slice(0, revision.length) !== revision)
    return undefined;
  const blocks = readProse(text, source.collection, source.fields);
  return judgeProse({ ...source, blocks }).map(({ file: _file, ...problem }) => problem);
}

function textOf(fullPath: string): string | undefined {
  try {
    if (statSync(fullPath).size > TEXT_LIMIT_BYTES) return undefined;
    return decodeText(readFileSync(fullPath)).text;
  } catch (error) {
    if (!isFileError(error)) throw error;
    return undefined;
  }
}
