import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Content } from '../src/model/content.ts';
import { readContent } from '../src/reading/read-content.ts';
import { readArguments, runCommand, UsageError } from './arguments.ts';
import { changedPosts, type PostVersions } from './changed-posts.ts';
import { postSummary } from './post-summary.ts';

const USAGE = `npm run summary -- --base REF [--content DIR]

Prints, as Markdown for a pull request, the exact text of every post that differs from REF, for each channel and language.`;

await runCommand(USAGE, async () => {
  const { values } = readArguments({ base: { type: 'string' } });
  if (values.base === undefined) throw new UsageError('Say what to compare with: --base REF.');
  const root = process.cwd();
  const before = await contentAt(values.base, values.content, root);
  const { content, problems } = await readContent(root, values.content);
  const changes: PostVersions[] = changedPosts(before, content);
  process.stdout.write(postSummary(changes, problems.filter(({ severity }) => severity === 'error').length));
  return 0;
});

/** The content of another revision; `undefined` where it had none. */
async function contentAt(revision: string, contentDir: string, root: string): Promise<Content | undefined> {
  const folder = mkdtempSync(path.join(tmpdir(), 'content-'));
  try {
    const name = path.relative(root, path.resolve(root, contentDir));
    const files = git(['ls-tree', '--name-only', revision, '--', name], root).toString();
    if (files.trim() === '') return undefined;
    const archive = git(['archive', '--format=tar', revision, '--', name], root);
    execFileSync('tar', ['-x', '-C', folder], { input: archive });
    return (await readContent(folder, name)).content;
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
