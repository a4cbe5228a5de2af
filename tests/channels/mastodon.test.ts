import { inspect } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Card } from '../../src/cards/card.ts';
import type { ChannelSecret } from '../../src/channels/channel-secret.ts';
import { openMastodon } from '../../src/channels/mastodon.ts';
import { comparableHtml, comparableText } from '../../src/channels/mastodon-text.ts';
import type { ComposedPost } from '../../src/posts/compose-post.ts';
import type { ActionRequest, ChannelPort, EditRequest, PostRequest } from '../../src/publishing/ports.ts';
import { type MastodonQuirks, type MastodonServer, startMastodonServer } from '../support/mastodon-server.ts';
import { startUnreliableProxy, type UnreliableProxy } from '../support/unreliable-proxy.ts';

const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(40)]);
const KEY = { item: 'wash-hands', occurrence: '2026', channel: 'mastodon', language: 'ur', part: 1 };
const CARD: ComposedPost['attachment'] = { kind: 'card', card: {} as Card, alt: 'صابن اور پانی' };

function post(different: Partial<ComposedPost> = {}): ComposedPost {
  return {
    channelId: 'mastodon',
    network: 'mastodon',
    language: 'ur',
    segments: [
      { kind: 'text', text: "صابن سے ہاتھ دھوئیں & don't <wait>.\n\n" },
      { kind: 'hashtag', shown: '#صاف_ہاتھ', tag: 'صاف_ہاتھ' },
      { kind: 'text', text: ' ' },
      {
        kind: 'link',
        shown: 'desk.example/x',
        href: 'https://desk.example/awareness/ur/campaigns/clean-hands/?a=1&b=2',
      },
    ],
    text: '',
    count: 0,
    limit: 500,
    attachment: { kind: 'nothing' },
    warning: undefined,
    visibility: 'public',
    ...different,
  };
}

function request(different: Partial<ComposedPost> = {}, more: Partial<PostRequest> = {}): PostRequest {
  return {
    action: 'post',
    key: KEY,
    about: 'clean-hands',
    createdAt: new Date().toISOString(),
    post: post(different),
    previews: [],
    site: 'https://desk.example/',
    ...more,
  };
}

function edit(uri: string, different: Partial<ComposedPost> = {}): EditRequest {
  return { action: 'edit', key: KEY, target: { uri }, post: post(different), site: 'https://desk.example/' };
}

interface Opened {
  server: MastodonServer;
  proxy: UnreliableProxy;
  channel: ChannelPort;
}

async function prepared(quirks: MastodonQuirks = {}, different: Partial<ChannelSecret> = {}, timeoutMs = 2000) {
  const server = await startMastodonServer(quirks);
  const proxy = await startUnreliableProxy(server.url);
  onTestFinished(async () => {
    await proxy.stop();
    await server.stop();
  });
  const secret: ChannelSecret = {
    variable: 'AAGAHI_CHANNEL_MASTODON',
    origin: proxy.url,
    identifier: '@desk',
    password: server.token,
    isLoopback: true,
    ...different,
  };
  const pictures = { picture: async () => PNG, banner: async () => PNG };
  return { server, proxy, channel: openMastodon(secret, pictures, { timeoutMs }) };
}

async function opened(
  quirks: MastodonQuirks = {},
  different: Partial<ChannelSecret> = {},
  timeoutMs = 2000,
): Promise<Opened> {
  const all = await prepared(quirks, different, timeoutMs);
  expect(await all.channel.open()).toEqual({ kind: 'open' });
  return all;
}

async function sent(channel: ChannelPort, asked: ActionRequest): Promise<string> {
  const outcome = await channel.send(asked);
  if (outcome.kind !== 'confirmed') throw new Error(inspect(outcome));
  return outcome.uri;
}

describe('opening', () => {
  it('blocks where the token is refused, and names the variable only', async () => {
    const { channel } = await prepared({}, { password: 'wrong' });
    expect(await channel.open()).toEqual({
      kind: 'blocked',
      reason: 'Mastodon refuses the access token (401); make a new one and put it into AAGAHI_CHANNEL_MASTODON',
    });
  });

  it('blocks where the token is that of another account', async () => {
    const { channel } = await prepared({}, { identifier: 'ministry' });
    expect(await channel.open()).toEqual({
      kind: 'blocked',
      reason:
        'Mastodon knows the access token in AAGAHI_CHANNEL_MASTODON as that of another account than the name in it',
    });
  });

  it('says that a server in trouble cannot be reached', async () => {
    const { channel, proxy } = await prepared();
    proxy.meddle(() => ({ kind: 'answered', status: 503, body: '<html>' }));
    expect(await channel.open()).toEqual({
      kind: 'unreachable',
      reason: 'Mastodon cannot be reached (unreadable answer)',
    });
  });
});

