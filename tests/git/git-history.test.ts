import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { pastContent } from '../../scripts/past-content.ts';
import { historyGit, openHistory } from '../../src/git/git-history.ts';
import { pastFiles } from '../../src/git/past-files.ts';
import { postFiles, reviewedDesk, reviewedFiles } from '../support/reviewed-desk.ts';

const POST = 'campaigns/clean-hands/posts/soap/en.mdx';
const soap = (text: string) => postFiles({ id: 'soap', text });

describe('the history of a checkout', () => {
  it('goes from merge to merge: what was merged in counts as its merge', async () => {
    const desk = await reviewedDesk();
    const begun = desk.git('rev-parse', 'main');
    const pull = desk.open(soap('One.'));
    const inside = pull.commit(soap('Two.'));
    const merge = pull.merge();
    const later = desk.push({ 'people/new.yml': 'id: new\n' });
    desk.update();
    const history = await openHistory({ folder: desk.folder });
    expect(history.head).toBe(later);
    expect(await history.lastChange(later, [`content/${POST}`])).toBe(merge);
    expect(await history.lastChange(merge, ['content/people'])).toBe(begun);
    expect(await history.lastChange(later, ['content/people/*.yml'])).toBeUndefined();
    expect(await history.parentOf(merge)).toBe(begun);
    expect(await history.parentOf(begun)).toBeUndefined();
    expect(await Promise.all([begun, inside, merge, later].map(history.isLanded))).toEqual([true, false, true, true]);
  });

  it('fetches a commit that only its remote has, and knows when nobody has it', async () => {
    const desk = await reviewedDesk();
    const pull = desk.open(soap('One.'));
    const history = await openHistory({ folder: desk.folder });
    expect(await history.has(pull.pull.head)).toBe(true);
    expect(await history.has('d'.repeat(40))).toBe(false);
    expect(await history.has('--upload-pack=touch')).toBe(false);
  });

  it('tells a merge that only joins from one in which somebody wrote something', async () => {
    const desk = await reviewedDesk();
    const pull = desk.open(soap('One.'));
    desk.push({ 'people/new.yml': 'id: new\n' });
    const joined = pull.updateBranch('sana-edits');
    desk.git('checkout', '--quiet', 'pull-1');
    writeFileSync(path.join(desk.folder, '../origin/content', POST), 'Something else.\n');
    desk.git('commit', '--quiet', '--all', '--amend', '--no-edit');
    const meddled = desk.git('rev-parse', 'HEAD');
    const history = await openHistory({ folder: desk.folder });
    expect(await history.has(joined)).toBe(true);
    expect(await history.has(meddled)).toBe(true);
    expect(await history.isPlainMerge(joined)).toBe(true);
    expect(await history.isPlainMerge(meddled)).toBe(false);
    expect(await history.isPlainMerge(desk.git('rev-parse', 'main'))).toBe(false);
  });

  it('is not changed by what somebody has git take for a commit', async () => {
    const desk = await reviewedDesk();
    const honest = desk.push(soap('One.'));
    const forged = desk.push(soap('Two.'));
    desk.update();
    desk.git('-C', desk.folder, 'replace', honest, forged);
    const files = pastFiles(historyGit({ folder: desk.folder }), 'content');
    const name = (await files.list(honest)).get(`content/${POST}`) ?? '';
    expect((await files.read([name])).get(name)?.toString()).toContain('One.');
  });
});

describe('the content of a commit', () => {
  it('is what the files of it say, whatever its attributes and links make of them', async () => {
    const desk = await reviewedDesk();
    symlinkSync('who.yml', path.join(desk.folder, '../origin/content/sources/linked.yml'));
    const commit = desk.push({
      ...soap('$Format:%an$ washes.'),
      '.gitattributes': 'posts/** export-subst\n*.mdx export-subst\nsources/who.yml export-ignore\n',
    });
    desk.update();
    const past = pastContent(desk.folder, 'content');
    const content = await past.at(commit, 'clean-hands');
    expect(content?.campaigns[0]?.posts[0]?.versions.en?.body).toBe('$Format:%an$ washes.');
    expect([...(content?.sources.keys() ?? [])]).toEqual(['who']);
    expect((await past.whole(commit))?.people.size).toBe(5);
    expect(await past.at(commit, 'dengue')).toMatchObject({ campaigns: [] });
  });

  it('is nothing where a commit has none, or none that this machine can hold', async () => {
    const desk = await reviewedDesk();
    const empty = desk.git('commit-tree', '-m', 'empty', desk.git('hash-object', '-t', 'tree', '-w', '/dev/null'));
    const long = `${'a'.repeat(300)}.mdx`;
    const blob = desk.git('hash-object', '-w', '/dev/null');
    desk.git('update-index', '--add', '--cacheinfo', `100644,${blob},content/campaigns/clean-hands/${long}`);
    const odd = desk.git('commit-tree', '-m', 'odd', desk.git('write-tree'));
    const past = pastContent(path.join(desk.folder, '../origin'), 'content');
    expect(await past.at(empty, 'clean-hands')).toBeUndefined();
    expect(await past.at(odd, 'clean-hands')).toBeUndefined();
    expect(Object.keys(reviewedFiles())).toContain('campaigns/clean-hands/en.mdx');
  });
});
