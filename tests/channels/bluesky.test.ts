import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { inspect } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openBluesky } from '../../src/channels/bluesky.ts';
import type { ChannelSecret } from '../../src/channels/channel-secret.ts';
import { recordKey } from '../../src/channels/record-key.ts';
import type { PictureStore } from '../../src/publishing/ports.ts';
import { sampleRequest } from '../support/sample-request.ts';

const DID = 'did:plc:aaaaaaaaaaaaaaaaaaaaaaaa';
const CID = 'bafyreidfayvfuwqa7qlnopdjiqrxzs6blmoeu4rujcjtnci5beludirz2a';
const TOKEN = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJkZXNrIn0.signature';
const PASSWORD = 'abcd-efgh-ijkl-mnop';

interface Asked {
  path: string;
  authorization: string | undefined;
  body: string;
}

type Answer = (path: string, response: ServerResponse) => boolean;

/** A server that says what a test wants, and else what Bluesky's would. What it is asked is kept. */
async function scriptedServer(answer: Answer = () => false): Promise<{ origin: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const path = (request.url ?? '').replace('/xrpc/com.atproto.', '');
    asked.push({ path, authorization: request.headers.authorization, body: await bodyOf(request) });
    if (!answer(path, response)) usual(path, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return { origin: `http://127.0.0.1:${address.port}`, asked };
}

function usual(path: string, response: ServerResponse): void {
  const uri = `at://${DID}/app.bsky.feed.post/${KEY}`;
  if (path === 'server.createSession')
    json(response, 200, { did: DID, handle: 'desk.test', accessJwt: TOKEN, refreshJwt: TOKEN });
  else if (path === 'repo.uploadBlob')
    json(response, 200, { blob: { $type: 'blob', ref: { $link: CID }, mimeType: 'image/png', size: 9 } });
  else if (path === 'repo.putRecord') json(response, 200, { uri, cid: CID });
  else json(response, 200, { uri, cid: CID, value: { $type: 'app.bsky.feed.post', text: '', createdAt: '' } });
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const piece of request.setEncoding('latin1')) body += piece;
  return body;
}

const REQUEST = sampleRequest('bluesky');
const KEY = recordKey(REQUEST.key);

function secretFor(origin: string, isLoopback = true): ChannelSecret {
  return { variable: 'AAGAHI_CHANNEL_BLUESKY', origin, identifier: 'desk.test', password: PASSWORD, isLoopback };
}

const cards = (bytes = 9): PictureStore => ({
  picture: async () => Buffer.alloc(bytes),
  banner: async () => Buffer.from('banner'),
});

async function opened(origin: string, { store = cards(), timeoutMs = 5000, isLoopback = true } = {}) {
  const channel = openBluesky(secretFor(origin, isLoopback), store, timeoutMs);
  expect(await channel.open()).toEqual({ kind: 'open' });
  return channel;
}

