import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Content } from '../src/model/content.ts';
import type { EpochMs } from '../src/model/time.ts';
import { momentOf, readArguments, runCommand, UsageError } from './arguments.ts';
import { changedPosts, type PostVersions } from './changed-posts.ts';
import { postSummary } from './post-summary.ts';
import { shownContent } from './shown-content.ts';

const USAGE = `npm run summary -- --base REF [--content DIR]

Prints, as Markdown for a pull request, the exact text of every post that differs from REF, for each channel and language.`;

await runCommand(USAGE, async () => {
  const { values } = readArguments({ base: { type: 'string' } });
  if (values.base === undefined) throw new UsageError('Say what to compare with: --base REF.');
  const root = process.cwd();
  const now = momentOf(values.now);
  const before = await contentAt(values.base, values.content, root, now);
  const { content, errors } = await shownContent({ root, contentDir: values.content, now });
  const changes: PostVersions[] = changedPosts(before, content);
  process.stdout.write(postSummary(changes, errors));
  return 0;
});

/** The content of another revision; `undefined` where it had none. */
async function contentAt(
  revision: string,
  contentDir: string,
  root: string,
  now: EpochMs,
): Promise<Content | undefined> {
  const folder = mkdtempSync(path.join(tmpdir(), 'content-'));
  try {
    const name = path.relative(root, path.resolve(root, contentDir));
    const files = git(['ls-tree', '--name-only', revision, '--', name], root).toString();
    if (files.trim() === '') return undefined;
    const archive = git(['archive', '--format=tar', revision, '--', name], root);
    execFileSync('tar', ['-x', '-C', folder], { input: archive });
    return (await shownContent({ root: folder, contentDir: name, now })).content;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function git(words: readonly string[], cwd: string): Buffer {
  try {
    return execFileSync('git', words, { cwd, maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    throw new UsageError(
      `git cannot read that revision: ${String((error as { stderr?: Buffer }).stderr ?? '').trim()}`,
      { cause: error },
    );
  }
}
