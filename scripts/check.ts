import { momentOf, readArguments, runCommand, UsageError } from './arguments.ts';
import { changedFiles } from './changed-files.ts';
import { fullCheck, openCheckMemory } from './full-check.ts';
import { countProblems, formatProblems, PROBLEM_FORMATS } from './print-problems.ts';
import { showProgress } from './progress.ts';
import { watchContent } from './watch-content.ts';

const USAGE = `npm run check -- [--content DIR] [--now INSTANT] [--format human|json|github] [--json]
                      [--changed-since REF] [--watch]

Reports every problem of every file. What time alone made (a source or a review that ran out) is a warning, but an error
with --changed-since in items that were changed since REF: so that it stops who works on them, and nobody else. With --watch
it goes on, and after each change reports what is new and what is gone. Exit code 0: none is an error; 1: some are; 2: the
check itself could not run.`;

/** So many files whose words nobody has judged yet take seconds; fewer are done before anyone could read of them. */
const WORTH_TELLING = 200;

await runCommand(USAGE, async () => {
  const { values } = readArguments({
    format: { type: 'string', default: 'human' },
    json: { type: 'boolean', default: false },
    'changed-since': { type: 'string' },
    watch: { type: 'boolean', default: false },
  });
  const wanted = values.json ? 'json' : values.format;
  const format = PROBLEM_FORMATS.find((known) => known === wanted);
  if (!format) throw new UsageError(`Unknown format ${wanted}; write human, json or github.`);
  const root = process.cwd();
  const since = values['changed-since'];
  const touched = since === undefined ? undefined : () => changedFiles(since, root);
  const now = () => momentOf(values.now);
  now();
  if (values.watch) {
    if (format === 'github') throw new UsageError('Nobody watches a workflow: --watch takes --format human or json.');
    await watchContent({ root, contentDir: values.content, format, now, ...(touched && { touched }) });
    // Threads may be judging words still.
    process.exit(0);
  }
  const startedAt = performance.now();
  const progress = showProgress('Reading the words of files');
  const { files, problems } = await fullCheck({
    root,
    contentDir: values.content,
    now: now(),
    memory: await openCheckMemory(root),
    onProgress: (done, total) => {
      if (total >= WORTH_TELLING) progress.update(done, total);
    },
    ...(touched && { touched: touched() }),
  });
  progress.clear();
  process.stdout.write(formatProblems(problems, format, root));
  if (format === 'human') {
    process.stdout.write(
      `${files} files read, ${countProblems(problems)}, ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`,
    );
  }
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
});
