import { once } from 'node:events';
import { createServer as createPlain, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { createSecureContext } from 'node:tls';
import { gzipSync } from 'node:zlib';
import { createAuthority, selfSigned } from './certificates.ts';

/** What happens to a request for a path. `request` counts those for the same path on the same host, from 1. */
export type Conduct = (request: IncomingMessage, response: ServerResponse, count: number) => void;

export interface MisbehavingSite {
  /** `https://who.localhost:PORT` for `who`. */
  secure(host: string): string;
  /** The same hosts without encryption, elsewhere. */
  plain(host: string): string;
  /** What to trust. */
  ca: string;
  /** Method, host and path of each request, in the order in which they came. */
  readonly asked: string[];
  /** Headers of each, likewise. */
  readonly headers: IncomingMessage['headers'][];
  /** What a host’s robots.txt does; without it, there is none (404). */
  robots(host: string, conduct: Conduct): void;
  stop(): Promise<void>;
}

/** Names below `localhost` are this machine (RFC 6761), and to a list of suffixes each is a registered domain of its own. */
const HOSTS = ['who', 'www.who', 'other', 'robots', 'moody', 'far'].map((name) => `${name}.localhost`);

/**
 * A site on loopback that misbehaves in every way that sites on the internet are known to, a path for each, on as many hosts as
 * wanted, with encryption and without. Hosts named after what is wrong with their certificate: `expired`, `early`, `self`,
 * `foreign` (made out to another host), `untraced` (of an authority that sent no certificate of its own).
 */
export async function startMisbehavingSite(): Promise<MisbehavingSite> {
  const authority = createAuthority();
  const usual = authority.issue({ hosts: [...HOSTS, '127.0.0.1'] });
  const past = new Date('2021-01-01T00:00:00Z');
  const future = new Date('2048-01-01T00:00:00Z');
  const wrong = new Map([
    ['expired.localhost', authority.issue({ hosts: ['expired.localhost'], until: past })],
    ['early.localhost', authority.issue({ hosts: ['early.localhost'], from: future })],
    ['self.localhost', selfSigned(['self.localhost'])],
    ['foreign.localhost', authority.issue({ hosts: ['elsewhere.localhost'] })],
    ['untraced.localhost', createAuthority().issue({ hosts: ['untraced.localhost'] })],
  ]);
  const asked: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const robots = new Map<string, Conduct>();
  const counts = new Map<string, number>();
  const sockets = new Set<Socket>();
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const path = request.url ?? '/';
    asked.push(`${request.method} ${host}${path}`);
    headers.push(request.headers);
    const count = (counts.get(`${host}${path}`) ?? 0) + 1;
    counts.set(`${host}${path}`, count);
    const own = path === '/robots.txt' ? (robots.get(host) ?? status(404)) : PATHS[path.split('?')[0] ?? ''];
    (own ?? status(200))(request, response, count);
  };
  const plainServer = createPlain(answer);
  const secureServer = createSecure(
    {
      ...usual,
      SNICallback: (name, done) => {
        const certificate = wrong.get(name);
        done(null, certificate && createSecureContext(certificate));
      },
    },
    answer,
  );
  const ports: number[] = [];
  for (const server of [plainServer, secureServer]) {
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    });
    server.on('tlsClientError', () => undefined);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    ports.push((server.address() as AddressInfo).port);
  }
  return {
    plain: (host) => `http://${host}.localhost:${ports[0]}`,
    secure: (host) => `https://${host}.localhost:${ports[1]}`,
    ca: authority.cert,
    asked,
    headers,
    robots: (host, conduct) => void robots.set(`${host}.localhost`, conduct),
    async stop() {
      for (const socket of sockets) socket.destroy();
      await Promise.all([plainServer, secureServer].map((server) => new Promise((done) => server.close(done))));
    },
  };
}

/** An answer with nothing but this. */
export function status(code: number, headers: Record<string, string> = {}, body = ''): Conduct {
  return (_request, response) => response.writeHead(code, headers).end(body);
}

