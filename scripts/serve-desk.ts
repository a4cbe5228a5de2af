import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

export interface DeskServer {
  /** `http://localhost:4321` */
  origin: string;
  close(): Promise<void>;
}

export interface DeskFolders {
  /** Folder of the built site, and the path it is served under: `/awareness/`. */
  site: string;
  base: string;
  outbox: string;
}

/** The outbox belongs to the desk, not to the public: it is served beside the site and never lands in it. */
export const OUTBOX_PATH = '/outbox/';

/** Serves the site and the outbox to this machine alone. A port that is taken is passed over for the next. */
export async function serveDesk({ site, base, outbox }: DeskFolders, port: number): Promise<DeskServer> {
  const serveSite = sirv(site, { dev: true });
  const serveOutbox = sirv(outbox, { dev: true });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const notFound = () => {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('There is no such page.\n');
    };
    const under = (prefix: string, serve: typeof serveSite) => {
      request.url = (request.url ?? '/').slice(prefix.length - 1);
      serve(request, response, notFound);
    };
    if (pathname.startsWith(OUTBOX_PATH)) under(OUTBOX_PATH, serveOutbox);
    else if (pathname === OUTBOX_PATH.slice(0, -1)) response.writeHead(302, { location: OUTBOX_PATH }).end();
    else if (pathname.startsWith(base)) under(base, serveSite);
    else if (pathname === '/' || `${pathname}/` === base) response.writeHead(302, { location: base }).end();
    else notFound();
  });
  await listen(server, port);
  const { port: actual } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${actual}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, port: number): Promise<void> {
  const last = port === 0 ? 0 : Math.min(port + 20, 65_535);
  for (let candidate = port; candidate <= last; candidate += 1) {
    const isFree = await new Promise<boolean>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
      );
      server.listen(candidate, '127.0.0.1', () => resolve(true));
    });
    server.removeAllListeners('error');
    if (isFree) return;
  }
  throw new Error(`The ports ${port} to ${last} are all taken; name another with --port.`);
}
