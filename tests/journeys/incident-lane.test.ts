import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BlueskyRecord, type BlueskyServer, startBlueskyServer } from '../support/bluesky-server.ts';
import { type SendingDesk, sendingDesk } from '../support/sending-desk.ts';

// An incident from `npm run new` to the post, on Bluesky's reference server, while the rest of the content has mistakes.

const at = (time: string) => `2026-12-01T${time}:00+05:00`;
const WORDS = [
  ['title', 'Flood in LANE', 'LANE میں سیلاب'],
  ['headline', 'Do not drink tap water in LANE', 'LANE میں نلکے کا پانی نہ پیئیں'],
  ['description', 'The flood has reached the wells.', 'سیلاب کنوؤں تک پہنچ گیا ہے۔'],
  ['instruction', 'Boil water for one minute.', 'پانی ایک منٹ ابالیں۔'],
  ['area', 'The old town', 'پرانا شہر'],
  ['ending-headline', 'Tap water in LANE is safe again', 'LANE میں نلکے کا پانی اب محفوظ ہے'],
  ['ending-instruction', 'Drink it as usual.', 'پہلے کی طرح پیئیں۔'],
] as const;

let server: BlueskyServer;
beforeAll(async () => {
  server = await startBlueskyServer();
});
afterAll(() => server.stop());

/** A desk with an incident that was alerted at nine. `name` is part of its words and of its id: `flood-in-…`. */
async function alertedDesk(name: string): Promise<SendingDesk> {
  const desk = sendingDesk();
  desk.connect(server.secret());
  const words = WORDS.flatMap(([option, english, urdu]) => [
    `--${option}`,
    english.replace('LANE', name),
    `--${option}`,
    `ur=${urdu.replace('LANE', name)}`,
  ]);
  const choices = ['--category', 'health', '--severity', 'severe', '--source', 'who', '--author', 'amina'];
  const where = ['--circle', '31.55,74.34,5', '--status', 'actual', '--next', '3', '--at', at('09:00')];
  expect(await desk.run('new.ts', 'incident', ...words, ...choices, ...where)).toMatchObject({ code: 0, err: '' });
  return desk;
}

function change(desk: SendingDesk, file: string, from: string, to: string): void {
  const full = path.join(desk.folder, 'content', file);
  const text = readFileSync(full, 'utf8');
  expect(text).toContain(from);
  writeFileSync(full, text.replace(from, to));
}

/** Posts with these words, in the order in which they came. */
async function postsOf(words: string): Promise<BlueskyRecord[]> {
  return (await server.posts()).filter(({ value }) => value.text.includes(words)).toReversed();
}

describe('npm run send -- --incident', () => {
  it('posts, pins and shows what is due of one incident, whatever is wrong elsewhere', async () => {
    const desk = await alertedDesk('alpha');
    desk.write({ id: 'soap-alpha', text: 'Soap helps, says alpha.' });
    await desk.approveAll(at('09:05'));
    change(desk, 'campaigns/clean-hands/en.mdx', 'author: amina', 'author: 7');
    mkdirSync(path.join(desk.folder, 'content/incidents/other'), { recursive: true });
    writeFileSync(path.join(desk.folder, 'content/incidents/other/en.mdx'), 'No fields at all.\n');
    expect((await desk.run('send.ts', '--now', at('09:05'))).code).toBe(1);

    const sent = await desk.run('send.ts', '--incident', 'flood-in-alpha', '--now', at('09:05'));
    expect(sent).toMatchObject({ code: 0, err: '' });
    const [post, ...more] = (await postsOf('in alpha')).filter(({ value }) => value.langs?.includes('en'));
    expect(post?.value.text).toMatch(/^Do not drink tap water in alpha\n\nBoil water for one minute\./);
    expect(more).toEqual([]);
    expect(await postsOf('says alpha')).toEqual([]);
    const profile = await server.profile();
    expect(profile.pinnedPost?.uri).toBe(post?.uri);
    expect(profile.banner).toBeDefined();
    const again = await desk.run('send.ts', '--incident', 'flood-in-alpha', '--now', at('09:06'));
    expect(again.out).toMatch(/^0 sent, 0 held/m);
  });

  it('tells what the incident itself or what it refers to has wrong, and sends nothing of it', async () => {
    const desk = await alertedDesk('beta');
    await desk.approveAll(at('09:05'));
    change(desk, 'sources/who.yml', 'publishedOn: 2025-09-13', 'publishedOn: soon');
    const { code, out } = await desk.run('send.ts', '--incident', 'flood-in-beta', '--now', at('09:05'));
    expect(code).toBe(1);
    expect(out).toContain('content/sources/who.yml:7:14');
    expect(await postsOf('in beta')).toEqual([]);
  });

  it('leaves what others have at the top alone where the incident has nothing to say', async () => {
    const desk = await alertedDesk('gamma');
    desk.write({ id: 'pin-gamma', text: 'Pinned by gamma.', more: 'pinUntil: { daysFromStart: 2, time: "09:00" }' });
    await desk.approveAll('2026-12-02T09:30:00+05:00');
    await desk.approveAll(at('10:00'));
    // When the emergency is over, the campaign's post is at the top.
    await desk.run('send.ts', '--channel', 'outbox', '--now', at('10:00'));
    change(desk, 'incidents/flood-in-gamma/en.mdx', 'status: actual', 'status: draft');
    await desk.run('send.ts', '--now', at('10:00'));
    const [pinned] = await postsOf('Pinned by gamma');
    expect((await server.profile()).pinnedPost?.uri).toBe(pinned?.uri);
    change(desk, 'incidents/flood-in-gamma/en.mdx', 'status: draft', 'status: actual');
    expect((await desk.run('send.ts', '--incident', 'flood-in-gamma', '--now', '2026-12-02T09:30:00+05:00')).code).toBe(
      0,
    );
    expect((await server.profile()).pinnedPost?.uri).toBe(pinned?.uri);
  });

  it('says which incidents there are', async () => {
    const desk = await alertedDesk('delta');
    const { code, err } = await desk.run('send.ts', '--incident', 'flood-in-delt', '--now', at('09:05'));
    expect(code).toBe(2);
    expect(err).toMatch(/^There is no incident flood-in-delt; did you mean flood-in-delta\?\n/);
  });
});

