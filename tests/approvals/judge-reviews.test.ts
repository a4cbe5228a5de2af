import { describe, expect, it } from 'vitest';
import { BOTH, NEITHER, NO_CLINICIAN, soap, verdict } from '../support/approval-verdict.ts';
import { personFile, postFiles, reviewedDesk } from '../support/reviewed-desk.ts';

describe('a post on a public channel', () => {
  it.each(['merge', 'squash', 'rebase'] as const)(
    'leaves when its pull request was approved and merged by %s',
    async (how) => {
      const desk = await reviewedDesk();
      const pull = desk.open(soap());
      pull.commit(soap('Wash your hands with plain soap.'));
      pull.review('sana-edits', 'APPROVED');
      pull.review('hina-md', 'APPROVED');
      pull.merge(how);
      expect(await verdict(desk)).toBe(BOTH);
    },
  );

  it('waits for whom its risk asks for', async () => {
    const desk = await reviewedDesk();
    const pull = desk.open(soap());
    pull.review('Sana-Edits', 'APPROVED');
    pull.merge();
    expect(await verdict(desk)).toBe(NO_CLINICIAN);
    pull.review('hina-md', 'APPROVED');
    expect(await verdict(desk)).toBe(BOTH);
  });

  it('waits where nobody looked at it', async () => {
    const desk = await reviewedDesk();
    desk.open(soap()).merge();
    expect(await verdict(desk)).toBe(`${NEITHER} (nobody has approved #1)`);
  });

  it('is not approved by who wrote the pull request, one of its commits, or the item', async () => {
    const desk = await reviewedDesk();
    const pull = desk.open(soap(), { by: 'omar-both' });
    pull.commit(soap('Wash your hands with plain soap.'), { author: 'hina-md' });
    pull.commit(soap('Wash your hands with any soap.'), { author: 'amina-writes', committer: 'sana-edits' });
    for (const login of ['omar-both', 'hina-md', 'sana-edits', 'amina-writes']) pull.review(login, 'APPROVED');
    pull.merge('squash');
    expect(await verdict(desk)).toBe(
      `${NEITHER} (${['omar', 'hina', 'sana', 'amina'].map((id) => `${id} approved #1, and wrote or translated it`).join('; ')})`,
    );
  });

  it('is not approved in a language by who translated it into that language', async () => {
    const desk = await reviewedDesk();
    const files = postFiles({ id: 'soap', text: 'Wash your hands.', urdu: 'ہاتھ دھوئیں۔' });
    const urdu = 'campaigns/clean-hands/posts/soap/ur.mdx';
    const pull = desk.open({
      ...files,
      [urdu]: (files[urdu] ?? '').replace('headline:', 'translator: hina\nheadline:'),
    });
    pull.review('sana-edits', 'APPROVED');
    pull.review('hina-md', 'APPROVED');
    pull.merge();
    expect(await verdict(desk)).toBe(BOTH);
    expect(await verdict(desk, { language: 'ur' })).toBe(
      `${NO_CLINICIAN} (hina approved #1, and wrote or translated it)`,
    );
  });

  it('makes nobody its author who only brought its branch up to date', async () => {
    const desk = await reviewedDesk();
    const pull = desk.open(soap());
    desk.push({ 'people/new.yml': personFile('new', 'new-here', ['author']) });
    pull.updateBranch('sana-edits');
    pull.review('sana-edits', 'APPROVED');
    pull.review('hina-md', 'APPROVED');
    pull.merge();
    expect(await verdict(desk)).toBe(BOTH);
  });

  it('needs two people for two roles', async () => {
    const desk = await reviewedDesk();
    const pull = desk.open(soap());
    pull.review('omar-both', 'APPROVED');
    pull.merge();
    expect(await verdict(desk)).toBe(NO_CLINICIAN);
    pull.review('sana-edits', 'APPROVED');
    expect(await verdict(desk)).toBe('sent: sana as editor, omar as clinician');
  });

  it.each([
    ['in capital letters', 'HINA-MD', BOTH],
    ['of nobody of the desk', 'hina', `${NO_CLINICIAN} (hina approved #1, and is nobody of this desk)`],
    ['that is gone', null, `${NO_CLINICIAN} (an account that is gone approved #1, and is nobody of this desk)`],
  ])('is read with a login %s', async (_what, login, said) => {
    const desk = await reviewedDesk();
    const pull = desk.open(soap());
    pull.review('sana-edits', 'APPROVED');
    pull.review(login, 'APPROVED');
    pull.merge();
    expect(await verdict(desk)).toBe(said);
  });

  it('is not approved by a program, under whatever name', async () => {
    const desk = await reviewedDesk();
    const pull = desk.open(soap());
    pull.review('sana-edits', 'APPROVED', { type: 'Bot' });
    pull.review('hina-md', 'APPROVED');
    pull.merge();
    expect(await verdict(desk)).toBe(
      'these words wait for approval by an editor (sana-edits approved #1, and is nobody of this desk)',
    );
  });

  it('finds the two that count among a hundred and more', async () => {
    const desk = await reviewedDesk();
    const pull = desk.open(soap());
    for (let number = 1; number <= 230; number += 1)
      pull.review(`reader-${number}`, number % 2 ? 'APPROVED' : 'COMMENTED');
    pull.review('hina-md', 'APPROVED');
    pull.merge();
    expect(await verdict(desk)).toBe(
      'these words wait for approval by an editor (reader-1, reader-3 and 113 others approved #1, and are nobody of this desk)',
    );
    pull.review('sana-edits', 'APPROVED');
    expect(await verdict(desk)).toBe(BOTH);
    const { asked } = desk.github;
    expect(asked.filter((line) => line.endsWith('/pulls/1/reviews')).length).toBe(6);
  });
});

