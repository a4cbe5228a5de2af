import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';

const HANDLE = 'desk.test';
export const PASSWORD = 'correct-horse-battery-staple';

/** A picture that a record refers to. */
export interface BlueskyBlob {
  ref: { $link: string };
  mimeType: string;
  size: number;
}

/** A post as the server gives it back. */
export interface BlueskyRecord {
  uri: string;
  cid: string;
  value: {
    text: string;
    createdAt: string;
    langs?: string[];
    facets?: {
      index: { byteStart: number; byteEnd: number };
      features: { $type: string; uri?: string; tag?: string }[];
    }[];
    reply?: { root: { uri: string; cid: string }; parent: { uri: string; cid: string } };
    embed?: {
      $type: string;
      images?: { alt: string; aspectRatio: { width: number; height: number }; image: BlueskyBlob }[];
      external?: { uri: string; title: string; description: string; thumb?: BlueskyBlob };
    };
  };
}

export interface BlueskyServer {
  /** `http://localhost:PORT` */
  url: string;
  did: string;
  /** Value of a channel's secret that signs in at this server, or at `origin` where a proxy stands before it. */
  secret(origin?: string): string;
  /** Every post there is, read without the desk's own code. */
  posts(): Promise<BlueskyRecord[]>;
  /** The profile's record, read without the desk's own code; empty where there is none. */
  profile(): Promise<{ pinnedPost?: { uri: string; cid: string }; banner?: BlueskyBlob; displayName?: string }>;
  /** Changes the profile by hand, as the account's owner would in an app. */
  changeProfile(record: object): Promise<void>;
  /** The bytes of a picture. */
  picture(blob: BlueskyBlob): Promise<Buffer>;
  stop(): Promise<void>;
}

/**
 * Starts Bluesky's reference server on free ports of loopback with one account. It ends with `stop`, and with this
 * process however that ends.
 */
export async function startBlueskyServer(): Promise<BlueskyServer> {
  const ports = [await freePort(), await freePort()].map(String);
  const child = spawn(
    process.execPath,
    [path.join(import.meta.dirname, 'bluesky-server-process.mjs'), ...ports, HANDLE, PASSWORD],
    { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, NODE_OPTIONS: '', LOG_ENABLED: 'false' } },
  );
  let complaint = '';
  child.stderr.on('data', (data) => {
    complaint = `${complaint}${data}`.slice(-4000);
  });
  const exited = once(child, 'exit');
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line').then(([first]) => String(first)),
    exited.then(() => undefined),
  ]);
  if (line === undefined) throw new Error(`Bluesky's server did not start:\n${complaint}`);
  const { url, did } = JSON.parse(line) as { url: string; did: string };
  return {
    url,
    did,
    secret(origin = url) {
      const address = new URL(origin);
      return `${address.protocol}//${HANDLE}:${PASSWORD}@${address.host}`;
    },
    posts: () => listPosts(url, did),
    async profile() {
      const query = new URLSearchParams({ repo: did, collection: 'app.bsky.actor.profile', rkey: 'self' });
      const answer = await fetch(`${url}/xrpc/com.atproto.repo.getRecord?${query}`);
      return answer.ok ? ((await answer.json()) as { value: object }).value : {};
    },
    async changeProfile(record) {
      const json = { 'content-type': 'application/json' };
      const ask = async (method: string, body: object, headers: object = {}) => {
        const answer = await fetch(`${url}/xrpc/com.atproto.${method}`, {
          method: 'POST',
          headers: { ...json, ...headers },
          body: JSON.stringify(body),
        });
        if (!answer.ok) throw new Error(`${method} answered ${answer.status}`);
        return (await answer.json()) as { accessJwt?: string };
      };
      const { accessJwt } = await ask('server.createSession', { identifier: HANDLE, password: PASSWORD });
      const whole = { repo: did, collection: 'app.bsky.actor.profile', rkey: 'self', record };
      await ask('repo.putRecord', whole, { authorization: `Bearer ${accessJwt}` });
    },
    async picture({ ref }) {
      const query = new URLSearchParams({ did, cid: ref.$link });
      const answer = await fetch(`${url}/xrpc/com.atproto.sync.getBlob?${query}`);
      if (!answer.ok) throw new Error(`getBlob answered ${answer.status}`);
      return Buffer.from(await answer.arrayBuffer());
    },
    async stop() {
      child.stdin.end();
      const late = setTimeout(() => child.kill('SIGKILL'), 5000);
      await exited;
      clearTimeout(late);
    },
  };
}

async function listPosts(url: string, did: string): Promise<BlueskyRecord[]> {
  const records: BlueskyRecord[] = [];
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ repo: did, collection: 'app.bsky.feed.post', limit: '100' });
    if (cursor) query.set('cursor', cursor);
    const answer = await fetch(`${url}/xrpc/com.atproto.repo.listRecords?${query}`);
    if (!answer.ok) throw new Error(`listRecords answered ${answer.status}`);
    const page = (await answer.json()) as { records: BlueskyRecord[]; cursor?: string };
    records.push(...page.records);
    cursor = page.cursor;
  } while (cursor);
  return records;
}

/** A port of loopback that nothing listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}
