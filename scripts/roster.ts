import { styleText } from 'node:util';
import type { Content } from '../src/model/content.ts';
import { inLanguage } from '../src/model/language.ts';
import type { Person } from '../src/model/person.ts';
import { RISK_CLASSES } from '../src/model/risk.ts';
import { holdsRoleSomewhere, isActive, isInForce, lastDayIn, rolesOn } from '../src/model/roster.ts';
import { dayOf, momentOf, readArguments, runCommand } from './arguments.ts';
import { rosterContent } from './roster-content.ts';

const USAGE = `npm run roster -- [--on DAY] [--json] [--content DIR] [--now INSTANT]

Who may do what on a day (today, unless --on says another): roles and what they are limited to, the accounts each may use,
and whose approval each class of risk needs. --json prints one object a line.`;

await runCommand(USAGE, async () => {
  const { values } = readArguments({ on: { type: 'string' }, json: { type: 'boolean', default: false } });
  const chosen = values.on === undefined ? undefined : dayOf('on', values.on);
  const read = await rosterContent({
    root: process.cwd(),
    contentDir: values.content,
    now: momentOf(values.now),
    format: values.json ? 'json' : 'human',
  });
  if (!read) return 1;
  const { content, today } = read;
  const on = chosen ?? today;
  const people = [...content.people.values()].map((person) => entryOf(person, on));
  const approvals = approvalsOn(content, on);
  if (values.json) {
    for (const person of people) process.stdout.write(`${JSON.stringify({ kind: 'person', on, ...person })}\n`);
    for (const approval of approvals)
      process.stdout.write(`${JSON.stringify({ kind: 'approval', on, ...approval })}\n`);
    return 0;
  }
  const [active, others] = [
    people.filter(({ roles }) => roles.length > 0),
    people.filter(({ roles }) => roles.length === 0),
  ];
  process.stdout.write(
    [
      `${styleText('bold', `Who may do what on ${on}`)}\n`,
      ...active.map(shown),
      `\n${styleText('bold', 'Whose approval a post needs')}\n`,
      ...approvals.map(({ risk, roles }) => `  ${risk}\n${roles.map(shownRole).join('')}`),
      ...(others.length > 0 ? [`\n${styleText('bold', 'No role on that day')}\n`, ...others.map(shownOther)] : []),
    ].join(''),
  );
  return 0;
});

interface Entry {
  id: string;
  name: string;
  github?: string;
  roles: { role: string; until?: string; items?: readonly string[]; languages?: readonly string[] }[];
  channels: { channel: string; until?: string }[];
  /** Last day of the last role of somebody who holds none. */
  leftOn?: string;
}

function entryOf(person: Person, on: string): Entry {
  const { id, name, github, channels } = person;
  const last = lastDayIn(person.roles);
  return {
    id,
    name: inLanguage(name, 'en'),
    ...(github !== undefined && { github }),
    roles: rolesOn(person, on).map(({ role, endsOn, scope }) => ({
      role,
      ...(endsOn !== undefined && { until: endsOn }),
      ...(scope?.items && { items: scope.items }),
      ...(scope?.languages && { languages: scope.languages }),
    })),
    channels: channels
      .filter((entry) => isInForce(entry, on))
      .map(({ channel, endsOn }) => ({ channel, ...(endsOn !== undefined && { until: endsOn }) })),
    ...(!isActive(person, on) && last !== undefined && last < on && { leftOn: last }),
  };
}

function approvalsOn({ organisation, people }: Content, on: string) {
  return RISK_CLASSES.map((risk) => ({
    risk,
    roles: organisation.policy.approvals[risk].map((role) => ({
      role,
      people: [...people.values()].filter((person) => holdsRoleSomewhere(person, role, on)).map(({ id }) => id),
    })),
  }));
}

function shown({ id, name, github, roles, channels }: Entry): string {
  const lines = [
    ...roles.map(({ role, until, items, languages }) =>
      [
        role,
        ...(items ? [`of ${items.join(', ')}`] : []),
        ...(languages ? [`in ${languages.join(', ')}`] : []),
        ...untilWords(until),
      ].join(' '),
    ),
    ...channels.map(({ channel, until }) => ['may use', channel, ...untilWords(until)].join(' ')),
  ];
  const login = github === undefined ? '' : `  @${github}`;
  return `  ${styleText('bold', id)}  ${name}${login}\n${lines.map((line) => `    ${line}\n`).join('')}`;
}

function untilWords(until: string | undefined): string[] {
  return until === undefined ? [] : [`until ${until}`];
}

function shownRole({ role, people }: { role: string; people: readonly string[] }): string {
  return `    ${role}: ${people.length > 0 ? people.join(', ') : styleText('yellow', 'nobody')}\n`;
}

function shownOther({ id, leftOn, channels }: Entry): string {
  const open = channels.map(({ channel }) => `, ${styleText('yellow', `but may use ${channel}`)}`).join('');
  return `  ${id}${leftOn === undefined ? '' : `, since ${leftOn}`}${open}\n`;
}