describe('a post', () => {
  it('arrives with its text, language, visibility, warning, picture and alternative text', async () => {
    const { channel, server } = await opened({ unlistedByDefault: true, mediaWaits: 2 });
    const uri = await sent(channel, request({ attachment: CARD, warning: 'خون' }));
    expect(server.statuses).toEqual([
      expect.objectContaining({
        id: uri,
        text: "صابن سے ہاتھ دھوئیں & don't <wait>.\n\n#صاف_ہاتھ https://desk.example/awareness/ur/campaigns/clean-hands/?a=1&b=2",
        language: 'ur',
        visibility: 'public',
        spoiler: 'خون',
        media: [{ id: expect.any(String), description: 'صابن اور پانی', bytes: PNG.byteLength }],
      }),
    ]);
  });

  it('replies to the post above it', async () => {
    const { channel, server } = await opened();
    const uri = await sent(channel, request());
    const second = request({}, { key: { ...KEY, part: 2 }, replyTo: { root: { uri }, parent: { uri } } });
    expect(await channel.find(second)).toEqual({ kind: 'absent' });
    const reply = await sent(channel, second);
    expect(server.statuses.map(({ replyTo }) => replyTo)).toEqual([null, uri]);
    expect(await channel.find(second)).toEqual({ kind: 'confirmed', uri: reply });
    expect(await channel.find(request())).toEqual({ kind: 'confirmed', uri });
  });

  it('that is sent twice stands once, as the key is the same', async () => {
    const { channel, server } = await opened();
    const once = request();
    expect(await sent(channel, once)).toBe(await sent(channel, once));
    expect(server.statuses).toHaveLength(1);
  });

  it('over what this server takes is not sent', async () => {
    const { channel, server } = await opened({ limits: { characters: 60, pictureBytes: 20 } });
    expect(await channel.send(request({ warning: 'خون' }))).toEqual({
      kind: 'refused',
      reason: 'Mastodon takes 60 characters on this server, and the post has 73',
      again: false,
    });
    const short = { segments: [{ kind: 'text', text: 'x' } as const] };
    expect(await channel.send(request({ ...short, attachment: CARD }))).toEqual({
      kind: 'refused',
      reason: 'Mastodon takes pictures of 20 bytes on this server, and this one has 48',
      again: false,
    });
    expect(server.statuses).toEqual([]);
  });

  it('is not found where another of the same words in another language or from before stands', async () => {
    const { channel, server } = await opened();
    const text =
      "صابن سے ہاتھ دھوئیں & don't <wait>.\n\n#صاف_ہاتھ https://desk.example/awareness/ur/campaigns/clean-hands/?a=1&b=2";
    server.write({ text, language: 'en' });
    server.write({ text, language: 'ur', createdAt: new Date(Date.now() - 3_600_000).toISOString() });
    expect(await channel.find(request())).toEqual({ kind: 'absent' });
  });

  it('is found behind more posts than one page holds', async () => {
    const { channel, server } = await opened();
    const uri = await sent(channel, request());
    for (let more = 0; more < 100; more += 1) server.write({ text: `another ${more}` });
    expect(await channel.find(request())).toEqual({ kind: 'confirmed', uri });
  });

  it('is unknown where the list cannot be read to its time', async () => {
    const { channel, proxy } = await opened();
    proxy.meddle((path) => (path.includes('/statuses') ? { kind: 'answered', status: 503, body: 'x' } : undefined));
    expect(await channel.find(request())).toEqual({
      kind: 'unknown',
      reason: 'Mastodon does not say what became of it (unreadable answer)',
    });
  });
});

