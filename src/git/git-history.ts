import { type History, UnreadError, type Written } from '../approvals/ports.ts';
import { type Git, type GitAnswer, gitIn, gitTrouble } from './git-command.ts';

const TIMEOUT_MS = 60_000;

/** What a remote says of a commit that it does not have, or does not give out. */
const NOT_THERE = /not our ref|unadvertised object|remote ref .* not found|couldn't find remote ref/i;

export interface HistoryOptions {
  /** A folder of the checkout; paths are from there. */
  folder: string;
  /** Name of a remote of the repository: from there is fetched what is not here. */
  remote?: string;
  timeoutMs?: number;
}

/** Git as the history is read with: no replacement that somebody put into this repository is taken for a commit. */
export function historyGit({ folder, timeoutMs = TIMEOUT_MS }: HistoryOptions): Git {
  return gitIn(folder, { timeoutMs, variables: { GIT_NO_REPLACE_OBJECTS: '1' }, failed: unread });
}

/** The history of a checkout. Throws an UnreadError where there is none, or only a part of it. */
export async function openHistory(options: HistoryOptions): Promise<History> {
  const git = historyGit(options);
  const { remote = 'origin' } = options;
  const { code, stdout } = await git.ask(['rev-parse', '--is-shallow-repository', 'HEAD^{commit}']);
  const [isShallow, head = ''] = stdout.trim().split('\n');
  if (code !== 0)
    throw new UnreadError('this folder is no git checkout, which the reviews of its content are found by');
  if (isShallow !== 'false')
    throw new UnreadError('this checkout has only a part of its history; check out with `fetch-depth: 0`');
  let landed: Promise<Set<string>> | undefined;
  const known = new Map<string, Promise<unknown>>();
  const once = <T>(name: string, ask: () => Promise<T>): Promise<T> => {
    const asked = (known.get(name) as Promise<T> | undefined) ?? ask();
    known.set(name, asked);
    return asked;
  };
  const has = async (commit: string) => {
    const isHere = async () => (await git.ask(['cat-file', '-e', `${commit}^{commit}`])).code === 0;
    if (!isCommitName(commit)) return false;
    return (await isHere()) || ((await fetchCommit(git, remote, commit)) && (await isHere()));
  };
  return {
    head,
    lastChange: (until, paths) =>
      once(`change ${until} ${paths.join('\0')}`, async () => {
        const words = ['rev-list', '--max-count=1', '--first-parent', until, '--', ...paths];
        return (await git.run(['--literal-pathspecs', ...words])) || undefined;
      }),
    parentOf: (commit) =>
      once(`parent ${commit}`, async () => {
        const { stdout: parent } = await git.ask(['rev-parse', '--verify', '--quiet', `${commit}^1`]);
        return parent.trim() || undefined;
      }),
    async isLanded(commit) {
      landed ??= git.run(['rev-list', '--first-parent', head]).then((names) => new Set(names.split('\n')));
      return (await landed).has(commit);
    },
    writtenBy: (commit) => once(`written ${commit}`, () => writtenBy(git, commit)),
    has: (commit) => once(`has ${commit}`, () => has(commit)),
    isPlainMerge: (commit) => once(`merge ${commit}`, () => isPlainMerge(git, commit)),
  };
}

function isCommitName(name: string): boolean {
  return /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(name);
}

/** Fetches one commit with what it follows. `false` where the remote does not have it any more. */
async function fetchCommit(git: Git, remote: string, commit: string): Promise<boolean> {
  const words = ['--no-tags', '--no-recurse-submodules', '--no-write-fetch-head', '--refmap=', '--quiet'];
  const answer = await git.ask(['fetch', ...words, remote, commit]);
  if (answer.code === 0) return true;
  if (NOT_THERE.test(answer.stderr)) return false;
  throw new UnreadError(`commit ${commit.slice(0, 7)} cannot be fetched from \`${remote}\`: ${gitTrouble(answer)}`);
}

async function writtenBy(git: Git, commit: string): Promise<Written> {
  const [name = '', email = '', at = ''] = (
    await git.run(['show', '--no-patch', '--format=%an%x00%ae%x00%aI', commit])
  ).split('\0');
  return { name, email, at };
}

async function isPlainMerge(git: Git, commit: string): Promise<boolean> {
  const parents = (await git.run(['rev-list', '--parents', '--max-count=1', commit])).split(' ').slice(1);
  const [ours, theirs] = parents;
  if (ours === undefined || theirs === undefined || parents.length > 2) return false;
  // With a conflict, or by a git that cannot tell, somebody decided what it says.
  const merged = await git.ask(['merge-tree', '--write-tree', '--no-messages', ours, theirs]);
  return merged.code === 0 && merged.stdout.trim() === (await git.run(['rev-parse', `${commit}^{tree}`]));
}

function unread(answer: GitAnswer): UnreadError {
  return new UnreadError(`git cannot read the history: ${gitTrouble(answer)}`);
}
