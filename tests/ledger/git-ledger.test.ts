import { appendFileSync, chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { subjectText } from '../../src/ledger/entry.ts';
import { LedgerError } from '../../src/ledger/folder-ledger.ts';
import {
  type GitLedgerOptions,
  LedgerUnreachableError,
  openGitLedger,
  readGitLedger,
} from '../../src/ledger/git-ledger.ts';
import { verifyLedger } from '../../src/ledger/verify-ledger.ts';
import { type Ledger, LedgerRaceError } from '../../src/publishing/ports.ts';
import { BRANCH, git, remoteDesk, shallowClone } from '../support/ledger-remote.ts';
import { postSubject, sampleEntries, writeSegments } from '../support/sample-ledger.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const AT = '2026-12-01T09:00:00+05:00';
function claim(ledger: Ledger, item: string): void {
  ledger.append({ state: 'intent' }, postSubject(item), AT);
  ledger.append({ state: 'sending', request: { text: 'صابن' }, words: 'w' }, postSubject(item), AT);
}

function stateOf(ledger: Pick<Ledger, 'state'>, item: string): string | undefined {
  return ledger.state().get(subjectText(postSubject(item)))?.last.state;
}

const commits = (remote: string) => Number(git(remote, 'rev-list', '--count', BRANCH));

describe('a ledger on a branch', () => {
  it('is known to the next run anywhere, after one push for all that was appended', async () => {
    const remote = remoteDesk();
    const ledger = await openGitLedger(shallowClone(remote));
    expect(ledger.leaseMs).toBe(600_000);
    claim(ledger, 'a');
    claim(ledger, 'b');
    const picture = ledger.keep(Buffer.from([0, 13, 10, 255]));
    await ledger.publish('claim');
    await ledger.publish('claim');
    ledger.close();
    expect(git(remote, 'log', '-1', '--format=%an <%ae>|%cn <%ce>|%s', BRANCH).trim()).toBe(
      'Aagahi <aagahi@localhost>|Aagahi <aagahi@localhost>|4 entries: 2 intent, 2 sending',
    );
    expect(commits(remote)).toBe(2);
    const other = shallowClone(remote, { init: false });
    expect((await readGitLedger(other)).get(subjectText(postSubject('b')))?.last.state).toBe('sending');
    const next = await openGitLedger(other);
    expect(stateOf(next, 'a')).toBe('sending');
    expect(next.kept(picture)).toEqual(Buffer.from([0, 13, 10, 255]));
    next.append({ state: 'confirmed', uri: 'at://x' }, postSubject('a'), AT);
    await next.publish('claim');
    next.append({ state: 'confirmed', uri: 'at://y' }, postSubject('b'), AT);
    await next.publish('claim');
    next.close();
    expect(commits(remote)).toBe(4);
  });

  it('leaves files, index, configuration and branches of the checkout as they are, to the byte', async () => {
    const options = shallowClone(remoteDesk());
    const { repository } = options;
    const hook = path.join(repository, '.git/hooks');
    for (const name of ['pre-push', 'post-index-change', 'reference-transaction', 'post-checkout']) {
      writeFileSync(path.join(hook, name), '#!/bin/sh\ntouch "$(dirname "$0")/ran"\nexit 1\n');
      chmodSync(path.join(hook, name), 0o755);
    }
    writeFileSync(path.join(repository, 'draft.txt'), 'not committed');
    const look = () =>
      ['.git/HEAD', '.git/index', '.git/config', 'content.txt', 'draft.txt', '.git/refs/heads/main'].map((name) =>
        readFileSync(path.join(repository, name), 'latin1'),
      );
    const before = [look(), readdirSync(repository), git(repository, 'branch', '--list')];
    const ledger = await openGitLedger(options);
    claim(ledger, 'a');
    await ledger.publish('claim');
    ledger.close();
    expect([look(), readdirSync(repository), git(repository, 'branch', '--list')]).toEqual(before);
    expect(existsSync(path.join(repository, '.git/FETCH_HEAD'))).toBe(false);
    expect(existsSync(path.join(hook, 'ran'))).toBe(false);
  });

  it('does not make a whole clone shallow', async () => {
    const remote = remoteDesk();
    const options = shallowClone(remote);
    git(options.repository, 'fetch', '--quiet', '--unshallow');
    for (const item of ['a', 'b']) {
      const ledger = await openGitLedger(options);
      claim(ledger, item);
      await ledger.publish('claim');
      ledger.close();
    }
    expect(git(options.repository, 'rev-parse', '--is-shallow-repository').trim()).toBe('false');
  });

  it('is not read as other bytes where the machine converts line ends', async () => {
    const remote = remoteDesk();
    const first = await openGitLedger(shallowClone(remote));
    claim(first, 'a');
    await first.publish('claim');
    first.close();
    const options = shallowClone(remote);
    git(options.repository, 'config', 'core.autocrlf', 'true');
    git(options.repository, 'config', 'core.sparseCheckout', 'true');
    writeFileSync(path.join(options.repository, '.git/info/sparse-checkout'), 'content.txt\n');
    const ledger = await openGitLedger(options);
    expect(stateOf(ledger, 'a')).toBe('sending');
    ledger.close();
  });

  it('publishes a checkpoint with the next entry, and nothing without one', async () => {
    const remote = remoteDesk();
    const options = shallowClone(remote);
    (await openGitLedger(options)).close();
    const work = path.join(temporaryFolder(), 'work');
    git(path.dirname(work), 'clone', '--quiet', '--branch', BRANCH, remote, work);
    writeSegments(work, sampleEntries(400, 1000));
    git(work, 'add', '-A');
    git(work, 'commit', '--quiet', '-m', 'many');
    git(work, 'push', '--quiet', 'origin', BRANCH);
    const idle = await openGitLedger(options);
    await idle.publish('claim');
    idle.close();
    expect(commits(remote)).toBe(2);
    const ledger = await openGitLedger(options);
    claim(ledger, 'a');
    await ledger.publish('claim');
    ledger.close();
    expect(git(remote, 'ls-tree', '--name-only', BRANCH)).toContain('checkpoint.json');
    const state = await readGitLedger(shallowClone(remote));
    expect(state.isArchived(subjectText(postSubject('post-0')))).toBe(true);
    expect(state.get(subjectText(postSubject('a')))?.last.state).toBe('sending');
  });
});

describe('a ledger’s branch that is not there', () => {
  it('is an error, unless it is to be made', async () => {
    const options = shallowClone(remoteDesk(), { init: false });
    const error = new LedgerError(
      '`origin` has no branch `ledger` for the ledger. If it was there before, bring it back: without it everything would be sent again. If this is the first time, use --init-ledger.',
    );
    await expect(openGitLedger(options)).rejects.toThrow(error);
    await expect(readGitLedger(options)).rejects.toThrow(error);
    (await openGitLedger({ ...options, init: true })).close();
    (await openGitLedger(options)).close();
  });

  it('is made once where two runs make it', async () => {
    const remote = remoteDesk();
    const ledgers = await Promise.all([shallowClone(remote), shallowClone(remote)].map((each) => openGitLedger(each)));
    for (const ledger of ledgers) ledger.close();
    expect(commits(remote)).toBe(1);
  });
});

describe('what has happened', () => {
  it('is added after what another run wrote meanwhile, pictures included, and nothing of either is lost', async () => {
    const remote = remoteDesk();
    const mine = await openGitLedger(shallowClone(remote));
    claim(mine, 'a');
    await mine.publish('claim');
    const other = await openGitLedger(shallowClone(remote));
    claim(other, 'b');
    await other.publish('claim');
    mine.append({ state: 'confirmed', uri: 'at://a' }, postSubject('a'), AT);
    const picture = mine.keep(Buffer.from('the former banner'));
    await mine.publish('facts');
    expect(stateOf(mine, 'b')).toBe('sending');
    other.append({ state: 'confirmed', uri: 'at://b' }, postSubject('b'), AT);
    await other.publish('facts');
    mine.append({ state: 'unknown', reason: 'later' }, postSubject('c'), AT);
    await mine.publish('facts');
    mine.close();
    other.close();
    const options = shallowClone(remote);
    const after = await openGitLedger(options);
    expect(['a', 'b', 'c'].map((item) => stateOf(after, item))).toEqual(['confirmed', 'confirmed', 'unknown']);
    expect(after.kept(picture)?.toString()).toBe('the former banner');
    after.close();
    expect(verifyLedger(options.directory)).toMatchObject({ kind: 'sound', entries: 7 });
  });
});

describe('runs that publish at the same time', () => {
  it.each([2, 8])('claim each post once, %i of them', async (count) => {
    const remote = remoteDesk();
    (await openGitLedger(shallowClone(remote))).close();
    const items = ['a', 'b', 'c'];
    const claimed: string[] = [];
    let races = 0;
    const publisher = async (options: GitLedgerOptions) => {
      for (;;) {
        const ledger = await openGitLedger(options);
        try {
          const item = items.find((each) => stateOf(ledger, each) === undefined);
          if (item === undefined) return;
          claim(ledger, item);
          await ledger.publish('claim');
          claimed.push(item);
        } catch (error) {
          if (!(error instanceof LedgerRaceError)) throw error;
          races += 1;
          expect(() => claim(ledger, 'more')).toThrow(LedgerRaceError);
          await expect(ledger.publish('claim')).rejects.toThrow(
            'Another run wrote to the ledger on `ledger` first; plan again.',
          );
        } finally {
          ledger.close();
        }
      }
    };
    await Promise.all(Array.from({ length: count }, () => publisher(shallowClone(remote))));
    expect(claimed.toSorted()).toEqual(items);
    // Two may happen to go one after the other.
    if (count > 2) expect(races).toBeGreaterThan(0);
  });

  it('exclude each other on one machine', async () => {
    const options = shallowClone(remoteDesk());
    const ledger = await openGitLedger(options);
    await expect(openGitLedger(options)).rejects.toThrow(/^Another run \(process \d+\) is sending from /);
    ledger.close();
  });
});

describe('a run on a branch that went wrong', () => {
  it('leaves lines that were never pushed to be dropped, whole or torn', async () => {
    const options = shallowClone(remoteDesk());
    const dead = await openGitLedger(options);
    claim(dead, 'a');
    await dead.publish('claim');
    claim(dead, 'lost');
    dead.append({ state: 'intent' }, postSubject('later'), '2027-02-01T00:00:00Z');
    const kept = dead.keep(Buffer.from('lost'));
    dead.close();
    appendFileSync(path.join(options.directory, '2026-12.jsonl'), '{"at":"2026');
    writeFileSync(path.join(options.directory, 'index.lock'), '');
    const next = await openGitLedger(options);
    expect([...next.state().values()]).toHaveLength(1);
    expect(next.kept(kept)).toBeUndefined();
    expect(existsSync(path.join(options.directory, '2027-02.jsonl'))).toBe(false);
    claim(next, 'b');
    await next.publish('claim');
    next.close();
    writeFileSync(path.join(options.directory, 'index'), 'broken');
    const last = await openGitLedger(options);
    expect([stateOf(last, 'a'), stateOf(last, 'b'), stateOf(last, 'lost')]).toEqual(['sending', 'sending', undefined]);
    last.close();
  });

  it('is told that a push failed which had arrived, and the next run sees it', async () => {
    const remote = remoteDesk();
    const options = shallowClone(remote);
    const ledger = await openGitLedger(options);
    claim(ledger, 'a');
    // The remote takes it, and the answer never comes.
    const hook = path.join(remote, 'hooks/post-receive');
    writeFileSync(hook, '#!/bin/sh\nkill -9 $PPID\n');
    chmodSync(hook, 0o755);
    await expect(ledger.publish('claim')).rejects.toThrow(LedgerUnreachableError);
    expect(commits(remote)).toBe(2);
    expect((await readGitLedger(options)).get(subjectText(postSubject('a')))?.last.state).toBe('sending');
    // The same run may try again too: nothing is there twice.
    await ledger.publish('claim');
    ledger.close();
    expect(commits(remote)).toBe(2);
  });

  it('says that it may not write, where the remote refuses', async () => {
    const remote = remoteDesk();
    const ledger = await openGitLedger(shallowClone(remote));
    const hook = path.join(remote, 'hooks/pre-receive');
    writeFileSync(hook, '#!/bin/sh\necho "SECRET words of a server" >&2\nexit 1\n');
    chmodSync(hook, 0o755);
    claim(ledger, 'a');
    await expect(ledger.publish('claim')).rejects.toThrow(
      new LedgerError(
        '`origin` does not let this run write the branch `ledger`; nothing is sent until it may (is it protected, or the access for reading only?).',
      ),
    );
    ledger.close();
  });

  it('says nothing of what the remote’s address holds', async () => {
    const options = shallowClone(remoteDesk());
    git(options.repository, 'remote', 'set-url', 'origin', 'http://desk:ghp_PLANTED@127.0.0.1:9/desk.git');
    const error = await openGitLedger(options).catch((caught: unknown) => caught);
    expect(error).toEqual(
      new LedgerUnreachableError(
        "The ledger's remote cannot be reached: the connection fails. Nothing is lost; try again.",
      ),
    );
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('PLANTED');
  });

  it('says what is no repository, no remote and no name of a branch', async () => {
    const options = shallowClone(remoteDesk());
    await expect(openGitLedger({ ...options, repository: temporaryFolder() })).rejects.toThrow(
      /is no git repository; the ledger on a branch needs one\.$/,
    );
    await expect(openGitLedger({ ...options, remote: 'upstream' })).rejects.toThrow(
      `${options.repository} has no remote \`upstream\`; the ledger on a branch needs one.`,
    );
    await expect(openGitLedger({ ...options, branch: 'a..b' })).rejects.toThrow(
      '`a..b` cannot be the name of a branch.',
    );
  });
});
