import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { RichText } from '@atproto/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BlueskyRecord, type BlueskyServer, PASSWORD, startBlueskyServer } from '../support/bluesky-server.ts';
import type { DeskPost } from '../support/desk-files.ts';
import { type SendingDesk, sendingDesk } from '../support/sending-desk.ts';

// The desk's own commands, as processes, against Bluesky's reference server.

const AT_TEN = ['--now', '2026-12-01T10:00:00+05:00'];

let server: BlueskyServer;
beforeAll(async () => {
  server = await startBlueskyServer();
});
afterAll(() => server.stop());

/** A desk connected to the server. Post ids differ from test to test: the account is the same. */
function connectedDesk(...posts: DeskPost[]): SendingDesk {
  const desk = sendingDesk({ posts });
  desk.connect(server.secret());
  return desk;
}

/** What the account posted since the test began, in order of time. */
async function newPosts(): Promise<() => Promise<BlueskyRecord[]>> {
  const before = new Set((await server.posts()).map(({ uri }) => uri));
  return async () =>
    (await server.posts())
      .filter(({ uri }) => !before.has(uri))
      .toSorted((a, b) => Date.parse(a.value.createdAt) - Date.parse(b.value.createdAt));
}

/** What each facet marks, cut out of the text by its bytes. */
function marked({ text, facets = [] }: BlueskyRecord['value']): [string, string][] {
  return facets.map(({ index, features: [feature] }) => [
    Buffer.from(text).subarray(index.byteStart, index.byteEnd).toString(),
    feature?.tag ?? feature?.uri ?? '',
  ]);
}

