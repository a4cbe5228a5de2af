import { type ParseArgsConfig, parseArgs } from 'node:util';
import { suggest } from '../src/model/suggest.ts';
import { day, type EpochMs, instant, toEpochMs } from '../src/model/time.ts';

/** 0 fine; 1 content is at fault; 2 wrong usage or a broken world. */
export type ExitCode = 0 | 1 | 2;

/** The command was called wrongly. Its message is the whole story: no stack is shown. */
export class UsageError extends Error {
  override name = 'UsageError';
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Options that all commands take. */
const COMMON = {
  content: { type: 'string', default: 'content' },
  now: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const satisfies Options;

/** The command line, held against what the command takes. Throws a UsageError that says what to write instead. */
export function readArguments<const O extends Options>(own: O, allowPositionals = false) {
  const options = { ...COMMON, ...own };
  try {
    return parseArgs({ options, allowPositionals, strict: true });
  } catch (error) {
    if (!(error instanceof TypeError) || !('code' in error)) throw error;
    const [, written] = /'(--?[^' =]+)/.exec(error.message) ?? [];
    const near = written ? suggest(written.replace(/^-+/, ''), Object.keys(options)) : undefined;
    if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
      throw new UsageError(
        `Unknown option ${written}; ${near ? `did you mean --${near}?` : `the options are ${names(options)}.`}`,
        { cause: error },
      );
    }
    if (error.code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') {
      throw new UsageError(
        `Unexpected ${/'([^']*)'/.exec(error.message)?.[1] ?? 'word'}; options start with --: ${names(options)}.`,
        { cause: error },
      );
    }
    throw new UsageError(error.message, { cause: error });
  }
}

/** The moment the command works at: `--now`, or the system's clock. The only place where the clock is read. */
export function momentOf(now: string | undefined): EpochMs {
  if (now === undefined) return Date.now();
  return toEpochMs(checkedText('now', now, instant));
}

/** A calendar day given as the option `name`. Throws a UsageError that says what to write instead. */
export function dayOf(name: string, value: string): string {
  return checkedText(name, value, day);
}

function checkedText(name: string, value: string, form: typeof day | typeof instant): string {
  const checked = form.safeParse(value);
  if (checked.success) return value;
  const [issue] = checked.error.issues;
  const hint = issue?.code === 'custom' ? `; ${issue.params?.hint}` : '';
  throw new UsageError(`--${name}: ${issue?.message}${hint}`.replaceAll(/[`"]/g, ''));
}

/** Runs a command and ends the process with its exit code. What breaks is told in a sentence. */
export async function runCommand(usage: string, main: () => Promise<ExitCode>): Promise<void> {
  if (process.argv.includes('--help') || process.argv.includes('-h')) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  goOnWhenNobodyReads();
  try {
    process.exitCode = await main();
  } catch (error) {
    process.exitCode = 2;
    if (error instanceof UsageError) process.stderr.write(`${error.message}\n\n${usage}\n`);
    else process.stderr.write(`${describeError(error)}\n`);
  }
}

/** `npm run send | head` closes the pipe: what is left to say is said to nobody, and what was begun is finished. */
function goOnWhenNobodyReads(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (process.env.AAGAHI_DEBUG) return error.stack ?? error.message;
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `${error.name === 'Error' ? '' : `${error.name}: `}${error.message}${cause}\nSet AAGAHI_DEBUG=1 to see where it happened.`;
}

function names(options: Options): string {
  return Object.keys(options)
    .map((name) => `--${name}`)
    .join(', ');
}