describe('what comes back', () => {
  const json = 'application/json';
  const error = '{"error":"kept-secret-token-0123456789"}';
  it.each([
    [401, json, { kind: 'blocked', reason: 'Mastodon does not let this account post (401)' }],
    [403, json, { kind: 'blocked', reason: 'Mastodon does not let this account post (403)' }],
    [404, json, { kind: 'refused', reason: 'Mastodon refuses the post (404)', again: false }],
    [408, json, { kind: 'unknown', reason: 'Mastodon did not answer clearly (unreadable answer)' }],
    [422, json, { kind: 'refused', reason: 'Mastodon refuses the post (422)', again: false }],
    [429, json, { kind: 'refused', reason: 'Mastodon asks to wait (429)', again: true, retryAfterMs: 90_000 }],
    [500, json, { kind: 'unknown', reason: 'Mastodon did not answer clearly (500)' }],
    [503, 'text/html', { kind: 'unknown', reason: 'Mastodon did not answer clearly (unreadable answer)' }],
    [200, 'text/html', { kind: 'unknown', reason: 'Mastodon did not answer clearly (unreadable answer)' }],
    [200, json, { kind: 'unknown', reason: 'Mastodon did not answer clearly (unreadable answer)' }],
  ])('of a post, %i %s', async (status, contentType, outcome) => {
    const { channel, proxy } = await opened();
    const headers = { 'retry-after': '90' };
    proxy.meddle(() => ({ kind: 'answered', status, body: error, contentType, headers }));
    expect(await channel.send(request())).toEqual(
      status === 408 ? { ...outcome, reason: 'Mastodon did not answer clearly (408)' } : outcome,
    );
  });

  it('too late means that nobody knows, and of a picture that nothing was posted', async () => {
    const { channel, proxy } = await opened({}, {}, 200);
    proxy.meddle(() => ({ kind: 'stalled' }));
    expect(await channel.send(request())).toEqual({
      kind: 'unknown',
      reason: 'Mastodon did not answer clearly (no answer in time)',
    });
    expect(await channel.send(request({ attachment: CARD }))).toEqual({
      kind: 'refused',
      reason: 'Mastodon did not take the picture (no answer in time)',
      again: true,
    });
  });

  it('never holds the token, wherever a server repeats it', async () => {
    const { channel, proxy, server } = await opened();
    const t = server.token;
    const body = JSON.stringify({
      id: t,
      created_at: new Date().toISOString(),
      content: t,
      url: `http://x/${t}`,
      error: t,
      username: t,
      acct: t,
      header_static: `https://x/${t}`,
    });
    const asked: ActionRequest[] = [
      request(),
      edit('1'),
      { action: 'withdraw', key: KEY, target: { uri: '1' }, reason: '' },
      { action: 'pin', channel: 'm', set: { uri: '1' }, was: { uri: '2' }, former: null },
      { action: 'banner', channel: 'm', set: { kind: 'kept', name: 'x' }, was: null, former: null },
    ];
    for (const status of [200, 401, 422, 500]) {
      proxy.meddle(() => ({ kind: 'answered', status, body, contentType: json }));
      const told = [await channel.profile(), await channel.bannerPicture()];
      for (const one of asked) told.push(...([await channel.send(one), await channel.find(one)] as never[]));
      expect(inspect(told, { depth: 9 })).not.toContain(t);
    }
  });

  it('sends the token nowhere else', async () => {
    const thief = await startMastodonServer();
    onTestFinished(() => thief.stop());
    const { channel, proxy } = await opened();
    proxy.meddle(() => ({
      kind: 'answered',
      status: 307,
      body: '',
      headers: { location: `${thief.url}/api/v1/statuses` },
    }));
    expect(await channel.send(request())).toMatchObject({ kind: 'unknown' });
    expect(thief.seen).toEqual([]);
  });
});

describe('an edit', () => {
  it('changes everything readers see', async () => {
    const { channel, server } = await opened();
    const uri = await sent(channel, request({ warning: 'x' }));
    const change = edit(uri, { segments: [{ kind: 'text', text: 'نیا' }], attachment: CARD });
    expect(await channel.find(change)).toEqual({ kind: 'absent' });
    expect(await channel.send(change)).toEqual({ kind: 'confirmed', uri });
    expect(await channel.find(change)).toEqual({ kind: 'confirmed', uri });
    expect(server.statuses).toEqual([
      expect.objectContaining({
        text: 'نیا',
        spoiler: '',
        media: [expect.objectContaining({ description: 'صابن اور پانی' })],
      }),
    ]);
  });

  it('follows a post to its new id, and is found there', async () => {
    const { channel, server } = await opened({ newIdOnEdit: true });
    const uri = await sent(channel, request());
    const change = edit(uri, { segments: [{ kind: 'text', text: 'نیا' }] });
    const outcome = await channel.send(change);
    expect(outcome).toEqual({ kind: 'confirmed', uri: server.statuses[0]?.id });
    expect(outcome).not.toMatchObject({ uri });
    expect(await channel.find(change)).toEqual(outcome);
    expect(await channel.send(change)).toEqual(outcome);
  });
});

