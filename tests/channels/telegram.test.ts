import { execFile } from 'node:child_process';
import type { ServerResponse } from 'node:http';
import { inspect, promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ChannelSecret } from '../../src/channels/channel-secret.ts';
import { openTelegram } from '../../src/channels/telegram.ts';
import type { ActionRequest, PictureStore, PostRequest, Ref } from '../../src/publishing/ports.ts';
import { sampleRequest } from '../support/sample-request.ts';
import { type Meddling, startTelegramServer } from '../support/telegram-server.ts';

const TOKEN = '123456:AAE-planted_token_xyz';
const CHANNEL = 'telegram:-1001234567890';
const PNG = Buffer.from('\x89PNG not really', 'latin1');
const pictures = (picture: Buffer = PNG): PictureStore => ({
  picture: async () => picture,
  banner: async () => picture,
});

async function startServer() {
  const server = await startTelegramServer(TOKEN);
  onTestFinished(() => server.stop());
  return server;
}

function secretFor(origin: string, different: Partial<ChannelSecret> = {}): ChannelSecret {
  const variable = 'AAGAHI_CHANNEL_TELEGRAM';
  return { variable, origin, identifier: 'sehatdesk', password: TOKEN, isLoopback: true, ...different };
}

async function opened({ store = pictures(), timeoutMs = 5000 } = {}) {
  const server = await startServer();
  const channel = openTelegram(secretFor(server.origin), store, { timeoutMs });
  expect(await channel.open()).toEqual({ kind: 'open' });
  return { server, channel };
}

function withCard(language = 'en'): PostRequest {
  const sample = sampleRequest('telegram', { language });
  return {
    ...sample,
    action: 'post',
    about: 'clean-hands',
    post: { ...sample.post, warning: undefined, visibility: 'public' },
  };
}

function plain(text = 'Wash your hands.', replyTo?: Ref): PostRequest {
  const request = withCard();
  return {
    ...request,
    post: { ...request.post, text, segments: [{ kind: 'text', text }], attachment: { kind: 'nothing' } },
    ...(replyTo && { replyTo: { root: replyTo, parent: replyTo } }),
  };
}

const ref = (id: number): Ref => ({ uri: `${CHANNEL}/${id}` });
const editTo = ({ key, post, site }: PostRequest, id = 10): ActionRequest => ({
  action: 'edit',
  key,
  target: ref(id),
  post,
  site,
});
const withdrawOf = (id = 10): ActionRequest => ({
  action: 'withdraw',
  key: plain().key,
  target: ref(id),
  reason: 'wrong dose',
});
const pinOf = (set: Ref | null, was: Ref | null = null): ActionRequest => ({
  action: 'pin',
  channel: 'telegram',
  set,
  was,
  former: null,
});
const BANNER: ActionRequest = {
  action: 'banner',
  channel: 'telegram',
  set: { kind: 'kept', name: 'x' },
  was: null,
  former: null,
};

describe('opening the channel', () => {
  it('asks who the bot is, for the channel, and for the bot’s rights in it', async () => {
    const { server } = await opened();
    expect(server.asked).toEqual(['getMe', 'getChat', 'getChatMember']);
  });

  it.each(['@sehatdesk', '-1001234567890'])('takes the name %s too', async (identifier) => {
    const server = await startServer();
    expect(await openTelegram(secretFor(server.origin, { identifier }), pictures()).open()).toEqual({ kind: 'open' });
  });

  it.each([
    ['can_post_messages', 'post messages'],
    ['can_edit_messages', 'edit and pin messages of others'],
    ['can_delete_messages', 'delete messages of others'],
  ])('is blocked without %s, and names that right', async (right, words) => {
    const server = await startServer();
    delete server.member[right];
    expect(await openTelegram(secretFor(server.origin), pictures()).open()).toEqual({
      kind: 'blocked',
      reason: `Telegram does not let the bot “${words}” in the channel; give it that right`,
    });
  });

  it.each<[string, Partial<ChannelSecret>, string]>([
    [
      'a token that is none',
      { password: `${TOKEN}/../x` },
      'Telegram’s bot tokens look like 123456:ABC; the one in AAGAHI_CHANNEL_TELEGRAM does not',
    ],
    [
      'a name that is none',
      { identifier: 'a b' },
      'Telegram’s channels are named like sehatdesk or -1001234567890; the one in AAGAHI_CHANNEL_TELEGRAM is not',
    ],
    [
      'a token that Telegram does not know',
      { password: '123456:AAE-wrong' },
      'Telegram refuses the bot’s token or keeps it out of the channel (401); look at AAGAHI_CHANNEL_TELEGRAM and the channel’s administrators',
    ],
    [
      'a channel that Telegram does not know',
      { identifier: 'elsewhere' },
      'Telegram has no channel of the name in AAGAHI_CHANNEL_TELEGRAM, or the bot is not in it (400)',
    ],
  ])('is blocked with %s', async (_what, different, reason) => {
    const server = await startServer();
    const channel = openTelegram(secretFor(server.origin, different), pictures());
    expect(await channel.open()).toEqual({ kind: 'blocked', reason });
    expect(await channel.send(plain())).toEqual({
      kind: 'refused',
      reason: 'Telegram has not been opened in this run',
      again: true,
    });
  });

  it('is blocked where the bot is no member, or the name is not a channel’s', async () => {
    const server = await startServer();
    server.member.status = 'left';
    expect(await openTelegram(secretFor(server.origin), pictures()).open()).toMatchObject({ kind: 'blocked' });
    server.chat.type = 'supergroup';
    expect(await openTelegram(secretFor(server.origin), pictures()).open()).toEqual({
      kind: 'blocked',
      reason: 'Telegram knows what AAGAHI_CHANNEL_TELEGRAM names, but it is not a channel',
    });
  });

  it('says that nobody can be reached', async () => {
    const server = await startServer();
    await server.stop();
    expect(await openTelegram(secretFor(server.origin), pictures()).open()).toEqual({
      kind: 'unreachable',
      reason: 'Telegram cannot be reached (ECONNREFUSED)',
    });
  });
});

