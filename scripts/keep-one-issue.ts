import { type GithubAccess, githubAccess } from '../src/github/github-access.ts';
import { githubClient } from '../src/github/github-client.ts';
import { describeGithub } from '../src/github/github-trouble.ts';
import { UsageError } from './arguments.ts';

export interface OneIssue {
  label: string;
  /** A hidden first line by which the issue is known again. */
  mark: string;
  title: string;
  /** What there is to tell; `undefined` closes the issue. */
  body: string | undefined;
}

/** The access that a workflow gives. Throws a UsageError elsewhere. */
export function issueAccess(environment: Readonly<Record<string, string | undefined>>): GithubAccess {
  const access = githubAccess(environment);
  if (!access) throw new UsageError('GITHUB_TOKEN and GITHUB_REPOSITORY are not set: this is for workflows.');
  return access;
}

/** What became of the issue, in a line for the log; or why GitHub did not take it. */
export type Kept = { isKept: boolean; told: string };

/**
 * Keeps one issue of this repository: opens it, renews its text, and closes it when there is nothing left to tell. Only an
 * issue that the token’s own account wrote counts, because everyone may open one with the mark in it.
 */
export async function keepOneIssue(access: GithubAccess, { label, mark, title, body }: OneIssue): Promise<Kept> {
  try {
    const client = await githubClient(access);
    const login = await client.login();
    const open = (await client.issues(label, '')).find(
      (issue) => issue.state === 'open' && issue.body?.startsWith(mark) && issue.user?.login === login,
    );
    if (body === undefined) {
      if (open) await client.update(open.number, { state: 'closed', state_reason: 'completed' });
      return { isKept: true, told: open ? `closed ${open.html_url}` : 'nothing to tell' };
    }
    const marked = `${mark}\n\n${body}`;
    if (open?.body === marked) return { isKept: true, told: `unchanged ${open.html_url}` };
    const issue = open
      ? await client.update(open.number, { body: marked })
      : await client.create({ title, body: marked, labels: [label] });
    return { isKept: true, told: `${open ? 'renewed' : 'opened'} ${issue.html_url}` };
  } catch (error) {
    return { isKept: false, told: describeGithub(error).told };
  }
}
