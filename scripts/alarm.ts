import { githubAccess } from '../src/github/github-access.ts';
import { githubClient } from '../src/github/github-client.ts';
import { describeGithub } from '../src/github/github-trouble.ts';
import { readArguments, runCommand, UsageError } from './arguments.ts';

const USAGE = `npm run alarm -- --said FILE [--state ok|trouble]

Keeps one issue of this repository about what awaits a person: opens it, renews its text, and closes it again when nothing
does. FILE holds what \`npm run status\` and \`npm run send\` said. Needs GITHUB_TOKEN and GITHUB_REPOSITORY, as workflows have them.`;

const LABEL = 'publishing';
const MARK = '<!-- aagahi: alarm -->';
/** GitHub takes 65,536 characters. */
const LONGEST = 60_000;

await runCommand(USAGE, async () => {
  const { values } = readArguments({ said: { type: 'string' }, state: { type: 'string', default: 'trouble' } });
  if (values.said === undefined) throw new UsageError('Say what there is to tell: --said FILE.');
  if (values.state !== 'ok' && values.state !== 'trouble') throw new UsageError('--state is ok or trouble.');
  const access = githubAccess(process.env);
  if (!access) throw new UsageError('GITHUB_TOKEN and GITHUB_REPOSITORY are not set: this is for workflows.');
  const { readFileSync } = await import('node:fs');
  const said = readFileSync(values.said, 'utf8').trim().slice(0, LONGEST);
  try {
    const client = await githubClient(access);
    const login = await client.login();
    const issues = await client.issues(LABEL, '');
    const open = issues.find(
      ({ state, body, user }) => state === 'open' && body?.startsWith(MARK) && user?.login === login,
    );
    if (values.state === 'ok') {
      if (open) await client.update(open.number, { state: 'closed', state_reason: 'completed' });
      process.stdout.write(open ? `closed ${open.html_url}\n` : 'nothing to tell\n');
      return 0;
    }
    const body = `${MARK}\n\nPublishing needs a person. This text is renewed by each run, and the issue closes by itself when nothing is left.\n\n${fenced(said)}\n\nThe handbook’s chapter on networks says what each line means and what to do.\n`;
    if (open?.body === body) {
      process.stdout.write(`unchanged ${open.html_url}\n`);
      return 0;
    }
    const issue = open
      ? await client.update(open.number, { body })
      : await client.create({ title: 'Publishing needs a person', body, labels: [LABEL] });
    process.stdout.write(`${open ? 'renewed' : 'opened'} ${issue.html_url}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`GitHub did not take the alarm (${describeGithub(error).told}).\n`);
    return 2;
  }
});

function fenced(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}text\n${text}\n${fence}`;
}
