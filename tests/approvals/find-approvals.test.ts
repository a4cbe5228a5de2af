import { describe, expect, it } from 'vitest';
import { BOTH, NEITHER, NO_CLINICIAN, soap, verdict } from '../support/approval-verdict.ts';
import { personFile, postFiles, reviewedDesk, reviewedFiles } from '../support/reviewed-desk.ts';

describe('what a pull request needs', () => {
  const POLICY = 'policy:\n  approvals:\n    health-claim: [editor]\n';

  it('does not become less by its own change of the policy', async () => {
    const desk = await reviewedDesk();
    const organisation = reviewedFiles()['organisation.yml'];
    const pull = desk.open({ ...soap(), 'organisation.yml': `${organisation}${POLICY}` });
    pull.review('sana-edits', 'APPROVED');
    pull.merge('squash');
    expect(await verdict(desk)).toBe(NO_CLINICIAN);
  });

  it('does not become less by its own change of the risk, nor by a later one', async () => {
    const desk = await reviewedDesk();
    const risky = postFiles({ id: 'soap', text: 'Wash your hands with soap.', more: 'risk: routine' });
    const pull = desk.open(risky);
    pull.review('sana-edits', 'APPROVED');
    pull.merge();
    // The campaign that it came to is a health claim.
    expect(await verdict(desk)).toBe(NO_CLINICIAN);

    const whole = desk.open(soap());
    whole.review('sana-edits', 'APPROVED');
    whole.merge();
    const lower = desk.open(risky);
    lower.review('sana-edits', 'APPROVED');
    lower.merge();
    expect(await verdict(desk)).toBe(NO_CLINICIAN);
    lower.review('hina-md', 'APPROVED');
    expect(await verdict(desk)).toBe(BOTH);
  });

  it('is what the policy asks for today, where that is more', async () => {
    const desk = await reviewedDesk();
    const pull = desk.open(soap());
    pull.review('sana-edits', 'APPROVED');
    pull.review('hina-md', 'APPROVED');
    pull.merge();
    const organisation = reviewedFiles()['organisation.yml'];
    desk.push({ 'organisation.yml': `${organisation}${POLICY.replace('[editor]', '[editor, clinician, legal]')}` });
    expect(await verdict(desk)).toBe('these words wait for approval by a lawyer');
  });

  it('is for a crisis an editor and the approver on duty', async () => {
    const desk = await reviewedDesk();
    const page = reviewedFiles()['campaigns/clean-hands/en.mdx'] ?? '';
    desk.open({ 'campaigns/clean-hands/en.mdx': page.replace('health-claim', 'crisis') }).merge();
    const pull = desk.open(soap());
    pull.review('sana-edits', 'APPROVED');
    pull.merge();
    expect(await verdict(desk)).toBe('these words wait for approval by the approver on duty');
    pull.review('kamran-duty', 'APPROVED');
    expect(await verdict(desk)).toBe('sent: sana as editor, kamran as duty-approver');
  });
});