describe('a post', () => {
  it('stands in the channel with its words, and no page is shown below them', async () => {
    const { server, channel } = await opened();
    expect(await channel.send(plain('*Wash* <b>hands</b> 🧼'))).toEqual({ kind: 'confirmed', uri: `${CHANNEL}/10` });
    expect([...server.messages.values()]).toEqual([
      { message_id: 10, text: '*Wash* <b>hands</b> 🧼', entities: [], preview: { is_disabled: true } },
    ]);
  });

  it.each(['en', 'ur'])('shows its card with the words below it (%s)', async (language) => {
    const { server, channel } = await opened();
    const request = withCard(language);
    expect(await channel.send(request)).toMatchObject({ kind: 'confirmed' });
    expect(server.messages.get(10)).toMatchObject({ photo: PNG, caption: request.post.text });
    expect(server.messages.get(10)?.entities.length).toBe(
      request.post.segments.filter(({ kind }) => kind === 'link').length,
    );
  });

  it('with a link card names the page that is shown below it', async () => {
    const { server, channel } = await opened();
    const href = 'https://desk.example/awareness/';
    const request = plain();
    const { attachment } = withCard().post;
    if (attachment.kind !== 'card') throw new Error('no card');
    const { card, alt } = attachment;
    await channel.send({
      ...request,
      post: {
        ...request.post,
        attachment: { kind: 'link-card', href, title: '', description: '', card, alt, madeBy: 'network' },
      },
    });
    expect(server.messages.get(10)?.preview).toEqual({ url: href });
  });

  it('replies to the one above it, and never stands alone where that is gone', async () => {
    const { server, channel } = await opened();
    await channel.send(plain());
    expect(await channel.send(plain('And dry them.', ref(10)))).toMatchObject({ kind: 'confirmed' });
    expect(server.messages.get(11)?.replyTo).toBe(10);
    expect(await channel.send(plain('Alone.', ref(99)))).toEqual({
      kind: 'refused',
      reason: 'Telegram no longer has the post that this is about (400)',
      again: false,
    });
    expect(await channel.send(plain('Astray.', { uri: 'telegram:-100/1' }))).toMatchObject({ again: false });
    expect(server.messages.size).toBe(2);
  });

  it('that is too long is refused for good', async () => {
    const { channel } = await opened();
    expect(await channel.send(plain('a'.repeat(4097)))).toEqual({
      kind: 'refused',
      reason: 'Telegram refuses the post (400)',
      again: false,
    });
  });

  it('whose picture is too large or not there never leaves', async () => {
    const large = await opened({ store: pictures(Buffer.alloc(10_000_001)) });
    expect(await large.channel.send(withCard())).toEqual({
      kind: 'refused',
      reason: 'its picture has 10000001 bytes, and Telegram takes 10000000 here',
      again: false,
    });
    const broken = await opened({
      store: { ...pictures(), picture: async () => Promise.reject(new Error('no font')) },
    });
    expect(await broken.channel.send(withCard())).toEqual({
      kind: 'refused',
      reason: 'its picture could not be drawn; `npm run cards` says why',
      again: true,
    });
    expect(broken.server.asked).not.toContain('sendPhoto');
  });

  it('that may stand there is a person’s to look for', async () => {
    const { channel } = await opened();
    expect(await channel.find(plain())).toEqual({
      kind: 'unknown',
      reason:
        'Telegram cannot be asked whether it has a post; look at the channel, then say what you saw with npm run resolve',
    });
  });
});

