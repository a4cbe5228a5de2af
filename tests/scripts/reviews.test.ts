import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type Ran, runScript } from '../support/run-script.ts';
import { personFile, staffedDesk } from '../support/staffed-desk.ts';

const NOW = ['--now', '2026-11-23T12:00:00+05:00'];

const DESK = {
  'people/bilal.yml': personFile('bilal', ['translator until 2026-12-31'], { channels: ['outbox until 2026-12-31'] }),
  'campaigns/clean-water/en.mdx': ['nextReviewDueOn: 2027-11-01', 'nextReviewDueOn: 2027-01-15'],
  'sources/who-water.yml': ['accessedOn: 2026-11-01', 'accessedOn: 2025-11-01'],
  'sources/cdc-water.yml': ['accessedOn: 2026-11-01', 'accessedOn: 2025-01-10\nexpiresOn: 2027-06-30'],
} as const;

describe('npm run reviews', () => {
  it('says for each person what falls due within three months, and what is overdue', () => {
    expect(reviews(staffedDesk(DESK))).toEqual({
      code: 0,
      stderr: '',
      stdout: `amina
  2026-11-01 overdue  Read the source who-water again
              content/sources/who-water.yml
  2027-01-10  Read the source cdc-water again
              content/sources/cdc-water.yml
  2027-01-15  Review the page clean-water as a whole
              content/campaigns/clean-water/en.mdx

kamran
  2026-12-31  Last day of bilal as translator
              content/people/bilal.yml
  2026-12-31  Last day on which bilal may use outbox: change its secret
              content/people/bilal.yml
`,
    });
  });

  it('looks as far ahead as one likes', () => {
    expect(reviews(staffedDesk(DESK), '--until', '2026-11-01').stdout).toBe(
      'amina\n  2026-11-01 overdue  Read the source who-water again\n              content/sources/who-water.yml\n',
    );
    expect(reviews(staffedDesk(DESK), '--until', '2027-06-30', '--owner', 'amina').stdout).toContain(
      '  2027-06-30  The source cdc-water holds no longer after this day: replace it\n',
    );
  });

  it('says when there is nothing', () => {
    expect(reviews(staffedDesk()).stdout).toBe('Nothing falls due by 2027-02-23.\n');
    expect(reviews(staffedDesk(DESK), '--owner', 'sana').stdout).toBe('Nothing falls due by 2027-02-23.\n');
  });

  it('names administrators for those who have left, and says where there are none', () => {
    const left = { ...DESK, 'people/amina.yml': personFile('amina', ['editor until 2026-11-22']) };
    expect(reviews(staffedDesk(left)).stdout).toMatch(
      /^kamran\n {2}2026-11-01 overdue {2}Read the source who-water again\n/,
    );
    const nobody = { ...left, 'people/kamran.yml': null };
    expect(reviews(staffedDesk(nobody)).stdout).toMatch(/^nobody who works here\n {2}2026-11-01 overdue/);
  });

  it('prints one object a line for programs', () => {
    const { stdout } = reviews(staffedDesk(DESK), '--json', '--until', '2026-12-31');
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      {
        on: '2026-11-01',
        kind: 'reread',
        what: 'who-water',
        name: 'Drinking-water',
        file: 'content/sources/who-water.yml',
        owners: ['amina'],
        isOverdue: true,
      },
      {
        on: '2026-12-31',
        kind: 'role',
        what: 'bilal',
        name: 'translator',
        file: 'content/people/bilal.yml',
        owners: ['kamran'],
        isOverdue: false,
      },
      {
        on: '2026-12-31',
        kind: 'access',
        what: 'bilal',
        name: 'outbox',
        file: 'content/people/bilal.yml',
        owners: ['kamran'],
        isOverdue: false,
      },
    ]);
  });

  it('prints a calendar that other programs read, the same each time', () => {
    const root = staffedDesk(DESK);
    const [first, second] = [reviews(root, '--format', 'ics'), reviews(root, '--format', 'ics')];
    expect(first).toEqual(second);
    const calendar = new ICAL.Component(ICAL.parse(first.stdout) as unknown[]);
    const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
    expect(events.map(({ startDate, summary, uid }) => `${startDate} ${summary} ${uid}`)).toEqual([
      '2026-11-01 Read the source who-water again reread.who-water@desk.example',
      '2026-12-31 Last day of bilal as translator role.bilal.translator.2026-12-31@desk.example',
      '2026-12-31 Last day on which bilal may use outbox: change its secret access.bilal.outbox.2026-12-31@desk.example',
      '2027-01-10 Read the source cdc-water again reread.cdc-water@desk.example',
      '2027-01-15 Review the page clean-water as a whole review.clean-water@desk.example',
    ]);
  });

  it.each([
    [['--format', 'xml'], 'Unknown format xml; write human, json or ics.'],
    [['--owner', 'amnia'], 'There is no person amnia; did you mean amina?'],
    [['--owner', 'x'], 'There is no person x; the people are amina, bilal, kamran, left, sana.'],
    [['--until', '2027'], '--until: Unexpected date 2027; write year, month and day, for example 2026-07-01'],
    [
      ['amina'],
      'Unexpected amina; options start with --: --content, --now, --help, --until, --owner, --format, --json.',
    ],
  ])('refuses %j', (args, said) => {
    const { code, stdout, stderr } = reviews(staffedDesk(), ...args);
    expect([code, stdout, stderr.split('\n')[0]]).toEqual([2, '', said]);
  });
});

function reviews(root: string, ...args: string[]): Ran {
  return runScript('reviews', [...NOW, ...args], root);
}
