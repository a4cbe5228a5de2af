import { readArguments, runCommand, UsageError } from './arguments.ts';
import { issueAccess, keepOneIssue } from './keep-one-issue.ts';

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
  const access = issueAccess(process.env);
  const { readFileSync } = await import('node:fs');
  const said = readFileSync(values.said, 'utf8').trim().slice(0, LONGEST);
  const { isKept, told } = await keepOneIssue(access, {
    label: LABEL,
    mark: MARK,
    title: 'Publishing needs a person',
    body: values.state === 'ok' ? undefined : bodyOf(said),
  });
  if (!isKept) {
    process.stderr.write(`GitHub did not take the alarm (${told}).\n`);
    return 2;
  }
  process.stdout.write(`${told}\n`);
  return 0;
});

function bodyOf(said: string): string {
  return `Publishing needs a person. This text is renewed by each run, and the issue closes by itself when nothing is left.\n\n${fenced(said)}\n\nThe handbook’s chapter on networks says what each line means and what to do.\n`;
}

function fenced(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}text\n${text}\n${fence}`;
}