describe('the last word of a reviewer', () => {
  it.each([
    ['was dismissed', ['DISMISSED'], `${NO_CLINICIAN} (the review of #1 by hina was dismissed)`],
    ['is a comment after an approval', ['APPROVED', 'COMMENTED'], BOTH],
    ['is still being written', ['APPROVED', 'PENDING'], BOTH],
    ['is an approval after a request', ['CHANGES_REQUESTED', 'APPROVED'], BOTH],
    [
      'was dismissed after an approval',
      ['APPROVED', 'DISMISSED'],
      `${NO_CLINICIAN} (the review of #1 by hina was dismissed)`,
    ],
    [
      'asks for changes',
      ['APPROVED', 'CHANGES_REQUESTED'],
      'hina asks for changes: https://github.com/sehat/desk/pull/1#pullrequestreview-1002',
    ],
  ] as const)('%s', async (_what, states, said) => {
    const desk = await reviewedDesk();
    const pull = desk.open(soap());
    pull.review('sana-edits', 'APPROVED');
    for (const [index, state] of states.entries())
      pull.review('hina-md', state, { at: `2026-11-2${index + 1}T06:00:00Z` });
    pull.merge();
    expect(await verdict(desk)).toBe(said);
  });

  it('is one person’s, however their login is written', async () => {
    const desk = await reviewedDesk();
    const pull = desk.open(soap());
    pull.review('sana-edits', 'APPROVED');
    pull.review('HINA-MD', 'APPROVED');
    pull.review('hina-md', 'DISMISSED', { at: '2026-11-21T06:00:00Z' });
    pull.merge();
    expect(await verdict(desk)).toBe(`${NO_CLINICIAN} (the review of #1 by hina was dismissed)`);
  });

  it('holds the post back though others agree, and after the merge too', async () => {
    const desk = await reviewedDesk();
    const pull = desk.open(soap());
    pull.review('sana-edits', 'APPROVED');
    pull.review('hina-md', 'APPROVED');
    pull.merge();
    pull.review('kamran-duty', 'CHANGES_REQUESTED', { at: '2026-11-30T06:00:00Z' });
    expect(await verdict(desk)).toBe(
      'kamran asks for changes: https://github.com/sehat/desk/pull/1#pullrequestreview-1002',
    );
  });

  it('holds nothing back where it is no approver’s', async () => {
    const desk = await reviewedDesk();
    const pull = desk.open(soap());
    pull.review('sana-edits', 'APPROVED');
    pull.review('hina-md', 'APPROVED');
    pull.review('a-reader', 'CHANGES_REQUESTED');
    pull.review('amina-writes', 'CHANGES_REQUESTED');
    pull.merge();
    expect(await verdict(desk)).toBe(BOTH);
  });
});