describe('sending to Bluesky', () => {
  it('posts what is due once, nothing early, nothing late, and says so', async () => {
    const posted = await newPosts();
    const desk = connectedDesk(
      { id: 'due', text: 'Wash your hands.', channels: ['outbox', 'bluesky'] },
      {
        id: 'to-come',
        text: 'And tomorrow.',
        publishAt: '{ daysFromStart: 1, time: "09:00" }',
        expiresAt: '{ daysFromStart: 1, time: "21:00" }',
      },
      {
        id: 'too-late',
        text: 'That was yesterday.',
        publishAt: '{ daysFromStart: -1, time: "09:00" }',
        expiresAt: '{ daysFromStart: -1, time: "21:00" }',
      },
    );
    await desk.approve('due', 'to-come');
    const first = await desk.run('send.ts', ...AT_TEN);
    const [post, ...more] = await posted();
    expect(more).toEqual([]);
    expect(post?.value).toMatchObject({ text: 'Wash your hands.', langs: ['en'], createdAt: AT_TEN[1] });
    expect(post?.uri).toMatch(new RegExp(`^at://${server.did}/app\\.bsky\\.feed\\.post/[2-7a-z]{13}$`));
    expect(first).toEqual({
      code: 0,
      err: '',
      out: `sent     due  bluesky, en: Wash your hands.
sent     due  outbox, en: Wash your hands.
skipped  too-late  bluesky, en: its time passed 2026-11-30 21:00
2 sent, 0 held, 1 skipped in the last 7 days because their time had passed. Times are those of Asia/Karachi.
`,
    });
    expect(desk.states('due')).toEqual(['intent', 'sending', 'confirmed']);

    const second = await desk.run('send.ts', ...AT_TEN);
    expect(second.out).toMatch(/^skipped .*\n0 sent, 0 held, 1 skipped /);
    expect(await posted()).toHaveLength(1);

    await desk.run('send.ts', '--now', '2026-12-02T10:00:00+05:00');
    expect((await posted()).map(({ value }) => value.text)).toEqual(['Wash your hands.', 'And tomorrow.']);
  });

  it('marks links and hashtags at the right bytes, in Urdu and between emoji too', async () => {
    const posted = await newPosts();
    const desk = connectedDesk({
      id: 'marks',
      link: 'page',
      text: '👩🏽‍⚕️ Soap first 🧼 #CleanHands – see https://www.who.int/news-room/fact-sheets/detail/hand-hygiene, then rest. 🇵🇰 #صاف_ہاتھ',
      urdu: 'پہلے صابن 🧼، پھر پانی۔ #صاف_ہاتھ دیکھیں https://www.who.int/ur اور 0800-12345-67 پر فون کریں 👨‍👩‍👧',
    });
    await desk.approve('marks');
    await desk.run('send.ts', ...AT_TEN);
    const records = await posted();
    const value = (language: string) => {
      const found = records.find((record) => record.value.langs?.[0] === language);
      if (!found) throw new Error(`no post in ${language}`);
      return found.value;
    };
    expect(records).toHaveLength(2);
    expect(marked(value('en'))).toEqual([
      ['#CleanHands', 'CleanHands'],
      ['www.who.int/news-room/fa...', 'https://www.who.int/news-room/fact-sheets/detail/hand-hygiene'],
      ['#صاف_ہاتھ', 'صاف_ہاتھ'],
      ['desk.example/awareness/en...', 'https://desk.example/awareness/en/campaigns/clean-hands/'],
    ]);
    expect(marked(value('ur'))).toEqual([
      ['#صاف_ہاتھ', 'صاف_ہاتھ'],
      ['www.who.int/ur', 'https://www.who.int/ur'],
      ['desk.example/awareness/ur...', 'https://desk.example/awareness/ur/campaigns/clean-hands/'],
    ]);
    expect(value('ur').text).toContain('\u20660800-12345-67\u2069');
    // The network's own client finds the same hashtags at the same bytes.
    for (const { text, facets = [] } of [value('en'), value('ur')]) {
      const theirs = new RichText({ text });
      theirs.detectFacetsWithoutResolution();
      const tags = (all: BlueskyRecord['value']['facets'] = []) =>
        all
          .filter(({ features: [feature] }) => feature?.tag !== undefined)
          .map(({ index, features: [feature] }) => ({ ...index, tag: feature?.tag }));
      expect(tags(facets)).toEqual(
        tags(theirs.facets as BlueskyRecord['value']['facets']).map(({ byteStart, byteEnd, tag }) => ({
          byteStart,
          byteEnd,
          tag,
        })),
      );
    }
  });

  it('sends the card as a picture with its alternative text', async () => {
    const posted = await newPosts();
    const desk = connectedDesk({
      id: 'picture',
      text: 'Look.',
      attach: 'card',
      headline: 'پہلے صابن',
      language: 'ur',
      alt: 'صابن سے ہاتھ دھونے کی تصویر',
    });
    await desk.approve('picture');
    await desk.run('send.ts', ...AT_TEN);
    const [post] = await posted();
    expect(post?.value.embed?.$type).toBe('app.bsky.embed.images');
    const [image, ...others] = post?.value.embed?.images ?? [];
    expect(others).toEqual([]);
    expect(image).toMatchObject({
      alt: 'صابن سے ہاتھ دھونے کی تصویر',
      aspectRatio: { width: 1200, height: 630 },
      image: { mimeType: 'image/png' },
    });
    const cards = path.join(desk.folder, '.aagahi/cards');
    const drawn = readdirSync(cards).map((name) => readFileSync(path.join(cards, name)));
    const stored = image && (await server.picture(image.image));
    expect(drawn.some((card) => stored?.equals(card))).toBe(true);
  });

  it('makes a link card with the page’s title, summary and picture, and no link in the text', async () => {
    const posted = await newPosts();
    const desk = connectedDesk({ id: 'link-card', text: 'Read this.', attach: 'link-card', link: 'page' });
    await desk.approve('link-card');
    await desk.run('send.ts', ...AT_TEN);
    const [post] = await posted();
    expect(post?.value.text).toBe('Read this.');
    expect(post?.value.embed).toMatchObject({
      $type: 'app.bsky.embed.external',
      external: {
        uri: 'https://desk.example/awareness/en/campaigns/clean-hands/',
        title: 'Clean hands',
        description: 'Soap and water stop many illnesses.',
      },
    });
    const thumb = post?.value.embed?.external?.thumb;
    expect(thumb && (await server.picture(thumb)).subarray(1, 4).toString()).toBe('PNG');
  });
});

