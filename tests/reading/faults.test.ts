import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkedContent } from '../../scripts/checked-content.ts';
import { checkContentCards } from '../../scripts/draw-content-cards.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { FAULTY_FILES } from './faulty-files.ts';

const DESK = path.resolve(import.meta.dirname, '../fixtures/desk');
const NOW = Date.parse('2026-11-23T12:00:00+05:00');

let root: string;
beforeEach(() => {
  root = temporaryFolder();
  cpSync(DESK, path.join(root, 'content'), { recursive: true });
});

describe('a desk without a mistake', () => {
  it('has no problems', async () => {
    expect(await problemsIn('organisation.yml')).toEqual([]);
  });
});

describe('a file with a mistake', () => {
  it.each(FAULTY_FILES)('is told of at its place: $name', async ({ file, change, text, said }) => {
    const target = path.join(root, 'content', file);
    const before = readFileSync(target, 'utf8');
    const [from, to] = change ?? [before, text ?? ''];
    expect(before).toContain(from);
    writeFileSync(
      target,
      before.replace(from, () => to),
    );
    expect(await problemsIn(file)).toEqual(said);
    const { content, drafts, problems } = await checkedContent({ root, contentDir: 'content', now: NOW });
    if (content) expect(await checkContentCards(root, content, drafts, problems)).toEqual([]);
  });

  it('is one of more than a hundred', () => {
    expect(new Set(FAULTY_FILES.map(({ name }) => name)).size).toBeGreaterThan(100);
  });
});

/**
 * What is said, in the corpus's short form. A change to an original leaves its translation behind: that is told, too, and is
 * not what these are about.
 */
async function problemsIn(file: string): Promise<string[]> {
  const checked = await checkedContent({ root, contentDir: 'content', now: NOW });
  const problems = checked.problems.filter(({ ruleId }) => ruleId !== 'translation/stale');
  return problems.map((problem) => {
    const elsewhere = problem.file === `content/${file}` ? '' : `${problem.file.slice('content/'.length)}:`;
    const severity = problem.severity === 'error' ? '' : 'warning ';
    return `${elsewhere}${problem.line}:${problem.column} ${severity}${problem.ruleId}: ${problem.message} → ${problem.hint}`;
  });
}
