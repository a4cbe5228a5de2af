import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { postFiles, reviewedFiles } from '../support/reviewed-desk.ts';
import { type ReviewedJourney, reviewedJourney } from '../support/reviewed-journey.ts';

const at = (time: string) => ['--now', `2026-12-01T${time}:00+05:00`];
const SOAP = { id: 'soap', text: 'Wash your hands with soap.', channels: ['outbox', 'mastodon'] };
const PAGE = 'campaigns/clean-hands/en.mdx';
const POST = 'campaigns/clean-hands/posts/soap/en.mdx';
const SOURCE = 'sources/who.yml';

/** A post that was approved and sent, then corrected, then taken back. */
async function longStory({ desk, run }: ReviewedJourney, ledger: string[] = []) {
  const page = (reviewedFiles()[PAGE] ?? '').replace('author: amina', 'author: amina\nreviewedBy: hina');
  const looked = 'retraction:\n  status: not-listed\n  lookedUpOn: 2026-11-02\n  lookedUpIn: Crossref\n';
  const source = `${reviewedFiles()[SOURCE]}${looked}`;
  const first = desk.open({ ...postFiles(SOAP), [PAGE]: page, [SOURCE]: source });
  first.review('sana-edits', 'APPROVED');
  first.review('hina-md', 'APPROVED');
  const sent = first.merge('squash');
  await run('send', ...at('10:00'), ...ledger, ...(ledger.length > 0 ? ['--init-ledger'] : []));
  const correction = 'correction:\n  at: "2026-12-01T11:00:00+05:00"\n  by: replace';
  const corrected = postFiles({ ...SOAP, text: 'Wash your hands with soap and water.', more: correction });
  const second = desk.open(
    { ...corrected, [SOURCE]: source.replace('2026-11-02', '2026-11-30') },
    { by: 'sana-edits' },
  );
  second.review('omar-both', 'APPROVED', { at: '2026-12-01T06:10:00Z' });
  second.review('hina-md', 'APPROVED', { at: '2026-12-01T06:20:00Z' });
  const edited = second.merge('squash');
  await run('send', ...at('12:00'), ...ledger);
  const withdrawn = 'withdrawn:\n  at: "2026-12-01T13:00:00+05:00"\n  reason: the tap was closed\ncorrection:';
  desk.open({ [POST]: (corrected[POST] ?? '').replace('correction:', withdrawn) }).merge('squash');
  await run('send', ...at('13:30'), ...ledger);
  return {
    sent,
    edited,
    seen: first.pull.head,
    seenAgain: second.pull.head,
    begun: desk.git('rev-list', '--max-parents=0', 'HEAD'),
  };
}

const short = (commit: string) => commit.slice(0, 7);

