import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { APPROVALS_FILE } from '../../scripts/desk-folders.ts';
import { recordLocalApproval } from '../../scripts/local-approvals.ts';
import type { Asked } from '../../src/approvals/approval-gate.ts';
import { approvalName } from '../../src/approvals/approval-gate.ts';
import { openFolderLedger } from '../../src/ledger/folder-ledger.ts';
import { postFiles, REVIEWED, type ReviewedDesk } from '../support/reviewed-desk.ts';
import { reviewedJourney } from '../support/reviewed-journey.ts';

const AT_TEN = ['--now', '2026-12-01T10:00:00+05:00'];
const SOAP = { id: 'soap', text: 'Wash your hands with soap.', channels: ['outbox', 'mastodon'] };

function ledgerEntries({ folder }: ReviewedDesk): Record<string, unknown>[] {
  const ledger = path.join(folder, '.aagahi/ledger');
  const names = existsSync(ledger) ? readdirSync(ledger).filter((name) => name.endsWith('.jsonl')) : [];
  return names.flatMap((name) =>
    readFileSync(path.join(ledger, name), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  );
}

describe('npm run send, with reviews on GitHub', () => {
  it('sends what an editor and a clinician approved, once, and notes who, where and of which commit', async () => {
    const { desk, mastodon, run } = await reviewedJourney();
    const pull = desk.open(postFiles(SOAP));
    pull.review('sana-edits', 'APPROVED');
    pull.review('hina-md', 'APPROVED');
    const reviewed = pull.pull.head;
    const revision = pull.merge('squash');
    const first = await run('send', ...AT_TEN);
    expect(first.out).toContain('sent     soap  mastodon, en: Wash your hands');
    expect(first.code).toBe(0);
    expect(mastodon.statuses.map(({ text }) => text)).toEqual(['Wash your hands with soap.']);
    const sending = ledgerEntries(desk).filter(({ state }) => state === 'sending');
    const on = (channel: string) => sending.find(({ subject }) => (subject as { channel: string }).channel === channel);
    const noted = (by: string, role: string, number: number) => ({
      by,
      role,
      at: REVIEWED,
      review: `https://github.com/sehat/desk/pull/1#pullrequestreview-${number}`,
      commit: reviewed,
    });
    expect(on('mastodon')).toMatchObject({
      approvals: [noted('sana', 'editor', 1000), noted('hina', 'clinician', 1001)],
      revision,
    });
    expect(on('outbox')).not.toHaveProperty('approvals');
    expect((await run('send', ...AT_TEN)).out).toContain('0 sent, 0 held');
    expect(mastodon.statuses).toHaveLength(1);
    expect((await run('verify')).code).toBe(0);
  });

  it('holds what lacks an approval, says from whom, and asks no network', async () => {
    const { desk, mastodon, run } = await reviewedJourney();
    const pull = desk.open(postFiles(SOAP));
    pull.review('sana-edits', 'APPROVED');
    pull.merge();
    const { code, out } = await run('send', ...AT_TEN);
    expect(out).toContain('sent     soap  outbox, en');
    expect(out).toContain('held     soap  mastodon, en: these words wait for approval by a clinician\n');
    expect(code).toBe(0);
    expect(mastodon.seen).toEqual([]);
    const status = await run('status', ...AT_TEN);
    expect(status.out).toContain(
      'held  post/soap/2026/mastodon/en/1, since 2026-12-01 09:00\n    these words wait for approval by a clinician\n',
    );
    expect(status.code).toBe(2);
  });

  it('sends nothing that needs approval while GitHub cannot be read, says so, and fails', async () => {
    const { desk, mastodon, run } = await reviewedJourney();
    const pull = desk.open(postFiles(SOAP));
    pull.review('sana-edits', 'APPROVED');
    pull.review('hina-md', 'APPROVED');
    pull.merge();
    desk.github.meddle(() => ({ kind: 'answered', status: 503, body: 'down' }));
    const { code, out, err } = await run('send', ...AT_TEN);
    expect(out).toContain('sent     soap  outbox, en');
    expect(out).toContain(
      'held     soap  mastodon, en: its approvals cannot be read, and nothing leaves without them: GitHub did not answer clearly (503)\n',
    );
    expect(code).toBe(2);
    expect(mastodon.seen).toEqual([]);
    expect(out + err).not.toContain(desk.github.token);
    desk.github.meddle(() => undefined);
    expect((await run('send', ...AT_TEN)).out).toContain('sent     soap  mastodon, en: Wash your hands');
  });

  it('is not opened for the public by lines that somebody wrote into the approvals or the ledger', async () => {
    const { desk, run, environment } = await reviewedJourney();
    desk.open(postFiles(SOAP)).merge();
    // Leads beyond this machine, and must not be contacted.
    environment.AAGAHI_CHANNEL_MASTODON = 'https://desk:token@mastodon.invalid';
    const planned = (await run('plan', '--json', ...AT_TEN)).out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .find(({ channel }) => channel === 'mastodon');
    expect(planned).toMatchObject({ kind: 'hold', why: 'unapproved' });
    await run('approve', 'soap', '--by', 'sana', ...AT_TEN);
    expect(readFileSync(path.join(desk.folder, APPROVALS_FILE), 'utf8')).toContain('soap/2026/mastodon/en/');
    const asked: Asked = {
      kind: 'post',
      campaign: 'clean-hands',
      item: 'soap',
      occurrence: '2026',
      channel: 'mastodon',
      language: 'en',
      risk: 'routine',
      words: '',
    };
    recordLocalApproval(path.join(desk.folder, APPROVALS_FILE), {
      name: approvalName(asked),
      post: 'soap',
      by: 'sana',
      at: REVIEWED,
    });
    const ledger = openFolderLedger(path.join(desk.folder, '.aagahi/ledger'));
    const subject = {
      action: 'post',
      item: 'soap',
      occurrence: '2026',
      channel: 'mastodon',
      language: 'en',
      part: 1,
    } as const;
    const approvals = ['editor', 'clinician'].map((role) => ({
      by: role,
      role,
      at: REVIEWED,
      review: 'https://github.com/',
      commit: 'c',
      words: 'w',
    }));
    ledger.append({ state: 'sending', request: {}, words: 'w', approvals }, subject, REVIEWED);
    ledger.append({ state: 'failed', reason: 'busy', words: 'w', again: true }, subject, REVIEWED);
    ledger.close();
    const { out } = await run('send', ...AT_TEN);
    expect(out).toContain('held     soap  mastodon, en: these words wait for approval by an editor and a clinician\n');
    expect(out).toContain('sent     soap  outbox, en');
  });

  it('holds everything on a machine that has no access to GitHub', async () => {
    const { desk, run, environment } = await reviewedJourney();
    const pull = desk.open(postFiles(SOAP));
    pull.review('sana-edits', 'APPROVED');
    pull.review('hina-md', 'APPROVED');
    pull.merge();
    delete environment.GITHUB_TOKEN;
    const { code, out } = await run('send', ...AT_TEN);
    expect(out).toContain('held     soap  mastodon, en: these words wait for approval by an editor and a clinician\n');
    expect(code).toBe(0);
    expect(desk.github.asked).toEqual([]);
  });
});
