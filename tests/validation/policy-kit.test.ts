import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Content } from '../../src/model/content.ts';
import type { Drafts } from '../../src/model/draft.ts';
import { PAGE_KINDS } from '../../src/model/page.ts';
import { readContent } from '../../src/reading/read-content.ts';
import { validateContent } from '../../src/validation/validate-content.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

// Whoever takes the repository starts from these pages: what is missing in them is missing everywhere.
describe('the policy kit of the demonstration', () => {
  let drafts: Drafts;
  let pages: Content['pages'];

  beforeAll(async () => {
    const read = await readContent(ROOT);
    if (!read.content) throw new Error('the demonstration cannot be read');
    drafts = read.drafts;
    pages = read.content.pages;
  });

  it('has a page of each kind but the one on who you are, all in the same languages', () => {
    expect(pages.map(({ kind }) => kind).toSorted()).toEqual(PAGE_KINDS.filter((kind) => kind !== 'about').toSorted());
    for (const { id, versions } of pages) expect(Object.keys(versions).toSorted(), id).toEqual(['en', 'ur']);
  });

  it('leaves no blank open, and keeps no words that no page shows', () => {
    const problems = validateContent(drafts, { now: Date.parse('2026-11-24T18:00:00+05:00') });
    expect(problems.filter(({ ruleId }) => ruleId.startsWith('blank/') || ruleId === 'language/missing')).toEqual([]);
  });

  it('asks for the same blanks in every language', () => {
    const blanksOf = (file: string) =>
      [
        ...new Set(
          [...readFileSync(path.join(ROOT, file), 'utf8').matchAll(/<Blank name="([^"]+)"/g)].map(([, name]) => name),
        ),
      ].toSorted();
    for (const { id, versions } of pages) {
      const [first = [], ...others] = Object.values(versions).map(({ file }) => blanksOf(file));
      expect(first, id).not.toEqual([]);
      for (const other of others) expect(other, id).toEqual(first);
    }
  });

  it('leads from one of its pages to another that is there', () => {
    const ids = pages.map(({ id }) => id);
    const texts = pages
      .flatMap(({ versions }) => Object.values(versions))
      .map(({ file }) => readFileSync(path.join(ROOT, file), 'utf8'));
    const targets = texts.flatMap((text) => [...text.matchAll(/\]\(\.\.\/([^)]*)\/\)/g)].map(([, id]) => id ?? ''));
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
  });
});