/** Says nothing, and keeps the line open. */
export const silence: Conduct = () => undefined;

/** Sends what no HTTP is, and hangs up. */
export const garbage: Conduct = (request) => request.socket.end('SSH-2.0-OpenSSH_9.2\r\n');

/** Breaks the line off. */
export const reset: Conduct = (request) => request.socket.destroy();

/** The headers come a byte at a time, and never end. */
export const slowHeaders: Conduct = (request) => {
  request.socket.write('HTTP/1.1 200 OK\r\nx-slow: ');
  dribble(request.socket);
};

/** The headers are there; the body comes a byte at a time, and never ends. */
export const slowBody: Conduct = (request, response) => {
  response.writeHead(200, { 'content-type': 'text/plain' }).flushHeaders();
  dribble(request.socket, () => response.write('.'));
};

/** As many bytes as anyone takes. */
export const endlessBody: Conduct = (request, response) => {
  response.writeHead(200, { 'content-type': 'text/plain' });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const line = `${'a'.repeat(65_535)}\n`;
  const pour = () => {
    while (!response.destroyed && response.write(line));
    if (!response.destroyed) response.once('drain', pour);
  };
  pour();
};

/** Headers that no one reads to their end. */
export const hugeHeaders: Conduct = (request) => {
  const header = `x-huge: ${'a'.repeat(1000)}\r\n`;
  request.socket.end(`HTTP/1.1 200 OK\r\n${header.repeat(100)}\r\n`);
};

/** Promises more than it sends, and hangs up. */
export const cutShort: Conduct = (request) => {
  request.socket.end('HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: 1000\r\n\r\nUser-agent: *\n');
};

/** Ten million bytes that travel as ten thousand, though nobody asked for them to be packed. */
export const gzipBomb: Conduct = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip' });
  response.end(gzipSync(Buffer.alloc(10_000_000)));
};

/** Where the query says, with the status that it says. */
const onward: Conduct = (request, response) => {
  const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
  response.writeHead(Number(searchParams.get('status') ?? 302), { location: searchParams.get('to') ?? '' }).end();
};

const PATHS: Readonly<Record<string, Conduct>> = {
  '/gone': status(404),
  '/removed': status(410),
  '/closed': status(403),
  '/busy': status(429, { 'retry-after': '3600' }),
  '/maintenance': status(503, { 'retry-after': '120' }),
  '/teapot': status(418),
  '/broken': status(500),
  '/broken-once': (request, response, count) => status(count <= 2 ? 500 : 200)(request, response, count),
  '/silent': silence,
  '/slow-headers': slowHeaders,
  '/slow-body': slowBody,
  '/endless': endlessBody,
  '/reset': reset,
  '/garbage': garbage,
  '/huge-headers': hugeHeaders,
  '/cut-short': cutShort,
  '/gzip-bomb': gzipBomb,
  '/no-head': (request, response, count) => status(request.method === 'HEAD' ? 405 : 200)(request, response, count),
  '/head-lies': (request, response, count) => status(request.method === 'HEAD' ? 404 : 200)(request, response, count),
  '/head-resets': (request, response, count) =>
    (request.method === 'HEAD' ? reset : status(200))(request, response, count),
  '/upgrade': (request) =>
    void request.socket.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
  '/to': onward,
  '/nowhere': status(302),
  '/loop': status(302, { location: '/loop-back' }),
  '/loop-back': status(302, { location: '/loop' }),
  '/on-and-on': (request, response) => {
    const step = Number(new URL(request.url ?? '/', 'http://localhost').searchParams.get('step') ?? 0);
    response.writeHead(302, { location: `/on-and-on?step=${step + 1}` }).end();
  },
  '/urdu': (request) =>
    void request.socket.end('HTTP/1.1 301 Moved Permanently\r\nlocation: /صحت\r\ncontent-length: 0\r\n\r\n'),
};

function dribble(socket: Socket, drip: () => void = () => void socket.write('a')): void {
  const timer = setInterval(drip, 20);
  socket.on('close', () => clearInterval(timer));
}
