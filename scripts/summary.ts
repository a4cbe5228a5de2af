import { UnreadError } from '../src/approvals/ports.ts';
import { historyGit } from '../src/git/git-history.ts';
import { approvalSummary } from './approval-summary.ts';
import { momentOf, readArguments, runCommand, UsageError } from './arguments.ts';
import { changedFiles } from './changed-files.ts';
import { changedPosts } from './changed-posts.ts';
import { pastContent, type WholePast } from './past-content.ts';
import { postSummary } from './post-summary.ts';
import { pullStandings } from './pull-standings.ts';
import { shownContent } from './shown-content.ts';

const USAGE = `npm run summary -- --base REF [--pull NUMBER] [--only posts|approvals] [--content DIR] [--now INSTANT]

Prints, as Markdown for a pull request, the exact text of every post that differs from REF, for each channel and language,
and who has to approve what, by the people and the policy of REF. With --pull, and GITHUB_TOKEN and GITHUB_REPOSITORY as
workflows have them, also who has approved it already.`;

await runCommand(USAGE, async () => {
  const { values } = readArguments({
    base: { type: 'string' },
    pull: { type: 'string' },
    only: { type: 'string' },
  });
  const { base, pull, only } = values;
  if (base === undefined) throw new UsageError('Say what to compare with: --base REF.');
  if (pull !== undefined && !/^[1-9]\d{0,9}$/.test(pull))
    throw new UsageError(`--pull ${pull}: write the number of a pull request.`);
  if (only !== undefined && only !== 'posts' && only !== 'approvals')
    throw new UsageError(`--only ${only}: write posts or approvals.`);
  const root = process.cwd();
  const now = momentOf(values.now);
  const past = pastOf(root, values.content);
  const before = await past.whole(await commitOf(base, root));
  const { content, errors } = await shownContent({ root, contentDir: values.content, now });
  const sections: string[] = [];
  if (only !== 'approvals') {
    sections.push(postSummary(changedPosts(before, content), errors));
  }
  if (only !== 'posts' && content) {
    const touched = changedFiles(base, root);
    const number = pull === undefined ? undefined : Number(pull);
    const found = await pullStandings({ root, past, before, after: content, touched, now, pull: number });
    const isRoster = (file: string) =>
      file === `${past.folder}/organisation.yml` || file.startsWith(`${past.folder}/people/`);
    sections.push(approvalSummary({ ...found, changesRoster: [...touched].some(isRoster) }));
  }
  process.stdout.write(sections.join('\n'));
  return 0;
});

function pastOf(root: string, contentDir: string): WholePast {
  try {
    return pastContent(root, contentDir);
  } catch (error) {
    if (error instanceof UnreadError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

async function commitOf(revision: string, root: string): Promise<string> {
  const words = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  const { code, stdout } = await historyGit({ folder: root }).ask(words);
  if (code === 0) return stdout.trim();
  throw new UsageError(`git cannot read the revision ${revision}. In a workflow, check out with fetch-depth: 0.`);
}
