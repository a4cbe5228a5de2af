import { describe, expect, it } from 'vitest';
import { type Ran, runScript } from '../support/run-script.ts';
import { personFile, staffedDesk } from '../support/staffed-desk.ts';

const NOW = ['--now', '2026-11-23T12:00:00+05:00'];
const ON_BLUESKY = {
  'campaigns/clean-water/posts/boil-water/en.mdx': ['channels: [outbox]', 'channels: [bluesky]'],
} as const;

describe('npm run offboard', () => {
  it('lists what still names somebody who works here, and what goes to whom', () => {
    const root = staffedDesk({
      ...ON_BLUESKY,
      'people/hina.yml': personFile('hina', ['clinician']),
      'campaigns/clean-water/en.mdx': ['reviewedBy: amina', 'reviewedBy: sana'],
      'sources/who-water.yml': ['by: amina', 'by: sana'],
    });
    runScript('codeowners', NOW, root);
    expect(offboard(root, 'sana')).toEqual({
      code: 1,
      stderr: '',
      stdout: `sana  Sana

To do
  [ ] End the role editor: write its last day as endsOn
      content/people/sana.yml:7
  [ ] Change the password of bluesky and end its other sessions, put a new secret into AAGAHI_CHANNEL_BLUESKY, then write that day as endsOn
      content/people/sana.yml:10
  [ ] Nothing has to be changed at outbox, which has no password, then write that day as endsOn
      content/people/sana.yml:12
  [ ] Run npm run codeowners when the roles have ended: it names @sana-gh
      .github/CODEOWNERS:9
  [ ] Give the role editor to somebody else: nobody could approve clean-water in en and 1 more

By hand, where the desk cannot look
  [ ] Remove @sana-gh from the repository and from its organisation on GitHub
  [ ] Remove @sana-gh from those who may approve the environment publishing
  [ ] Revoke tokens and deploy keys that @sana-gh made, and change secrets that they knew

Goes to others by itself
  - Review of clean-water, due on 2027-11-01: from now on amina
      content/campaigns/clean-water/en.mdx
  - A source that they assessed, the first due on 2027-11-01: from now on kamran

5 open.
`,
    });
  });

  it('has nothing open once roles and accounts have ended, another has the role, and the code owners were written', () => {
    const root = staffedDesk({
      ...ON_BLUESKY,
      'people/sana.yml': personFile('sana', ['editor until 2026-11-22'], {
        github: 'sana-gh',
        channels: ['bluesky until 2026-11-22'],
      }),
      'people/rabia.yml': personFile('rabia', ['editor']),
      'campaigns/clean-water/en.mdx': ['reviewedBy: amina', 'reviewedBy: sana'],
    });
    runScript('codeowners', NOW, root);
    expect(offboard(root, 'sana')).toEqual({
      code: 0,
      stderr: '',
      stdout: `sana  Sana

By hand, where the desk cannot look
  [ ] Remove @sana-gh from the repository and from its organisation on GitHub
  [ ] Remove @sana-gh from those who may approve the environment publishing
  [ ] Revoke tokens and deploy keys that @sana-gh made, and change secrets that they knew

Goes to others by itself
  - Review of clean-water, due on 2027-11-01: from now on amina
      content/campaigns/clean-water/en.mdx

Nothing is open that the desk can see.
`,
    });
  });

  it('finds where words still send people to them', () => {
    const root = staffedDesk({
      'people/rabia.yml': personFile('rabia', ['author until 2026-11-22']).replace('en: Rabia', 'en: Rabia Noor'),
      'organisation.yml': [
        'contact:',
        'blanks:\n  spokesperson: { en: "Ask Rabia Noor, at the desk", ur: "رابعہ" }\ncontact:',
      ],
    });
    expect(offboard(root, 'rabia')).toEqual({
      code: 1,
      stderr: '',
      stdout: `rabia  Rabia Noor

To do
  [ ] Write who it is now: their name stands here in words
      content/organisation.yml:22

1 open.
`,
    });
  });

  it('goes on asking for somebody who can approve, after the last one has left', () => {
    const root = staffedDesk({
      ...ON_BLUESKY,
      'people/sana.yml': personFile('sana', ['editor until 2026-11-22']),
    });
    expect(offboard(root, 'sana').stdout).toContain(
      '  [ ] Give the role editor to somebody else: nobody could approve clean-water in en and 1 more\n',
    );
    expect(offboard(root, 'left')).toEqual({
      code: 1,
      stderr: '',
      stdout: `left  Left

To do
  [ ] Give the role editor to somebody else: nobody could approve clean-water in en and 1 more

1 open.
`,
    });
  });

  it('waits for a last day that is still to come', () => {
    const root = staffedDesk({
      'people/sana.yml': personFile('sana', ['editor until 2026-11-30'], { channels: ['bluesky until 2026-11-23'] }),
    });
    expect(offboard(root, 'sana')).toEqual({
      code: 1,
      stderr: '',
      stdout: `sana  Sana

Waits for its day
  [ ] The role editor is held until the end of 2026-11-30
      content/people/sana.yml:6
  [ ] The account bluesky is theirs until the end of 2026-11-23. Change the password of bluesky and end its other sessions, put a new secret into AAGAHI_CHANNEL_BLUESKY then
      content/people/sana.yml:10

2 open.
`,
    });
  });

  it('keeps somebody to change the roster, and somebody for what the leaver wrote and translated', () => {
    const root = staffedDesk({ 'people/rabia.yml': personFile('rabia', ['author']) });
    expect(offboard(root, 'kamran').stdout).toContain(
      '  [ ] Give the role administrator to somebody else: nobody is left to change the roster\n',
    );
    expect(offboard(root, 'amina').stdout).toContain(`Goes to others by itself
  - Review of clean-water, due on 2027-11-01: from now on kamran
      content/campaigns/clean-water/en.mdx
  - Review of boiled-water, due on 2027-12-01: from now on kamran
      content/myths/boiled-water/en.mdx
  - 4 sources that they assessed, the first due on 2027-11-01: from now on kamran
  - 3 files that they translated into ur, when the original changes: from now on kamran
`);
    expect(offboard(root, 'rabia')).toEqual({
      code: 1,
      stderr: '',
      stdout: `rabia  Rabia

To do
  [ ] End the role author: write its last day as endsOn
      content/people/rabia.yml:6

1 open.
`,
    });
  });

  it('has what is nobody’s open where there is no administrator', () => {
    const root = staffedDesk({ 'people/kamran.yml': null });
    expect(offboard(root, 'amina').stdout).toContain(
      `  [ ] Review of clean-water, due on 2027-11-01: from now on nobody. Give the role administrator to somebody
      content/campaigns/clean-water/en.mdx
`,
    );
  });

  it('hands over an incident that runs', () => {
    const root = staffedDesk({
      'incidents/flood/en.mdx': INCIDENT,
      'incidents/flood/updates/first/en.mdx': UPDATE,
    });
    const handed = '  - The incident flood, which they wrote and which runs: from now on kamran\n';
    expect(offboard(root, 'amina').stdout).toContain(handed);
    const later = runScript('offboard', ['amina', '--now', '2026-12-01T12:00:00+05:00'], root);
    expect(later.stdout).not.toContain('flood');
  });

  it('asks for a password, and no secret, where a person posts', () => {
    const root = staffedDesk({
      'channels/facebook.yml':
        'id: facebook\nnetwork: facebook\nname: Facebook\nlanguages: [en]\naudience:\n  en: All\n  ur: سب\nvoice:\n  en: Plain\n  ur: سادہ\n',
      'people/sana.yml': personFile('sana', ['editor'], { channels: ['facebook'] }),
    });
    expect(offboard(root, 'sana').stdout).toContain(
      '  [ ] Change the password of facebook and end its other sessions, then write that day as endsOn\n',
    );
  });

  it('prints one object a line for programs', () => {
    const { code, stdout } = offboard(staffedDesk(), 'bilal', '--json');
    expect(code).toBe(1);
    const tasks = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(tasks[0]).toEqual({
      state: 'open',
      what: 'End the role translator: write its last day as endsOn',
      file: 'content/people/bilal.yml',
      line: 7,
    });
    expect(tasks.map(({ state }) => state)).toEqual(['open', 'by-hand', 'by-hand', 'by-hand']);
  });

  it.each([
    [[], 'Name one person by their id.'],
    [['sana', 'bilal'], 'Name one person by their id.'],
    [['sanna'], 'There is no person sanna; did you mean sana?'],
  ])('refuses %j', (args, said) => {
    const { code, stdout, stderr } = offboard(staffedDesk(), ...args);
    expect([code, stdout, stderr.split('\n')[0]]).toEqual([2, '', said]);
  });
});

function offboard(root: string, ...args: string[]): Ran {
  return runScript('offboard', [...NOW, ...args], root);
}

const INCIDENT = `---
id: flood
status: exercise
category: [health]
channels: [outbox]
sources: [who-water]
author: amina
title: Flood
summary: The river rises.
ending:
  headline: The river falls
  instruction: You can drink tap water again.
---

Boil water.
`;
const UPDATE = `---
id: first
kind: alert
sentAt: "2026-11-23T09:00:00+05:00"
expiresAt: "2026-11-24T09:00:00+05:00"
severity: severe
urgency: immediate
certainty: likely
responses: [execute]
geometry: { geocodes: [{ system: desk, value: multan }] }
headline: The river rises
description: The river rises.
instruction: Boil water.
area: Multan
---
`;