describe('a message that is out', () => {
  it('is noted with the hash of its bytes, and a change of it keeps its incident back until it is mended', async () => {
    const desk = await alertedDesk('omega');
    desk.write({ id: 'soap-omega', text: 'Soap helps, says omega.', more: 'duringCrisis: true' });
    await desk.approveAll(at('09:05'));
    await desk.run('send.ts', '--now', at('09:05'));
    const file = 'incidents/flood-in-omega/updates/flood-in-omega-1/en.mdx';
    change(desk, file, 'area: The old town', 'area: The new town');
    await desk.run(
      'new.ts',
      ...[
        'update',
        'flood-in-omega',
        '--at',
        at('11:00'),
        '--headline',
        'More on omega',
        '--headline',
        'ur=omega مزید',
      ],
      ...['--changed', 'More.', '--changed', 'ur=مزید۔'],
    );
    await desk.approveAll(at('11:05'));
    const said = `content/${file}:2:5  error  Unexpected change of a message that is out since ${at('09:05')}: phones and other sites have \`flood-in-omega-1\` as it was`;
    const sent = await desk.run('send.ts', '--now', at('11:05'));
    expect(sent.code).toBe(2);
    expect(sent.err.replaceAll(/\s+/g, ' ')).toContain(said.replaceAll(/\s+/g, ' '));
    expect(await postsOf('More on omega')).toEqual([]);
    expect((await desk.run('status.ts', '--now', at('11:05'))).err).toContain('Unexpected change of a message');
    const planned = await desk.run('plan.ts', '--now', at('11:05'));
    expect(planned.err).toContain('npm run new -- update flood-in-omega');
    expect(planned.out).not.toContain('flood-in-omega-2');
    // Nothing of it changed hands: the ledger is sound, and what is put back is let go.
    expect((await desk.run('verify.ts')).code).toBe(0);
    change(desk, file, 'area: The new town', 'area: The old town');
    expect((await desk.run('send.ts', '--incident', 'flood-in-omega', '--now', at('11:05'))).code).toBe(0);
    expect(await postsOf('More on omega')).toHaveLength(1);
  });
});

describe('npm run status', () => {
  it('names an emergency whose promised update is overdue', async () => {
    const desk = await alertedDesk('sigma');
    await desk.approveAll(at('09:05'));
    await desk.run('send.ts', '--now', at('09:05'));
    expect((await desk.run('status.ts', '--now', at('11:59'))).code).toBe(0);
    const { code, out } = await desk.run('status.ts', '--now', at('12:01'));
    expect(code).toBe(2);
    expect(out).toContain(
      '  update overdue  message/flood-in-sigma/flood-in-sigma-1, since 2026-12-01 12:00\n    readers were promised to hear more by then: npm run new -- update flood-in-sigma\n',
    );
  });
});