describe('the words that were reviewed', () => {
  it('are those of the commit that was looked at, not of a later one', async () => {
    const desk = await reviewedDesk();
    const pull = desk.open(soap());
    pull.review('sana-edits', 'APPROVED');
    pull.review('hina-md', 'APPROVED');
    const seen = pull.pull.head.slice(0, 7);
    pull.commit(soap('Wash your hands with bleach.'));
    pull.merge();
    const other = `with other words, page or sources (commit ${seen})`;
    expect(await verdict(desk)).toBe(`${NEITHER} (sana approved #1 ${other}; hina approved #1 ${other})`);
  });

  it('may be in a commit that was pushed away, as long as it can be had', async () => {
    const desk = await reviewedDesk();
    const pull = desk.open(soap());
    pull.review('sana-edits', 'APPROVED');
    pull.review('hina-md', 'APPROVED', { commit: 'f'.repeat(40) });
    pull.commit({ ...soap(), 'people/new.yml': personFile('new', 'new-here', ['author']) }, { rewrite: true });
    pull.merge('squash');
    expect(await verdict(desk)).toBe(`${NO_CLINICIAN} (hina approved #1 at a commit that cannot be had any more)`);
    Object.assign(pull.pull.reviews[1] ?? {}, { commit: null });
    expect(await verdict(desk)).toBe(`${NO_CLINICIAN} (hina approved #1 at a commit that cannot be had any more)`);
  });

  it('are no longer approved when a later pull request changes them, nor when another changes them back', async () => {
    const desk = await reviewedDesk();
    const pull = desk.open(soap());
    pull.review('sana-edits', 'APPROVED');
    pull.review('hina-md', 'APPROVED');
    pull.merge();
    desk.open(soap('Wash your hands with bleach.')).merge();
    expect(await verdict(desk)).toBe(`${NEITHER} (nobody has approved #2)`);
    const back = desk.open(soap());
    back.merge();
    expect(await verdict(desk)).toBe(`${NEITHER} (nobody has approved #3)`);
    back.review('sana-edits', 'APPROVED');
    back.review('hina-md', 'APPROVED');
    expect(await verdict(desk)).toBe(BOTH);
  });

  it('stay approved when a later pull request touches their file and not them', async () => {
    const desk = await reviewedDesk();
    const pull = desk.open(soap());
    pull.review('sana-edits', 'APPROVED');
    pull.review('hina-md', 'APPROVED');
    pull.merge();
    const later = desk.open(
      postFiles({ id: 'soap', text: 'Wash your hands with soap.', expiresAt: '{ daysFromStart: 0, time: "20:00" }' }),
    );
    later.merge();
    expect(await verdict(desk)).toBe(BOTH);
    later.review('omar-both', 'CHANGES_REQUESTED', { at: '2026-11-21T06:00:00Z' });
    expect(await verdict(desk)).toMatch(/^omar asks for changes: /);
    pull.review('omar-both', 'APPROVED', { at: '2026-11-22T06:00:00Z' });
    expect(await verdict(desk)).toBe(BOTH);
  });

  it('are approved by what two pull requests together bring', async () => {
    const desk = await reviewedDesk();
    const pull = desk.open(soap());
    pull.review('sana-edits', 'APPROVED');
    pull.merge();
    const later = desk.open({
      'campaigns/clean-hands/en.mdx': (reviewedFiles()['campaigns/clean-hands/en.mdx'] ?? '').replace(
        'nextReviewDueOn: 2029-11-01',
        'nextReviewDueOn: 2029-10-01',
      ),
    });
    later.review('hina-md', 'APPROVED');
    later.merge('squash');
    expect(await verdict(desk)).toBe(BOTH);
  });

  it('are not approved by a review of something else that leaves them as they are', async () => {
    const desk = await reviewedDesk();
    desk.open(soap()).merge();
    const other = desk.open({
      'organisation.yml': (reviewedFiles()['organisation.yml'] ?? '').replace('desk@desk', 'write@desk'),
    });
    other.review('sana-edits', 'APPROVED');
    other.review('hina-md', 'APPROVED');
    other.merge();
    expect(await verdict(desk)).toBe(`${NEITHER} (nobody has approved #1)`);
  });

  it.each([
    [
      'the page that it leads to',
      'campaigns/clean-hands/en.mdx',
      'Soap and water stop many',
      'Soap and water stop all',
    ],
    ['a source', 'sources/who.yml', 'title: Facts on hands', 'title: Facts on feet'],
    ['the name on its card', 'organisation.yml', 'en: Test Desk', 'en: Best Desk'],
  ])('are others when %s changes', async (_what, file, from, to) => {
    const desk = await reviewedDesk();
    const pull = desk.open(postFiles({ id: 'soap', text: 'Wash your hands.', link: 'page', attach: 'card' }));
    pull.review('sana-edits', 'APPROVED');
    pull.review('hina-md', 'APPROVED');
    pull.merge();
    expect(await verdict(desk)).toBe(BOTH);
    const text = reviewedFiles()[file] ?? '';
    expect(text).toContain(from);
    desk.open({ [file]: text.replace(from, to) }).merge();
    expect(await verdict(desk)).toBe(`${NEITHER} (nobody has approved #2)`);
  });

  it.each([
    [
      'the page is set otherwise',
      'campaigns/clean-hands/en.mdx',
      'Soap and water stop many illnesses.<',
      '**Soap** and\nwater stop\n*many* illnesses.<',
    ],
    ['somebody reads a source again', 'sources/who.yml', 'accessedOn: 2026-11-01', 'accessedOn: 2026-11-15'],
    [
      'the fields of a source change places',
      'sources/who.yml',
      'id: who\nkind: guideline\n',
      'kind: guideline\nid: who\n',
    ],
  ])('are the same when %s', async (_what, file, from, to) => {
    const desk = await reviewedDesk();
    const pull = desk.open(postFiles({ id: 'soap', text: 'Wash your hands.', link: 'page' }));
    pull.review('sana-edits', 'APPROVED');
    pull.review('hina-md', 'APPROVED');
    pull.merge();
    const text = reviewedFiles()[file] ?? '';
    expect(text).toContain(from);
    desk.push({ [file]: text.replace(from, to) });
    expect(await verdict(desk)).toBe(BOTH);
  });

  it('follow the campaign when its folder gets another name', async () => {
    const desk = await reviewedDesk();
    const pull = desk.open(soap());
    pull.review('sana-edits', 'APPROVED');
    pull.review('hina-md', 'APPROVED');
    pull.merge();
    desk.git('mv', 'content/campaigns/clean-hands', 'content/campaigns/washing');
    desk.push({});
    expect(await verdict(desk)).toBe(BOTH);
  });

  it('are approved for one occurrence', async () => {
    const desk = await reviewedDesk();
    const pull = desk.open(soap());
    pull.review('sana-edits', 'APPROVED');
    pull.review('hina-md', 'APPROVED');
    pull.merge();
    expect(await verdict(desk)).toBe(BOTH);
    const again = ['sana', 'hina'].map((id) => `${id} approved #1 on 2026-11-20, for an earlier occurrence`);
    const next = { now: '2027-12-01T10:00:00+05:00' };
    expect(await verdict(desk, next)).toBe(`${NEITHER} (${again.join('; ')})`);
    const page = reviewedFiles()['campaigns/clean-hands/en.mdx'] ?? '';
    const renewed = desk.open({
      'campaigns/clean-hands/en.mdx': page.replace('lastReviewedOn: 2026-11-01', 'lastReviewedOn: 2026-11-28'),
    });
    for (const login of ['sana-edits', 'hina-md']) renewed.review(login, 'APPROVED', { at: '2027-11-20T06:00:00Z' });
    renewed.merge();
    expect(await verdict(desk, next)).toBe(BOTH);
  });
});