describe('a change to a post', () => {
  it('gives it other words, also twice', async () => {
    const { server, channel } = await opened();
    await channel.send(plain());
    for (let time = 0; time < 2; time += 1)
      expect(await channel.send(editTo(plain('Better.')))).toEqual({ kind: 'confirmed', uri: `${CHANNEL}/10` });
    expect(server.messages.get(10)?.text).toBe('Better.');
  });

  it('gives it another picture with its words', async () => {
    const { server, channel } = await opened();
    await channel.send(withCard());
    expect(await channel.send(editTo(withCard('ur')))).toMatchObject({ kind: 'confirmed' });
    expect(server.messages.get(10)).toMatchObject({ photo: PNG, caption: withCard('ur').post.text });
    expect(await channel.send(editTo(plain()))).toEqual({
      kind: 'refused',
      reason: 'Telegram refuses the new words (400)',
      again: false,
    });
  });

  it('that is gone is refused for good', async () => {
    const { channel } = await opened();
    expect(await channel.send(editTo(plain()))).toEqual({
      kind: 'refused',
      reason: 'Telegram no longer has the post that this is about (400)',
      again: false,
    });
  });

  it('takes it away, also twice', async () => {
    const { server, channel } = await opened();
    await channel.send(plain());
    for (let time = 0; time < 2; time += 1)
      expect(await channel.send(withdrawOf())).toEqual({ kind: 'confirmed', uri: `${CHANNEL}/10` });
    expect(server.messages.size).toBe(0);
  });

  it('asks a person to take away what the bot may not, as after 48 hours', async () => {
    const { server, channel } = await opened();
    await channel.send(plain());
    server.undeletable.add(10);
    expect(await channel.send(withdrawOf())).toEqual({
      kind: 'refused',
      reason: 'Telegram does not let the bot delete this post (400); a person has to delete it',
      again: false,
    });
  });
});

describe('what is pinned', () => {
  it('is the post that was asked for, alone, and in the end what was there before', async () => {
    const { server, channel } = await opened();
    for (const text of ['one', 'two', 'three']) await channel.send(plain(text));
    expect(await channel.profile()).toEqual({ kind: 'profile', profile: { pin: null, banner: null } });
    expect(await channel.send(pinOf(ref(11)))).toEqual({ kind: 'confirmed', uri: `${CHANNEL}/11` });
    // The older one would be hidden by the newer, were that still pinned.
    expect(await channel.send(pinOf(ref(10), ref(11)))).toMatchObject({ kind: 'confirmed' });
    expect(await channel.profile()).toEqual({ kind: 'profile', profile: { pin: ref(10), banner: null } });
    expect(await channel.find(pinOf(ref(10)))).toEqual({ kind: 'confirmed', uri: `${CHANNEL}/10` });
    expect(await channel.find(pinOf(ref(11)))).toEqual({ kind: 'absent' });
    expect(await channel.find(pinOf(null, ref(10)))).toEqual({ kind: 'absent' });
    for (let time = 0; time < 2; time += 1)
      expect(await channel.send(pinOf(null, ref(10)))).toEqual({ kind: 'confirmed', uri: '' });
    expect(await channel.find(pinOf(null, ref(10)))).toEqual({ kind: 'confirmed', uri: '' });
    expect(server.pinned.size).toBe(0);
  });

  it('is let go of where the post is gone', async () => {
    const { channel } = await opened();
    expect(await channel.send(pinOf(null, ref(77)))).toEqual({ kind: 'confirmed', uri: '' });
    expect(await channel.send(pinOf(ref(77)))).toMatchObject({ kind: 'refused', again: false });
  });

  it('needs a right; without it nothing more is tried', async () => {
    const { server, channel } = await opened();
    await channel.send(plain());
    server.member.can_edit_messages = false;
    expect(await channel.send(pinOf(ref(10)))).toEqual({
      kind: 'blocked',
      reason: 'Telegram does not let this bot do that in the channel (400)',
    });
  });

  it('is no banner: there is none', async () => {
    const { channel } = await opened();
    const refused = { kind: 'refused', reason: 'Telegram has no banner', again: false };
    expect(await channel.send(BANNER)).toEqual(refused);
    expect(await channel.find(BANNER)).toEqual(refused);
    expect(await channel.bannerPicture()).toBeUndefined();
  });
});

