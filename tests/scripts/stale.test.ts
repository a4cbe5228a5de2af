import { describe, expect, it } from 'vitest';
import { type Ran, runScript } from '../support/run-script.ts';
import { personFile, staffedDesk } from '../support/staffed-desk.ts';

const NOW = ['--now', '2026-11-23T12:00:00+05:00'];
const PAGE = 'content/campaigns/clean-water/en.mdx';
const PAGE_IN_URDU = 'content/campaigns/clean-water/ur.mdx';
const POST = 'content/campaigns/clean-water/posts/boil-water/en.mdx';
const POST_IN_URDU = 'content/campaigns/clean-water/posts/boil-water/ur.mdx';

const DESK = {
  'campaigns/clean-water/en.mdx': [
    'hashtags: [CleanWater]\n---\n\nWater that looks clean can carry germs.<Source id="who-water" />\n\n## Boil it',
    'hashtags: [SafeWater]\n---\n\nWater that looks clean can carry germs.<Source id="who-water" />\n\nKeep it covered.\n\n## Boil it first',
  ],
  'campaigns/clean-water/ur.mdx': ['translator: amina', 'translator: bilal'],
  'campaigns/clean-water/posts/boil-water/en.mdx': ['Boil water for one minute', 'Boil it for one minute'],
} as const;

describe('npm run stale', () => {
  it('says for each language and person which parts of the original moved', () => {
    expect(stale(staffedDesk(DESK))).toEqual({
      code: 0,
      stderr: '',
      stdout: `اردو (ur), bilal
  ${PAGE_IN_URDU}
    changed  ${PAGE}:21  hashtags
    changed  ${PAGE}:26  “Keep it covered.”
    added    ${PAGE}:28  “Boil it first”

اردو (ur), amina
  ${POST_IN_URDU}
    changed  ${POST}:13  “Boil it for one minute before you drink…”

2 translations are behind; bring each up to date, then run npm run translated -- FILE
`,
    });
  });

  it('says what was taken out and what was put elsewhere', () => {
    const root = staffedDesk({
      'campaigns/clean-water/en.mdx': [
        'Water that looks clean can carry germs.<Source id="who-water" />\n\n## Boil it\n\n',
        '## Boil it\n\nWater that looks clean can carry germs.<Source id="who-water" />\n\n',
      ],
      'campaigns/clean-water/posts/boil-water/en.mdx': [
        'Boil water for one minute before you drink it. #CleanWater',
        ' ',
      ],
    });
    // A post that says nothing has a mistake of its own, and is not judged.
    expect(stale(root)).toEqual({
      code: 0,
      stderr: 'A file has mistakes (npm run check), and what stands there may be missing here.\n',
      stdout: `اردو (ur), amina
  ${PAGE_IN_URDU}
    moved    ${PAGE}:26  “Water that looks clean can carry germs.”
  ${POST_IN_URDU}
    removed  ${POST}  what stood first

2 translations are behind; bring each up to date, then run npm run translated -- FILE
`,
    });
  });

  it('says when nothing moved', () => {
    expect(stale(staffedDesk()).stdout).toBe('No translation is behind its original.\n');
  });

  it('is asked for one language or one person', () => {
    const root = staffedDesk(DESK);
    expect(stale(root, '--owner', 'amina', '--language', 'ur').stdout).toBe(`اردو (ur), amina
  ${POST_IN_URDU}
    changed  ${POST}:13  “Boil it for one minute before you drink…”

A translation is behind; bring each up to date, then run npm run translated -- FILE
`);
    expect(stale(root, '--language', 'en').stdout).toBe('No translation is behind its original.\n');
  });

  it('names the author where the translator has left', () => {
    const root = staffedDesk({ ...DESK, 'people/bilal.yml': personFile('bilal', ['translator until 2026-11-22']) });
    expect(stale(root).stdout).not.toContain('bilal');
    expect(stale(root, '--owner', 'amina').stdout).toContain(PAGE_IN_URDU);
  });

  it('prints one object a line for programs', () => {
    const { code, stdout } = stale(staffedDesk(DESK), '--json', '--owner', 'bilal');
    expect([code, JSON.parse(stdout)]).toEqual([
      0,
      {
        language: 'ur',
        owners: ['bilal'],
        file: PAGE_IN_URDU,
        original: PAGE,
        parts: [
          { kind: 'field', words: 'hashtags', line: 21 },
          { kind: 'changed', words: 'Keep it covered.', line: 26 },
          { kind: 'added', words: 'Boil it first', line: 28 },
        ],
      },
    ]);
  });

  it.each([
    [['--language', 'ar'], 'There is no language ar; the organisation has en, ur.'],
    [['--owner', 'bilol'], 'There is no person bilol; did you mean bilal?'],
    [['--content', 'nowhere'], "There is no folder nowhere; name the content's folder with --content DIR."],
  ])('refuses %j', (args, said) => {
    const { code, stdout, stderr } = stale(staffedDesk(), ...args);
    expect([code, stdout, stderr.split('\n')[0]]).toEqual([2, '', said]);
  });
});

function stale(root: string, ...args: string[]): Ran {
  return runScript('stale', [...NOW, ...args], root);
}