describe('sending a post', () => {
  it('uploads its picture, then puts the record under its own key where there must be none', async () => {
    const { origin, asked } = await scriptedServer();
    const channel = await opened(origin);
    expect(await channel.send(REQUEST)).toEqual({
      kind: 'confirmed',
      uri: `at://${DID}/app.bsky.feed.post/${KEY}`,
      cid: CID,
    });
    expect(asked.map(({ path }) => path)).toEqual(['server.createSession', 'repo.uploadBlob', 'repo.putRecord']);
    expect(JSON.parse(asked[2]?.body ?? '')).toMatchObject({
      repo: DID,
      collection: 'app.bsky.feed.post',
      rkey: KEY,
      swapRecord: null,
      record: { text: Buffer.from(REQUEST.post.text).toString('latin1'), createdAt: REQUEST.createdAt },
    });
  });

  it('sends the same bytes when it is repeated', async () => {
    const { origin, asked } = await scriptedServer();
    const channel = await opened(origin);
    await channel.send(REQUEST);
    // As the ledger gives it back.
    await channel.send(JSON.parse(JSON.stringify(REQUEST)));
    const bodies = asked.filter(({ path }) => path === 'repo.putRecord').map(({ body }) => body);
    expect(bodies).toHaveLength(2);
    expect(bodies[0]).toBe(bodies[1]);
  });

  it('takes a record that stands there already for the post itself', async () => {
    const { origin, asked } = await scriptedServer((path, response) => {
      if (path !== 'repo.putRecord') return false;
      json(response, 400, { error: 'InvalidSwap', message: 'Record was at x' });
      return true;
    });
    const channel = await opened(origin);
    expect(await channel.send(REQUEST)).toMatchObject({ kind: 'confirmed' });
    expect(asked.at(-1)?.path).toBe(
      `repo.getRecord?repo=${encodeURIComponent(DID)}&collection=app.bsky.feed.post&rkey=${KEY}`,
    );
  });

  it('tells where readers find it, on a public network', async () => {
    const { origin } = await scriptedServer();
    const channel = await opened(origin, { isLoopback: false });
    expect(await channel.send(REQUEST)).toMatchObject({ url: `https://bsky.app/profile/${DID}/post/${KEY}` });
  });
});

describe('a picture', () => {
  it.each([
    ['a card', 'card', 2_000_000],
    ['a link card', 'link-card', 1_000_000],
  ] as const)('of %s may have as many bytes as Bluesky takes, and not one more', async (_what, attach, limit) => {
    const { origin, asked } = await scriptedServer();
    const request = sampleRequest('bluesky', { post: { attach } });
    expect(await (await opened(origin, { store: cards(limit) })).send(request)).toMatchObject({ kind: 'confirmed' });
    const before = asked.length;
    const channel = await opened(origin, { store: cards(limit + 1) });
    expect(await channel.send(request)).toEqual({
      kind: 'refused',
      reason: `its picture has ${limit + 1} bytes, and Bluesky takes ${limit} here`,
      again: false,
    });
    expect(asked.slice(before).map(({ path }) => path)).toEqual(['server.createSession']);
  });

  it('that cannot be drawn keeps its post back, to be tried again', async () => {
    const { origin, asked } = await scriptedServer();
    const broken: PictureStore = {
      ...cards(),
      async picture() {
        throw new Error('no font');
      },
    };
    const channel = await opened(origin, { store: broken });
    expect(await channel.send(REQUEST)).toEqual({
      kind: 'refused',
      reason: 'its picture could not be drawn; `npm run cards` says why',
      again: true,
    });
    expect(asked).toHaveLength(1);
  });
});

describe('an answer that does not come', () => {
  const silent =
    (wanted: string): Answer =>
    (path) =>
      path.startsWith(wanted);

  it('in time to the login means that the server cannot be reached', async () => {
    const { origin } = await scriptedServer(silent('server.createSession'));
    expect(await openBluesky(secretFor(origin), cards(), 150).open()).toEqual({
      kind: 'unreachable',
      reason: 'Bluesky cannot be reached (no answer in time)',
    });
  });

  it('in time to the picture means that nothing was posted', async () => {
    const { origin } = await scriptedServer(silent('repo.uploadBlob'));
    const channel = await opened(origin, { timeoutMs: 150 });
    expect(await channel.send(REQUEST)).toEqual({
      kind: 'refused',
      reason: 'Bluesky did not take the picture (no answer in time)',
      again: true,
    });
  });

  it('in time to the post means that nobody knows', async () => {
    const { origin } = await scriptedServer(silent('repo.putRecord'));
    const channel = await opened(origin, { timeoutMs: 150 });
    expect(await channel.send(REQUEST)).toEqual({
      kind: 'unknown',
      reason: 'Bluesky did not answer clearly (no answer in time)',
    });
  });

  it('to the end counts as none', async () => {
    const { origin } = await scriptedServer((path, response) => {
      if (path !== 'repo.putRecord') return false;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"uri":');
      return true;
    });
    const channel = await opened(origin, { timeoutMs: 300 });
    expect(await channel.send(REQUEST)).toMatchObject({ kind: 'unknown' });
  });
});

