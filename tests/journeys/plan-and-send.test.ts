import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DeskPost } from '../support/desk-files.ts';
import { type SendingDesk, sendingDesk } from '../support/sending-desk.ts';

const AT_TEN = ['--now', '2026-12-01T10:00:00+05:00'];
const BOTH = { channels: ['outbox', 'bluesky'] };

const DUE: DeskPost = { ...BOTH, id: 'due', text: 'Wash your hands. #CleanHands', attach: 'card', link: 'page' };
const COMING: DeskPost = {
  ...BOTH,
  id: 'coming',
  text: 'Rinse and dry.',
  publishAt: '{ daysFromStart: 2, time: "09:00" }',
  expiresAt: '{ daysFromStart: 3, time: "09:00" }',
};
const MISSED: DeskPost = {
  ...BOTH,
  id: 'missed',
  text: 'Soap is enough.',
  publishAt: '{ daysFromStart: -1, time: "09:00" }',
  expiresAt: '{ daysFromStart: -1, time: "21:00" }',
};

/** A desk with these posts, whose Bluesky is on this machine and never asked. */
function deskWith(...posts: DeskPost[]): SendingDesk {
  const desk = sendingDesk({ posts });
  desk.connect('http://desk.test:secret-word@localhost:1');
  return desk;
}

describe('npm run plan', () => {
  it('shows what goes out, when, where, in which language, the exact words with their count, and what is held and why', async () => {
    const desk = deskWith(DUE, COMING, MISSED);
    expect(await desk.run('plan.ts', ...AT_TEN)).toEqual({
      code: 0,
      err: '',
      out: `Monday 30 November 2026

missed  09:00 until 21:00
  bluesky, en  15 of 300 characters  MISSED: its time passed 2026-11-30 21:00
  outbox, en  15 of 5000 characters  MISSED: its time passed 2026-11-30 21:00

Tuesday 1 December 2026

due  09:00 until 21:00
  bluesky, en  58 of 300 characters  HELD: these words wait for approval by an editor
    │ Wash your hands. #CleanHands
    │
    │ desk.example/awareness/en...
    │ [desk.example/awareness/en... leads to https://desk.example/awareness/en/campaigns/clean-hands/]
    │ [Picture: Clean hands. Soap first. Test Desk]
  outbox, en  86 of 5000 characters  SEND NOW
    │ Wash your hands. #CleanHands
    │
    │ https://desk.example/awareness/en/campaigns/clean-hands/
    │ [Picture: Clean hands. Soap first. Test Desk]

Thursday 3 December 2026

coming  09:00 until 2026-12-04 09:00
  bluesky, en  14 of 300 characters  planned; these words wait for approval by an editor
    │ Rinse and dry.
  outbox, en  14 of 5000 characters  planned
    │ Rinse and dry.

1 to do now (2026-12-01 10:00), 1 held, 2 missed within a day, 2 coming until 2026-12-15 10:00. Times are those of Asia/Karachi.
`,
    });
  });

  it('sends nothing and leaves nothing behind', async () => {
    const desk = deskWith(DUE);
    await desk.run('plan.ts', ...AT_TEN);
    expect(existsSync(path.join(desk.folder, '.aagahi/ledger'))).toBe(false);
    expect(existsSync(path.join(desk.folder, '.aagahi/outbox'))).toBe(false);
  });

  it('shows what was sent, and tells once what holds a whole channel', async () => {
    const desk = deskWith(DUE);
    desk.connect(undefined);
    await desk.run('send.ts', ...AT_TEN);
    const { out } = await desk.run('plan.ts', '--now', '2026-12-01T11:00:00+05:00');
    expect(out).toContain('  outbox, en  86 of 5000 characters  sent 2026-12-01 10:00\n');
    expect(out).toContain('  bluesky, en  58 of 300 characters  HELD: not connected\n');
    expect(out).toContain(
      'Channels\n  bluesky: not connected (no secret: the variable AAGAHI_CHANNEL_BLUESKY is not set)\n',
    );
    expect(out).toMatch(/\n0 to do now \(2026-12-01 11:00\), 1 held, 1 sent within a day, 0 coming until /);
  });

  it('shows times of the organisation’s zone, wherever it runs', async () => {
    const desk = deskWith(DUE);
    const here = await desk.run('plan.ts', ...AT_TEN);
    desk.environment.TZ = 'America/New_York';
    expect(await desk.run('plan.ts', '--now', '2026-12-01T00:00:00-05:00')).toEqual(here);
  });

  it('looks as far ahead as --until says', async () => {
    const desk = deskWith(COMING);
    const until = async (moment: string) => (await desk.run('plan.ts', ...AT_TEN, '--until', moment)).out;
    expect(await until('2026-12-03T08:59:00+05:00')).toBe(
      '0 to do now (2026-12-01 10:00), 0 held, 0 coming until 2026-12-03 08:59. Times are those of Asia/Karachi.\n',
    );
    expect(await until('2026-12-03T09:00:00+05:00')).toContain('2 coming until 2026-12-03 09:00');
    // Next year's is a post of its own.
    expect(await until('2027-12-31T00:00:00+05:00')).toContain(
      'Friday 3 December 2027\n\ncoming  09:00 until 2027-12-04 09:00\n',
    );
  });

  it('gives a program one object a line', async () => {
    const { code, out } = await deskWith(DUE).run('plan.ts', '--json', ...AT_TEN);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toEqual({
      action: 'post',
      item: 'due',
      occurrence: '2026',
      channel: 'bluesky',
      language: 'en',
      part: 1,
      kind: 'hold',
      publishAt: '2026-12-01T09:00:00+05:00',
      expiresAt: '2026-12-01T21:00:00+05:00',
      network: 'bluesky',
      text: 'Wash your hands. #CleanHands\n\ndesk.example/awareness/en...',
      links: ['https://desk.example/awareness/en/campaigns/clean-hands/'],
      count: 58,
      limit: 300,
      attachment: { kind: 'card', alt: 'Clean hands. Soap first. Test Desk' },
      why: 'unapproved',
      reason: 'these words wait for approval by an editor',
    });
    expect(lines[1]).toMatchObject({ channel: 'outbox', kind: 'send' });
    expect(lines[1]).not.toHaveProperty('why');
  });
});