describe('an answer that is lost', () => {
  it.each<[string, string, ActionRequest, (server: Awaited<ReturnType<typeof startServer>>) => unknown, unknown]>([
    ['an edit', 'editMessageText', editTo(plain('Better.')), ({ messages }) => messages.get(10)?.text, 'Better.'],
    ['a withdrawal', 'deleteMessage', withdrawOf(), ({ messages }) => [...messages.keys()], [11]],
    ['a pin', 'pinChatMessage', pinOf(ref(10), ref(11)), ({ pinned }) => [...pinned], [10]],
    ['the second half of a pin', 'unpinChatMessage', pinOf(ref(10), ref(11)), ({ pinned }) => [...pinned], [10]],
    ['an unpin', 'unpinChatMessage', pinOf(null, ref(11)), ({ pinned }) => [...pinned], []],
  ])(
    'after %s leaves one of everything once it is looked for and repeated',
    async (_what, method, request, seen, expected) => {
      const { server, channel } = await opened();
      await channel.send(plain());
      await channel.send(plain('Other.'));
      await channel.send(pinOf(ref(11)));
      server.meddle((asked) => (asked === method ? 'lose-answer' : undefined));
      expect(await channel.send(request)).toMatchObject({ kind: 'unknown' });
      server.meddle(undefined);
      expect(['absent', 'confirmed']).toContain((await channel.find(request)).kind);
      expect(await channel.send(request)).toMatchObject({ kind: 'confirmed' });
      expect(seen(server)).toEqual(expected);
    },
  );

  it.each([
    ['sendMessage', plain()],
    ['sendPhoto', withCard()],
  ])('after %s is never guessed at', async (method, request) => {
    const { server, channel } = await opened();
    server.meddle((asked) => (asked === method ? 'lose-answer' : undefined));
    expect(await channel.send(request)).toMatchObject({ kind: 'unknown' });
    server.meddle(undefined);
    expect(await channel.find(request)).toMatchObject({ kind: 'unknown' });
    expect(server.messages.size).toBe(1);
  });

  it('because it takes too long is unknown', async () => {
    const { server, channel } = await opened({ timeoutMs: 200 });
    server.meddle(() => 'answered');
    const reason = 'Telegram did not answer clearly (no answer in time)';
    expect(await channel.send(plain())).toEqual({ kind: 'unknown', reason });
    expect(await channel.send(withCard())).toEqual({ kind: 'unknown', reason });
    expect(await channel.profile()).toEqual({
      kind: 'unreachable',
      reason: 'Telegram does not say which post is pinned (no answer in time)',
    });
    expect(await channel.find(pinOf(ref(10)))).toMatchObject({ kind: 'unknown' });
  });

  it('because nobody was there to take the request means that nothing was done', async () => {
    const { server, channel } = await opened();
    await server.stop();
    // The line that is still open from before breaks first.
    await channel.send(plain());
    expect(await channel.send(plain())).toEqual({
      kind: 'refused',
      reason: 'Telegram cannot be reached (ECONNREFUSED)',
      again: true,
    });
  });
});

const answering =
  (status: number, body: string, headers: Record<string, string> = { 'content-type': 'application/json' }): Meddling =>
  (_method, response: ServerResponse) => {
    response.writeHead(status, headers).end(body);
    return 'answered';
  };
const told = (error_code: number, description: string, parameters?: object) =>
  JSON.stringify({ ok: false, error_code, description, ...(parameters && { parameters }) });

const breaking: Meddling = (_method, response) => {
  response.destroy();
  return 'answered';
};

