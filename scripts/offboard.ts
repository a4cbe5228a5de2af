import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { styleText } from 'node:util';
import { secretVariable } from '../src/channels/channel-secret.ts';
import type { Content } from '../src/model/content.ts';
import { inLanguage } from '../src/model/language.ts';
import type { Person } from '../src/model/person.ts';
import { holdsRole } from '../src/model/roster.ts';
import { CODE_OWNERS_FILE } from '../src/roster/code-owners.ts';
import type { WrittenText } from '../src/roster/named-in-words.ts';
import { isStillHere, type OffboardingTask, offboardingTasks, type TaskState } from '../src/roster/offboarding.ts';
import { type ApprovalNeed, approvalNeeds, uncoveredNeeds } from '../src/validation/approval-needs.ts';
import { momentOf, readArguments, runCommand, UsageError } from './arguments.ts';
import { personNamed, rosterContent } from './roster-content.ts';

const USAGE = `npm run offboard -- PERSON [--json] [--content DIR] [--now INSTANT]

What is to be done when somebody leaves: every place that still names them, with the accounts they can sign in to and the
secrets to change. Exit code 0: nothing is open; 1: something is, or its day is still to come. --json prints one object a
line.`;

const TITLES: Readonly<Record<TaskState, string>> = {
  open: 'To do',
  waits: 'Waits for its day',
  'by-hand': 'By hand, where the desk cannot look',
  'passes-on': 'Goes to others by itself',
};

await runCommand(USAGE, async () => {
  const { values, positionals } = readArguments({ json: { type: 'boolean', default: false } }, true);
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new UsageError('Name one person by their id.');
  const root = process.cwd();
  const now = momentOf(values.now);
  const format = values.json ? 'json' : 'human';
  const read = await rosterContent({ root, contentDir: values.content, now, format });
  if (!read) return 1;
  const { content, drafts, contentDir, today } = read;
  const person = content.people.get(personNamed(name, content)) as Person;
  const file = `${contentDir}/people/${person.id}.yml`;
  const draft = drafts.records.find((record) => record.file === file);
  const owners = path.join(root, CODE_OWNERS_FILE);
  const tasks = offboardingTasks(person, {
    content,
    today,
    now,
    contentDir,
    uncovered: uncoveredWithout(person, approvalNeeds(drafts), content, today),
    codeOwners: { file: CODE_OWNERS_FILE, text: existsSync(owners) ? readFileSync(owners, 'utf8') : undefined },
    current: currentTexts(root, contentDir),
    secretVariable,
    lineOf: (field) => draft?.locate(field).line ?? 1,
  });
  if (values.json) for (const task of tasks) process.stdout.write(`${JSON.stringify(task)}\n`);
  else process.stdout.write(checklist(person, tasks));
  return isStillHere(tasks) ? 1 : 0;
});

/** What says how things are today: the organisation's own file and the policy pages. */
function currentTexts(root: string, contentDir: string): WrittenText[] {
  const pages = path.join(root, contentDir, 'pages');
  const below = existsSync(pages) ? readdirSync(pages, { recursive: true, encoding: 'utf8' }).toSorted() : [];
  const files = ['organisation.yml', ...below.filter((name) => name.endsWith('.mdx')).map((name) => `pages/${name}`)];
  return files.map((name) => {
    const file = `${contentDir}/${name.split(path.sep).join('/')}`;
    return { file, text: readFileSync(path.join(root, file), 'utf8') };
  });
}

/** Needs that nobody but this person can meet, or could before they left. */
function uncoveredWithout(
  person: Person,
  needs: readonly ApprovalNeed[],
  { people, organisation }: Content,
  on: string,
) {
  const left = [...people.values()].filter(({ id }) => id !== person.id);
  const { approvals } = organisation.policy;
  return uncoveredNeeds(needs, { people: left, approvals, on }).filter(
    ({ role, item, language, writers }) =>
      !writers.includes(person.id) &&
      person.roles.some(({ startsOn }) => holdsRole(person, role, { on: startsOn, item, language })),
  );
}

function checklist({ id, name }: Person, tasks: readonly OffboardingTask[]): string {
  const sections = [...Map.groupBy(tasks, ({ state }) => state)].map(
    ([state, group]) => `\n${styleText('bold', TITLES[state])}\n${group.map(line).join('')}`,
  );
  const open = tasks.filter(({ state }) => state === 'open' || state === 'waits').length;
  const summary = open === 0 ? 'Nothing is open that the desk can see.' : `${open} open.`;
  return `${styleText('bold', id)}  ${inLanguage(name, 'en')}\n${sections.join('')}\n${summary}\n`;
}

function line({ state, what, file, line: at }: OffboardingTask): string {
  const box = state === 'passes-on' ? '-' : '[ ]';
  const place = file === undefined ? '' : `\n      ${styleText('dim', at === undefined ? file : `${file}:${at}`)}`;
  return `  ${box} ${what}${place}\n`;
}