describe('an answer that is no success', () => {
  const page = { 'content-type': 'text/html' };
  const protocol = { 'content-type': 'application/json; charset=utf-8' };
  const because = (error: string) => JSON.stringify({ error, message: 'as the server puts it' });
  const plain = sampleRequest('bluesky', { post: { attach: 'nothing' } });

  it.each<[number, Record<string, string>, string, object]>([
    [
      400,
      protocol,
      because('InvalidRequest'),
      { kind: 'refused', reason: 'Bluesky refuses the post (400 InvalidRequest)', again: false },
    ],
    [
      400,
      protocol,
      because('ExpiredToken'),
      { kind: 'refused', reason: 'Bluesky asks to wait (400 ExpiredToken)', again: true },
    ],
    [
      400,
      protocol,
      because('InvalidToken'),
      { kind: 'refused', reason: 'Bluesky asks to wait (400 InvalidToken)', again: true },
    ],
    [400, page, 'Bad request', { kind: 'unknown', reason: 'Bluesky did not answer clearly (unreadable answer 400)' }],
    [
      401,
      protocol,
      because('AuthMissing'),
      { kind: 'blocked', reason: 'Bluesky does not let this account post (401 AuthMissing)' },
    ],
    [403, page, 'Forbidden', { kind: 'blocked', reason: 'Bluesky does not let this account post (403 Forbidden)' }],
    [404, page, 'Not found', { kind: 'unknown', reason: 'Bluesky did not answer clearly (unreadable answer 404)' }],
    [
      408,
      protocol,
      because('Timeout'),
      { kind: 'unknown', reason: 'Bluesky did not answer clearly (unreadable answer 408)' },
    ],
    [413, page, 'Too large', { kind: 'unknown', reason: 'Bluesky did not answer clearly (unreadable answer 413)' }],
    [429, page, 'Slow down', { kind: 'refused', reason: 'Bluesky asks to wait (429 RateLimitExceeded)', again: true }],
    [
      429,
      { ...protocol, 'retry-after': '120' },
      because('RateLimitExceeded'),
      {
        kind: 'refused',
        reason: 'Bluesky asks to wait (429 RateLimitExceeded, come back in 120 s)',
        again: true,
        retryAfterMs: 120_000,
      },
    ],
    [
      429,
      { ...protocol, 'retry-after': 'Tue, 01 Dec 2026 10:00:00 GMT' },
      because('RateLimitExceeded'),
      { kind: 'refused', reason: 'Bluesky asks to wait (429 RateLimitExceeded)', again: true },
    ],
    [
      500,
      protocol,
      because('InternalServerError'),
      { kind: 'unknown', reason: 'Bluesky did not answer clearly (500 InternalServerError)' },
    ],
    [
      503,
      { ...page, 'retry-after': '60' },
      'Busy',
      { kind: 'unknown', reason: 'Bluesky did not answer clearly (503 NotEnoughResources, come back in 60 s)' },
    ],
    [200, page, 'Welcome', { kind: 'unknown', reason: 'Bluesky did not answer clearly (unreadable answer)' }],
    [200, protocol, '{"uri":', { kind: 'unknown', reason: 'Bluesky did not answer clearly (unreadable answer)' }],
    [304, {}, '', { kind: 'unknown', reason: 'Bluesky did not answer clearly (unreadable answer 304)' }],
  ])('%i %j %s', async (status, headers, body, outcome) => {
    const { origin } = await scriptedServer((path, response) => {
      if (path !== 'repo.putRecord') return false;
      response.writeHead(status, headers).end(body);
      return true;
    });
    expect(await (await opened(origin)).send(plain)).toEqual(outcome);
  });
});