describe('an answer that is no success', () => {
  it.each([editTo(plain()), editTo(withCard()), withdrawOf(), pinOf(ref(10)), pinOf(null, ref(10))])(
    'but looks like one leaves open what was done (%#)',
    async (request) => {
      const { server, channel } = await opened();
      server.meddle(answering(200, '{"ok":true,"result":{"message_id":11}}'));
      expect(await channel.send(request)).toEqual({
        kind: 'unknown',
        reason: 'Telegram did not answer clearly (strange answer)',
      });
    },
  );

  it.each<[number, string, object]>([
    [400, told(400, 'Bad Request: x'), { kind: 'refused', reason: 'Telegram refuses the post (400)', again: false }],
    [
      401,
      told(401, 'Unauthorized'),
      { kind: 'blocked', reason: 'Telegram does not let this bot do that in the channel (401)' },
    ],
    [
      403,
      told(403, 'Forbidden: x'),
      { kind: 'blocked', reason: 'Telegram does not let this bot do that in the channel (403)' },
    ],
    [
      429,
      told(429, 'Too Many Requests: retry after 35', { retry_after: 35 }),
      { kind: 'refused', reason: 'Telegram asks to wait (429, come back in 35 s)', again: true, retryAfterMs: 35_000 },
    ],
    [
      429,
      told(429, 'Too Many Requests', { retry_after: 'soon' }),
      { kind: 'refused', reason: 'Telegram asks to wait (429)', again: true },
    ],
    [500, told(500, 'Internal Server Error'), { kind: 'unknown', reason: 'Telegram did not answer clearly (500)' }],
    [502, told(502, 'Bad Gateway'), { kind: 'unknown', reason: 'Telegram did not answer clearly (502)' }],
    [400, told(403, 'x'), { kind: 'unknown', reason: 'Telegram did not answer clearly (unreadable answer 400)' }],
    [503, '<h1>Busy', { kind: 'unknown', reason: 'Telegram did not answer clearly (unreadable answer 503)' }],
    [403, '<h1>Portal', { kind: 'unknown', reason: 'Telegram did not answer clearly (unreadable answer 403)' }],
    [200, '<h1>Hello', { kind: 'unknown', reason: 'Telegram did not answer clearly (unreadable answer 200)' }],
    [200, 'null', { kind: 'unknown', reason: 'Telegram did not answer clearly (unreadable answer 200)' }],
    [
      200,
      '{"ok":true,"result":{"message_id":"9"}}',
      { kind: 'unknown', reason: 'Telegram did not answer clearly (it did not say which number the post has)' },
    ],
    [200, '{"ok":true,"result":null}', { kind: 'unknown', reason: 'Telegram did not answer clearly (no answer)' }],
  ])('%i %s', async (status, body, outcome) => {
    const { server, channel } = await opened();
    server.meddle(answering(status, body));
    expect(await channel.send(plain())).toEqual(outcome);
  });
});

describe('the token', () => {
  it('goes to the origin of the secret and nowhere else, whatever a server answers', async () => {
    const thief = await startServer();
    const { server, channel } = await opened();
    server.meddle(answering(307, '', { location: `${thief.origin}/bot${TOKEN}/sendMessage` }));
    const outcomes = [await channel.send(plain()), await channel.send(withCard())];
    expect(outcomes.map(({ kind }) => kind)).toEqual(['unknown', 'unknown']);
    expect(thief.asked).toEqual([]);
    expect(inspect(outcomes)).not.toContain('planted');
  });

  it.each([
    ['a refusal', answering(400, told(400, `Bad Request: ${TOKEN}\n::error::${TOKEN}`))],
    ['a fault', answering(500, told(500, TOKEN))],
    ['a page', answering(502, TOKEN, { 'content-type': 'text/html', location: TOKEN })],
    ['a strange success', answering(200, JSON.stringify({ ok: true, result: { message_id: TOKEN, id: TOKEN } }))],
    ['a success that is none', answering(200, JSON.stringify({ ok: TOKEN, error_code: TOKEN }))],
    ['a broken line', breaking],
  ])('is not repeated from %s', async (_what, meddling) => {
    const { server, channel } = await opened();
    server.meddle(meddling);
    const requests = [
      plain(),
      withCard(),
      editTo(plain()),
      editTo(withCard()),
      withdrawOf(),
      pinOf(ref(10), ref(11)),
      BANNER,
    ];
    const answers: unknown[] = [
      await channel.profile(),
      await openTelegram(secretFor(server.origin), pictures()).open(),
    ];
    for (const request of requests) answers.push(await channel.send(request), await channel.find(request));
    const shown = inspect(answers, { depth: 9 });
    expect(shown).not.toContain('planted');
    expect(shown).not.toContain('::error');
  });

  it('is not printed by the client, asked to tell all it does', async () => {
    const server = await startServer();
    const secret = secretFor(server.origin);
    const script = `
      const { openTelegram } = await import(${JSON.stringify(new URL('../../src/channels/telegram.ts', import.meta.url).href)});
      const picture = async () => Buffer.from('none');
      const channel = openTelegram(${JSON.stringify(secret)}, { picture, banner: picture });
      console.log(await channel.open());
      for (const request of ${JSON.stringify([plain(), withCard(), withdrawOf(99)])}) console.log(await channel.send(request));
      console.log(await openTelegram({ ...${JSON.stringify(secret)}, password: '${TOKEN}_wrong' }, { picture, banner: picture }).open());
    `;
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, DEBUG: '*', NODE_DEBUG: '' },
    });
    expect(stderr).toContain('grammy:core Calling sendPhoto');
    expect(stdout).toContain("kind: 'confirmed'");
    expect(stdout + stderr).not.toContain('planted');
  });
});
