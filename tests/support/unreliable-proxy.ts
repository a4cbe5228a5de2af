import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

/** What happens to one request on its way. */
export type Mishap =
  /** It arrives and is carried out; its answer never comes back. */
  | { kind: 'answer-lost' }
  /** It never arrives. */
  | { kind: 'request-lost' }
  /** It never arrives; something in between answers in the server's place. */
  | { kind: 'answered'; status: number; body: string; contentType?: string; headers?: Record<string, string> }
  /** It never arrives, and nobody says so: the line just stays open. */
  | { kind: 'stalled' }
  /** It arrives and is carried out, `onArrived` says; the answer waits until `until` is fulfilled. */
  | { kind: 'held'; until: Promise<void>; onArrived?: () => void };

export interface UnreliableProxy {
  url: string;
  /** Paths of all requests so far, the method before each. */
  readonly seen: string[];
  /** What happens to each request from now on; nothing unless it says so. */
  meddle(mishap: (path: string) => Mishap | undefined): void;
  stop(): Promise<void>;
}

/** An HTTP proxy on loopback that passes everything on to `target`, until it is told to meddle. */
export async function startUnreliableProxy(target: string): Promise<UnreliableProxy> {
  let choose: (path: string) => Mishap | undefined = () => undefined;
  const seen: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const path = incoming.url ?? '/';
    seen.push(`${incoming.method} ${path.split('?')[0]}`);
    const mishap = choose(path);
    switch (mishap?.kind) {
      case 'request-lost':
        incoming.destroy();
        return;
      case 'stalled':
        incoming.resume();
        return;
      case 'answered':
        incoming.resume();
        outgoing.writeHead(mishap.status, { 'content-type': mishap.contentType ?? 'text/html', ...mishap.headers });
        outgoing.end(mishap.body);
        return;
      default:
        passOn(target, incoming, outgoing, mishap);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return {
    url: `http://localhost:${address.port}`,
    seen,
    meddle(mishap) {
      choose = mishap;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function passOn(target: string, incoming: IncomingMessage, outgoing: ServerResponse, mishap: Mishap | undefined): void {
  const { hostname, port } = new URL(target);
  const onward = request(
    { hostname, port, path: incoming.url, method: incoming.method, headers: incoming.headers },
    async (answer) => {
      if (mishap?.kind === 'answer-lost') {
        // The whole answer is there, so the request has been carried out.
        answer.resume();
        await once(answer, 'end');
        outgoing.destroy();
        return;
      }
      if (mishap?.kind === 'held') {
        answer.pause();
        mishap.onArrived?.();
        await mishap.until;
      }
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    },
  );
  onward.on('error', () => outgoing.destroy());
  incoming.pipe(onward);
}