describe('a role', () => {
  const until = (day: string) => `  - role: clinician\n    startsOn: 2025-01-06\n    endsOn: ${day}\n`;
  const scope = (lines: string) => `  - role: clinician\n    startsOn: 2025-01-06\n    scope:\n${lines}`;
  const from = (day: string) => `  - role: clinician\n    startsOn: ${day}\n`;

  it.each([
    // 23:30 on 19 November in London is half past four on the 20th in Karachi.
    [
      'that ended the day before',
      until('2026-11-19'),
      `${NO_CLINICIAN} (hina approved #2 on 2026-11-20, and was a clinician until 2026-11-19)`,
    ],
    ['on its last day', until('2026-11-20'), BOTH],
    [
      'that begins the day after',
      from('2026-11-21'),
      `${NO_CLINICIAN} (hina approved #2 on 2026-11-20, and is a clinician from 2026-11-21)`,
    ],
    [
      'for another campaign',
      scope('      items: [dengue]\n'),
      `${NO_CLINICIAN} (hina approved #2, and is a clinician for other items or languages)`,
    ],
    [
      'for another language',
      scope('      languages: [ur]\n'),
      `${NO_CLINICIAN} (hina approved #2, and is a clinician for other items or languages)`,
    ],
    ['for this campaign and language', scope('      items: [clean-hands]\n      languages: [en]\n'), BOTH],
    ['of another kind', 'author', `${NO_CLINICIAN} (hina approved #2, and is not an editor or a clinician)`],
  ])('%s', async (_what, role, said) => {
    const desk = await reviewedDesk();
    desk.open({ 'people/hina.yml': personFile('hina', 'hina-md', [role]) }).merge();
    const pull = desk.open(soap());
    const late = { at: '2026-11-19T23:30:00Z' };
    pull.review('sana-edits', 'APPROVED', late);
    pull.review('hina-md', 'APPROVED', late);
    pull.merge();
    expect(await verdict(desk)).toBe(said);
  });

  it('that was taken away since, from that day back, opens nothing any more', async () => {
    const desk = await reviewedDesk();
    const pull = desk.open(soap());
    pull.review('sana-edits', 'APPROVED');
    pull.review('hina-md', 'APPROVED');
    pull.merge();
    desk.push({ 'people/hina.yml': personFile('hina', 'hina-md', [until('2026-11-25')]) });
    expect(await verdict(desk)).toBe(BOTH);
    desk.push({ 'people/hina.yml': personFile('hina', 'hina-md', [until('2026-11-19')]) });
    expect(await verdict(desk)).toBe(
      `${NO_CLINICIAN} (hina approved #1 on 2026-11-20, and was a clinician until 2026-11-19)`,
    );
    desk.push({ 'people/hina.yml': null });
    expect(await verdict(desk)).toBe(`${NO_CLINICIAN} (hina-md approved #1, and is nobody of this desk)`);
  });

  it.each(['merge', 'squash', 'rebase'] as const)(
    'that the same pull request gives opens nothing, merged by %s',
    async (how) => {
      const desk = await reviewedDesk();
      const pull = desk.open({
        'people/mallory.yml': personFile('mallory', 'mallory', ['clinician']),
        'people/kamran.yml': personFile('kamran', 'kamran-duty', ['duty-approver', 'editor']),
      });
      pull.commit(soap());
      pull.commit(soap('Wash your hands with plain soap.'));
      pull.review('mallory', 'APPROVED');
      pull.review('kamran-duty', 'APPROVED');
      pull.merge(how);
      expect(await verdict(desk)).toBe(
        `${NEITHER} (mallory approved #1, and was not a clinician before it; kamran approved #1, and was not an editor before it)`,
      );
    },
  );

  it('that an earlier commit of the same pull request gives opens nothing, though GitHub knows only the last', async () => {
    const desk = await reviewedDesk();
    const pull = desk.open({ 'people/mallory.yml': personFile('mallory', 'mallory', ['clinician']) });
    pull.commit(soap());
    pull.review('sana-edits', 'APPROVED');
    pull.review('mallory', 'APPROVED');
    pull.merge('rebase');
    pull.pull.landed.length = 1;
    expect(await verdict(desk)).toBe(`${NO_CLINICIAN} (mallory approved #1, and was not a clinician before it)`);
  });

  it.each([
    ['a stranger', 'mallory'],
    ['a colleague', 'omar-both'],
  ])('of one person is not that of %s who takes their name', async (_who, login) => {
    const desk = await reviewedDesk();
    const pull = desk.open({ ...soap(), 'people/hina.yml': personFile('hina', login, ['clinician']) });
    pull.review('sana-edits', 'APPROVED');
    pull.review(login, 'APPROVED');
    pull.merge('squash');
    expect(await verdict(desk)).toBe(`${NO_CLINICIAN} (hina approved #1, and was not a clinician before it)`);
  });
});