describe('npm run audit', () => {
  it('tells who wrote, reviewed and approved a post, on which sources, in which revision, when and where it went', async () => {
    const journey = await reviewedJourney();
    const { sent, edited, seen, seenAgain, begun } = await longStory(journey);
    const { code, out, err } = await journey.run('audit', 'soap');
    expect(err).toBe('');
    expect(code).toBe(0);
    const [first, second] = [...out.matchAll(/\[([0-9a-f]{8})\]/g)].map(([, name]) => name);
    const review = 'https://github.com/sehat/desk/pull/';
    const behind = (commit: string, lookedUp: string, hands: string[]) =>
      `As commit ${short(commit)} has it:
  risk       health-claim
  written    by amina (amina)
  page       reviewed 2026-11-01, by hina (hina); due again 2029-11-01
  source     who: World Health Organization, “Facts on hands”, https://www.who.int/news-room/fact-sheets; read 2026-11-01; not-listed in Crossref on ${lookedUp}
${hands.map((line) => `  in git     ${line}\n`).join('')}`;
    const hands = [`amina-writes, 2026-11-01 (${short(sent)})`, `GitHub, 2026-11-01 (${short(begun)})`];
    expect(out).toBe(`soap, a post of clean-hands

2026 on mastodon, en
  sent       2026-12-01 10:00 +05:00: 101
             “Wash your hands with soap.” [${first}], from commit ${short(sent)}
             approved by sana, as editor, 2026-11-20 06:00 UTC, at commit ${short(seen)}: ${review}1#pullrequestreview-1000
             approved by hina, as clinician, 2026-11-20 06:00 UTC, at commit ${short(seen)}: ${review}1#pullrequestreview-1001
  edited     2026-12-01 12:00 +05:00: 101
             “Wash your hands with soap and water.” [${second}], from commit ${short(edited)}
             approved by omar, as editor, 2026-12-01 06:10 UTC, at commit ${short(seenAgain)}: ${review}2#pullrequestreview-2000
             approved by hina, as clinician, 2026-12-01 06:20 UTC, at commit ${short(seenAgain)}: ${review}2#pullrequestreview-2001
  withdrawn  2026-12-01 13:30 +05:00: the tap was closed

2026 on outbox, en
  sent       2026-12-01 10:00 +05:00: outbox:soap/2026/outbox/en/1
             “Wash your hands with soap.” [${first}], from commit ${short(sent)}
             no review was noted: it went to the outbox, or to a channel of that machine
  edited     2026-12-01 12:00 +05:00: outbox:soap/2026/outbox/en/1
             “Wash your hands with soap and water.” [${second}], from commit ${short(edited)}
             no review was noted: it went to the outbox, or to a channel of that machine
  withdrawn  2026-12-01 13:30 +05:00: the tap was closed

${behind(sent, '2026-11-02', hands)}
${behind(edited, '2026-11-30', [`sana-edits, 2026-11-01 (${short(edited)})`, ...hands])}
The ledger has 18 entries, each as it was written.
`);
  });

  it('gives a program an object a line, and tells the same when the content is gone', async () => {
    const journey = await reviewedJourney();
    const { sent, edited } = await longStory(journey);
    journey.desk.push({ [POST]: null });
    const lines = (await journey.run('audit', 'soap', '--json')).out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ kind, what, channel, revision }) => [kind, what ?? '', channel ?? '', revision ?? ''])).toEqual(
      [
        ...['mastodon', 'outbox'].flatMap((channel) => [
          ['event', 'sent', channel, sent],
          ['event', 'edited', channel, edited],
          ['event', 'withdrawn', channel, ''],
        ]),
        ['content', '', '', sent],
        ['content', '', '', edited],
      ],
    );
    expect(lines[0]).toMatchObject({
      item: 'soap',
      occurrence: '2026',
      language: 'en',
      part: 1,
      at: '2026-12-01T10:00:00+05:00',
      text: 'Wash your hands with soap.',
      approvals: [
        { by: 'sana', role: 'editor' },
        { by: 'hina', role: 'clinician' },
      ],
    });
    expect(lines.at(-1)).toMatchObject({
      isOfRevision: true,
      risk: 'health-claim',
      author: 'amina',
      reviewedBy: 'hina',
      sources: [{ id: 'who', publisher: 'World Health Organization', retraction: { status: 'not-listed' } }],
    });
  });

  it('reads the ledger on a branch, and goes on with what was last fetched where its remote is away', async () => {
    const journey = await reviewedJourney();
    await longStory(journey, ['--ledger', 'git:ledger']);
    const there = await journey.run('audit', 'soap', '--ledger', 'git:ledger');
    expect(there.err).toBe('');
    expect(there.out).toContain('  withdrawn  2026-12-01 13:30 +05:00: the tap was closed\n');
    const remote = path.join(journey.desk.folder, '../origin');
    journey.desk.update = () => {};
    renameSync(remote, `${remote}-away`);
    const away = await journey.run('audit', 'soap', '--ledger', 'git:ledger');
    expect(away).toEqual({
      ...there,
      err: 'The ledger’s remote cannot be reached: this is what was last fetched.\n',
    });
    expect((await journey.run('status', '--ledger', 'git:ledger', ...at('13:30'))).code).toBe(2);
    renameSync(`${remote}-away`, remote);
  });

  it('tells of a post that never left, and where there is none', async () => {
    const journey = await reviewedJourney();
    journey.desk.push(postFiles({ ...SOAP, urdu: 'ہاتھ دھوئیں۔' }));
    const { out } = await journey.run('audit', 'soap');
    expect(out).toMatch(
      /^soap, a post of clean-hands\n\nNothing of it has left\.\n\nAs the content is now:\n {2}risk {7}health-claim\n/,
    );
    expect(out).toMatch(/; not looked up in a register of retractions\n/);
    expect(out).toMatch(/\n\nThe ledger has 0 entries, each as it was written\.\n$/);
    const unknown = await journey.run('audit', 'saop');
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain('Neither the ledger nor the content knows a post saop; did you mean soap?\n');
  });

  it('tells nothing from a ledger that was changed', async () => {
    const journey = await reviewedJourney();
    await longStory(journey);
    const folder = path.join(journey.desk.folder, '.aagahi/ledger');
    const [segment = ''] = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
    const file = path.join(folder, segment);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"by":"sana"', '"by":"omar"'));
    const { code, out, err } = await journey.run('audit', 'soap');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(
      /: this entry was changed after it was written\.\nNothing is told from a ledger that was changed\.\n$/,
    );
  });
});
