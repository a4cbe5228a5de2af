// The answer box: how often it is right on the labelled questions, and what a question costs a phone's processor.
//   node tests/bench/answers.ts [--record] [--json]
// --record writes the figures that tests/answers/measured.test.ts lets nobody fall behind.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { answerFinder } from '../../src/answers/find-answer.ts';
import { isUrgent } from '../../src/answers/judge-urgency.ts';
import { accuracyOf, labelledFiles, MEASURED_FILE, measure, sampleAnswers } from '../support/measure-answers.ts';
import { machine, table } from './measure.ts';

const { values } = parseArgs({
  options: { record: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
});

const files = Object.entries(labelledFiles());
const measured = Object.fromEntries(
  await Promise.all(files.map(async ([name, questions]) => [name, await measure(questions)] as const)),
);
if (values.record) writeFileSync(MEASURED_FILE, `${JSON.stringify(measured, null, 2)}\n`);

const { questions } = await sampleAnswers('ur');
const preparing = cpuMs(() => answerFinder(questions));
const find = answerFinder(questions);
const asked = files.flatMap(([, list]) => list.map(({ question }) => question));
const asking =
  cpuMs(() => {
    for (const question of asked) find(question, isUrgent(question));
  }) / asked.length;

if (values.json) process.stdout.write(`${JSON.stringify({ measured, preparing, asking })}\n`);
else {
  const rows = Object.entries(measured).flatMap(([name, groups]) =>
    Object.entries(groups).map(([group, figures]) => [
      `${name} ${group}`,
      accuracyOf(figures).toFixed(3),
      String(figures.wrong),
      String(figures.missed),
      String(figures.madeUp),
      `${figures.emergenciesMissed} of ${figures.emergencies}`,
      String(figures.alarms),
    ]),
  );
  process.stdout.write(
    `${table(['', 'accuracy', 'wrong', 'missed', 'made up', 'emergencies missed', 'alarms'], rows)}\n${machine()}: ${preparing.toFixed(1)} ms to prepare, ${asking.toFixed(2)} ms a question\n`,
  );
}

function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