describe('looking for a post', () => {
  const finding = async (status: number, body: object) => {
    const { origin } = await scriptedServer((path, response) => {
      if (!path.startsWith('repo.getRecord')) return false;
      json(response, status, body);
      return true;
    });
    return (await opened(origin)).find(REQUEST);
  };

  it('finds it', async () => {
    const { origin } = await scriptedServer();
    expect(await (await opened(origin)).find(REQUEST)).toMatchObject({ kind: 'confirmed' });
  });

  it('says that it is absent only where the server says that very thing', async () => {
    expect(await finding(400, { error: 'RecordNotFound' })).toEqual({ kind: 'absent' });
    for (const [status, error] of [
      [400, 'InvalidRequest'],
      [404, 'NotFound'],
      [401, 'AuthMissing'],
      [429, 'RateLimitExceeded'],
      [500, 'RecordNotFound'],
    ] as const)
      expect(await finding(status, { error })).toEqual({
        kind: 'unknown',
        reason: `Bluesky does not say whether it has the post (${status} ${error})`,
      });
  });
});

describe('the password and the token', () => {
  it('go to the origin of the secret and nowhere else, whatever a server answers', async () => {
    const thief = await scriptedServer();
    const { origin, asked } = await scriptedServer((path, response) => {
      if (path !== 'repo.putRecord') return false;
      response.writeHead(307, { location: `${thief.origin}/xrpc/com.atproto.repo.putRecord` }).end();
      return true;
    });
    const channel = await opened(origin);
    expect(await channel.send(REQUEST)).toMatchObject({ kind: 'unknown' });
    expect(thief.asked).toEqual([]);
    expect(asked.map(({ authorization }) => authorization)).toEqual([undefined, `Bearer ${TOKEN}`, `Bearer ${TOKEN}`]);
  });

  it('stay at home where the account’s document names another server', async () => {
    const thief = await scriptedServer();
    const service = { id: '#atproto_pds', type: 'AtprotoPersonalDataServer', serviceEndpoint: thief.origin };
    const { origin } = await scriptedServer((path, response) => {
      if (path !== 'server.createSession') return false;
      json(response, 200, {
        did: DID,
        handle: 'desk.test',
        accessJwt: TOKEN,
        refreshJwt: TOKEN,
        didDoc: { id: DID, service: [service] },
      });
      return true;
    });
    const channel = await opened(origin);
    expect(await channel.send(REQUEST)).toMatchObject({ kind: 'confirmed' });
    expect(thief.asked).toEqual([]);
  });

  it.each([
    ['a refusal', 400, { error: PASSWORD, message: TOKEN }],
    ['a fault', 500, { error: TOKEN, message: PASSWORD }],
    ['a strange success', 200, { uri: PASSWORD, cid: TOKEN }],
    ['a refusal over several lines', 400, { error: `x\n::error::${PASSWORD}` }],
  ])('are not repeated from %s', async (_what, status, body) => {
    const { origin } = await scriptedServer((path, response) => {
      if (path === 'server.createSession') return false;
      json(response, status, body);
      return true;
    });
    const plain = sampleRequest('bluesky', { post: { attach: 'nothing' } });
    const channel = await opened(origin);
    for (const outcome of [await channel.send(plain), await channel.find(plain)]) {
      const shown = inspect(outcome, { depth: 9 });
      expect(outcome.kind).not.toBe('confirmed');
      expect(shown).not.toContain(PASSWORD);
      expect(shown).not.toContain(TOKEN);
      expect(shown).not.toContain('::error');
    }
  });

  it('are not shown when the login fails', async () => {
    const { origin } = await scriptedServer((path, response) => {
      json(response, 401, { error: 'AuthenticationRequired', message: `Wrong: ${PASSWORD}` });
      return path !== '';
    });
    const opening = await openBluesky(secretFor(origin), cards()).open();
    expect(opening).toEqual({
      kind: 'blocked',
      reason:
        'Bluesky refuses the account’s name or app password (401 AuthenticationRequired); make a new app password and put it into AAGAHI_CHANNEL_BLUESKY',
    });
  });
});