describe('the approval gate before Bluesky', () => {
  it('holds what nobody approved and tells why; lets it through as approved; holds it again when a word changes', async () => {
    const posted = await newPosts();
    const words = { id: 'gated', channels: ['outbox', 'bluesky'] };
    const desk = connectedDesk({ ...words, text: 'Wash your hands.' });
    const held = await desk.run('send.ts', ...AT_TEN);
    expect(held.code).toBe(0);
    expect(held.out).toBe(`sent     gated  outbox, en: Wash your hands.
held     gated  bluesky, en: these words wait for approval by an editor
1 sent, 1 held, 0 skipped in the last 7 days because their time had passed. Times are those of Asia/Karachi.
`);

    const approved = await desk.run('approve.ts', 'gated', '--by', 'amina', ...AT_TEN);
    expect(approved.out).toContain('  │ Wash your hands.\n');
    expect(approved.out).toContain('gated, occurrence 2026: amina approves exactly these words, on this machine.');

    desk.write({ ...words, text: 'Wash your hands well.' });
    expect((await desk.run('send.ts', ...AT_TEN)).out).toContain('held     gated  bluesky, en: these words wait');
    expect(await posted()).toEqual([]);

    desk.write({ ...words, text: 'Wash your hands.' });
    expect((await desk.run('send.ts', ...AT_TEN)).out).toContain('sent     gated  bluesky, en: Wash your hands.');
    expect((await posted()).map(({ value }) => value.text)).toEqual(['Wash your hands.']);

    desk.write({ ...words, text: 'Reworded after it was sent.' });
    await desk.approve('gated');
    expect((await desk.run('send.ts', ...AT_TEN)).out).toMatch(/^0 sent, 0 held/);
    expect(await posted()).toHaveLength(1);
  });

  it('cannot be opened for a public network on this machine, and no password goes there', async () => {
    const desk = connectedDesk({ id: 'public', text: 'Wash your hands.' });
    desk.connect('https://desk.test:secret-word@bluesky.invalid');
    await desk.approve('public');
    expect((await desk.run('send.ts', ...AT_TEN)).out).toContain(
      'held     public  bluesky, en: these words wait for approval by an editor',
    );
    expect(desk.everythingSaid()).not.toContain('secret-word');
  });

  it('holds a demonstration back from public networks, approved or not', async () => {
    const desk = sendingDesk({ demonstration: true, posts: [{ id: 'shown', text: 'Wash your hands.' }] });
    desk.connect('https://desk.test:secret-word@bluesky.invalid');
    await desk.approve('shown');
    expect((await desk.run('send.ts', ...AT_TEN)).out).toContain(
      'held     shown  bluesky, en: this desk is a demonstration, and nothing of it goes to a public network',
    );
  });
});

describe('a desk whose memory or clock is wrong', () => {
  it('posts nothing twice when its ledger is lost', async () => {
    const posted = await newPosts();
    const desk = connectedDesk({ id: 'forgotten', text: 'Wash your hands.' });
    await desk.approve('forgotten');
    await desk.run('send.ts', ...AT_TEN);
    rmSync(path.join(desk.folder, '.aagahi/ledger'), { recursive: true });
    const again = await desk.run('send.ts', '--now', '2026-12-01T11:00:00+05:00');
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('sent     forgotten  bluesky, en') });
    expect(desk.states('forgotten')).toEqual(['intent', 'sending', 'confirmed']);
    expect(await posted()).toHaveLength(1);
    expect((await posted())[0]?.value.createdAt).toBe(AT_TEN[1]);
  });

  it('posts nothing twice when the clock goes back, and says that it did', async () => {
    const posted = await newPosts();
    const desk = connectedDesk({ id: 'back', text: 'Wash your hands.' });
    await desk.approve('back');
    await desk.run('send.ts', ...AT_TEN);
    const again = await desk.run('send.ts', '--now', '2026-11-30T10:00:00+05:00');
    expect(again.code).toBe(0);
    expect(again.err).toBe(
      'The ledger’s newest entry was written at 2026-12-01 10:00, and now is 2026-11-30 10:00. If that was no rehearsal with --now, this machine’s clock is or was wrong.\n',
    );
    await desk.run('send.ts', '--now', '2026-12-01T09:30:00+05:00');
    expect(await posted()).toHaveLength(1);
  });

  it('sends nothing from a ledger that somebody changed', async () => {
    const posted = await newPosts();
    const desk = connectedDesk({ id: 'changed', text: 'Wash your hands.', channels: ['outbox', 'bluesky'] });
    await desk.run('send.ts', ...AT_TEN);
    await desk.approve('changed');
    const ledger = path.join(desk.folder, '.aagahi/ledger/2026-12.jsonl');
    writeFileSync(ledger, readFileSync(ledger, 'utf8').replace('Wash your hands.', 'Wash your feet.'));
    expect(await desk.run('send.ts', ...AT_TEN)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining(
        `${ledger}:2: this entry of the ledger was changed after it was written; nothing is sent until it is put back.`,
      ),
    });
    expect(await posted()).toEqual([]);
  });

  it('never says a password or a token', async () => {
    const desk = connectedDesk({ id: 'discreet', text: 'Wash your hands.', attach: 'card' });
    await desk.approve('discreet');
    await desk.run('plan.ts', ...AT_TEN);
    await desk.run('plan.ts', '--json', ...AT_TEN);
    await desk.run('send.ts', '--json', ...AT_TEN);
    expect(desk.states('discreet')).toContain('confirmed');
    expect(desk.everythingSaid()).toContain('discreet');
    expect(desk.everythingSaid()).not.toContain(PASSWORD);
    expect(desk.everythingSaid()).not.toMatch(/eyJ[\w-]+\.eyJ/);
  });
});