describe('a pull request', () => {
  it('that is not merged opens nothing, though its words are on main', async () => {
    const desk = await reviewedDesk();
    const pull = desk.open(soap());
    pull.review('sana-edits', 'APPROVED');
    pull.review('hina-md', 'APPROVED');
    const commit = desk.push(soap()).slice(0, 7);
    expect(await verdict(desk)).toBe(`${NEITHER} (commit ${commit} brought these words without a pull request)`);
  });

  it('whose commits were pushed past it opens nothing', async () => {
    const desk = await reviewedDesk();
    const pull = desk.open(soap());
    pull.review('sana-edits', 'APPROVED');
    pull.review('hina-md', 'APPROVED');
    desk.git('merge', '--quiet', '--ff-only', 'pull-1');
    expect(await verdict(desk)).toBe(`${NEITHER} (#1 brought these words, and is not merged into the default branch)`);
  });

  it('into another branch opens nothing, though that came to main', async () => {
    const desk = await reviewedDesk();
    const pull = desk.open(soap(), { into: 'drafts' });
    pull.review('sana-edits', 'APPROVED');
    pull.review('hina-md', 'APPROVED');
    pull.merge();
    desk.git('merge', '--quiet', '--no-ff', '-m', 'Bring the drafts', 'drafts');
    const commit = desk.push({}) && desk.git('rev-parse', '--short=7', 'HEAD^');
    expect(await verdict(desk)).toBe(`${NEITHER} (commit ${commit} brought these words without a pull request)`);
  });

  it('that was merged opens nothing in a checkout that does not have it', async () => {
    const desk = await reviewedDesk();
    const pull = desk.open(soap());
    pull.review('sana-edits', 'APPROVED');
    pull.review('hina-md', 'APPROVED');
    pull.merge('squash');
    desk.update();
    Object.assign(pull.pull, { mergeCommit: desk.git('rev-parse', 'pull-1') });
    expect(await verdict(desk)).toBe(`${NEITHER} (#1 brought these words, and is not merged into the default branch)`);
  });

  it('of which GitHub does not know who wrote it opens nothing', async () => {
    const desk = await reviewedDesk();
    const pull = desk.open(soap(), { author: null, committer: 'nobody' });
    pull.review('sana-edits', 'APPROVED');
    pull.review('hina-md', 'APPROVED');
    pull.merge();
    const commit = pull.pull.head.slice(0, 7);
    expect(await verdict(desk)).toBe(
      `${NEITHER} (GitHub does not know who wrote commit ${commit} of #1, so nobody can be told apart from them)`,
    );
  });

  it('of which GitHub does not know who wrote it is held back all the same where an approver asks for changes', async () => {
    const desk = await reviewedDesk();
    const pull = desk.open(soap(), { author: null, committer: 'nobody' });
    pull.review('kamran-duty', 'CHANGES_REQUESTED');
    pull.merge();
    const page = reviewedFiles()['campaigns/clean-hands/en.mdx'] ?? '';
    const later = desk.open({ 'campaigns/clean-hands/en.mdx': page.replace('2029-11-01', '2029-10-01') });
    later.review('sana-edits', 'APPROVED');
    later.review('hina-md', 'APPROVED');
    later.merge();
    expect(await verdict(desk)).toMatch(/^kamran asks for changes: /);
    Object.assign(pull.pull.reviews[0] ?? {}, { state: 'DISMISSED' });
    expect(await verdict(desk)).toBe(BOTH);
  });

  it('with more commits than GitHub tells opens nothing', async () => {
    const desk = await reviewedDesk();
    const pull = desk.open(soap());
    pull.review('sana-edits', 'APPROVED');
    pull.review('hina-md', 'APPROVED');
    const [commit] = pull.pull.commits;
    pull.merge('squash');
    for (let number = 0; number < 250; number += 1)
      pull.pull.commits.push({ ...(commit as NonNullable<typeof commit>), sha: String(number).padStart(40, 'a') });
    expect(await verdict(desk)).toBe(
      `${NEITHER} (#1 has so many commits that GitHub does not tell who wrote them all)`,
    );
  });
});
