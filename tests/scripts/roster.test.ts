import { describe, expect, it } from 'vitest';
import { type Ran, runScript } from '../support/run-script.ts';
import { personFile, staffedDesk } from '../support/staffed-desk.ts';

const NOW = ['--now', '2026-11-23T12:00:00+05:00'];

describe('npm run roster', () => {
  it('says who may do what today, whose approval a post needs, and who has left', () => {
    expect(roster(staffedDesk())).toEqual({
      code: 0,
      stderr: '',
      stdout: `Who may do what on 2026-11-23
  amina  Amina Namoona
    author
    editor
    clinician
    translator
  bilal  Bilal  @bilal-gh
    translator in ur
  kamran  Kamran  @kamran-gh
    administrator
    duty-approver
  sana  Sana  @sana-gh
    editor
    may use bluesky
    may use outbox

Whose approval a post needs
  routine
    editor: amina, sana
  health-claim
    editor: amina, sana
    clinician: amina
  crisis
    editor: amina, sana
    duty-approver: kamran
  promotion
    editor: amina, sana
    clinician: amina
    legal: nobody

No role on that day
  left, since 2026-10-31
`,
    });
  });

  it('says it of another day', () => {
    const { stdout } = roster(staffedDesk(), '--on', '2026-10-31');
    expect(stdout).toContain(
      'Who may do what on 2026-10-31\n  amina  Amina Namoona\n    author\n    editor\n    clinician\n    translator\n',
    );
    expect(stdout).toContain('  left  Left\n    editor until 2026-10-31\n    may use bluesky until 2026-10-31\n');
    expect(stdout).not.toContain('No role on that day');
  });

  it('says it of a day before anybody came', () => {
    const { stdout } = roster(staffedDesk(), '--on', '2024-12-31');
    expect(stdout).toContain('  crisis\n    editor: nobody\n    duty-approver: nobody\n');
    expect(stdout).toContain('No role on that day\n  amina\n  bilal\n  kamran\n  left\n  sana\n');
  });

  it('shows what a role is limited to, and until when', () => {
    const root = staffedDesk({
      'people/sana.yml': personFile('sana', ['editor until 2026-12-31 { items: [clean-water], languages: [en, ur] }']),
    });
    expect(roster(root).stdout).toContain('  sana  Sana\n    editor of clean-water in en, ur until 2026-12-31\n');
  });

  it('prints one object a line for programs', () => {
    const root = staffedDesk({
      'people/sana.yml': personFile('sana', ['editor until 2026-12-31 { languages: [ur] }'], { channels: ['outbox'] }),
    });
    const { code, stdout } = roster(root, '--json');
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect([code, lines.length]).toEqual([0, 9]);
    expect(lines[3]).toEqual({
      kind: 'person',
      on: '2026-11-23',
      id: 'left',
      name: 'Left',
      roles: [],
      channels: [],
      leftOn: '2026-10-31',
    });
    expect(lines[4]).toEqual({
      kind: 'person',
      on: '2026-11-23',
      id: 'sana',
      name: 'Sana',
      roles: [{ role: 'editor', until: '2026-12-31', languages: ['ur'] }],
      channels: [{ channel: 'outbox' }],
    });
    expect(lines[5]).toEqual({
      kind: 'approval',
      on: '2026-11-23',
      risk: 'routine',
      roles: [{ role: 'editor', people: ['amina', 'sana'] }],
    });
  });

  it('is not kept from it by a mistake in a page', () => {
    const root = staffedDesk({ 'campaigns/clean-water/en.mdx': ['id: clean-water', 'id: Clean Water'] });
    const { code, stdout, stderr } = roster(root);
    expect([code, stderr]).toEqual([
      0,
      'A file has mistakes (npm run check), and what stands there may be missing here.\n',
    ]);
    expect(stdout).toContain('kamran  Kamran  @kamran-gh');
  });

  it('stops at a mistake in the roster', () => {
    const root = staffedDesk({ 'people/sana.yml': personFile('sana', ['editr']) });
    expect(roster(root, '--json')).toEqual({
      code: 1,
      stdout: `${JSON.stringify({
        file: 'content/people/sana.yml',
        line: 6,
        column: 11,
        ruleId: 'field/value',
        severity: 'error',
        message: 'Unexpected `editr` for `roles.role`',
        hint: 'did you mean `editor`? The choices are `author`, `translator`, `editor`, `clinician`, `legal`, `duty-approver` or `administrator`',
      })}\n`,
      stderr: '1 error; mend them first\n',
    });
  });

  it.each([
    ['--on', '2026-02-30', '--on: Unexpected day in 2026-02-30: February has 28 days; write a day from 01 to 28'],
    ['--on', 'tomorrow', '--on: Unexpected date tomorrow; write year, month and day, for example 2026-07-01'],
    ['--no', '2026-01-01', 'Unknown option --no; did you mean --on?'],
  ])('refuses %s %s', (option, value, said) => {
    const { code, stdout, stderr } = roster(staffedDesk(), option, value);
    expect([code, stdout, stderr.split('\n')[0]]).toEqual([2, '', said]);
  });
});

function roster(root: string, ...args: string[]): Ran {
  return runScript('roster', [...NOW, ...args], root);
}
