import path from 'node:path';
import type { Content } from '../src/model/content.ts';
import type { Drafts } from '../src/model/draft.ts';
import { suggest } from '../src/model/suggest.ts';
import { dayAt, type EpochMs } from '../src/model/time.ts';
import { UsageError } from './arguments.ts';
import { checkedContent } from './checked-content.ts';
import { countProblems, formatProblems, type ProblemFormat } from './print-problems.ts';

export interface RosterContent {
  content: Content;
  drafts: Drafts;
  /** The content folder as files name it. */
  contentDir: string;
  /** The organisation's calendar day. */
  today: string;
}

/**
 * The content as far as it is whole, for commands on people and time: a slip in one page keeps nobody from taking away the
 * access of somebody who left. `undefined`, with the problems printed, where the organisation's own file or one of the
 * roster cannot be read; where the roster has to be `faultless`, where a rule has something against one of them.
 */
export async function rosterContent(options: {
  root: string;
  contentDir: string;
  now: EpochMs;
  format: ProblemFormat;
  roster?: 'read' | 'faultless';
}): Promise<RosterContent | undefined> {
  const { root, now, format, roster = 'read' } = options;
  const { content, drafts, problems } = await checkedContent({ root, contentDir: options.contentDir, now });
  const contentDir = path.relative(root, path.resolve(root, options.contentDir)).split(path.sep).join('/') || '.';
  const errors = problems.filter(({ severity }) => severity === 'error');
  const isOfRoster = (file: string) => /^(?:organisation\.yml$|people\/)/.test(path.posix.relative(contentDir, file));
  const whole = new Set(drafts.records.filter((record) => record.whole).map(({ file }) => file));
  const fatal = errors.filter(({ file }) => isOfRoster(file) && (roster === 'faultless' || !whole.has(file)));
  if (fatal.length > 0 || !content) {
    process.stdout.write(formatProblems(fatal, format, root));
    process.stderr.write(`${countProblems(fatal)}; mend them first\n`);
    return undefined;
  }
  const files = new Set(errors.map(({ file }) => file)).size;
  if (files > 0)
    process.stderr.write(
      `${files === 1 ? 'A file has' : `${files} files have`} mistakes (npm run check), and what stands there may be missing here.\n`,
    );
  return { content, drafts, contentDir, today: dayAt(now, content.organisation.timeZone) };
}

/** The id of a person, as given. Throws a UsageError where the roster has none of this name. */
export function personNamed(id: string, { people }: Pick<Content, 'people'>): string {
  if (people.has(id)) return id;
  const known = [...people.keys()];
  const near = suggest(id, known);
  throw new UsageError(
    `There is no person ${id}; ${near ? `did you mean ${near}?` : `the people are ${known.join(', ')}.`}`,
  );
}
