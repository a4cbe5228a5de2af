import { styleText } from 'node:util';
import { type Due, describeDue, reviewsDue } from '../src/model/reviews-due.ts';
import { addMonths } from '../src/model/time.ts';
import { reviewCalendar } from '../src/roster/review-calendar.ts';
import { dayOf, momentOf, readArguments, runCommand, UsageError } from './arguments.ts';
import { personNamed, rosterContent } from './roster-content.ts';

const FORMATS = ['human', 'json', 'ics'] as const;
/** How far ahead is looked where nobody says how far. */
const MONTHS_AHEAD = 3;

const USAGE = `npm run reviews -- [--until DAY] [--owner PERSON] [--format human|json|ics] [--json] [--content DIR] [--now INSTANT]

What falls due within ${MONTHS_AHEAD} months, or by --until, and what is overdue, for each person who sees to it: pages to be reviewed, sources
to be read again or replaced, exceptions, roles and access that end. ics is a calendar for other programs:

  npm run --silent reviews -- --format ics --until 2027-12-31 > reviews.ics`;

await runCommand(USAGE, async () => {
  const { values } = readArguments({
    until: { type: 'string' },
    owner: { type: 'string' },
    format: { type: 'string', default: 'human' },
    json: { type: 'boolean', default: false },
  });
  const wanted = values.json ? 'json' : values.format;
  const format = FORMATS.find((known) => known === wanted);
  if (!format) throw new UsageError(`Unknown format ${wanted}; write human, json or ics.`);
  const chosen = values.until === undefined ? undefined : dayOf('until', values.until);
  const now = momentOf(values.now);
  const read = await rosterContent({
    root: process.cwd(),
    contentDir: values.content,
    now,
    format: format === 'json' ? 'json' : 'human',
  });
  if (!read) return 1;
  const { content, contentDir, today } = read;
  const owner = values.owner === undefined ? undefined : personNamed(values.owner, content);
  const until = chosen ?? addMonths(today, MONTHS_AHEAD);
  const due = reviewsDue(content, { today, until })
    .filter(({ owners }) => owner === undefined || owners.includes(owner))
    .map((one) => ({ ...one, file: `${contentDir}/${one.file}` }));
  switch (format) {
    case 'ics':
      process.stdout.write(reviewCalendar(due, content.organisation, now));
      break;
    case 'json':
      for (const one of due) process.stdout.write(`${JSON.stringify({ ...one, isOverdue: one.on < today })}\n`);
      break;
    case 'human':
      process.stdout.write(due.length === 0 ? `Nothing falls due by ${until}.\n` : listed(due, today));
  }
  return 0;
});

function listed(due: readonly Due[], today: string): string {
  const groups = Map.groupBy(due, ({ owners }) => owners.join(', ') || 'nobody who works here');
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([owner, group]) => `${styleText('bold', owner)}\n${group.map((one) => line(one, today)).join('')}`)
    .join('\n');
}

function line(due: Due, today: string): string {
  const overdue = due.on < today ? styleText('red', ' overdue') : '';
  return `  ${due.on}${overdue}  ${describeDue(due)}\n              ${styleText('dim', due.file)}\n`;
}