describe('npm run send', () => {
  it('gives a program one object a line for all that was sent, held and missed', async () => {
    const { code, out } = await deskWith(DUE, MISSED).run('send.ts', '--json', ...AT_TEN);
    expect(code).toBe(0);
    const key = { action: 'post', item: 'due', occurrence: '2026', language: 'en', part: 1 };
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { ...key, channel: 'outbox', kind: 'confirmed', uri: 'outbox:due/2026/outbox/en/1' },
      {
        ...key,
        channel: 'bluesky',
        kind: 'held',
        why: 'unapproved',
        reason: 'these words wait for approval by an editor',
      },
      ...['bluesky', 'outbox'].map((channel) => ({
        ...key,
        item: 'missed',
        channel,
        kind: 'skipped',
        why: 'expired',
        reason: 'its time passed 2026-11-30 21:00',
      })),
    ]);
  });

  it('leaves the other channels alone when it is told which to use', async () => {
    const desk = deskWith(DUE);
    await desk.approve('due');
    const { code, out } = await desk.run('send.ts', '--channel', 'outbox', ...AT_TEN);
    expect({ code, out }).toEqual({
      code: 0,
      out: `sent     due  outbox, en: Wash your hands. #CleanHands …
1 sent, 0 held, 0 skipped in the last 7 days because their time had passed. Times are those of Asia/Karachi.
`,
    });
  });

  it('goes on when whoever reads what it prints has gone', async () => {
    const desk = deskWith({ ...DUE, urdu: 'ہاتھ دھوئیں۔' });
    const { child, ended } = desk.start('send.ts', '--channel', 'outbox', ...AT_TEN);
    child.stdout?.destroy();
    expect(await ended).toMatchObject({ code: 0, err: '' });
    expect(desk.states('due', 'outbox').filter((state) => state === 'confirmed')).toHaveLength(2);
  });

  it('remembers in another ledger what it is told to remember there', async () => {
    const desk = deskWith(DUE);
    for (const ledger of ['rehearsal', 'rehearsal', '.aagahi/ledger'])
      await desk.run('send.ts', '--ledger', ledger, ...AT_TEN);
    expect(readFileSync(path.join(desk.folder, 'rehearsal/2026-12.jsonl'), 'utf8').trimEnd().split('\n')).toHaveLength(
      3,
    );
    expect(desk.states('due', 'outbox')).toEqual(['intent', 'sending', 'confirmed']);
  });
});

