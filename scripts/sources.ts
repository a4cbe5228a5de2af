import path from 'node:path';
import { findProblems } from '../src/source-checks/find-problems.ts';
import type { Finding } from '../src/source-checks/finding.ts';
import { collectReferences, type References } from '../src/source-checks/references.ts';
import { REGISTERS, type Registers } from '../src/source-checks/registers.ts';
import { reportMarkdown } from '../src/source-checks/report-markdown.ts';
import { openResults } from '../src/source-checks/result-file.ts';
import type { Results } from '../src/source-checks/results.ts';
import type { RunSummary } from '../src/source-checks/run-checks.ts';
import { momentOf, readArguments, runCommand, UsageError } from './arguments.ts';
import { askSources } from './ask-sources.ts';
import { checkedContent } from './checked-content.ts';
import { SOURCE_RESULTS_FILE } from './desk-folders.ts';
import { issueAccess, keepOneIssue } from './keep-one-issue.ts';
import { countProblems, formatProblems } from './print-problems.ts';
import { recordRetractions } from './record-retractions.ts';

const USAGE = `npm run sources -- [--content DIR] [--results FILE] [--max-age-days N] [--time-limit-minutes N] [--json]
                   [--record] [--issue] [--offline-report]

Asks whether the pages that the content leads to are still there, whether registers list its works as retracted, and whether
the Internet Archive has a copy. Hosts are asked one page at a time, as their robots.txt allows; what was answered is kept in
FILE (default ${SOURCE_RESULTS_FILE}) and not asked again for N days (default 7). A run ends after N minutes (default 20), and the
next goes on where it ended.

--record          writes what the registers say into the sources’ files, as \`retraction\`
--issue           keeps one issue of this repository about what is to be mended: for workflows
--offline-report  asks nobody, and tells what is known already
--json            one object a line, with the fields of a problem, for programs

Exit code 0: nothing to mend; 1: something to mend; 2: called wrongly, or nobody could be reached.`;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const ISSUE_LABEL = 'sources';
const ISSUE_MARK = '<!-- aagahi: sources -->';

await runCommand(USAGE, async () => {
  const { values } = readArguments({
    results: { type: 'string', default: SOURCE_RESULTS_FILE },
    'max-age-days': { type: 'string', default: '7' },
    'time-limit-minutes': { type: 'string', default: '20' },
    json: { type: 'boolean', default: false },
    issue: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
    'offline-report': { type: 'boolean', default: false },
    // For tests: lets this machine be asked, and takes the registers from an environment variable.
    'allow-loopback': { type: 'boolean', default: false },
  });
  if (values.now !== undefined && !values['offline-report'] && !values['allow-loopback'])
    throw new UsageError('--now would note a day on which nobody asked; leave it out, or use --offline-report.');
  const maxAgeMs = numberOf('--max-age-days', values['max-age-days']) * DAY_MS;
  const timeLimitMs = numberOf('--time-limit-minutes', values['time-limit-minutes']) * MINUTE_MS;
  const access = values.issue ? issueAccess(process.env) : undefined;
  const registers = registersOf(values['allow-loopback'], process.env.AAGAHI_TEST_REGISTERS);
  const root = process.cwd();
  const now = momentOf(values.now);
  const { content, drafts } = await checkedContent({ root, contentDir: values.content, now });
  if (!content) {
    process.stderr.write('The organisation’s file has mistakes; mend them first (npm run check).\n');
    return 1;
  }
  const { organisation } = content;
  const references = collectReferences(drafts);
  const results = openResults(path.resolve(root, values.results));
  const clock = values.now === undefined ? () => momentOf(undefined) : () => now;
  let summary: RunSummary | undefined;
  if (!values['offline-report']) {
    const allowLoopback = values['allow-loopback'];
    const ran = await askSources({
      references,
      results,
      organisation,
      registers,
      maxAgeMs,
      timeLimitMs,
      allowLoopback,
      clock,
    });
    if (!ran) {
      process.stderr.write('Nobody could be reached. Is this machine on a network?\n');
      return 2;
    }
    summary = ran;
  }
  const findings = findProblems(references, results, organisation.timeZone);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (values.json) process.stdout.write(formatProblems(findings, 'json', root));
  else
    process.stdout.write(
      `${formatProblems(findings, 'human', root)}${summarise(references, findings, summary ?? neverAsked(references, results))}\n`,
    );
  if (values.record) {
    const recorded = await recordRetractions(root, references, results, organisation.timeZone);
    (values.json ? process.stderr : process.stdout).write(recorded.map((line) => `${line}\n`).join(''));
  }
  if (access) {
    const body = errors.length > 0 ? issueBody(findings, organisation.timeZone) : undefined;
    const { isKept, told } = await keepOneIssue(access, {
      label: ISSUE_LABEL,
      mark: ISSUE_MARK,
      title: 'Sources need a person',
      body,
    });
    process.stderr.write(isKept ? `${told}\n` : `GitHub did not take the issue (${told}).\n`);
    if (!isKept) return 2;
  }
  return errors.length > 0 ? 1 : 0;
});

function registersOf(isAllowed: boolean, given: string | undefined): Registers {
  if (!isAllowed) return REGISTERS;
  if (given === undefined || !/^http:\/\/127\.0\.0\.1:\d+$/.test(given))
    throw new UsageError(
      '--allow-loopback is for tests; it needs AAGAHI_TEST_REGISTERS, an address such as http://127.0.0.1:4000.',
    );
  return { crossref: given, pubmed: given, doi: given, archive: given };
}

function numberOf(option: string, written: string): number {
  const number = Number(written);
  if (written.trim() === '' || !(number >= 0 && number <= 10_000))
    throw new UsageError(`${option} is a number, such as 7; it is ${written || 'empty'}.`);
  return number;
}

/** What a report without asking cannot know: nobody has found anything wrong where nobody has looked. */
function neverAsked({ addresses }: References, results: Results): string {
  const count = addresses.filter(({ address }) => !results.find('address', address)).length;
  return count === 0 ? '' : `; ${count} of them never asked: run it without --offline-report`;
}

function summarise({ addresses, sources }: References, findings: readonly Finding[], run: RunSummary | string): string {
  const left = typeof run !== 'string' && run.left > 0 ? `, ${run.left} left for the next run` : '';
  const asked = typeof run === 'string' ? run : `; ${counted(run.asked, 'question')} asked${left}`;
  return `${counted(sources.length, 'source')} and ${counted(addresses.length, 'address', 'addresses')}: ${countProblems(findings)}${asked}`;
}

function issueBody(findings: readonly Finding[], timeZone: string): string {
  return `Something that this desk cites or links to has changed. This text is renewed by each run, and the issue closes by itself when nothing is left to mend.\n\n${reportMarkdown(findings, timeZone)}\nThe handbook’s chapter on sources says what to do.\n`;
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
