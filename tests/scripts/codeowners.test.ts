import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCodeOwners } from '../support/code-owners-reader.ts';
import { type Ran, runScript } from '../support/run-script.ts';
import { personFile, staffedDesk } from '../support/staffed-desk.ts';

const NOW = ['--now', '2026-11-23T12:00:00+05:00'];
const FILE = '.github/CODEOWNERS';
const AS_IT_SHOULD_BE: Ran = { code: 0, stdout: `${FILE} is as the roster has it\n`, stderr: '' };

describe('npm run codeowners', () => {
  it('writes the file, and leaves it alone when it is as it should be', () => {
    const root = staffedDesk();
    expect(codeowners(root)).toEqual({ code: 0, stdout: `${FILE} written; commit it\n`, stderr: '' });
    const ownersOf = readCodeOwners(read(root));
    expect(ownersOf('src/publishing/plan.ts')).toEqual(['@kamran-gh']);
    expect(ownersOf('content/campaigns/clean-water/en.mdx')).toEqual(['@sana-gh']);
    expect(ownersOf('content/campaigns/clean-water/ur.mdx')).toEqual(['@bilal-gh', '@sana-gh']);
    expect(codeowners(root)).toEqual(AS_IT_SHOULD_BE);
    expect(codeowners(root, '--check')).toEqual(AS_IT_SHOULD_BE);
  });

  it('does not mind line ends of Windows', () => {
    const root = staffedDesk();
    codeowners(root);
    writeFileSync(path.join(root, FILE), read(root).replaceAll('\n', '\r\n'));
    expect(codeowners(root, '--check')).toEqual(AS_IT_SHOULD_BE);
  });

  it('writes nothing from content with mistakes', () => {
    const root = staffedDesk({ 'people/sana.yml': personFile('sana', ['editor'], { github: 'KAMRAN-gh' }) });
    const { code, stdout, stderr } = codeowners(root);
    expect([code, stderr]).toEqual([1, '1 error; mend them first\n']);
    expect(stdout).toContain('error   Unexpected login `KAMRAN-gh`: it is that of `kamran`');
    expect(existsSync(path.join(root, FILE))).toBe(false);
  });

  it('is not kept from it by a mistake in a page, unless somebody is in charge of that page alone', () => {
    const page = { 'campaigns/clean-water/en.mdx': ['author: amina', 'author: 7'] } as const;
    expect(codeowners(staffedDesk(page))).toEqual({
      code: 0,
      stdout: `${FILE} written; commit it\n`,
      stderr: 'A file has mistakes (npm run check), and what stands there may be missing here.\n',
    });
    const scoped = personFile('sana', ['editor { items: [clean-water] }'], { github: 'sana-gh' });
    const { code, stdout, stderr } = codeowners(staffedDesk({ ...page, 'people/sana.yml': scoped }));
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/A role is limited to clean-water, whose files have mistakes; mend them first\n$/);
  });

  it.each([
    [['--content', '..'], '.. is not in this repository, and code owners are owners of files in it.'],
    [['--changed-since', 'HEAD'], '--changed-since goes with --check.'],
  ])('refuses %j', (args, said) => {
    const { code, stderr } = codeowners(staffedDesk(), ...args);
    expect([code, stderr.split('\n')[0]]).toEqual([2, said]);
  });
});

describe('npm run codeowners -- --check', () => {
  it('says that the file is missing', () => {
    const root = staffedDesk();
    expect(codeowners(root, '--check')).toEqual({
      code: 1,
      stdout: `${FILE} is missing\nRun npm run codeowners, and commit the file\n`,
      stderr: '',
    });
    expect(existsSync(path.join(root, FILE))).toBe(false);
  });

  it('says where the file differs, and changes nothing', () => {
    const root = staffedDesk();
    codeowners(root);
    const edited = read(root)
      .replace('/content/sources/ @sana-gh', '/content/sources/ @sana-gh @mallory')
      .replace('/content/pages/ @sana-gh\n', '')
      .concat('/content/old/ @left-gh\n/content/older/\n');
    writeFileSync(path.join(root, FILE), edited);
    expect(codeowners(root, '--check')).toEqual({
      code: 1,
      stdout: `${FILE}:9  /content/sources/ belongs to @sana-gh @mallory, and by the roster to @sana-gh
${FILE}  /content/pages/ is missing; it belongs to @sana-gh
${FILE}:50  /content/old/ belongs to @left-gh, and the roster has no such line
${FILE}:51  /content/older/ belongs to nobody, and the roster has no such line
Run npm run codeowners, and commit the file
`,
      stderr: '',
    });
    expect(read(root)).toBe(edited);
  });

  it('says so where only comments or the order differ', () => {
    const root = staffedDesk();
    codeowners(root);
    const lines = read(root).split('\n');
    writeFileSync(path.join(root, FILE), [...lines.slice(9), ...lines.slice(0, 9)].join('\n'));
    expect(codeowners(root, '--check').stdout).toBe(
      `${FILE} has other comments or another order of lines\nRun npm run codeowners, and commit the file\n`,
    );
  });
});

describe('a difference that time alone made', () => {
  const LATER = ['--now', '2027-01-01T12:00:00+05:00'];
  const STAFF_UNTIL = {
    'people/sana.yml': personFile('sana', ['editor until 2026-12-31'], { github: 'sana-gh' }),
  };

  function committedDesk(): string {
    const root = staffedDesk(STAFF_UNTIL);
    codeowners(root);
    for (const words of [
      ['init', '-q', '-b', 'main'],
      ['add', '-A'],
      ['-c', 'user.name=x', '-c', 'user.email=x@desk.example', 'commit', '-qm', 'x'],
    ])
      execFileSync('git', words, { cwd: root });
    return root;
  }

  it('is told, and stops no pull request that has nothing to do with it', () => {
    const root = committedDesk();
    writeFileSync(path.join(root, 'content/terms.yml'), 'terms: []\n');
    const { code, stdout } = runScript('codeowners', [...LATER, '--check', '--changed-since', 'HEAD'], root);
    expect(code).toBe(0);
    expect(stdout).toContain(`${FILE}:9  /content/sources/ belongs to @sana-gh, and by the roster to @kamran-gh\n`);
    expect(stdout).toMatch(
      /Nothing that this pull request changes makes it so: npm run codeowners on main mends it\n$/,
    );
  });

  it('stops one that changes the roster', () => {
    const root = committedDesk();
    writeFileSync(path.join(root, 'content/people/rabia.yml'), personFile('rabia', ['author']));
    const { code, stdout } = runScript('codeowners', [...LATER, '--check', '--changed-since', 'HEAD'], root);
    expect(code).toBe(1);
    expect(stdout).toMatch(/Run npm run codeowners, and commit the file\n$/);
  });

  it('cannot be judged without history', () => {
    const root = committedDesk();
    const { code, stderr } = runScript('codeowners', [...LATER, '--check', '--changed-since', 'nowhere'], root);
    expect(code).toBe(2);
    expect(stderr).toContain('git cannot compare with that revision');
  });
});

describe('the code owners of this repository', () => {
  it('are as its roster has them', () => {
    const root = path.resolve(import.meta.dirname, '../..');
    const { code, stdout } = codeowners(root, '--check');
    expect([code, stdout]).toEqual([0, AS_IT_SHOULD_BE.stdout]);
  });
});

function codeowners(root: string, ...args: string[]): Ran {
  return runScript('codeowners', [...NOW, ...args], root);
}

function read(root: string): string {
  mkdirSync(path.join(root, '.github'), { recursive: true });
  return readFileSync(path.join(root, FILE), 'utf8');
}