describe('faulty content', () => {
  it.each([
    ['plan.ts', 'faulty content is not planned'],
    ['send.ts', 'nothing is sent from faulty content'],
  ])('stops %s with every fault, and nothing is sent', async (script, told) => {
    const desk = deskWith(DUE, { ...COMING, text: 'x '.repeat(400) });
    const { code, out, err } = await desk.run(script, ...AT_TEN);
    expect(code).toBe(1);
    expect(out).toMatch(/content\/campaigns\/clean-hands\/posts\/coming\/en\.mdx:\d+:\d+\n {2}error /);
    expect(err).toBe(`1 error; ${told}\n`);
    expect(existsSync(path.join(desk.folder, '.aagahi/ledger'))).toBe(false);
  });
});

describe('a command that is called wrongly', () => {
  it.each<[string, string, string[]]>([
    [
      'plan.ts',
      '--until: Unexpected date and time 2026-12-03 10:00 without a time zone; write for example 2026-12-03T10:00:00+05:00',
      ['--until', '2026-12-03 10:00'],
    ],
    [
      'plan.ts',
      '--until 2026-11-01T10:00:00+05:00 is in the past; name a moment to come.',
      [...AT_TEN, '--until', '2026-11-01T10:00:00+05:00'],
    ],
    ['plan.ts', 'Unknown option --untill; did you mean --until?', ['--untill', 'x']],
    ['send.ts', 'There is no channel blusky; the channels are bluesky, outbox.', ['--channel', 'blusky', ...AT_TEN]],
    [
      'send.ts',
      "There is no folder elsewhere; name the content's folder with --content DIR.",
      ['--content', 'elsewhere'],
    ],
    ['send.ts', 'Unexpected now; options start with --:', ['now']],
    ['approve.ts', 'Name one post by its id.', ['--by', 'amina']],
    ['approve.ts', 'Say who approves: --by PERSON.', ['due']],
    ['approve.ts', 'There is no person nobody; the people are amina, sana.', ['due', '--by', 'nobody', ...AT_TEN]],
    ['approve.ts', 'There is no post duue; did you mean due?', ['duue', '--by', 'amina', ...AT_TEN]],
    [
      'approve.ts',
      'due has no window that is still open.',
      ['due', '--by', 'amina', '--occurrence', '2026', '--now', '2026-12-02T10:00:00+05:00'],
    ],
  ])('%s ends with 2 and says: %s', async (script, told, words) => {
    const { code, out, err } = await deskWith(DUE).run(script, ...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.startsWith(told), err).toBe(true);
    expect(err).toContain(`npm run ${script.replace('.ts', '')} -- `);
  });
});

describe('npm run approve', () => {
  it('shows the very words it approves, once for the places that share them', async () => {
    const { code, out } = await deskWith({ ...DUE, link: 'none', attach: 'nothing', urdu: 'ہاتھ دھوئیں۔' }).run(
      'approve.ts',
      'due',
      '--by',
      'amina',
      ...AT_TEN,
    );
    expect(code).toBe(0);
    expect(out.replaceAll(/\[\w{8}\]/g, '[…]')).toBe(`bluesky, en; outbox, en  […]
  │ Wash your hands. #CleanHands

bluesky, ur; outbox, ur  […]
  │ ہاتھ دھوئیں۔

due, occurrence 2026: amina approves exactly these words, on this machine.
`);
  });

  it.each([
    [
      'editor\n    startsOn: 2025-01-06\n    endsOn: 2026-11-30',
      'bilal approves due on 2026-12-01, and was an editor until 2026-11-30: that opens nothing.',
    ],
    ['translator\n    startsOn: 2025-01-06', 'bilal approves due, and is not an editor: that opens nothing.'],
  ])('refuses who has no say today (%j)', async (role, told) => {
    const desk = deskWith(DUE);
    const bilal = `id: bilal\nname: { en: Bilal, ur: بلال }\nroles:\n  - role: ${role}\n`;
    writeFileSync(path.join(desk.folder, 'content/people/bilal.yml'), bilal);
    const { code, out, err } = await desk.run('approve.ts', 'due', '--by', 'bilal', ...AT_TEN);
    expect([code, out, err]).toEqual([1, '', `${told}\n`]);
    expect((await desk.run('plan.ts', ...AT_TEN)).out).not.toContain('bluesky, en  58 of 300 characters  SEND NOW');
  });

  it('is not lost behind a line that a crash cut off', async () => {
    const desk = deskWith(DUE);
    writeFileSync(path.join(desk.folder, '.aagahi/approvals.jsonl'), '{"name":"half a li');
    await desk.run('approve.ts', 'due', '--by', 'amina', ...AT_TEN);
    expect((await desk.run('plan.ts', ...AT_TEN)).out).toContain('bluesky, en  58 of 300 characters  SEND NOW');
  });
});
