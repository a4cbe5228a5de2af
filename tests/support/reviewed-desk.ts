import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { type DeskPost, deskFiles, postFile, translationFile } from './desk-files.ts';
import type { FakeCommit, FakePull, FakeReview } from './github-pulls.ts';
import { type GithubServer, startGithubServer } from './github-server.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Files to write, and `null` for those to remove, by their path below `content`. */
export type Change = Readonly<Record<string, string | null>>;

export interface ReviewedDesk {
  /** The checkout that is published from: a clone of the branch `main`. */
  folder: string;
  github: GithubServer;
  /** Brings `folder` to what `main` is now. */
  update(): void;
  /** Opens a pull request with one commit on a branch of `main`. */
  open(change: Change, different?: PullOptions): OpenPull;
  /** Commits straight to `main`. Gives the commit. */
  push(change: Change): string;
  /** Git, where everybody's branches are. */
  git(...words: string[]): string;
}

export interface PullOptions {
  /** Login of whoever opens it and commits. */
  by?: string;
  into?: string;
  /** Of the commit, where they are others. `null` is an address that belongs to no account. */
  author?: string | null;
  committer?: string;
}

export interface OpenPull {
  pull: FakePull;
  /** One more commit; `rewrite` puts it in the place of all before. Gives its name. */
  commit(change: Change, different?: PullOptions & { rewrite?: boolean }): string;
  /** Joins what `main` is by now into it, as the button “Update branch” does. */
  updateBranch(by: string): string;
  review(login: string | null, state: FakeReview['state'], different?: Partial<FakeReview>): void;
  merge(how?: 'merge' | 'squash' | 'rebase'): string;
}

/** A moment long before anything of the desk is due. */
const FIRST_COMMIT = Date.parse('2026-11-01T06:00:00Z');
export const REVIEWED = '2026-11-20T06:00:00Z';

const PEOPLE: Readonly<Record<string, [login: string, ...roles: string[]]>> = {
  amina: ['amina-writes', 'author'],
  sana: ['Sana-Edits', 'editor'],
  hina: ['hina-md', 'clinician'],
  omar: ['omar-both', 'editor', 'clinician'],
  kamran: ['kamran-duty', 'duty-approver'],
};

/** The file of a person. */
export function personFile(id: string, login: string, roles: readonly string[]): string {
  const lines = roles.map((role) => (role.includes('\n') ? role : `  - role: ${role}\n    startsOn: 2025-01-06\n`));
  return `id: ${id}\nname:\n  en: ${id}\n  ur: ${id}\ngithub: ${login}\nroles:\n${lines.join('')}`;
}

/** The files of a post in English and, where it has one, in Urdu. */
export function postFiles(post: DeskPost): Record<string, string> {
  const folder = `campaigns/clean-hands/posts/${post.id}`;
  return {
    [`${folder}/en.mdx`]: postFile(post),
    ...(post.urdu !== undefined && { [`${folder}/ur.mdx`]: translationFile(post.urdu, postFile(post)) }),
  };
}

/** The files that this desk begins with: five people, and a campaign on a health claim. */
export function reviewedFiles(): Record<string, string> {
  const files = deskFiles(false);
  const people = Object.entries(PEOPLE).map(([id, [login, ...roles]]) => [
    `people/${id}.yml`,
    personFile(id, login, roles),
  ]);
  const page = files['campaigns/clean-hands/en.mdx'] ?? '';
  return {
    ...files,
    ...Object.fromEntries(people),
    'campaigns/clean-hands/en.mdx': page.replace('risk: routine', 'risk: health-claim'),
  };
}

/**
 * A desk whose content is on a branch `main`, with people who write and review on a fake GitHub. Merges are made by git as
 * GitHub makes them: with a merge, squashed into one commit, or rebased, which keeps authors and their dates and makes other
 * commits. What is pushed away stays where it was for a while, there as here.
 */
