import { UnreadError } from '../src/approvals/ports.ts';
import { type FileCommit, fileCommits } from '../src/git/file-authors.ts';
import { historyGit } from '../src/git/git-history.ts';
import type { Entry } from '../src/ledger/entry.ts';
import { readEntries } from '../src/ledger/read-entries.ts';
import { verifyLedger } from '../src/ledger/verify-ledger.ts';
import type { Campaign, Content, Post } from '../src/model/content.ts';
import { plannedCampaigns } from '../src/model/event-campaign.ts';
import { suggest } from '../src/model/suggest.ts';
import { auditCopies, type Copy } from '../src/publishing/audit-copies.ts';
import { readContent } from '../src/reading/read-content.ts';
import { readArguments, runCommand, UsageError } from './arguments.ts';
import { auditData, auditText, type Behind } from './audit-report.ts';
import { LEDGER_FOLDER } from './desk-folders.ts';
import { LEDGER_USAGE, readLedgerFiles } from './open-ledger.ts';
import { pastContent } from './past-content.ts';

const USAGE = `npm run audit -- POST [${LEDGER_USAGE}] [--content DIR] [--json]

Says of a post, by its id, who wrote, translated, reviewed and approved it, on which sources, in which revision, and when and
where it went, with its corrections and withdrawals: by the ledger from its first line, and by the content as the commit had
it that was sent. Asks no network but the ledger’s remote, and goes without. --json prints one object a line: kind event for
each thing that happened, kind content for what stood behind it. Exit code 0: told; 2: wrong usage, or the ledger was changed.`;

await runCommand(USAGE, async () => {
  const { values, positionals } = readArguments(
    { ledger: { type: 'string', default: LEDGER_FOLDER }, json: { type: 'boolean', default: false } },
    true,
  );
  const [item, ...more] = positionals;
  if (item === undefined || more.length > 0) throw new UsageError('Name one post by its id.');
  const root = process.cwd();
  const { read, isFresh } = await readLedgerFiles(root, values.ledger, lookInto);
  if ('fault' in read) {
    process.stderr.write(`${read.fault}\nNothing is told from a ledger that was changed.\n`);
    return 2;
  }
  if (!isFresh) process.stderr.write('The ledger’s remote cannot be reached: this is what was last fetched.\n');
  const { content } = await readContent(root, values.content);
  const copies = auditCopies(read.entries, item);
  const written = postIn(content, item);
  if (copies.length === 0 && !written) throw new UsageError(unknownPost(item, read.entries, content));
  const campaign = copies.find((copy) => copy.campaign !== '')?.campaign ?? written?.campaign.id ?? '';
  const desk = { root, contentDir: values.content, content };
  const behind: Behind[] = [];
  for (const revision of revisionsOf(copies)) behind.push(await behindOf({ item, campaign }, revision, desk));
  const audit = { item, campaign, copies, behind, entries: read.entries.length };
  process.stdout.write(values.json ? auditData(audit) : auditText(audit));
  return 0;
});

/** The commits that anything left from, oldest first; where nothing left, that of today. */
function revisionsOf(copies: readonly Copy[]): Set<string | undefined> {
  const left = copies.flatMap(({ events }) =>
    events.flatMap((event) => (event.left ? [[event.at, event.left] as const] : [])),
  );
  const inOrder = left.toSorted(([a], [b]) => Date.parse(a) - Date.parse(b)).map(([, { revision }]) => revision);
  return new Set(inOrder.length > 0 ? inOrder : [undefined]);
}

/** The entries of a ledger that is as it was written. */
function lookInto(directory: string): { entries: Entry[] } | { fault: string } {
  const verified = verifyLedger(directory);
  // What a crash tore off was never answered for.
  if (verified.kind === 'fault' && verified.fault !== 'torn') return { fault: verified.message };
  return { entries: [...readEntries(directory)] };
}

interface Desk {
  root: string;
  contentDir: string;
  /** As it is now. */
  content: Content | undefined;
}

async function behindOf(
  { item, campaign }: { item: string; campaign: string },
  revision: string | undefined,
  desk: Desk,
): Promise<Behind> {
  const commit = revision?.replace('+', '');
  const then = commit === undefined ? undefined : await contentThen(commit, campaign, desk);
  const content = then ?? desk.content;
  const about = postIn(content, item);
  return {
    ...(revision !== undefined && { revision }),
    isThen: then !== undefined,
    content,
    about,
    commits: about ? await commitsTo(about, then === undefined ? 'HEAD' : (commit ?? 'HEAD'), desk) : [],
  };
}

async function contentThen(commit: string, campaign: string, { root, contentDir }: Desk): Promise<Content | undefined> {
  return unlessUnread(() => pastContent(root, contentDir).at(commit, campaign));
}

async function commitsTo(
  { post, campaign }: { post: Post; campaign: Campaign },
  until: string,
  { root }: Desk,
): Promise<FileCommit[]> {
  const files = [post, campaign].flatMap(({ versions }) => Object.values(versions).map(({ file }) => file));
  return (await unlessUnread(() => fileCommits(historyGit({ folder: root }), until, files))) ?? [];
}

/** Without a checkout, or with one that lacks the commit, the rest is told all the same. */
async function unlessUnread<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UnreadError) return undefined;
    throw error;
  }
}

function postIn(content: Content | undefined, item: string): { post: Post; campaign: Campaign } | undefined {
  for (const campaign of content ? plannedCampaigns(content) : []) {
    const post = campaign.posts.find(({ id }) => id === item);
    if (post) return { post, campaign };
  }
  return undefined;
}

function unknownPost(item: string, entries: readonly Entry[], content: Content | undefined): string {
  const sent = entries.flatMap(({ subject }) => ('item' in subject ? [subject.item] : []));
  const written = content ? plannedCampaigns(content).flatMap(({ posts }) => posts.map(({ id }) => id)) : [];
  const near = suggest(item, [...new Set([...sent, ...written])]);
  return `Neither the ledger nor the content knows a post ${item}${near ? `; did you mean ${near}?` : '.'}`;
}
