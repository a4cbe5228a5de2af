import { spawn } from 'node:child_process';

/** Git cannot be started, or the place it was to reach cannot be reached. Trying again is safe. */
export class GitUnreachableError extends Error {
  override name = 'GitUnreachableError';
}

export interface GitAnswer {
  /** `undefined` where git was ended for taking too long. */
  code: number | undefined;
  stdout: string;
  /** May hold addresses with tokens in them and words of a server: it is read, and never shown. */
  stderr: string;
}

export interface Git {
  /** Runs git to its end, whatever it answers. */
  ask(words: readonly string[], input?: Buffer | string): Promise<GitAnswer>;
  /** What git answers, without the end of the line. Throws what `failed` makes of it where it fails. */
  run(words: readonly string[], input?: Buffer | string): Promise<string>;
  /** The same, to the byte. */
  bytes(words: readonly string[], input?: Buffer | string): Promise<Buffer>;
}

export interface GitOptions {
  /** How long git may take for one thing. */
  timeoutMs: number;
  /** Variables besides those of this process. */
  variables?: Readonly<Record<string, string>>;
  /** The error for an answer that says that git failed; never with words of git's own. */
  failed: (answer: GitAnswer) => Error;
}

/** Variables by which whoever started this program may have pointed git elsewhere. */
const OTHER_PLACES = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_COMMON_DIR',
  'GIT_NAMESPACE',
  'GIT_PREFIX',
  'GIT_SHALLOW_FILE',
  'GIT_CEILING_DIRECTORIES',
  'GIT_REPLACE_REF_BASE',
  'GIT_GRAFT_FILE',
];

/** No hook of the repository runs, nothing is tidied up, and no byte of a file is converted. */
const SETTINGS = [
  'core.hooksPath=/dev/null',
  'core.autocrlf=false',
  'core.eol=lf',
  'core.attributesFile=/dev/null',
  'core.sparseCheckout=false',
  'core.splitIndex=false',
  'core.fsmonitor=false',
  'gc.auto=0',
  'maintenance.auto=false',
  'push.gpgSign=false',
];

/** Git, in this folder. It asks nobody anything. */
export function gitIn(folder: string, { timeoutMs, variables, failed }: GitOptions): Git {
  const environment: NodeJS.ProcessEnv = { ...process.env };
  for (const name of OTHER_PLACES) delete environment[name];
  Object.assign(environment, { GIT_TERMINAL_PROMPT: '0', GCM_INTERACTIVE: 'never', LC_ALL: 'C' }, variables);
  const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
  const spawned = (words: readonly string[], input: Buffer | string = '') =>
    new Promise<Omit<GitAnswer, 'stdout'> & { stdout: Buffer }>((resolve, reject) => {
      const child = spawn('git', [...settings, ...words], { cwd: folder, env: environment, timeout: timeoutMs });
      const stdout: Buffer[] = [];
      const stderr: Buffer[] = [];
      child.stdout.on('data', (bytes: Buffer) => stdout.push(bytes));
      child.stderr.on('data', (bytes: Buffer) => stderr.push(bytes));
      // Git may end before it has read everything; its answer says why.
      child.stdin.on('error', () => {});
      child.on('error', () => reject(new GitUnreachableError('Git cannot be started; git 2.39 or later is needed.')));
      child.on('close', (code) =>
        resolve({
          code: code ?? undefined,
          stdout: Buffer.concat(stdout),
          stderr: Buffer.concat(stderr).toString('utf8'),
        }),
      );
      child.stdin.end(input);
    });
  const ask: Git['ask'] = async (words, input) => {
    const { stdout, ...answer } = await spawned(words, input);
    return { ...answer, stdout: stdout.toString('utf8') };
  };
  return {
    ask,
    async run(words, input) {
      const answer = await ask(words, input);
      if (answer.code !== 0) throw failed(answer);
      return answer.stdout.trimEnd();
    },
    async bytes(words, input) {
      const { stdout, ...answer } = await spawned(words, input);
      if (answer.code !== 0) throw failed({ ...answer, stdout: stdout.toString('utf8') });
      return stdout;
    },
  };
}

/** Git's trouble in words of ours: what it wrote may hold a token, or whatever a server liked to say. */
export function gitTrouble({ code, stderr }: GitAnswer): string {
  return code === undefined
    ? 'it does not answer in time'
    : (TROUBLES.find(([sign]) => sign.test(stderr))?.[1] ?? `git ended with ${code}`);
}

const TROUBLES: readonly (readonly [RegExp, string])[] = [
  [/could not resolve host|name or service not known/i, 'its name is not known'],
  [/timed out|too slow|less than \d+ bytes/i, 'it does not answer in time'],
  [
    /authentication failed|could not read (username|password)|permission denied|error: 40[13]/i,
    'it does not accept the credentials',
  ],
  [/error: 5\d\d/i, 'it has trouble of its own'],
  [
    /error: 404|repository .*not found|does not appear to be a git repository|does not exist/i,
    'there is no such repository, or the credentials do not open it',
  ],
  [
    /refused|reset by peer|could ?n.t connect|unable to connect|hung up|early eof|unreachable|disconnect/i,
    'the connection fails',
  ],
];