export async function reviewedDesk(): Promise<ReviewedDesk> {
  const root = temporaryFolder();
  const github = await startGithubServer();
  onTestFinished(() => github.stop());
  const work = path.join(root, 'origin');
  const folder = path.join(root, 'checkout');
  cpSync(firstDesk(), root, { recursive: true });
  const config = path.join(folder, '.git/config');
  writeFileSync(config, readFileSync(config, 'utf8').replaceAll(path.join(firstDesk(), 'origin'), work));
  let moment = FIRST_COMMIT;
  const git = (...words: string[]) => runGit(work, words, moment);

  const commitAs = (change: Change, author: string, committer: string, message: string): FakeCommit['written'] => {
    writeChange(work, change);
    moment += 60_000;
    git('add', '-A');
    const signed = { ...signedBy(author, mailOf(author), moment), ...committedBy(committer, moment) };
    runGit(work, ['commit', '--quiet', '--allow-empty', '-m', message], moment, signed);
    return { name: author, email: mailOf(author), date: new Date(moment).toISOString() };
  };

  const open: ReviewedDesk['open'] = (change, { by = 'amina-writes', into = 'main', ...different } = {}) => {
    const number = github.pulls.length + 1;
    const branch = `pull-${number}`;
    if (into !== 'main') git('branch', into, 'main');
    git('checkout', '--quiet', '-b', branch, 'main');
    const pull: FakePull = {
      number,
      author: by,
      into,
      head: '',
      state: 'open',
      mergedAt: null,
      mergeCommit: null,
      landed: [],
      commits: [],
      reviews: [],
    };
    github.pulls.push(pull);
    const added = (written: FakeCommit['written'], author: string | null, committer: string, message: string) => {
      const [sha = '', ...parents] = git('log', '--max-count=1', '--format=%H %P').split(' ');
      pull.head = sha;
      pull.commits.push({ sha, author, committer, written, parents, message });
      git('checkout', '--quiet', 'main');
      return sha;
    };
    const commit: OpenPull['commit'] = (more, { rewrite = false, author = by, committer = author ?? by } = {}) => {
      const message = `Change ${pull.commits.length + 1} of #${number}`;
      if (rewrite) {
        git('reset', '--quiet', '--hard', `HEAD~${pull.commits.length}`);
        pull.commits.length = 0;
      }
      return added(commitAs(more, author ?? 'nobody', committer, message), author, committer, message);
    };
    commit(change, different);
    return {
      pull,
      commit(more, others) {
        git('checkout', '--quiet', branch);
        return commit(more, others);
      },
      updateBranch(login) {
        git('checkout', '--quiet', branch);
        moment += 60_000;
        const signed = signedBy(login, mailOf(login), moment);
        runGit(work, ['merge', '--quiet', '--no-ff', '-m', 'Merge branch main', 'main'], moment, signed);
        const written = { name: login, email: mailOf(login), date: new Date(moment).toISOString() };
        return added(written, login, 'web-flow', 'Merge branch main');
      },
      review(login, state, more = {}) {
        pull.reviews.push({ login, state, at: REVIEWED, commit: pull.head, ...more });
      },
      merge(how = 'merge') {
        moment += 60_000;
        if (into !== 'main') git('checkout', '--quiet', into);
        const before = git('rev-parse', 'HEAD');
        switch (how) {
          case 'merge':
            git('merge', '--quiet', '--no-ff', '-m', `Merge #${number}`, branch);
            break;
          case 'squash': {
            git('merge', '--quiet', '--squash', branch);
            const signed = { ...signedBy(by, mailOf(by), moment), ...committedBy('GitHub', moment) };
            runGit(work, ['commit', '--quiet', '-m', `Squashed (#${number})`], moment, signed);
            break;
          }
          case 'rebase':
            git('cherry-pick', '--allow-empty', `main..${branch}`);
        }
        pull.landed = git('rev-list', `${before}..HEAD`).split('\n');
        pull.mergeCommit = pull.landed[0] ?? null;
        pull.mergedAt = new Date(moment).toISOString();
        pull.state = 'closed';
        if (into !== 'main') git('checkout', '--quiet', 'main');
        return pull.mergeCommit ?? '';
      },
    };
  };

  return {
    folder,
    github,
    git,
    open,
    update: () => {
      runGit(folder, ['pull', '--quiet', '--ff-only', 'origin', 'main'], moment);
    },
    push(change) {
      commitAs(change, 'mallory', 'mallory', 'Straight to main');
      return git('rev-parse', 'HEAD');
    },
  };
}

let first: string | undefined;

/** A folder with the desk's first commit in `origin` and a clone of it in `checkout`: made once, and copied. */
function firstDesk(): string {
  if (first !== undefined) return first;
  const root = mkdtempSync(path.join(tmpdir(), 'aagahi-reviewed-'));
  process.once('exit', () => rmSync(root, { recursive: true, force: true }));
  const work = path.join(root, 'origin');
  runGit(root, ['init', '--quiet', '--initial-branch=main', 'origin'], FIRST_COMMIT);
  writeChange(work, reviewedFiles());
  runGit(work, ['add', '-A'], FIRST_COMMIT);
  runGit(work, ['commit', '--quiet', '-m', 'The desk'], FIRST_COMMIT);
  runGit(root, ['clone', '--quiet', work, 'checkout'], FIRST_COMMIT);
  first = root;
  return root;
}

function writeChange(repository: string, change: Change): void {
  for (const [name, text] of Object.entries(change)) {
    const file = path.join(repository, 'content', name);
    if (text === null) rmSync(file);
    else {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
}

function runGit(cwd: string, words: readonly string[], moment: number, variables: Record<string, string> = {}): string {
  return execFileSync('git', ['-c', 'commit.gpgsign=false', '-c', 'gc.auto=0', ...words], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...signedBy('GitHub', 'noreply@github.com', moment), ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}

function mailOf(login: string): string {
  return `${login}@users.noreply.github.com`;
}

function signedBy(name: string, email: string, at: number): Record<string, string> {
  const date = new Date(at).toISOString();
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: date,
  };
}

function committedBy(name: string, at: number): Record<string, string> {
  return {
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: mailOf(name),
    GIT_COMMITTER_DATE: new Date(at).toISOString(),
  };
}
