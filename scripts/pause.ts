import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { PAUSES, pauseSchema } from '../src/model/pause.ts';
import { instant, toEpochMs } from '../src/model/time.ts';
import { momentOf, readArguments, runCommand, UsageError } from './arguments.ts';
import { replaceFile } from './replace-file.ts';

const USAGE = `npm run pause -- awareness|all|nothing --reason "TEXT" [--until INSTANT] [--content DIR]

Writes content/pause.yml and says what stops. awareness: only a crisis is posted; all: nothing is posted, changed, pinned or taken
away; nothing: everything goes on. It holds when that file is in the branch main. Without --until it holds until the file is changed.
Exit code 0: written; 2: something is missing or wrong, and nothing was written.`;

const EFFECT: Readonly<Record<(typeof PAUSES)[number], string>> = {
  nothing: 'Nothing is kept back: what is due is sent, and what was missed meanwhile is skipped and reported.',
  awareness:
    'Stopped: posts of campaigns, their corrections, pins and banners. Still going: messages of incidents, their pins and banners.',
  all: 'Stopped: everything, also messages of incidents. The site and its alerts are still built.',
};

await runCommand(USAGE, async () => {
  const { values, positionals } = readArguments({ reason: { type: 'string' }, until: { type: 'string' } }, true);
  const [written, ...more] = positionals;
  const pause = PAUSES.find((one) => one === written);
  if (pause === undefined || more.length > 0) throw new UsageError('Say what is kept back: awareness, all or nothing.');
  const reason = values.reason?.trim();
  if (pause !== 'nothing' && !reason) throw new UsageError('Say why, for colleagues: --reason "…".');
  if (pause === 'nothing' && values.until !== undefined)
    throw new UsageError('--until goes with awareness or all: nothing has no end.');
  const until = values.until === undefined ? undefined : untilOf(values.until, momentOf(values.now));
  const fields = { pause, ...(reason && { reason }), ...(until !== undefined && { until }) };
  const fault = pauseSchema.safeParse(fields).error?.issues[0];
  if (fault) throw new UsageError(`--${String(fault.path[0])}: ${fault.message}.`.replaceAll('`', ''));
  const root = process.cwd();
  if (!existsSync(path.resolve(root, values.content)))
    throw new UsageError(`There is no folder ${values.content}; name the content's folder with --content DIR.`);
  const file = path.resolve(root, values.content, 'pause.yml');
  await write(file, fields);
  process.stdout.write(
    `${values.content}/pause.yml: pause ${pause}${until === undefined ? '' : ` until ${until}`}\n${EFFECT[pause]}\nIt holds when this is in the branch main: commit it and merge it.\n`,
  );
  return 0;
});

function untilOf(written: string, now: number): string {
  const checked = instant.safeParse(written);
  if (!checked.success) throw new UsageError(`--until: ${checked.error.issues[0]?.message}`.replaceAll('`', ''));
  if (toEpochMs(written) <= now) throw new UsageError(`--until ${written} is in the past; name a moment to come.`);
  return written;
}

/** Puts the fields into the file; its comments stay where they are. */
async function write(file: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const document = parseDocument(existsSync(file) ? readFileSync(file, 'utf8') : '');
  // What cannot be read is written anew: stopping must not fail because of the file that stops.
  const fresh = document.errors.length > 0 || !isMapping(document.toJS()) ? parseDocument('{}') : document;
  if (fresh.contents && 'flow' in fresh.contents) fresh.contents.flow = false;
  for (const name of ['pause', 'reason', 'until'])
    if (fields[name] === undefined) fresh.delete(name);
    else fresh.set(name, fields[name]);
  const text = fresh.toString({ lineWidth: 0 });
  if (existsSync(file)) await replaceFile(file, text);
  else await writeFile(file, text, { flag: 'wx' });
}

function isMapping(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