describe('an answer lost after', () => {
  const lost = async ({ channel, proxy }: Opened, asked: ActionRequest, method: RegExp, repeats = true) => {
    proxy.meddle((path) => (method.test(path) ? { kind: 'answer-lost' } : undefined));
    expect(await channel.send(asked)).toMatchObject({ kind: 'unknown' });
    proxy.meddle(() => undefined);
    const found = await channel.find(asked);
    expect(found).toMatchObject({ kind: 'confirmed' });
    if (repeats) expect(await channel.send(asked)).toMatchObject({ kind: 'confirmed' });
    return found;
  };

  it.each([
    {},
    { newIdOnEdit: true, notFoundOnDelete: true, ignoresPinned: true, ignoresIdempotency: true, isOld: true },
  ])('each action leaves exactly one of everything, on a server with %j', async (quirks) => {
    const all = await opened(quirks);
    const { channel, server } = all;
    await lost(all, request({ attachment: CARD }), /v1\/statuses$/, !quirks.ignoresIdempotency);
    expect(server.statuses).toHaveLength(1);
    const uri = server.statuses[0]?.id ?? '';
    await lost(
      all,
      edit(uri, { segments: [{ kind: 'text', text: 'نیا' }], attachment: CARD }),
      new RegExp(`statuses/${uri}$`),
    );
    expect(server.statuses).toEqual([expect.objectContaining({ text: 'نیا', media: [expect.anything()] })]);
    const target = { uri: server.statuses[0]?.id ?? '' };
    const former = server.write({ text: 'former', pinned: true, createdAt: '2020-01-01T00:00:00Z' });
    const pin: ActionRequest = {
      action: 'pin',
      channel: 'mastodon',
      set: target,
      was: { uri: former.id },
      former: null,
    };
    expect(await channel.find(pin)).toEqual({ kind: 'absent' });
    expect(await channel.profile()).toMatchObject({ profile: { pin: { uri: former.id } } });
    await lost(all, pin, /unpin$/);
    expect(server.statuses.filter(({ pinned }) => pinned).map(({ id }) => id)).toEqual([target.uri]);
    expect(await channel.profile()).toMatchObject({ profile: { pin: target } });
    await lost(all, { ...pin, set: null, was: target }, /unpin$/);
    expect(await channel.profile()).toMatchObject({ profile: { pin: null, banner: null } });
    const banner: ActionRequest = {
      action: 'banner',
      channel: 'mastodon',
      set: { kind: 'kept', name: 'x' },
      was: null,
      former: null,
    };
    expect(await channel.find(banner)).toEqual({ kind: 'absent' });
    await lost(all, banner, /update_credentials$/);
    expect(await channel.profile()).toMatchObject({
      profile: { banner: expect.stringContaining(server.header ?? '-') },
    });
    expect(await channel.bannerPicture()).toEqual(PNG);
    await lost(all, { ...banner, set: null, was: 'x' }, /profile\/header$/);
    expect(server.header).toBeNull();
    expect(await channel.bannerPicture()).toBeUndefined();
    const withdrawal: ActionRequest = { action: 'withdraw', key: KEY, target, reason: 'wrong' };
    expect(await channel.find(withdrawal)).toEqual({ kind: 'absent' });
    await lost(all, withdrawal, new RegExp(`statuses/${target.uri}$`));
    expect(server.statuses.map(({ text }) => text)).toEqual(['former']);
  });
});

describe('a pin', () => {
  it('makes room for itself where as many as may be are pinned', async () => {
    const { channel, server } = await opened({ limits: { pins: 1 } });
    const former = server.write({ text: 'former', pinned: true });
    const uri = await sent(channel, request());
    const asked: ActionRequest = { action: 'pin', channel: 'm', set: { uri }, was: { uri: former.id }, former: null };
    expect(await channel.send(asked)).toEqual({ kind: 'confirmed', uri });
    expect(server.statuses.map(({ pinned }) => pinned)).toEqual([false, true]);
  });
});

describe('words compared', () => {
  it.each([
    ['<p>See <a href="https://who.int/">who.int</a></p>', 'See who.int'],
    ['<p>a<br>b</p><p>c &amp; &#39;d&#39;</p>', "a\nb\n\nc & 'd'"],
    [
      '<p><span class="h-card"><a href="https://m.example/@who" class="u-url mention">@<span>who</span></a></span> hi</p>',
      '@who@m.example hi',
    ],
    ['<p>\u2068+92\u2069 x</p>', '+92 x'],
  ])('%s is %s', (html, text) => {
    expect(comparableHtml(html)).toBe(comparableText(text));
  });
});
