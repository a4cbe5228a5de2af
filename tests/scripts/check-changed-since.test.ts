import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { copyOfDesk, runScript } from '../support/run-script.ts';

/** A day after the review of the desk's one campaign fell due. */
const LATE = '2027-11-02T12:00:00+05:00';
const PAGE = 'content/campaigns/clean-water/en.mdx';
const SOURCE = 'content/sources/who-water.yml';

let root: string;
beforeEach(() => {
  root = copyOfDesk();
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('commit', '--quiet', '--message', 'A desk');
  git('switch', '--quiet', '--create', 'work');
});

describe('what time alone made', () => {
  it('is a warning on main, and stops nothing', () => {
    expect(found()).toEqual([
      `warning ${PAGE}:7:11 source/stale`,
      `warning ${PAGE}:12:18 review/overdue`,
      `warning ${SOURCE}:8:13 source/stale`,
    ]);
    expect(check().code).toBe(0);
  });

  it('is a warning in a pull request that touches something else', () => {
    edit('content/people/amina.yml', 'Health writer', 'Writer');
    expect(found('--changed-since', 'main').filter((line) => line.startsWith('error'))).toEqual([]);
    expect(check('--changed-since', 'main').code).toBe(0);
  });

  it('stops a pull request that touches the item, in whatever language', () => {
    edit('content/campaigns/clean-water/ur.mdx', 'ایک منٹ ابالنا کافی ہے۔', 'ایک منٹ ابالنا بہت ہے۔');
    expect(found('--changed-since', 'main').filter((line) => line.startsWith('error'))).toEqual([
      `error ${PAGE}:7:11 source/stale`,
      `error ${PAGE}:12:18 review/overdue`,
    ]);
    expect(check('--changed-since', 'main').code).toBe(1);
  });

  it('stops a pull request that touches the source, also before it is committed', () => {
    edit(SOURCE, 'Drinking-water', 'Water');
    expect(found('--changed-since', 'main').filter((line) => line.startsWith('error'))).toEqual([
      `error ${SOURCE}:8:13 source/stale`,
    ]);
    git('commit', '--quiet', '--all', '--message', 'A better title');
    expect(check('--changed-since', 'main').code).toBe(1);
  });

  it('counts a moved file as touched', () => {
    renameSync(path.join(root, 'content/campaigns/clean-water'), path.join(root, 'content/campaigns/water'));
    expect(found('--changed-since', 'main').filter((line) => line.startsWith('error'))).toHaveLength(2);
  });

  it('does not count what main has got since the pull request began', () => {
    edit('content/people/amina.yml', 'Health writer', 'Writer');
    git('commit', '--quiet', '--all', '--message', 'A shorter title');
    git('switch', '--quiet', 'main');
    edit(PAGE, 'every glass', 'each glass');
    git('commit', '--quiet', '--all', '--message', 'Other words on main');
    git('switch', '--quiet', 'work');
    expect(check('--changed-since', 'main').code).toBe(0);
  });

  it('is told with the reason where git cannot compare', () => {
    const { code, stderr } = check('--changed-since', 'nowhere');
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^git cannot compare with that revision: .*nowhere.*In a workflow, check out with fetch-depth: 0\./s,
    );
  });
});

function check(...args: string[]) {
  return runScript('check', ['--now', LATE, ...args], root);
}

/** Severity, place and rule of each problem. */
function found(...args: string[]): string[] {
  const lines = check('--json', ...args).stdout.split('\n');
  return lines.flatMap((line) => {
    if (line === '') return [];
    const { severity, file, line: row, column, ruleId, byClock } = JSON.parse(line);
    expect(byClock).toBe(true);
    return [`${severity} ${file}:${row}:${column} ${ruleId}`];
  });
}

function edit(file: string, from: string, to: string): void {
  const full = path.join(root, file);
  const text = readFileSync(full, 'utf8');
  expect(text).toContain(from);
  writeFileSync(full, text.replace(from, to));
}

function git(...words: string[]): void {
  const who = ['-c', 'user.name=Amina', '-c', 'user.email=amina@desk.example'];
  execFileSync('git', [...who, ...words], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
}
